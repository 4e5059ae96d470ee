// Meetings to come without a situation are told, each with the team of its coordination that waits too long.
import { expect, it } from 'vitest';
import { idleMeetings } from '../../../../src/lib/figures/calendar/idle-meetings.ts';

const meeting = (team: string, number: number, date: string) => ({ team, number, date });
const meetings = [
  meeting('A', 1, '2026-11-30'),
  meeting('A', 2, '2026-12-01'),
  meeting('B', 1, '2026-12-02'),
  meeting('A', 3, '2026-12-08'),
  meeting('D', 1, '2026-12-09')
];
const idle = (late: readonly (readonly [string, number])[]) =>
  idleMeetings({
    ...{ meetings, late: new Map(late), capacity: 8, today: '2026-12-01' },
    seenAt: ({ team }) => (team === 'B' ? ['a situation'] : []),
    coordinatorOf: (team) => (team === 'D' ? 'C2' : 'C1')
  });

it('those of today and to come, not those that are held or have a situation', () => {
  expect(idle([]).map(({ meeting: { team, number } }) => [team, number])).toEqual([
    ['A', 2],
    ['A', 3],
    ['D', 1]
  ]);
});

it('each half-day goes to the team of the same coordination that waits most, once what it reviews is taken off', () => {
  expect(
    idle([
      ['B', 12],
      ['C', 9],
      ['E', 40]
    ]).map(({ for: team }) => team)
  ).toEqual([
    // prettier-ignore
    { team: 'E', late: 40 },
    { team: 'E', late: 40 },
    null
  ]);
  expect(idle([['B', 12], ['C', 9]]).map(({ for: team }) => team?.team ?? null)).toEqual(['B', 'C', null]); // prettier-ignore
});

it('a meeting without an agenda is not said to be idle', () => {
  expect(
    idleMeetings({
      ...{ meetings, late: new Map(), capacity: 8, today: '2026-12-01' },
      ...{ seenAt: () => null, coordinatorOf: () => null }
    })
  ).toEqual([]);
});
