// Bilan and Semaine count the children of a referent alike over the year; the day is another count, and says so.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { childrenOfPost } from '../../../../src/lib/features/sectors/words.ts';
import { parseAssignmentFile, todayPlan } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { childrenOfYear } from '../../../../src/lib/model/assignment/fair-load.ts';

it('the children of the year of each referent are those of Semaine and Répartition; together, those of the sentence of Couverture', () => {
  const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
  const file = parseAssignmentFile(readFileSync('static/graph/split.json', 'utf8'));
  const sectors = new SectorsState(file, dashboard, () => '');
  const plan = todayPlan(file);
  for (const { id } of file.posts) expect(childrenOfYear(file, plan, id)).toBe(childrenOfPost(sectors, id));
  expect(childrenOfYear(file, plan)).toBe(380);
});
