// Problems of `npm run actions`: one to change, and small ones at random.
import fc from 'fast-check';
import { readActions } from '../../../../src/lib/engines/actions/index.ts';

export interface MeetingRow {
  id: string;
  date: string;
  from: string;
  to: string;
  commune: string;
  room: string | null;
  people: string[];
}
export interface SessionRow extends MeetingRow {
  sheet: string;
  seats: number | null;
  enrolled: number | null;
  needs: string[];
  ready: string[];
  period?: string;
  status: string;
}
export interface ProblemRow {
  today: string;
  delays?: Record<string, [number, number]>;
  stops?: string[];
  holidays: [string, string][];
  rooms: { id: string; commune: string; closed: [string, string][] }[];
  people: { id: string; away: [string, string][] }[];
  minutes: Record<string, Record<string, number>>;
  meetings: MeetingRow[];
  sessions: SessionRow[];
}

/** A session of an afternoon, alone in its room, with nothing to get. */
export const session = (change: Partial<SessionRow> = {}): SessionRow => ({
  id: 'S1',
  sheet: 'FA-02',
  date: '2026-12-10',
  from: '14:00',
  to: '16:00',
  commune: 'A',
  room: null,
  people: [],
  seats: null,
  enrolled: null,
  needs: [],
  ready: [],
  status: 'planned',
  ...change
});

/** A team meeting of the same afternoon. */
export const meeting = (change: Partial<MeetingRow> = {}): MeetingRow => ({
  id: 'M1',
  date: '2026-12-10',
  from: '14:00',
  to: '16:00',
  commune: 'A',
  room: null,
  people: [],
  ...change
});

/** A problem of some sessions. */
export const problem = (sessions: SessionRow[], change: Partial<ProblemRow> = {}): ProblemRow => ({
  today: '2026-12-01',
  holidays: [],
  rooms: [],
  people: [],
  minutes: {},
  meetings: [],
  sessions,
  ...change
});

/** The year of a problem. */
export const yearOf = (document: ProblemRow) => readActions(document).year;

const DATES = ['2027-02-26', '2027-02-28', '2027-03-01', '2027-03-02', '2027-03-05', '2027-03-20'];
const HOURS = ['08:00', '08:59', '09:00', '09:01', '09:10', '10:00', '13:30', '14:00', '23:59'];
/** Texts whose orders differ: by code unit, by code point, by language, by their JSON. */
const IDS = ['S1', 'S10', 'S1 b', 's1', 'é', 'e', 'Z', '\u{1F600}', '\uFFFD', '"', '\\', '\n', 'ÿ', '!'];
const NEEDS = ['salle', 'intervenant', 'transport', 'groupe', 'information', 'accords', 'matériel', 'goûter'];
const date = fc.constantFrom(...DATES);
const range = fc.tuple(date, date).map(([one, other]) => [one, other].sort() as [string, string]);
const some = <Value>(values: readonly Value[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { maxLength });
const count = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
const hours = fc
  .uniqueArray(fc.constantFrom(...HOURS), { minLength: 2, maxLength: 2 })
  .map((pair) => pair.sort() as [string, string]);
const engagement = fc.record({
  date,
  hours,
  commune: fc.constantFrom('A', 'B', 'C', 'constructor'),
  room: fc.constantFrom(null, 'r1', 'r2', '__proto__'),
  people: some(['p', 'q', 'toString'], 3)
});

/** Up to 14 engagements over six days. */
export const smallProblems: fc.Arbitrary<ProblemRow> = fc
  .record({
    today: date,
    holidays: fc.array(range, { maxLength: 2 }),
    rooms: fc.array(
      fc.record({
        id: fc.constantFrom('r1', 'r2', '__proto__'),
        commune: fc.constantFrom('A', 'B'),
        closed: fc.array(range, { maxLength: 2 })
      }),
      { maxLength: 3 }
    ),
    people: fc.array(
      fc.record({ id: fc.constantFrom('p', 'q', 'toString'), away: fc.array(range, { maxLength: 2 }) }),
      { maxLength: 3 }
    ),
    minutes: fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'constructor'),
      fc.dictionary(
        fc.constantFrom('A', 'B', 'C', 'constructor'),
        fc.constantFrom(0, 0.5, 1, 9, 10, 11, 60, 241)
      )
    ),
    settings: fc.constantFrom<Pick<ProblemRow, 'stops' | 'delays'>>(
      {},
      { stops: ['accords', 'goûter'] },
      { stops: [] },
      { delays: { goûter: [40, 3], salle: [1, 0] } }
    ),
    ids: fc.shuffledSubarray(IDS, { minLength: IDS.length }),
    meetings: fc.array(engagement, { maxLength: 4 }),
    sessions: fc.array(
      fc.tuple(
        engagement,
        fc.record({
          sheet: fc.constant('FA'),
          seats: count,
          enrolled: count,
          needs: some(NEEDS, 4),
          ready: some(NEEDS, 2),
          status: fc.constantFrom('planned', 'planned', 'confirmed', 'held', 'cancelled')
        }),
        fc.constantFrom<Pick<SessionRow, 'period'>>(
          {},
          { period: 'école' },
          { period: 'vacances' },
          { period: "toute l'année" }
        )
      ),
      { maxLength: 10 }
    )
  })
  .map(({ settings, ids, meetings, sessions, ...rest }) => {
    const placed = (one: (typeof meetings)[number], at: number): MeetingRow => {
      const { hours: when, ...other } = one;
      return { id: ids[at]!, from: when[0], to: when[1], ...other };
    };
    return {
      ...rest,
      ...settings,
      meetings: meetings.map(placed),
      sessions: sessions.map(([one, told, period], at) => ({
        ...placed(one, meetings.length + at),
        ...told,
        ...period
      }))
    };
  });
