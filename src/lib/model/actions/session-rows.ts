// `graph/sessions.json`: the sessions of actions as the service's list says them, and its named rooms. It is the demonstration's, or stays inside the
// service: a public site has an empty one. Numbers of children alone, people by function.
import type { Action } from '../service.ts';
import type { Away } from '../meetings/meetings-file.ts';
import type { ListedSession, SessionSheet } from './action-sheets.ts';
import { ACTION_PERIODS, type ActionRoom } from './action-year.ts';

export const SESSIONS_PATH = 'graph/sessions.json';
export const SESSIONS_VERSION = 1;

/** A session as a list or a page writes it: its period is its sheet's, its people are those whom it names. */
export interface SessionRow extends Omit<ListedSession, 'people' | 'period'> {
  /** No hours are told: it takes a whole half-day. */
  half?: true;
  /** Who leads it, and who goes with the group: functions, providers, posts; never a name. */
  providers: readonly string[];
  companions: readonly string[];
}

/** A named room: `id` is of the commune's list, `name` as it is written. */
export interface SessionRoom extends Omit<ActionRoom, 'closed'> {
  name: string;
  closed: readonly Omit<Away, 'who'>[];
}

export interface SessionsFile {
  version: typeof SESSIONS_VERSION;
  /** Fictitious, as in the demonstration. */
  synthetic: boolean;
  sessions: readonly SessionRow[];
  rooms: readonly SessionRoom[];
}

export const noSessions = (): SessionsFile => ({
  version: SESSIONS_VERSION,
  synthetic: false,
  sessions: [],
  rooms: []
});

/** What sessions read of a sheet; what it does not say is unknown. */
export const sessionSheet = ({
  id,
  theme,
  communes,
  cost_euros,
  session_cost: sessionCost = undefined,
  begun,
  taken_from: takenFrom = undefined
}: Omit<Action, 'quality'>): SessionSheet => ({
  id,
  theme,
  communes,
  cost_euros,
  sessionCost: sessionCost ?? null,
  begun: begun ?? null,
  takenFrom: takenFrom ?? null
});

/** A session with the period of its sheet and its people, each once, by the word that they go by. */
export const listedSession = (
  row: SessionRow,
  periods: ReadonlyMap<string, ListedSession['period']>,
  personOf: (words: string) => string
): SessionRow & ListedSession => ({
  ...row,
  period: periods.get(row.sheet) ?? ACTION_PERIODS[0],
  people: [...new Set([...row.providers, ...row.companions].map(personOf))]
});

/** By date, hour and id. */
const inSessionOrder = <Row extends Pick<SessionRow, 'date' | 'begin' | 'id'>>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) =>
    a.date === b.date ? a.begin - b.begin || (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1
  );

/** Fields that a page or another list may change; `ready` and `needs` are sets, changed word by word. */
const FIELDS = [
  'sheet',
  'date',
  'begin',
  'end',
  'half',
  'place',
  'room',
  'commune',
  'seats',
  'enrolled',
  'present',
  'providers',
  'companions',
  'transport',
  'needs',
  'ready',
  'status'
] as const satisfies readonly (keyof SessionRow)[];
export type SessionField = (typeof FIELDS)[number];

const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Fields by which two writings of one session differ. */
const changedFields = (one: SessionRow, other: SessionRow): SessionField[] =>
  FIELDS.filter((field) => !sameValue(one[field], other[field]));

/** What was done on the page to a session. Of one that the list has: what the fields were there, and what they are now; `was` null: typed on the page, whole. */
export interface SessionEdit {
  was: Partial<SessionRow> | null;
  now: Partial<SessionRow>;
}

const fieldsOf = (row: SessionRow, fields: readonly SessionField[]): Partial<SessionRow> =>
  Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));

/** What makes a row out of a listed one; undefined when it is as the list has it. */
export function sessionEdit(listed: SessionRow | undefined, row: SessionRow): SessionEdit | undefined {
  if (!listed) return { was: null, now: row };
  const fields = changedFields(listed, row);
  return fields.length === 0 ? undefined : { was: fieldsOf(listed, fields), now: fieldsOf(row, fields) };
}

/** Words that the list has now, less those taken out on the page and with those put in there. */
const mergedWords = (listed: readonly string[], was: readonly string[], now: readonly string[]): string[] => [
  ...listed.filter((word) => now.includes(word) || !was.includes(word)),
  ...now.filter((word) => !was.includes(word) && !listed.includes(word))
];

/** A listed session as it is on the page; a field that the list has changed since is as the list has it. */
function edited(listed: SessionRow, { was, now }: SessionEdit): SessionRow {
  if (was === null) return listed;
  const row: Record<string, unknown> = { ...listed };
  for (const field of FIELDS) {
    if (!Object.hasOwn(now, field)) continue;
    const [former, current] = [was[field], now[field]];
    if (field === 'needs' || field === 'ready')
      row[field] = mergedWords(
        listed[field],
        (former ?? []) as readonly string[],
        (current ?? []) as readonly string[]
      );
    else if (sameValue(listed[field], former)) row[field] = current;
  }
  if (!row.half) delete row.half;
  return row as unknown as SessionRow;
}

/** The sessions of a list with what was done on the page, by date, hour and id. One that is taken out and changed stays: two people did it, and nothing is lost. */
export function withEdits(
  listed: readonly SessionRow[],
  edits: Readonly<Record<string, SessionEdit>>,
  removed: Readonly<Record<string, true>> = {}
): SessionRow[] {
  const ids = new Set(listed.map(({ id }) => id));
  const shown = listed.flatMap((row) => {
    if (Object.hasOwn(edits, row.id)) return edited(row, edits[row.id]!);
    return Object.hasOwn(removed, row.id) ? [] : row;
  });
  const typed = Object.entries(edits).flatMap(([id, { was, now }]) =>
    was === null && !ids.has(id) ? (now as SessionRow) : []
  );
  return inSessionOrder([...shown, ...typed]);
}

export const rowsById = (rows: readonly SessionRow[]): ReadonlyMap<string, SessionRow> =>
  new Map(rows.map((row) => [row.id, row]));

/** What a list given again would change: sessions that come, that go, and those of which fields differ. */
export interface SessionDifferences {
  added: SessionRow[];
  removed: SessionRow[];
  changed: { before: SessionRow; after: SessionRow; fields: SessionField[] }[];
  same: number;
}

const slotOf = ({ sheet, date, begin }: SessionRow): string => `${sheet} ${date} ${begin}`;

/**
 * The differences between the sessions shown and those of a list: matched by id, else by sheet, date and hour. Nothing is changed; in the order of
 * `inSessionOrder`.
 *
 * @param after a session matched by its date takes the id of the one shown: see `changed[].after`
 */
export function sessionDifferences(
  before: readonly SessionRow[],
  after: readonly SessionRow[]
): SessionDifferences {
  const left = new Map(before.map((row) => [row.id, row]));
  const pairs: [SessionRow, SessionRow][] = [];
  const unmatched: SessionRow[] = [];
  for (const row of inSessionOrder(after)) {
    const same = left.get(row.id);
    if (!same) unmatched.push(row);
    else pairs.push([same, row]);
    left.delete(row.id);
  }
  const bySlot = new Map<string, SessionRow[]>();
  for (const row of left.values()) bySlot.set(slotOf(row), [...(bySlot.get(slotOf(row)) ?? []), row]);
  const added = unmatched.filter((row) => {
    const same = bySlot.get(slotOf(row))?.shift();
    if (!same) return true;
    left.delete(same.id);
    pairs.push([same, { ...row, id: same.id }]);
    return false;
  });
  const order = new Map(inSessionOrder(pairs.map(([, row]) => row)).map(({ id }, at) => [id, at]));
  pairs.sort(([one], [other]) => order.get(one.id)! - order.get(other.id)!);
  const told = pairs.map(([one, other]) => ({
    before: one,
    after: other,
    fields: changedFields(one, other)
  }));
  return {
    added,
    removed: inSessionOrder([...left.values()]),
    changed: told.filter(({ fields }) => fields.length > 0),
    same: told.filter(({ fields }) => fields.length === 0).length
  };
}
