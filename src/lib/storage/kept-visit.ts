// What the reader saw at the last visit, stored on this computer at their request only: published figures, no more.
import { isText, parsedJson } from '../model/documents/json.ts';
import { isSchoolYear } from '../model/school-year.ts';
import { VISIT_FIGURES, type Visit } from '../model/service.ts';

const PREFIX = 'maillage.visite.';
const VERSION = 1;

/** `localStorage`, or null where the browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));
const isFigure = (value: unknown) => value === null || (typeof value === 'number' && Number.isFinite(value));

/** Visit of a stored text; null when it is damaged or of another version. */
export function readVisit(text: string): Visit | null {
  const value = parsedJson(text);
  const { version, day, fingerprint, year, figures, followed, waiting } = (value ?? {}) as Record<
    string,
    unknown
  >;
  const lists = [followed, waiting].every((list) => Array.isArray(list) && list.every(isText));
  if (version !== VERSION || !lists || !isText(fingerprint)) return null;
  if (!isText(day) || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isText(year) || !isSchoolYear(year)) return null;
  const known = (figures ?? {}) as Record<string, unknown>;
  if (!VISIT_FIGURES.every((figure) => isFigure(known[figure]))) return null;
  return value as Visit;
}

/** @param territory as `keptKeyOf` names it; null without a visit stored for it */
export function keptVisit(territory: string): Visit | null {
  const text = storage()?.getItem(PREFIX + territory);
  return text ? readVisit(text) : null;
}

/** @returns whether it was stored */
export function keepVisit(territory: string, visit: Visit): boolean {
  try {
    const store = storage();
    store?.setItem(PREFIX + territory, JSON.stringify({ version: VERSION, ...visit }));
    return store !== null;
  } catch {
    // Storage full or refused: nothing is kept, and the page says so.
    return false;
  }
}

export function forgetVisit(territory: string): void {
  storage()?.removeItem(PREFIX + territory);
}

/** Number of visits stored, all territories together. */
export function keptVisits(): number {
  const store = storage();
  return store ? keysOf(store).length : 0;
}

export function forgetVisits(): void {
  const store = storage();
  if (store) for (const key of keysOf(store)) store.removeItem(key);
}
