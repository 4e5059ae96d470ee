// The road of a week with sessions: what they add to the meetings of that day, once a day and person, there and back.
import { expect, it } from 'vitest';
import { sessionDays } from '../../../../src/lib/engines/actions/index.ts';
import type { ActionSession, ActionYear, Engagement } from '../../../../src/lib/model/actions/action-year.ts';

const at = (id: string, begin: number, commune: string, people: string[]): Engagement => ({
  ...{ id, date: '2026-12-09', begin, end: begin + 60, commune, room: null, people }
});
const session = (id: string, begin: number, commune: string, people: string[], part = {}): ActionSession => ({
  ...at(id, begin, commune, people),
  ...{ sheet: 'FA-1', seats: null, enrolled: null, needs: [], ready: [] },
  ...{ period: 'école', status: 'planned', ...part }
});
const year = (sessions: ActionSession[], meetings: Engagement[] = []): ActionYear => ({
  ...{ today: '2026-12-01', delays: {}, stops: [], holidays: [], rooms: [], sessions, meetings },
  people: [
    { id: 'R1', away: [], base: 'A' },
    { id: 'C1', away: [], base: 'A' },
    { id: 'psychologue', away: [] }
  ],
  minutes: { A: { B: 10, C: 20 }, B: { A: 10, C: 15 }, C: { A: 20, B: 15 } }
});
const added = (...args: Parameters<typeof year>) =>
  sessionDays(year(...args), '2026-12-07', '2026-12-13').map(({ person, added: sum, stops }) => [
    person,
    sum.value,
    sum.unknown,
    stops.map(({ id }) => id).join(' ')
  ]);

it('goes there and back, from the base of whoever goes with the group', () => {
  expect(added([session('s', 600, 'B', ['R1', 'psychologue'])])).toEqual([['R1', 20, 0, 's']]);
});

it('is one round for two sessions of one day, and none for a session that is cancelled', () => {
  const two = [session('t', 800, 'C', ['R1']), session('s', 600, 'B', ['R1'])];
  expect(added(two)).toEqual([['R1', 45, 0, 's t']]);
  expect(added([session('s', 600, 'B', ['R1'], { status: 'cancelled' })])).toEqual([]);
});

it('of a day with a meeting is the detour alone: the road of the meeting is counted by itself', () => {
  const meeting = at('E1/1', 800, 'C', ['C1']);
  expect(added([session('s', 600, 'B', ['C1'])], [meeting])).toEqual([['C1', 5, 0, 's E1/1']]);
});

it('is unknown, not 0, where a road is', () => {
  expect(added([session('s', 600, 'D', ['R1'])])).toEqual([['R1', 0, 2, 's']]);
});
