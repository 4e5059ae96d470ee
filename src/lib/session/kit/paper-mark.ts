// The 12 characters at the foot of a paper: two papers of the same text have the same ones.
import { sha256 } from '../../algorithms/sha256.ts';

/** Features whose printed text depends on their address, their data and the day alone. */
export const MARKED_FEATURES: readonly string[] = [
  'coverage',
  'portraits',
  'programme',
  'demand',
  'report',
  'council',
  'travel',
  'sectors',
  'week',
  'meetings',
  'actions',
  'today'
];

/** Without 0, O, 1, I and L, which are read for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;

/** What the browser asks of a typed mark: three groups of four, in any case, with or without hyphens. */
export const MARK_PATTERN = String.raw`\s*([2-9A-HJKMNP-Za-hjkmnp-z]{4}[\s\-]*){3}`;

const grouped = (letters: string) => letters.match(/.{1,4}/g)?.join('-') ?? '';

/** A typed mark as papers write it: `abcd efgh jkmn` is `ABCD-EFGH-JKMN`. */
export const paperMarkOf = (typed: string): string => grouped(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/**
 * Mark of a printed text: about 59 bits of its SHA-256. How it is spaced or cut into lines changes nothing.
 *
 * @param lines what is printed, in reading order; a protected value as the word that stands for it
 * @returns `XXXX-XXXX-XXXX`
 */
export function paperMark(lines: readonly string[]): string {
  const text = lines
    .join(' ')
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060]/g, '')
    .replace(/\s+/g, ' ');
  let rest = BigInt(`0x${sha256(text.trim())}`);
  const base = BigInt(ALPHABET.length);
  let letters = '';
  for (; letters.length < LENGTH; rest /= base) letters += ALPHABET[Number(rest % base)];
  return grouped(letters);
}
