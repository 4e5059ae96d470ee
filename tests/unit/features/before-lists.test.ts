// A PRE opened by its name, before any list of its service: nothing is known, no figure is made up, and pages say which lists to drop first.
import { expect, it } from 'vitest';
import { isUnknownToday } from '../../../src/lib/engines/verdicts/index.ts';
import { reportOf } from '../../../src/lib/figures/report.svelte.ts';
import { DemandState } from '../../../src/lib/features/demand/demand-state.svelte.ts';
import { meansYears } from '../../../src/lib/features/demand/means-years.ts';
import { reportSentence } from '../../../src/lib/features/report/line-words.ts';
import { pageReadiness } from '../../../src/lib/features/territory/readiness.ts';
import { publicFigures } from '../../../src/lib/figures/verdict-figures.ts';
import { postsRequest } from '../../../src/lib/figures/posts-request.ts';
import { publicProgramme } from '../../../src/lib/cube/public-programme.ts';
import { absentWords } from '../../../src/lib/session/counts-underway.ts';
import { situationWords } from '../../../src/lib/ui/situation.ts';
import { LISTS, territoryWithout } from '../../fixtures/territory/lists-away.ts';

const bare = await territoryWithout({ lists: LISTS }, '2026-12');
const whole = await territoryWithout({});
const today = '2026-12-01';
const tab = { cases: null, records: null, kept: { typed: {}, given: {} }, today };

it('the year is that of the service, and the age of public files is said beside it', () => {
  expect(bare.cube.dashboard.years).toEqual(['2026-2027']);
  const said = situationWords(bare.cube.dashboard, '2026-2027');
  expect(said).toContain('2026-2027');
  expect(said).toContain('fichiers publics (2022-2023)');
  // Counts of children are of their own year.
  expect(whole.cube.dashboard.years).toEqual(['2022-2023']);
});

it('nobody is told that nothing waits for a decision', () => {
  const { cube, programme } = bare;
  const figures = publicFigures(cube, publicProgramme(programme), null);
  expect(figures).toEqual({});
  const report = { year: '2026-2027', ready: 4, total: 89 };
  expect(isUnknownToday({ ...figures, doubts: { rows: 0 }, report })).toBe(true);
  expect(isUnknownToday({ ...figures, doubts: { rows: 2 } })).toBe(false);
  const known = publicFigures(whole.cube, publicProgramme(whole.programme), null);
  expect(isUnknownToday({ ...known, doubts: { rows: 0 } })).toBe(false);
});

it('no year to come costs 0 €, and nothing is foreseen of schools', () => {
  const view = postsRequest({ cube: bare.cube, file: bare.assignment, today });
  const years = meansYears(new DemandState(bare.cube), { view, chosen: null });
  for (const { posts, followed, waiting, budget, added } of years)
    expect([posts, followed, waiting, budget, added]).toEqual([null, null, null, null, null]);
});

it('answers that come from public files are not said to come from those of the service', () => {
  const sources = { dashboard: bare.cube.dashboard, programme: bare.programme, assignment: bare.assignment };
  const report = reportOf(sources, tab);
  expect(report.year).toBe('2026-2027');
  const said = reportSentence(report, 0, 'own');
  expect(report.ready).toBeGreaterThan(0);
  expect(said).not.toContain('vos fichiers');
  expect(said).toContain('données publiques');
});

it('no page of Mon territoire is complete', () => {
  const pages = pageReadiness(bare.files).flatMap(({ pages }) => pages);
  const complete = pages.filter(({ state }) => state === 'complete').map(({ path }) => path);
  expect(
    complete.filter(
      (path) =>
        !['/territoire', '/donnees', '/methode', '/confidentialite', '/accessibilite', '/plan'].includes(path)
    )
  ).toEqual([]);
});

it('what is not known is said to be unknown, not unpublished', () => {
  expect(absentWords()).toBe('inconnu');
});
