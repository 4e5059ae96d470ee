// Flows of the queue, year by year: they add up to what waits, and what is not dated is unknown.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { isWhole, schoolFlows } from '../../../src/lib/cube/school-flows.ts';

const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
const flowsOf = (changed: Partial<Dashboard> = {}) =>
  schoolFlows(new CoverageCube({ ...dashboard, ...changed }));

describe('flows of schools', () => {
  it('add up: those that waited, plus those that ask, minus those that open, wait', () => {
    const flows = flowsOf();
    expect(flows).toHaveLength(5);
    for (const [at, { requests, openings, waiting }] of flows.entries()) {
      if (at === 0) continue;
      expect(flows[at - 1]!.waiting + requests! - openings!).toBe(waiting);
    }
  });

  it('are those of the demonstration', () => {
    const flows = flowsOf();
    expect(flows.map(({ requests }) => requests)).toEqual([null, 5, 4, 7, 8]);
    expect(flows.map(({ openings }) => openings)).toEqual([null, 3, 3, 5, 6]);
    expect(flows.at(-1)).toMatchObject({ waiting: 11, followed: 67, whole: true });
  });

  it('a year is whole once its June is counted', () => {
    expect(isWhole(dashboard, dashboard.years.at(-1)!)).toBe(true);
    expect(flowsOf({ asOf: '2026-03' }).at(-1)!.whole).toBe(false);
    expect(flowsOf({ asOf: '2026-03' }).at(-2)!.whole).toBe(true);
  });

  it('are unknown where a school that waits has no date, never nought', () => {
    const schools = dashboard.schools.map((school) =>
      school.status === 'waiting' ? { ...school, requested_since: null } : school
    );
    expect(flowsOf({ schools }).map(({ requests }) => requests)).toEqual([null, null, null, null, null]);
  });

  it('are unknown where the service publishes no school that it follows', () => {
    const schools = dashboard.schools.map((school) => ({
      ...school,
      status: 'outside' as const,
      followed_since: null,
      requested_since: null
    }));
    for (const { requests, openings } of flowsOf({ schools })) {
      expect(requests).toBeNull();
      expect(openings).toBeNull();
    }
  });
});
