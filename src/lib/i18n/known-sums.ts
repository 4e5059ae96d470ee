// Sums that may lack some of their figures, in words: « 1 200 € », « au moins 1 200 € », « inconnu ».
import type { KnownSum } from '../model/known-sum.ts';
import { isUnknown } from '../model/known-sum.ts';
import { integer } from './numbers.ts';
import { m } from './paraglide/messages.js';

type Write = (value: number) => string;

/** A figure of a list, « inconnu » when it is not known. */
export const figureWords = (value: number | null, write: Write): string =>
  value === null ? m.shell_unknown() : write(value);

/** A count before its noun: « 8 », « au moins 8 », « un nombre inconnu de ». */
export const countBeforeNoun = (sum: KnownSum): string =>
  isUnknown(sum) ? m.shell_unknown_number() : sumWords(sum, integer);

/** The sum, said to be a least value when some of its figures are unknown. */
export function sumWords(sum: KnownSum, write: Write): string {
  if (isUnknown(sum)) return m.shell_unknown();
  return sum.unknown > 0 ? m.shell_at_least({ value: write(sum.value) }) : write(sum.value);
}

/** A published count or amount; null without a value. */
export function countWords(
  { value, atLeast }: { value: number | null; atLeast?: true },
  write: Write
): string | null {
  if (value === null) return null;
  return atLeast ? m.shell_at_least({ value: write(value) }) : write(value);
}

/** The sum as a cell of a file: a number only when it is whole, nothing when nothing is known. */
export function sumCell(sum: KnownSum): number | string | null {
  if (isUnknown(sum)) return null;
  return sum.unknown > 0 ? m.shell_at_least({ value: String(sum.value) }) : sum.value;
}
