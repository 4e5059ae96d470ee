// A kept year in a territory that has changed: what has no place is named and left out, the rest stays.
import { expect, it } from 'vitest';
import { fitYear, type KnownYear } from '../../../../src/lib/figures/calendar/fit-plan.ts';
import type { KeptMeeting, KeptYear } from '../../../../src/lib/storage/meeting-plan.ts';

const at = (team: string, number: number, date: string): KeptMeeting => ({ team, number, date, half: 'am' });
const KEPT: KeptYear = {
  year: '2026-2027',
  preset: 'travel',
  plan: [
    at('A', 1, '2026-09-07'),
    at('A', 2, '2026-11-09'),
    at('B', 1, '2026-09-08'),
    at('B', 2, '2026-11-10')
  ],
  locked: [at('A', 2, '2026-11-09'), at('B', 1, '2026-09-08')],
  absences: [
    { who: 'p', weekday: 1 },
    { who: 'q', from: '2026-09-07', to: '2026-09-08' }
  ],
  cancelled: ['B']
};
const known = (part: Partial<KnownYear> = {}): KnownYear => ({
  meetings: new Map([
    ['A', 2],
    ['B', 3]
  ]),
  days: new Set(KEPT.plan.map(({ date }) => date)),
  who: new Set(['p', 'q']),
  ...part
});

it('a year that still fits comes back as it was', () => {
  const { year, misfits } = fitYear(KEPT, known());
  expect(misfits).toEqual([]);
  expect({
    ...year,
    plan: [...year.plan].sort((a, b) => (a.team + a.number < b.team + b.number ? -1 : 1))
  }).toEqual(KEPT);
});

it('a team that is gone leaves with its meetings, its fixed dates and its cancelled meetings', () => {
  const { year, misfits } = fitYear(KEPT, known({ meetings: new Map([['A', 2]]) }));
  expect(misfits).toEqual([{ kind: 'team', team: 'B', count: 2 }]);
  expect(year.plan.map(({ team }) => team)).toEqual(['A', 'A']);
  expect(year.locked).toEqual([at('A', 2, '2026-11-09')]);
  expect(year.cancelled).toEqual([]);
});

it('a day that is closed now takes its date away, and the others are numbered anew, fixed ones too', () => {
  const { year, misfits } = fitYear(
    KEPT,
    known({ days: new Set(['2026-11-09', '2026-09-08', '2026-11-10']) })
  );
  expect(misfits).toEqual([{ kind: 'closed', team: 'A', slot: { date: '2026-09-07', half: 'am' } }]);
  expect(year.plan.filter(({ team }) => team === 'A')).toEqual([at('A', 1, '2026-11-09')]);
  expect(year.locked).toContainEqual(at('A', 1, '2026-11-09'));
});

it('meetings that are no longer asked for leave, the last ones first', () => {
  const { year, misfits } = fitYear(
    KEPT,
    known({
      meetings: new Map([
        ['A', 1],
        ['B', 2]
      ])
    })
  );
  expect(misfits).toEqual([
    { kind: 'more', team: 'A', count: 1 },
    { kind: 'more', team: 'B', count: 1 }
  ]);
  expect(year.plan).toEqual([at('A', 1, '2026-09-07'), at('B', 1, '2026-09-08')]);
});

it('absences of somebody who is no longer listed are named and left out', () => {
  const { year, misfits } = fitYear(KEPT, known({ who: new Set(['p']) }));
  expect(misfits).toEqual([{ kind: 'who', who: 'q', count: 1 }]);
  expect(year.absences).toEqual([{ who: 'p', weekday: 1 }]);
});
