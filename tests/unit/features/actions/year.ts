// Sessions of two communes around 1 December 2026, for the tests of the page.
import { judgeActions } from '../../../../src/lib/engines/actions/index.ts';
import { ActionsBook, type ActionsFacts } from '../../../../src/lib/figures/actions/actions-book.ts';
import type { ListedSession, SessionSheet } from '../../../../src/lib/model/actions/action-sheets.ts';
import type { ActionYear } from '../../../../src/lib/model/actions/action-year.ts';
import { NEED_DELAYS, STOPPING_NEEDS } from '../../../../src/lib/model/actions/needs.ts';

export const TODAY = '2026-12-01';
export const HOLIDAYS = [{ kind: 'christmas', from: '2026-12-19', to: '2027-01-03' }] as const;

/** Ready, on a school day, at 14:00 in Anzin. */
export const session = (id: string, part: Partial<ListedSession> = {}): ListedSession => ({
  ...{
    id,
    sheet: 'FA-12',
    date: '2026-12-09',
    begin: 840,
    end: 960,
    commune: '59014',
    room: null,
    people: []
  },
  ...{ seats: null, enrolled: null, present: null, needs: [], ready: [], place: '', transport: null },
  ...{ period: 'école', status: 'planned' },
  ...part
});

const SHEETS: SessionSheet[] = ['FA-12', 'FA-29'].map((id) => ({
  ...{ id, theme: null, communes: [], cost_euros: null, sessionCost: null, begun: null, takenFrom: null }
}));
const COMMUNES: Record<string, string> = { 59014: 'Anzin', 59606: 'Valenciennes' };

/** What the page reads of some sessions. @param part of the year, and whom a commune has */
export function bookOf(
  sessions: readonly ListedSession[],
  part: Partial<ActionYear> = {},
  around: Partial<ActionsFacts> = {}
): ActionsBook {
  const year: ActionYear = {
    ...{
      today: TODAY,
      delays: NEED_DELAYS,
      stops: STOPPING_NEEDS,
      rooms: [],
      people: [],
      minutes: {},
      meetings: []
    },
    holidays: HOLIDAYS.map(({ from, to }) => [from, to] as const),
    ...part,
    sessions
  };
  return new ActionsBook({
    year,
    sessions,
    sheets: SHEETS,
    judged: judgeActions(year),
    names: {
      commune: (code) => COMMUNES[code] ?? code,
      sheet: (id) => (id === 'FA-12' ? 'Coup de pouce langage' : 'Sport et santé'),
      theme: (id) => (id === 'FA-12' ? 'Expression orale' : null),
      form: () => null,
      person: (id) => id,
      room: (id) => id,
      meeting: () => 'Verrerie'
    },
    hasCorrespondent: (commune) => commune === '59014',
    coordinators: () => ['Coordination 1'],
    referents: () => ['Référent 1', 'Référent 2'],
    ...around
  });
}
