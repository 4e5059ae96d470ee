// The demonstration's sessions: fictitious, a whole year of them, with what a coordinator meets.
import { describe, expect, it } from 'vitest';
import { demoSessions, SESSIONS_TOLD_ON } from '../../../../scripts/demo/actions/sessions.ts';
import { actionSpread, judgeActions, sessionRemarks, sharedTrips } from '$lib/engines/actions/index.ts';
import { looksLikePerson } from '$lib/engines/import/index.ts';
import { actionYear, sheetPeriods } from '$lib/figures/actions/action-year.ts';
import { sessionSheet } from '$lib/model/actions/session-rows.ts';
import { NEED_DELAYS } from '$lib/model/actions/needs.ts';
import { noMeetings } from '$lib/model/meetings/meetings-file.ts';
import { DEMO, ROOT } from './repository.ts';

const file = demoSessions(ROOT, DEMO.rows);
const { sessions, rooms } = file;
const { actions, correspondents, teams } = DEMO.rows;
const year = actionYear({
  rows: sessions,
  rooms,
  periods: sheetPeriods(actions),
  delays: NEED_DELAYS,
  meetings: { file: noMeetings('59'), programme: { teams, actions, correspondents } as never, minutes: {} },
  posts: [],
  calendar: null,
  absence: null,
  today: SESSIONS_TOLD_ON
});
const judged = judgeActions(year);
const before = sessions.filter(({ date }) => date < SESSIONS_TOLD_ON);

describe('the sessions of the demonstration', () => {
  it('are about 170 of the school year, the same at every build, and said to be fictitious', () => {
    expect(file.synthetic).toBe(true);
    expect(sessions.length).toBeGreaterThanOrEqual(165);
    expect(sessions.length).toBeLessThanOrEqual(175);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
    expect(demoSessions(ROOT, DEMO.rows)).toEqual(file);
    expect(sessions.every(({ date }) => date >= '2026-09-01' && date <= '2027-07-03')).toBe(true);
  });

  it('show what a coordinator meets: three clashes, three that cannot be held, two shared vehicles', () => {
    expect(judged.clashes.map(({ kind }) => kind).sort()).toEqual(['person', 'room', 'seats']);
    const missing = judged.todo.filter(
      ({ session, need, state }) =>
        state === 'late' && judged.compromised.includes(session) && year.stops.includes(need)
    );
    expect(missing.map(({ need }) => need).sort()).toEqual(['salle', 'salle', 'transport']);
    expect(sharedTrips(year.sessions, SESSIONS_TOLD_ON).map(({ sessions: two }) => two.length)).toEqual([
      2, 2
    ]);
    expect(sessionRemarks(year.sessions, actions.map(sessionSheet))).toEqual([]);
  });

  it('before today they were held, with those who came, or cancelled; two are still asked about', () => {
    const by = (status: string) => before.filter((one) => one.status === status);
    expect(by('planned')).toHaveLength(2);
    expect(by('cancelled').length).toBeGreaterThan(0);
    expect(by('held').length).toBeGreaterThan(30);
    expect(by('held').every(({ present, enrolled }) => present! > 0 && present! <= enrolled!)).toBe(true);
    const ahead = sessions.filter(({ date }) => date >= SESSIONS_TOLD_ON);
    expect(ahead.some(({ status }) => status === 'confirmed')).toBe(true);
    expect(ahead.some(({ status }) => status === 'held')).toBe(false);
  });

  it('name functions and places, never somebody', () => {
    const words = sessions.flatMap(({ providers, companions, place }) => [
      ...providers,
      ...companions,
      place
    ]);
    expect([...words, ...rooms.map(({ name }) => name)].filter(looksLikePerson)).toEqual([]);
  });

  it('belong to actions that began and were taken up over four years', () => {
    const { trees, faults } = actionSpread(actions.map(sessionSheet));
    expect(faults).toEqual([]);
    expect(new Set(actions.flatMap(({ begun }) => begun ?? [])).size).toBe(4);
    expect(trees.filter(({ root }) => root.takenUp.length > 0).length).toBeGreaterThanOrEqual(4);
  });
});
