// Undo history of a plan, kept for a reload in this tab's session storage, as the plan itself is.
import { isRecord, isText, parsedJson } from '../model/documents/json.ts';
import type { Move } from '../model/plan.ts';

const PREFIX = 'maillage.undo.';
const VERSION = 1;

interface KeptHistory {
  done: readonly (readonly Move[])[];
  undone: readonly (readonly Move[])[];
}

/** `sessionStorage`, or null where the browser refuses it. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

const isPlace = (value: unknown): value is string | null => value === null || isText(value);

function isMove(value: unknown): value is Move {
  if (!isRecord(value)) return false;
  const { kind, id, from, to } = value;
  return (kind === 'unit' || kind === 'referent') && isText(id) && isPlace(from) && isPlace(to);
}

const areSteps = (value: unknown): value is Move[][] =>
  Array.isArray(value) && value.every((step) => Array.isArray(step) && step.every(isMove));

/** History of a stored text; null when it is damaged or of another version. */
export function readHistory(text: string): KeptHistory | null {
  // Damaged: only the undo history is lost.
  const value = parsedJson(text);
  if (!isRecord(value)) return null;
  const { version, done, undone } = value;
  return version === VERSION && areSteps(done) && areSteps(undone) ? { done, undone } : null;
}

export function keepHistory(territory: string, { done, undone }: KeptHistory): void {
  try {
    storage()?.setItem(PREFIX + territory, JSON.stringify({ version: VERSION, done, undone }));
  } catch {
    // Storage full: the former history is removed, since it would not match the plan.
    forgetHistory(territory);
  }
}

export function keptHistory(territory: string): KeptHistory | null {
  const text = storage()?.getItem(PREFIX + territory);
  return text ? readHistory(text) : null;
}

export function forgetHistory(territory: string): void {
  storage()?.removeItem(PREFIX + territory);
}

/** Deletes the histories of all territories in this tab. */
export function forgetHistories(): void {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}
