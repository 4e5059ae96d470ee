// What the reader calls the people of a territory's teams: stored on this computer at their request only, never in a file nor in a link.
import { isRecord, isRecordOf, isText, parsedJson } from '../model/documents/json.ts';

const PREFIX = 'maillage.surnoms.';
const VERSION = 1;

/** By partner. */
export type Nicknames = Readonly<Record<string, string>>;

/** `localStorage`, or null where the browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @param territory as `keptKeyOf` names it; null where nothing is kept */
export function keptNicknames(territory: string): Nicknames | null {
  const value = parsedJson(storage()?.getItem(PREFIX + territory) ?? '');
  if (!isRecord(value) || value.version !== VERSION || !isRecordOf(value.names, isText)) return null;
  return value.names;
}

/** @param names null: no longer kept */
export function keepNicknames(territory: string, names: Nicknames | null): void {
  try {
    if (names) storage()?.setItem(PREFIX + territory, JSON.stringify({ version: VERSION, names }));
    else storage()?.removeItem(PREFIX + territory);
  } catch {
    // Storage full or refused: they last as long as the page.
  }
}

/** Deletes those of all territories. */
export function forgetNicknames(): void {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}
