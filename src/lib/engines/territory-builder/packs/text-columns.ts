// Columns of a table as text that gzip packs well: whole numbers in few letters, and names without what they share with the former one.

import { uaiOf } from '../../import/index.ts';

/** Printable letters that JSON writes as they are. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .join('');
const VALUES = new Map([...LETTERS].map((letter, at) => [letter.charCodeAt(0), at]));
/** The first letters end a number, the others go before: most numbers are small. */
const LAST = 68;
const BEFORE = LETTERS.length - LAST;

/** Text that is not one of these columns. */
export class BadColumn extends Error {}

/** Whole numbers from 0, one after the other. */
export function writeNumbers(values: Iterable<number>): string {
  let text = '';
  for (const value of values) {
    let letters = LETTERS[value % LAST]!;
    for (let left = Math.floor(value / LAST); left > 0; left = Math.floor((left - 1) / BEFORE)) {
      letters = LETTERS[LAST + ((left - 1) % BEFORE)]! + letters;
    }
    text += letters;
  }
  return text;
}

/** @throws BadColumn */
export function readNumbers(text: string): number[] {
  const values: number[] = [];
  let left = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = VALUES.get(text.charCodeAt(at));
    if (letter === undefined || left > 1e12) throw new BadColumn();
    if (letter >= LAST) left = left * BEFORE + letter - LAST + 1;
    else {
      values.push(left * LAST + letter);
      left = 0;
    }
  }
  if (left > 0) throw new BadColumn();
  return values;
}

const folded = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const unfolded = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** Whole numbers of any sign, each told as a step from the former one. */
export function writeSteps(values: readonly number[]): string {
  return writeNumbers(values.map((value, at) => folded(value - (values[at - 1] ?? 0))));
}

/** @throws BadColumn */
export function readSteps(text: string): number[] {
  let value = 0;
  return readNumbers(text).map((step) => (value += unfolded(step)));
}

/** Numbers that may be unknown: null is 0, the others are one more. @param scale parts of a unit that are kept: 10 for tenths */
export const writeMaybe = (values: readonly (number | null)[], scale = 1) =>
  writeNumbers(values.map((value) => (value === null ? 0 : Math.round(value * scale) + 1)));
/** @throws BadColumn */
export const readMaybe = (text: string, scale = 1) =>
  readNumbers(text).map((value) => (value === 0 ? null : (value - 1) / scale));

/** Degrees that may be unknown, to five decimals, each told as a step from the former one. */
export function writePlaces(values: readonly (number | null)[]): string {
  let before = 0;
  return writeNumbers(
    values.map((value) => {
      if (value === null) return 0;
      const placed = Math.round(value * DECIMALS);
      const step = folded(placed - before) + 1;
      before = placed;
      return step;
    })
  );
}

/** @throws BadColumn */
export function readPlaces(text: string): (number | null)[] {
  let placed = 0;
  return readNumbers(text).map((step) => {
    if (step === 0) return null;
    placed += unfolded(step - 1);
    return placed / DECIMALS;
  });
}

const DECIMALS = 1e5;

/** Numbers of schools: their letter follows from their digits. */
export const writeUais = (uais: readonly string[]) => writeSteps(uais.map((uai) => Number(uai.slice(0, -1))));
/** @throws BadColumn */
export const readUais = (text: string) => readSteps(text).map(uaiOf);

/** Letters that no name of a commune has: each says how many letters a name shares with the former one. */
const SHARED = '!#$%&*+,:;<=>?@[]^_`{|}~';
const MARK = /[!#$%&*+,:;<=>?@[\]^_`{|}~]/;

function shared(a: string, b: string): number {
  let length = 0;
  while (length < SHARED.length - 1 && length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Names of places, each without the beginning of the former one: in the order of the alphabet they share much. */
export function writeNames(names: readonly string[]): string {
  const marked = names.find((name) => MARK.test(name));
  if (marked !== undefined) throw new BadColumn(marked);
  return names
    .map((name, at) => {
      const length = shared(names[at - 1] ?? '', name);
      return SHARED[length]! + name.slice(length);
    })
    .join('');
}

const MARKS = new Map([...SHARED].map((mark, at) => [mark.charCodeAt(0), at]));

/** @throws BadColumn */
export function readNames(text: string): string[] {
  const names: string[] = [];
  let before = '';
  for (let at = 0; at < text.length;) {
    const length = MARKS.get(text.charCodeAt(at));
    if (length === undefined) throw new BadColumn();
    let end = at + 1;
    while (end < text.length && !MARKS.has(text.charCodeAt(end))) end += 1;
    before = before.slice(0, length) + text.slice(at + 1, end);
    names.push(before);
    at = end;
  }
  return names;
}
