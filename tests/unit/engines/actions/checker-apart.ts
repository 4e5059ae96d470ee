// What the contract of `npm run actions` asks, found minute by minute and day by day from the document itself. It shares no code with the engine.
import type { MeetingRow, ProblemRow, SessionRow } from './problems.ts';

const CLOCK: string[] = [];
for (let hour = 0; hour < 24; hour++)
  for (let minute = 0; minute < 60; minute++)
    CLOCK.push(`${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}`);

/** The day before, or after, by counting months. */
function stepped(iso: string, step: 1 | -1): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let [y, m, d] = [year, month, day + step];
  if (d === 0) {
    m -= 1;
    if (m === 0) [y, m] = [y - 1, 12];
    d = lengths[(m + 11) % 12]!;
  } else if (d > lengths[m - 1]!) {
    [m, d] = [m + 1, 1];
    if (m === 13) [y, m] = [y + 1, 1];
  }
  return `${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}`;
}
function walked(iso: string, days: number): string {
  let at = iso;
  for (let count = 0; count < Math.abs(days); count++) at = stepped(at, days < 0 ? -1 : 1);
  return at;
}

/** Whether a walk from the first day of a period to its last meets a day. */
function isIn(date: string, ranges: readonly (readonly [string, string])[]): boolean {
  for (const [from, to] of ranges) {
    let at = from;
    for (;;) {
      if (at === date) return true;
      if (at === to) break;
      at = stepped(at, 1);
    }
  }
  return false;
}

/** Whether the hand of a clock, minute after minute, meets both, or meets the second before the road from the first is done. */
function isTooShort(one: MeetingRow, other: MeetingRow, minutes: ProblemRow['minutes'] | null): boolean {
  const isIn = ({ from, to }: MeetingRow, clock: string) => clock >= from && clock < to;
  if (CLOCK.some((clock) => isIn(one, clock) && isIn(other, clock))) return true;
  if (minutes === null) return false;
  const first = CLOCK.find((clock) => isIn(one, clock) || isIn(other, clock))!;
  const [start, end] = isIn(one, first) ? [one, other] : [other, one];
  let free = 0;
  for (const clock of CLOCK) if (clock >= start.to && clock < end.from) free += 1;
  let road = 0;
  for (const [from, row] of Object.entries(minutes))
    for (const [to, value] of Object.entries(row))
      if (from === start.commune && to === end.commune) road = value;
  return free < road;
}

function compared(one: string, other: string): number {
  for (let at = 0; at < one.length && at < other.length; at++)
    if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.charCodeAt(at) - other.charCodeAt(at);
  return one.length - other.length;
}
/** Rows, each once, by their JSON. */
function inOrder<Row>(rows: readonly Row[]): Row[] {
  const texts = [...new Set(rows.map((row) => JSON.stringify(row)))].sort(compared);
  return texts.map((text) => JSON.parse(text) as Row);
}

const DELAYS: [string, number, number][] = [
  ['salle', 30, 7],
  ['intervenant', 30, 10],
  ['transport', 21, 5],
  ['groupe', 15, 3],
  ['information', 10, 2],
  ['accords', 8, 1],
  ['matériel', 7, 1],
  ['accompagnateur', 7, 1]
];

/** The answer of the command, and how it ends. */
export function answerApart(document: ProblemRow) {
  const { today, holidays, rooms, people, meetings, sessions } = document;
  const clashes: { kind: string; ids: string[]; what: string }[] = [];
  const todo: { session: string; need: string; ask: string; latest: string; state: string }[] = [];
  const lost: string[] = [];
  const live = sessions.filter(({ status }) => status !== 'held' && status !== 'cancelled');
  const judge = (one: SessionRow, other: MeetingRow) => {
    if (one.date !== other.date) return;
    const ids = [one.id, other.id].sort(compared);
    if (one.room !== null && one.room === other.room && isTooShort(one, other, null))
      clashes.push({ kind: 'room', ids, what: one.room });
    for (const person of one.people)
      if (other.people.includes(person) && isTooShort(one, other, document.minutes))
        clashes.push({ kind: 'person', ids, what: person });
  };
  for (const one of live) {
    for (const other of meetings) judge(one, other);
    for (const other of live) if (other !== one) judge(one, other);
    const ids = [one.id];
    for (const { id, away } of people)
      if (one.people.includes(id) && isIn(one.date, away)) clashes.push({ kind: 'away', ids, what: id });
    for (const { id, closed } of rooms)
      if (one.room === id && isIn(one.date, closed)) clashes.push({ kind: 'closed', ids, what: id });
    if ((one.period ?? 'école') === 'école' && isIn(one.date, holidays))
      clashes.push({ kind: 'holiday', ids, what: one.date });
    if (one.seats !== null && one.enrolled !== null && one.enrolled > one.seats)
      clashes.push({ kind: 'seats', ids, what: '' });
    if (one.date < today) continue;
    for (const need of one.needs) {
      if (one.ready.includes(need)) continue;
      const known = DELAYS.find(([name]) => name === need) ?? [need, 7, 1];
      const given = Object.entries(document.delays ?? {}).find(([name]) => name === need);
      const [first, second] = given ? given[1] : [known[1], known[2]];
      const [ask, latest] = [walked(one.date, -first), walked(one.date, -second)];
      const state = latest < today ? 'late' : ask <= walked(today, 7) ? 'week' : 'later';
      todo.push({ session: one.id, need, ask, latest, state });
      const stops = document.stops ?? ['salle', 'intervenant', 'transport'];
      if (state === 'late' && stops.includes(need)) lost.push(one.id);
    }
  }
  return {
    answer: {
      clashes: inOrder(clashes),
      todo: inOrder(todo),
      compromised: [...new Set(lost)].sort(compared)
    },
    exit: clashes.length + lost.length > 0 ? 1 : 0
  };
}
