// The report on protected counts says for whom it is.
import { expect, it } from 'vitest';
import { reportHtml } from '../../../src/lib/export/protection-report.ts';

const cell = (zone: string, value?: number) => ({ key: [zone], value });
const html = (k: number, below = 0) =>
  reportHtml(
    {
      ...{ k, families: 3, method: 'exact' as const, withheld: [] },
      years: [{ year: '2024-2025', status: 'optimal' as const, cells: 2, gap: 0, seconds: 1 }],
      audit: { examined: 1, open: [], narrowest: 10, below }
    },
    { k, dimensions: [{ name: 'zone' }], cells: [cell('ALL', 40), cell('59350')] }
  );

it('the report says that it may be published at the threshold of the public, and never under it', () => {
  expect(html(11)).toContain('ce qui peut être publié');
  expect(html(5)).toMatch(
    /montré dans le service.*des groupes de 5 à 10 enfants sont montrés\u202f?[ \u00a0]?: rien de ceci ne se publie/s
  );
  expect(html(5)).not.toContain('publié</h1>');
});

it('the report says what its check does not cover', () => {
  expect(html(11)).toContain('ni ce qu’un autre document aurait donné');
  expect(html(11)).not.toContain('ni ce que trois cases');
  expect(html(11, 1)).toContain('ni ce que trois cases ou plus donnent ensemble');
});
