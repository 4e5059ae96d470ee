// What has changed since a visit: figures, schools followed and waiting; nothing that a protected count would give away.
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { sinceVisit, visitOf } from '../../../src/lib/cube/since-visit.ts';
import type { School } from '../../../src/lib/model/school.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const before = new CoverageCube(smallDashboard);
const visit = visitOf(before, '2026-03-03');
const changed = (schools: readonly School[]) =>
  new CoverageCube({ ...smallDashboard, schools: [...schools], fingerprint: 'another' });

describe('since a visit', () => {
  it('nothing is told while the data are the same', () => {
    expect(sinceVisit(before, visit)).toBeNull();
  });

  it('a waiting school that is followed now is told by name and in both counts', () => {
    const [first] = visit.waiting;
    const now = changed(
      smallDashboard.schools.map((school) =>
        school.uai === first ? { ...school, status: 'followed', followed_since: visit.year } : school
      )
    );
    const since = sinceVisit(now, visit)!;
    expect(since.gained.map(({ uai }) => uai)).toEqual([first]);
    expect(since.newlyWaiting).toEqual([]);
    const row = (name: string) => since.rows.find(({ figure }) => figure === name)!.compared.difference.value;
    expect([row('followed'), row('waiting')]).toEqual([1, -1]);
  });

  it('a school that has left the lists is named, or numbered when it is no longer known', () => {
    const [first, second] = visit.followed;
    const now = changed(
      smallDashboard.schools
        .filter(({ uai }) => uai !== first)
        .map((school) => (school.uai === second ? { ...school, status: 'outside' } : school))
    );
    const { gone } = sinceVisit(now, visit)!;
    expect(gone.map(({ uai }) => uai).sort()).toEqual([first!, second!].sort());
    expect(gone.find(({ uai }) => uai === first)!.school).toBeNull();
    expect(gone.find(({ uai }) => uai === second)!.school).not.toBeNull();
  });

  it('a count that was protected is not compared', () => {
    const hidden = { ...visit, figures: { ...visit.figures, children: null } };
    const { rows } = sinceVisit(changed(smallDashboard.schools), hidden)!;
    expect(rows.find(({ figure }) => figure === 'children')!.compared.difference.value).toBeNull();
  });
});
