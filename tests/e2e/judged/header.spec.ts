// What each page says of itself before its figures: its actions at one place, what its data are.
import { expect, test } from '@playwright/test';
import { m } from '../messages.ts';
import { routesOf } from '../page.ts';
import { plainText } from '../one-figure.ts';
import { ONE_OF_EACH_DOOR } from '../visits/addresses.ts';
import { visitOf } from '../visits/record.ts';

test('the header is two rows, at 1366 px too, on every page, and its four actions are at one place', () => {
  const desks = routesOf(({ door }) => door !== null).map((path) => ({ path, ...visitOf(path).desk }));
  const at1440 = desks.map(({ path, head }) => ({ path, head }));
  const at1366 = desks
    .filter(({ path }) => ONE_OF_EACH_DOOR.includes(path))
    .map(({ path, smallHead }) => ({ path, head: smallHead }));
  expect(at1366.length).toBeGreaterThan(2);
  for (const heads of [at1440, at1366]) {
    for (const { path, head } of heads) {
      expect(head?.actions, path).toEqual([
        m.actions_share(),
        m.actions_print(),
        m.actions_project(),
        m.actions_export()
      ]);
      expect(head?.height, path).toBeLessThan(120);
    }
    expect([...new Set(heads.map(({ head }) => head?.place))]).toHaveLength(1);
  }
});

test('who opens a page of the demonstration reads that its data are fictitious before any figure, on paper as well', () => {
  for (const [path, year] of [
    ['', 'Année scolaire 2025-2026, situation au 30 juin 2026'],
    ['ecoles', 'Écoles en attente et suivies au 30 juin 2026, temps d’attente compté au '],
    [
      '?moment=evolution',
      'Années scolaires 2024-2025 et 2025-2026, situations au 30 juin 2025 et au 30 juin 2026'
    ],
    ['programme', 'Année scolaire 2025-2026, situation au 30 juin 2026'],
    ['territoires/59014', 'Année scolaire 2025-2026, situation au 30 juin 2026']
  ] as const) {
    const { body, paper } = visitOf(path).texts;
    for (const [media, text] of [
      ['screen', body],
      ['print', paper.body]
    ] as const) {
      const words = plainText(text);
      const first = words.indexOf(m.shell_demo());
      expect(first, `${path} ${media}`).toBeGreaterThan(-1);
      // No figure of the territory stands before.
      expect(words.slice(0, first), `${path} ${media}`).not.toMatch(/\d/);
      expect(words, `${path} ${media}`).toContain(year);
      expect(words.slice(0, words.indexOf(year)), `${path} ${media}`).not.toMatch(
        /\d+ (?:enfants|écoles|élèves|référents)/
      );
    }
  }
});
