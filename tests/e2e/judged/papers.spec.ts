// What each page and view owes on paper.
import { expect, test } from '@playwright/test';
import { VIEWS } from '../../../scripts/reading/views.ts';
import { viewOf } from '../visits/record.ts';

const LEAST = 1 / 3;

test('no sheet of a page or a view that takes several is under a third full', () => {
  const printed = VIEWS.map((route) => ({ route, sheets: viewOf(route).sheets }));
  for (const { route, sheets } of printed) {
    expect.soft(sheets.length, `/${route}`).toBeGreaterThan(0);
    // A page alone on its sheet may have little to say: a list with nothing in it yet.
    const judged = sheets.length === 1 ? [] : sheets;
    expect
      .soft(
        judged.flatMap((share, at) => (share < LEAST ? [`${at + 1}: ${Math.round(100 * share)} %`] : [])),
        `/${route}`
      )
      .toEqual([]);
  }
  expect(printed.filter(({ sheets }) => sheets.length > 1).length).toBeGreaterThan(8);
});
