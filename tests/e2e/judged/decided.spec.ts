// Posts that are decided: as many, and at the same cost, on each page and print that says what they open.
import { expect, test } from '@playwright/test';
import { plainText } from '../one-figure.ts';
import { DECIDED_POSTS, OF_POSTS, pathOf } from '../visits/addresses.ts';
import { recordOf, type Texts } from '../visits/record.ts';

const ONE_POST = 52_000;
/** What the site proposes in the demonstration. */
const PROPOSED = 1;
const COUNT = '(aucun|un demi-poste|[\\d,]+(?= postes?))';
const POSTS = new RegExp(
  `(?:en suivre \\S+ demande|les suivre toutes demande|avec|obtient|Postes demandés :) ${COUNT}(?= postes?(?: de plus)?,| postes? proposés?| de plus,|,|\\.)`,
  'gi'
);
const COST = /(\d{1,3}(?: \d{3})*) € par an \(hypothèse/g;
const WORDS: Readonly<Record<string, number>> = { aucun: 0, 'un demi-poste': 0.5 };
const numberOf = (words: string): number =>
  WORDS[words.toLowerCase()] ?? Number(words.replace(/ /g, '').replace(',', '.'));
const found = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, words]) => numberOf(words!));

for (const decided of DECIDED_POSTS)
  test(`with ${decided} posts decided, each page and print says as many, and what they cost`, () => {
    const posts = decided === 'none' ? PROPOSED : Number(decided);
    // Where none is decided, each card of Répartition says what it would ask itself.
    const pages = OF_POSTS.filter((address) => decided !== 'none' || address !== pathOf('sectors'));
    const texts = pages.flatMap((address) => {
      const { body, paper } = recordOf<Texts>(`decided-${decided}`, address);
      return [
        [address, plainText(body)],
        [`${address}, imprimé`, plainText(paper.body)]
      ] as const;
    });
    for (const [source, text] of texts) {
      expect.soft(new Set(found(text, POSTS)), source).toEqual(new Set(text.match(POSTS) ? [posts] : []));
      const costs = found(text, COST);
      expect.soft(new Set(costs), source).toEqual(new Set(costs.length > 0 ? [posts * ONE_POST] : []));
    }
    const saying = (pattern: RegExp) => texts.filter(([, text]) => found(text, pattern).length > 0).length;
    expect(saying(POSTS)).toBeGreaterThanOrEqual(3);
    expect(saying(COST) >= 6).toBe(posts > 0);
  });
