// The queue and the forecast are one record each: Attente et moyens, a frame, a note and a portrait say the same, computed once.
import { expect, it, vi } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { latestYear } from '../../../src/lib/cube/dashboard.ts';
import type { PublicProgramme } from '../../../src/lib/cube/public-programme.ts';
import { unfiltered } from '../../../src/lib/cube/filter.ts';
import { DEFAULT_WEIGHTS } from '../../../src/lib/cube/waiting.ts';
import { CoverageState } from '../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { DemandState } from '../../../src/lib/features/demand/demand-state.svelte.ts';
import { waitingOf } from '../../../src/lib/features/demand/queue/waiting-rows.ts';
import { publicFigures } from '../../../src/lib/figures/verdict-figures.ts';
import { queueOf } from '../../../src/lib/figures/queue.ts';
import { postsRequest } from '../../../src/lib/figures/posts-request.ts';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

/** Of the same tables, as a page and a frame have each their own. */
function cubes() {
  const dashboard = { ...smallDashboard };
  const [page, frame] = [new CoverageCube(dashboard), new CoverageCube(dashboard)];
  const reads = vi.spyOn(CoverageCube.prototype, 'children');
  const lists = vi.spyOn(CoverageCube.prototype, 'schools');
  reads.mockClear();
  lists.mockClear();
  return { dashboard, page, frame, reads, lists };
}

it('the page and a frame have one forecast, computed once, and another for another growth', () => {
  const { page, frame, reads } = cubes();
  const [shown, framed] = [new DemandState(page), new DemandState(frame)];
  const { figures } = shown;
  const count = reads.mock.calls.length;
  expect(count).toBeGreaterThan(0);
  expect(framed.figures).toBe(figures);
  expect(reads).toHaveBeenCalledTimes(count);
  framed.read(new URLSearchParams('hausse=nulle'));
  expect(framed.figures).not.toBe(figures);
  expect(framed.figures.counts).toEqual(figures.counts);
  expect(shown.figures).toBe(figures);
});

it('a collège of the list of followed schools is in no count of schools that wait, on any page', () => {
  const waits = smallDashboard.schools.find(({ status }) => status === 'waiting')!;
  const schools = [...smallDashboard.schools, { ...waits, uai: '0599999Z', kind: 'college' as const }];
  const cube = new CoverageCube({ ...smallDashboard, schools });
  const filter = unfiltered(latestYear(smallDashboard));
  const count = cube.zone(filter).waiting;
  expect(queueOf(cube, { filter, weights: DEFAULT_WEIGHTS })).toHaveLength(count);
  const programme = { missing: null, correspondents: [] } as unknown as PublicProgramme;
  expect(publicFigures(cube, programme, null).waiting?.schools).toHaveLength(count);
});

it('the queue of Attente et moyens is the one that openings are counted from, listed once', () => {
  const { dashboard, page, frame, lists } = cubes();
  const inputs = { filter: unfiltered(latestYear(dashboard)), weights: DEFAULT_WEIGHTS };
  const queue = queueOf(page, inputs);
  expect(queue.length).toBeGreaterThan(0);
  const count = lists.mock.calls.length;
  expect(queueOf(frame, inputs)).toBe(queue);
  expect(lists).toHaveBeenCalledTimes(count);
  const asked = [page, frame].map((cube) => postsRequest({ cube, file: null, today: '2026-11-29' }).queue);
  expect(asked[1]).toBe(asked[0]);
  const coverage = new CoverageState(new SiteData(dashboard));
  expect(waitingOf(coverage)).toBe(queue);
  expect(
    waitingOf(coverage)
      .map(({ school }) => school.uai)
      .sort()
  ).toEqual(asked[0]!.map(({ school }) => school.uai).sort());
});
