// An absence ends in a sheet: every school of the absent post once, who takes it, its meetings meanwhile, who tells whom.
import { describe, expect, it } from 'vitest';
import { handOver, type HandOverFacts } from '../../../../src/lib/engines/situations/hand-over.ts';

const facts: HandOverFacts = {
  absent: 'R1',
  from: '2026-09-14',
  to: '2026-09-28',
  moves: [
    { kind: 'unit', id: 'north', from: 'R1', to: 'R2' },
    { kind: 'unit', id: 'south', from: 'R1', to: 'R3' }
  ],
  units: [
    {
      id: 'north',
      schools: ['A', 'B'],
      pupils: 90,
      children: 12.2,
      teams: ['EPS-1'],
      correspondents: ['hall-1']
    },
    { id: 'south', schools: ['C'], pupils: 40, children: 5.8, teams: ['EPS-2'], correspondents: ['hall-1'] },
    { id: 'far', schools: ['D'], pupils: 10, children: 3, teams: [], correspondents: [] }
  ],
  coordinators: { R1: 'C1', R2: 'C1', R3: 'C2' },
  roads: { before: { R2: 100, R3: 90 }, during: { R2: 130.5, R3: 90 } },
  meetings: [
    { team: 'EPS-1', date: '2026-09-28' },
    { team: 'EPS-1', date: '2026-09-13' },
    { team: 'EPS-1', date: '2026-09-15' },
    { team: 'EPS-2', date: '2026-09-29' }
  ]
};

describe('a hand-over', () => {
  it('gives each post what it takes: schools, pupils, whole children and road a week', () => {
    const { taken, pupils, weeks, untaken } = handOver(facts);
    expect(taken).toEqual([
      { referent: 'R2', units: ['north'], schools: ['A', 'B'], pupils: 90, children: 12, roadAdded: 30.5 },
      { referent: 'R3', units: ['south'], schools: ['C'], pupils: 40, children: 6, roadAdded: 0 }
    ]);
    expect([pupils, weeks, untaken]).toEqual([130, 3, ['far']]);
  });

  it('has a line a school, with the meetings of its teams from the first day to the last', () => {
    const { rows } = handOver(facts);
    expect(rows.map(({ school, to }) => [school, to])).toEqual([
      ['A', 'R2'],
      ['B', 'R2'],
      ['C', 'R3']
    ]);
    expect(rows[0]!.meetings!.map(({ date }) => date)).toEqual(['2026-09-15', '2026-09-28']);
    expect(rows[2]!.meetings).toEqual([]);
    expect(handOver({ ...facts, meetings: null }).rows[0]!.meetings).toBeNull();
  });

  it('says who tells whom, once each: the other coordinator, the posts, the correspondents', () => {
    expect(handOver(facts).tellings).toEqual([
      { who: 'C1', whom: 'C2', as: 'coordinator' },
      { who: 'C1', whom: 'R2', as: 'referent' },
      { who: 'C1', whom: 'R3', as: 'referent' },
      { who: 'C1', whom: 'hall-1', as: 'correspondent' }
    ]);
  });

  it('leaves the road unknown where it is', () => {
    expect(handOver({ ...facts, roads: null }).taken[0]!.roadAdded).toBeNull();
  });
});

it('children that posts take sum to those of the absent post, rounded once', () => {
  const units = facts.units.map((unit, at) => ({ ...unit, children: [12.4, 5.4, 0][at]! }));
  const { children, taken } = handOver({ ...facts, units });
  expect(children).toBe(18);
  expect(taken.map((post) => post.children)).toEqual([12, 6]);
  const none = facts.units.map((unit) => ({ ...unit, children: 0 }));
  expect(handOver({ ...facts, units: none }).taken.map((post) => post.children)).toEqual([0, 0]);
});
