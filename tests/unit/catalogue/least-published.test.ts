// The threshold that pages tell is the territory's own.
import { expect, it } from 'vitest';
import { leastPublished } from '../../../src/lib/catalogue/table.ts';
import { tableNamed } from '../../../src/lib/catalogue/tables.ts';

it('an internal site tells its own threshold, a public one the rule’s, and a table of places none', () => {
  const counts = tableNamed('pathways_cube');
  expect(leastPublished(counts, {})).toBe(11);
  expect(leastPublished(counts, { thresholds: { children: 5, families: 3 } })).toBe(5);
  expect(leastPublished(tableNamed('communes'), { thresholds: { children: 5, families: 3 } })).toBeNull();
});
