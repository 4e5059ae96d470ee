// Meetings of teams that serve several communes, and what communes buy together.
import { describe, expect, it } from 'vitest';
import { meetingsCompared, sharedTeams, type PooledTeam } from '$lib/engines/demand/pooling/meetings.ts';
import { purchasesCompared } from '$lib/engines/demand/pooling/purchases.ts';

const team = (id: string, commune: string, meetings: number | null, schools: PooledTeam['schools']) => ({
  id,
  commune,
  meetings,
  schools
});

describe('meetings', () => {
  it('are the same when every team serves one commune', () => {
    const found = meetingsCompared([team('1', 'A', 4, { A: 3 }), team('2', 'B', 3, { B: 2 })]);
    expect(found?.gain).toEqual({ low: 0, central: 0, high: 0 });
    expect(found?.pooled.central).toBe(7);
  });

  it('of a common team: none more at least, each commune its own at most, its share rounded up in between', () => {
    // Five meetings for four schools of A and two of B: 4 and 2 in between.
    const teams = [team('1', 'A', 5, { A: 4, B: 2 }), team('2', 'B', 3, { B: 1 })];
    expect(meetingsCompared(teams)?.gain).toEqual({ low: 0, central: 1, high: 5 });
    expect(sharedTeams(teams).map(({ id }) => id)).toEqual(['1']);
  });

  it('a commune without any team of its own holds one at least', () => {
    expect(meetingsCompared([team('1', 'A', 4, { A: 2, B: 2 })])?.gain).toEqual({
      low: 1,
      central: 1,
      high: 4
    });
  });

  it('a team that serves one commune from another is not common', () => {
    const teams = [team('1', 'A', 4, { B: 2 })];
    expect(sharedTeams(teams)).toEqual([]);
    expect(meetingsCompared(teams)?.gain.high).toBe(0);
  });

  it('that are unknown are left out and named, never counted as none', () => {
    const found = meetingsCompared([team('1', 'A', null, { A: 1, B: 1 }), team('2', 'B', 3, { B: 1 })]);
    expect(found?.missing).toEqual(['1']);
    expect(found?.pooled.central).toBe(3);
    expect(meetingsCompared([team('1', 'A', null, { A: 1 })])).toBeNull();
    expect(meetingsCompared([])).toBeNull();
  });
});

describe('purchases', () => {
  const three = { id: 'FA-1', euros: 30_000, communes: 3 };

  it('go from no gain without any hypothesis to fixed part and discount at their greatest', () => {
    const found = purchasesCompared([three], { fixedShare: 0.1, discount: 0 });
    expect(found?.alone).toEqual({
      low: 30_000,
      central: expect.closeTo(33_000, 6),
      high: expect.closeTo(36_000, 6)
    });
    expect(purchasesCompared([three], { fixedShare: 0, discount: 0.1 })?.gain.high).toBeCloseTo(3_333.33, 1);
    expect(purchasesCompared([three], { fixedShare: 0, discount: 0 })?.gain).toEqual({
      low: 0,
      central: 0,
      high: 0
    });
  });

  it('of one commune are not shared', () => {
    expect(purchasesCompared([{ ...three, communes: 1 }], { fixedShare: 0.1, discount: 0.1 })).toBeNull();
  });

  it('of unknown cost are left out and named', () => {
    const unknown = { id: 'FA-2', euros: null, communes: 4 };
    expect(purchasesCompared([three, unknown], { fixedShare: 0.1, discount: 0 })?.missing).toEqual(['FA-2']);
    expect(purchasesCompared([unknown], { fixedShare: 0.1, discount: 0 })).toBeNull();
  });
});
