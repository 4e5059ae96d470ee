// Reads the parsed JSON of a year of sessions: what cannot be used is refused with every cause at once, what is doubtful is told.
import * as v from 'valibot';
import {
  ACTION_PERIODS,
  SESSION_STATUSES,
  clockMinutes,
  clockText,
  type ActionYear
} from '../../model/actions/action-year.ts';
import { NEED_DELAYS, STOPPING_NEEDS, type NeedDelay } from '../../model/actions/needs.ts';
import { isRecord } from '../../model/documents/json.ts';
import { DocumentFindings, fields, shown } from '../../model/documents/read-document.ts';
import type { Finding } from '../../model/findings.ts';
import { dayNumber } from '../../model/meetings/days.ts';

const MOST_ROWS = 100_000;
/** Delays of ten years at most, between these days: every due day is then of four digits. */
const MOST_DAYS = 3650;
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9990-12-31';

const Text = v.pipe(v.string('"…"'), v.nonEmpty('"…"'));
const Texts = v.pipe(v.array(Text, '["…"]'), v.maxLength(MOST_ROWS));
const IsoDay = v.pipe(
  v.string('"2026-09-07"'),
  v.check((text) => !Number.isNaN(dayNumber(text)) && text >= FIRST_DAY && text <= LAST_DAY, '"2026-09-07"')
);
const Clock = v.pipe(
  v.string('"14:00"'),
  v.check((text) => !Number.isNaN(clockMinutes(text)), '"14:00"'),
  v.transform(clockMinutes)
);
/** A number of children; null, or absent: unknown. */
const Children = v.optional(v.nullable(v.pipe(v.number('≥ 0'), v.integer('1, 2, 3'), v.minValue(0))), null);
const Ranges = v.pipe(
  v.array(v.strictTuple([IsoDay, IsoDay], '["2026-12-19", "2027-01-03"]'), '[…]'),
  v.maxLength(MOST_ROWS)
);
/* @__NO_SIDE_EFFECTS__ */
const List = <Row>(row: v.GenericSchema<unknown, Row>) => v.pipe(v.array(row, '[…]'), v.maxLength(MOST_ROWS));
/** « toute l’année », whichever apostrophe. */
const Period = v.pipe(
  v.unknown(),
  v.transform((given) => (typeof given === 'string' ? given.replace('\u2019', "'") : given)),
  v.picklist(ACTION_PERIODS)
);

const ROOM = { id: Text, commune: Text, closed: Ranges };
const PERSON = { id: Text, away: Ranges };
const MEETING = {
  id: Text,
  date: IsoDay,
  from: Clock,
  to: Clock,
  commune: Text,
  room: v.optional(v.nullable(Text), null),
  people: Texts
};
const SESSION = {
  ...MEETING,
  sheet: v.string('"…"'),
  seats: Children,
  enrolled: Children,
  needs: Texts,
  ready: Texts,
  period: v.optional(Period, () => ACTION_PERIODS[0]),
  status: v.picklist(SESSION_STATUSES)
};
const PROBLEM = {
  today: IsoDay,
  delays: v.optional(v.custom<Record<string, unknown>>(isRecord, '{…}'), {}),
  stops: v.optional(Texts, () => [...STOPPING_NEEDS]),
  holidays: Ranges,
  rooms: List(fields(ROOM)),
  people: List(fields(PERSON)),
  minutes: v.custom<Record<string, unknown>>(isRecord, '{…}'),
  meetings: List(fields(MEETING)),
  sessions: List(fields(SESSION))
};
const Problem = fields(PROBLEM);
const ROWS = { rooms: ROOM, people: PERSON, meetings: MEETING, sessions: SESSION };
type ReadProblem = v.InferOutput<typeof Problem>;

const CODES = { other: 'actions-value' };

export interface ReadActions {
  year: ActionYear;
  findings: Finding[];
}

/** The default delays, each replaced by the one that the document gives. */
function readDelays(read: DocumentFindings, given: Record<string, unknown>): Record<string, NeedDelay> {
  const delays = new Map(Object.entries(NEED_DELAYS));
  const Days = v.pipe(
    v.number(`0 … ${MOST_DAYS}`),
    v.integer('1, 2, 3'),
    v.minValue(0),
    v.maxValue(MOST_DAYS)
  );
  for (const [need, value] of Object.entries(given)) {
    const delay = read.read(v.strictTuple([Days, Days], '[30, 7]'), value, CODES, `delays.${need}`);
    if (delay === null) continue;
    if (delay[0] < delay[1]) read.doubt('actions-delays', `delays.${need}`, shown(delay));
    delays.set(need, delay);
  }
  return Object.fromEntries(delays);
}

/** Minutes between communes, whatever these are called. */
function readMinutes(read: DocumentFindings, given: Record<string, unknown>): ActionYear['minutes'] {
  const rows = Object.entries(given).map(([from, row]) => {
    if (!isRecord(row)) read.wrong('actions-value', `minutes.${from}`, shown(row), '{…}');
    const entries = Object.entries(isRecord(row) ? row : {});
    for (const [to, minutes] of entries)
      if (typeof minutes !== 'number' || !Number.isFinite(minutes) || minutes < 0)
        read.wrong('actions-value', `minutes.${from}.${to}`, shown(minutes), '≥ 0');
    return [from, Object.fromEntries(entries) as Record<string, number>] as const;
  });
  return Object.fromEntries(rows);
}

/** Keys that nothing reads, each told once: a word misspelt would be lost in silence. */
function tellUnreadKeys(
  read: DocumentFindings,
  rows: readonly unknown[],
  known: object,
  place: string
): void {
  const unread = new Set(
    rows.flatMap((row) => Object.keys(row ?? {}).filter((key) => !Object.hasOwn(known, key)))
  );
  for (const key of unread) read.doubt('actions-unread-key', `${place}${key}`, key, 'note');
}

/** Whether periods end after they begin; told where they do not. */
function checkRanges(read: DocumentFindings, { holidays, rooms, people }: ReadProblem): void {
  const lists = [
    { place: 'holidays', ranges: holidays },
    ...rooms.map(({ closed }, at) => ({ place: `rooms[${at}].closed`, ranges: closed })),
    ...people.map(({ away }, at) => ({ place: `people[${at}].away`, ranges: away }))
  ];
  for (const { place, ranges } of lists)
    ranges.forEach(([from, to], at) => {
      if (from > to) read.wrong('actions-value', `${place}[${at}]`, shown([from, to]), shown([to, from]));
    });
}

/**
 * Reads a problem of `npm run actions` (docs/actions.md has its form).
 *
 * @param document parsed JSON
 * @param file its name, for the findings
 * @throws {UnusableInput} with the first cause; `findings` holds them all
 */
export function readActions(document: unknown, file?: string): ReadActions {
  const read = new DocumentFindings(file);
  const problem = read.readOrRefuse(Problem, document, CODES);
  const { today, stops, holidays, rooms, people } = problem;
  const delays = readDelays(read, problem.delays);
  const minutes = readMinutes(read, problem.minutes);
  checkRanges(read, problem);
  for (const place of ['rooms', 'people'] as const) {
    const listed = new Set<string>();
    for (const { id } of problem[place]) {
      if (listed.has(id)) read.doubt('actions-listed-twice', place, id);
      listed.add(id);
    }
  }
  const ids = new Set<string>();
  for (const place of ['meetings', 'sessions'] as const)
    problem[place].forEach(({ id, from, to }, at) => {
      if (ids.has(id)) read.wrong('actions-id-twice', `${place}[${at}].id`, id);
      ids.add(id);
      if (from >= to)
        read.wrong('actions-value', `${place}[${at}].to`, clockText(to), `> ${clockText(from)}`);
    });
  read.refuse();
  tellUnreadKeys(read, [document], PROBLEM, '');
  for (const [place, known] of Object.entries(ROWS))
    tellUnreadKeys(read, (document as Record<string, unknown[]>)[place]!, known, `${place}[].`);
  const timed = <Row extends { from: number; to: number }>({ from: begin, to: end, ...row }: Row) => ({
    ...row,
    begin,
    end
  });
  return {
    year: {
      today,
      delays,
      stops,
      holidays,
      rooms,
      people,
      minutes,
      meetings: problem.meetings.map(timed),
      sessions: problem.sessions.map(timed)
    },
    findings: read.findings
  };
}
