import { expect, it } from 'vitest';
import { reportHtml, tellsRows } from '../../../src/lib/export/protection-report.ts';

const dimensions = [{ name: 'year' }, { name: 'zone' }];
const cell = (year: string, zone: string, value?: number) => ({ key: [year, zone], value });
const years = ['2023-2024', '2024-2025'].map((year) => ({
  ...{ year, status: 'optimal' as const, cells: 2, gap: 0, seconds: 1 }
}));
const shown = { k: 11, dimensions, cells: [cell('2023-2024', 'ALL', 30), cell('2024-2025', 'ALL', 40)] };
const hidden = { ...shown, cells: [cell('2023-2024', 'ALL'), cell('2024-2025', 'ALL', 40)] };
const rounded = { ...shown, rounding: 5 };
const html = (cube: typeof shown & { rounding?: number }) =>
  reportHtml(
    {
      ...{ k: 11, families: 3, method: 'exact', years, withheld: [] },
      audit: { examined: 1, open: [], narrowest: 10 }
    },
    { read: 48, kept: 47, findings: [] },
    cube
  );

it('the number of rows of a case file is told only where the shown totals give it: else it gives a hidden total by difference', () => {
  expect(tellsRows({ years }, shown)).toBe(true);
  expect(html(shown)).toContain('48 lignes lues, 47 retenues');
  for (const cube of [hidden, rounded]) {
    expect(tellsRows({ years }, cube)).toBe(false);
    expect(html(cube)).not.toMatch(/lignes lues|\b4[78]\b/);
  }
});
