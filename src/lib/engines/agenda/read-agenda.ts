// Reads the parsed JSON of an agenda problem: what cannot be used is refused with every cause at once, what is doubtful is told and left out.
import * as v from 'valibot';
import type { Finding } from '../../model/findings.ts';
import { DocumentFindings, fields, Id } from '../../model/documents/read-document.ts';
import type { AgendaProblem } from '../../model/meetings/agenda.ts';
import { dayNumber } from '../../model/meetings/days.ts';

/** Days of a horizon, meetings of a team inside it, situations of a team: sums then stay exact. */
const MOST_DAYS = 800;
const MOST_MEETINGS = 16;
const MOST_SITUATIONS = 400;
const MOST_ROWS = 20_000;
const MOST_MONTHS = 60;

const IsoDay = v.pipe(
  v.string('2026-09-07'),
  v.check((text) => !Number.isNaN(dayNumber(text)), '2026-09-07')
);
/* @__NO_SIDE_EFFECTS__ */
const Count = (most: number, least = 0) =>
  v.pipe(v.number(`≥ ${least}`), v.integer(), v.minValue(least), v.maxValue(most));

const Problem = fields({
  months: v.pipe(v.number('≥ 0.5'), v.multipleOf(0.5, '6, 4.5'), v.minValue(0.5), v.maxValue(MOST_MONTHS)),
  meetings: v.pipe(
    v.array(fields({ team: Id, number: Count(1000, 1), date: IsoDay, capacity: Count(1000) }), '[…]'),
    v.maxLength(MOST_ROWS)
  ),
  situations: v.pipe(
    v.array(
      fields({
        id: Id,
        team: Id,
        opened: IsoDay,
        seen: v.optional(v.nullable(IsoDay), null),
        until: v.optional(v.nullable(IsoDay), null)
      }),
      '[…]'
    ),
    v.maxLength(MOST_ROWS)
  ),
  horizon: v.tuple([IsoDay, IsoDay], '["2026-09-01", "2027-07-04"]')
});

export interface ReadAgenda {
  problem: AgendaProblem;
  findings: Finding[];
}

/** How many rows each team has. */
function countBy(rows: readonly { team: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { team } of rows) counts.set(team, (counts.get(team) ?? 0) + 1);
  return counts;
}

/**
 * @throws {UnusableInput} with the first cause; `findings` holds them all
 */
export function readAgenda(document: unknown, file?: string): ReadAgenda {
  const read = new DocumentFindings(file);
  const { months, meetings, situations, horizon } = read.readOrRefuse(Problem, document, {
    other: 'meetings-value'
  });
  const [from, to] = horizon;
  const span = dayNumber(to) - dayNumber(from);
  if (span < 0 || span > MOST_DAYS)
    read.wrong('meetings-value', 'horizon', `${from} … ${to}`, `0 … ${MOST_DAYS}`);
  const twice = (keys: readonly string[], column: string) => {
    const known = new Set<string>();
    keys.forEach((key, at) => {
      if (known.has(key)) read.wrong('meetings-twice', `${column}[${at}]`, key);
      known.add(key);
    });
  };
  twice(
    meetings.map(({ team, number }) => `${team} ${number}`),
    'meetings'
  );
  twice(
    situations.map(({ id }) => id),
    'situations'
  );
  situations.forEach(({ opened, seen, until }, at) => {
    const start = seen !== null && seen > opened ? seen : opened;
    if (until !== null && until < start)
      read.wrong('meetings-value', `situations[${at}].until`, until, `≥ ${start}`);
  });
  const inside = meetings.filter(({ date, team, number }, at) => {
    const isInside = date >= from && date <= to;
    if (!isInside) read.doubt('agenda-outside', `meetings[${at}].date`, `${team} ${number}, ${date}`);
    return isInside;
  });
  const open = situations.filter(({ id, opened, seen }, at) => {
    const start = seen ?? opened;
    if (start > to) read.doubt('agenda-outside', `situations[${at}]`, `${id}, ${start}`);
    return start <= to;
  });
  const perTeam = countBy(inside);
  for (const [team, count] of perTeam)
    if (count > MOST_MEETINGS)
      read.wrong('agenda-many', 'meetings', `${team} : ${count}`, String(MOST_MEETINGS));
  for (const [team, count] of countBy(open)) {
    if (count > MOST_SITUATIONS)
      read.wrong('agenda-many', 'situations', `${team} : ${count}`, String(MOST_SITUATIONS));
    if (!perTeam.has(team)) read.doubt('agenda-undated', 'situations', team);
  }
  read.refuse();
  return { problem: { months, meetings: inside, situations: open, horizon }, findings: read.findings };
}
