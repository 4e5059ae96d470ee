// Guards for what a parsed JSON holds, without a library: engines read what others wrote with them.

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A text or a number, as identifiers are written. */
export const isName = (value: unknown): value is string | number =>
  isText(value) || typeof value === 'number';

/** A record whose values are all of one kind. */
export const isRecordOf = <Value>(
  value: unknown,
  is: (one: unknown) => one is Value
): value is Record<string, Value> => isRecord(value) && Object.values(value).every(is);

const LATEST_MS = 8.64e15;

/** Milliseconds since 1970 that a `Date` can hold. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST_MS;

/** undefined: the text is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the text is instead is told by whoever asked.
    return undefined;
  }
}

/** A value of a file as a finding quotes it, shortened. */
export function shownValue(value: unknown, longest = 24): string {
  const text = isText(value) ? value : (JSON.stringify(value) ?? '');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
