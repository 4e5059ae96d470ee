// Counts by the words of a service: two spellings of one word are one.
import { foldPlace } from '../../model/names.ts';

export interface WordCount {
  /** Of the word, in an id. */
  slug: string;
  /** Its most frequent spelling. */
  word: string;
  count: number;
}

const slugOf = (word: string): string => foldPlace(word).replaceAll(' ', '-');

/** The words of one child, each once: « Santé » and « sante » are one. */
export const distinctWords = (words: readonly string[]): string[] => [
  ...new Map(words.toReversed().map((word) => [slugOf(word), word])).values()
];

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most frequent first; at equal ones, by their letters: the order of rows changes nothing. */
export function byWord(words: Iterable<readonly [word: string, count: number]>): WordCount[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const [word, count] of words) {
    const slug = slugOf(word);
    if (slug === '') continue;
    const found = spellings.get(slug) ?? new Map<string, number>();
    found.set(word.trim(), (found.get(word.trim()) ?? 0) + count);
    spellings.set(slug, found);
  }
  const counts = [...spellings].map(([slug, found]) => {
    const [[word] = ['']] = [...found].sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]));
    return { slug, word, count: [...found.values()].reduce((sum, count) => sum + count, 0) };
  });
  return counts.sort((a, b) => b.count - a.count || inOrder(a.slug, b.slug));
}
