// A reader opens a territory of their own: every page is of that one alone, and the site's own comes back whole.
import { expect, test } from '@playwright/test';
import { SECOND_NAME } from '../../fixtures/territory/second.ts';
import { foreignWords } from '../foreign-words.ts';
import { plainText } from '../one-figure.ts';
import { ROUTES } from '../page.ts';
import { HOME_AND_BACK, HOME_PLACE, IN_SECOND } from '../visits/addresses.ts';
import { recordOf, visitOf, type Texts } from '../visits/record.ts';

/** Numbers of four digits and more, as pages write them, but round ones: those of scales and limits. */
const LARGE = /(?<![\d\u202f])\d{1,3}(?:\u202f\d{3})*\u202f(?!000)\d{3}(?![\d\u202f])/g;
/** Pages of words: their figures are those of the method, whatever the territory. */
const OF_WORDS = /^\/?(methode|confidentialite|accessibilite)/;

test('every page is of the territory that was opened, and of no other', async () => {
  const foreign = await foreignWords();
  expect(foreign(visitOf('').texts.html).length).toBeGreaterThan(10);
  const figures = new Set(
    ROUTES.filter((route) => !OF_WORDS.test(route)).flatMap(
      (route) => visitOf(route).texts.html.match(LARGE) ?? []
    )
  );
  expect(figures.size).toBeGreaterThan(10);
  const left: Record<string, string[]> = {};
  for (const address of IN_SECOND) {
    const { html, body } = recordOf<Texts>('second', address);
    // A place of the other territory: its code alone, from the address.
    const isElsewhere = address.endsWith(HOME_PLACE);
    const content = isElsewhere ? html.replaceAll(HOME_PLACE, '') : html;
    const numbers = [...new Set(content.match(LARGE) ?? [])].filter((number) => figures.has(number));
    const words = [...foreign(content), ...numbers];
    if (words.length > 0) left[address] = words.slice(0, 12);
    if (!OF_WORDS.test(address) && !/^\/(carte|plan)/.test(address) && !isElsewhere)
      expect.soft(body, address).toContain(SECOND_NAME);
  }
  expect(left).toEqual({});
});

test('nothing of the site’s own territory is asked for meanwhile', () => {
  const asked = recordOf<string[]>('second', 'asked');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => /^\/?(tables|map|graph|downloads|territory)\//.test(path))).toEqual([]);
});

test('the demonstration comes back whole', () => {
  for (const address of HOME_AND_BACK) {
    const [before, after] = ['before', 'after'].map((when) => plainText(recordOf<string>(when, address)));
    expect.soft(after, address).toBe(before);
    expect.soft(before!.length, address).toBeGreaterThan(0);
  }
});
