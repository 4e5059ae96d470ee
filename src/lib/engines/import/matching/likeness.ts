// How much two names are alike, 0 to 1: accents and case apart, whatever the order of words, with a slip of the pen or an abbreviation.
import { editDistance } from '../../../algorithms/edit-distance.ts';
import { foldHeader, foldPlace } from '../../../model/names.ts';

/** Words that say nothing of what a column holds. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'n', 'no', 'num', 'numero', 'nombre', 'nb', 'of', 'the', 'un', 'une']); // prettier-ignore
const SAME_WORDS = 0.95;
const LIKE_WORDS = 0.85;
const LIKE_LETTERS = 0.8;
/** Letters below which a slip makes another word. */
const LEAST_LETTERS = 4;
const PREFIX_LETTERS = 4;

/** Words of a name that say something; all of them when none does. */
export function wordsOf(name: string): string[] {
  const words = foldPlace(name.replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2'))
    .split(' ')
    .filter(Boolean);
  const told = words.filter((word) => !EMPTY_WORDS.has(word));
  return told.length > 0 ? told : words;
}

/** A plural, a slip or an abbreviation of the same word: 0 to 1. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= LEAST_LETTERS && long.length - short.length <= 2) {
    const slips = long.length >= 2 * LEAST_LETTERS ? 2 : 1;
    if (editDistance(a, b) <= slips) return 0.9;
  }
  return short.length >= PREFIX_LETTERS - 1 && long.startsWith(short) ? 0.75 : 0;
}

/** Share of the words of both names that have their like in the other. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const best = (words: readonly string[], others: readonly string[]) =>
    words.reduce((sum, word) => sum + Math.max(...others.map((other) => wordLikeness(word, other))), 0);
  return (best(a, b) + best(b, a)) / (a.length + b.length);
}

interface FoldedName {
  folded: string;
  words: readonly string[];
}

/** Names folded once: those of our columns are compared with each header. */
const foldedNames = new Map<string, FoldedName>();
const MOST_KEPT = 5_000;

function foldedName(name: string): FoldedName {
  const known = foldedNames.get(name);
  if (known) return known;
  const made = { folded: foldHeader(name), words: wordsOf(name) };
  if (foldedNames.size < MOST_KEPT) foldedNames.set(name, made);
  return made;
}

/** Likeness of a header and a name of one of our columns. */
export function nameLikeness(a: string, b: string): number {
  const [nameA, nameB] = [foldedName(a), foldedName(b)];
  const [foldedA, foldedB] = [nameA.folded, nameB.folded];
  if (foldedA === '' || foldedB === '') return 0;
  if (foldedA === foldedB) return 1;
  const [wordsA, wordsB] = [nameA.words, nameB.words];
  if ([...wordsA].sort().join(' ') === [...wordsB].sort().join(' ')) return SAME_WORDS;
  const longest = Math.max(foldedA.length, foldedB.length);
  const apart = Math.abs(foldedA.length - foldedB.length);
  // Names of lengths too far apart are not alike by their letters.
  const letters = apart / longest > 0.4 ? 0 : 1 - editDistance(foldedA, foldedB) / longest;
  const likeLetters = foldedA.length >= LEAST_LETTERS && letters > 0.6 ? LIKE_LETTERS * letters : 0;
  return Math.max(likeLetters, LIKE_WORDS * sharedWords(wordsA, wordsB));
}

/** The best likeness of a header to any of the names. */
export const bestLikeness = (header: string, names: readonly string[]): number =>
  names.reduce((best, name) => Math.max(best, nameLikeness(header, name)), 0);
