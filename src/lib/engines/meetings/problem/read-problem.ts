// Reads the parsed JSON of a meeting problem: what cannot be used is refused with every cause at once, what is doubtful is told and left out.
import * as v from 'valibot';
import { type Finding, valueWord } from '../../../model/findings.ts';
import { dayNumber } from '../../../model/meetings/days.ts';
import { PRESETS, type MeetingProblem } from '../../../model/meetings/meeting-problem.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';
import { DocumentFindings, fields, shown } from '../../../model/documents/read-document.ts';

/** Most meetings of a team in a year, and days of a band. */
const MOST_MEETINGS = 60;
const YEAR_DAYS = 400;
/** Days of a calendar, teams, members of a team, minutes of a road (a day), weight of an absence: sums then stay far below `IMPOSSIBLE`. */
const MOST_DAYS = 800;
const MOST_TEAMS = 200;
const MOST_MEMBERS = 200;
const MOST_MINUTES = 1440;
const MOST_WEIGHT = 100;

const Id = v.pipe(v.string(), v.nonEmpty('"…"'));
const IsoDay = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(dayNumber(text)), '2026-09-07')
);
/* @__NO_SIDE_EFFECTS__ */
const Count = (most: number, least = 0) =>
  v.pipe(v.number(`≥ ${least}`), v.integer(), v.minValue(least), v.maxValue(most));
const Half = v.picklist(['am', 'pm']);
/* @__NO_SIDE_EFFECTS__ */
const Between = (most: number) => v.pipe(v.number('≥ 0'), v.minValue(0), v.maxValue(most));

const Team = fields({
  id: Id,
  coordinator: Id,
  meetings: Count(MOST_MEETINGS, 1),
  commune: Id,
  members: v.pipe(
    v.array(
      fields({
        partner: Id,
        weight: v.optional(Between(MOST_WEIGHT), 1),
        class: v.optional(v.string(), '')
      })
    ),
    v.maxLength(MOST_MEMBERS)
  ),
  quorum: v.optional(v.record(v.string(), Count(YEAR_DAYS)), {}),
  band: v.optional(v.tuple([Count(YEAR_DAYS), Count(YEAR_DAYS)]), [1, YEAR_DAYS])
});

const Problem = fields({
  calendar: v.pipe(v.array(IsoDay), v.nonEmpty()),
  teams: v.pipe(v.array(Team), v.nonEmpty(), v.maxLength(MOST_TEAMS)),
  coordinators: v.pipe(v.array(fields({ id: Id, commune: Id })), v.nonEmpty(), v.maxLength(MOST_TEAMS)),
  away: v.optional(
    v.array(
      fields({
        who: Id,
        weekday: v.optional(Count(5, 1)),
        from: v.optional(IsoDay),
        to: v.optional(IsoDay),
        half: v.optional(v.nullable(Half))
      })
    ),
    []
  ),
  minutes: v.record(v.string(), v.record(v.string(), Between(MOST_MINUTES))),
  locked: v.optional(
    v.array(fields({ team: Id, number: Count(MOST_MEETINGS, 1), date: IsoDay, half: Half })),
    []
  )
});

export interface ReadMeetings {
  problem: MeetingProblem;
  findings: Finding[];
}

const CODES = { other: 'meetings-value' };

/** Teams whose coordinator and spacing are right, each member once. */
function readTeams<Team extends Pick<MeetingProblem['teams'][number], 'coordinator' | 'band' | 'members'>>(
  read: DocumentFindings,
  teams: readonly Team[],
  leaders: ReadonlySet<string>
): Team[] {
  return teams.map((team, at) => {
    const [least, most] = team.band;
    if (!leaders.has(team.coordinator))
      read.wrong('meetings-unknown', `teams[${at}].coordinator`, team.coordinator, [...leaders].join(', '));
    if (least > most)
      read.wrong('meetings-value', `teams[${at}].band`, shown(team.band), `[${most}, ${least}]`);
    const seen = new Set<string>();
    const members = team.members.filter(({ partner }) => {
      if (seen.has(partner)) read.doubt('meetings-twice', `teams[${at}].members`, partner);
      return !seen.has(partner) && seen.add(partner);
    });
    return { ...team, members };
  });
}

/**
 * @throws {UnusableInput} with the first cause; `findings` holds them all
 */
export function readMeetings(document: unknown, file?: string): ReadMeetings {
  const read = new DocumentFindings(file);
  const { calendar, teams, coordinators, away, minutes, locked } = read.readOrRefuse(
    Problem,
    document,
    CODES
  );

  const once = (ids: readonly string[], column: string) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) read.wrong('meetings-twice', column, id);
      seen.add(id);
    }
    return seen;
  };
  const teamIds = once(
    teams.map(({ id }) => id),
    'teams'
  );
  const leaders = once(
    coordinators.map(({ id }) => id),
    'coordinators'
  );
  const kept = readTeams(read, teams, leaders);
  const communes = [...new Set([...teams, ...coordinators].map(({ commune }) => commune))];
  for (const from of communes)
    for (const to of communes)
      if (from !== to && minutes[from]?.[to] === undefined)
        read.wrong('meetings-value', `minutes.${from}.${to}`, valueWord('nothing'), '≥ 0');
  const known = new Set([
    ...leaders,
    ...communes.map(roomOf),
    ...teams.flatMap(({ members }) => members.map(({ partner }) => partner))
  ]);
  const strangers = new Set(away.map(({ who }) => who).filter((who) => !known.has(who)));
  for (const who of strangers) read.doubt('meetings-unknown', 'away', who);
  const absences = away.filter((absence, at) => {
    if (absence.from !== undefined && absence.to !== undefined && absence.from > absence.to)
      read.wrong('meetings-value', `away[${at}]`, `${absence.from} > ${absence.to}`, 'from ≤ to');
    return known.has(absence.who);
  });
  const meetingsOf = new Map(teams.map(({ id, meetings }) => [id, meetings]));
  once(
    locked.map(({ team, number }) => `${team} ${number}`),
    'locked'
  );
  locked.forEach(({ team, number }, at) => {
    if (!teamIds.has(team)) read.wrong('meetings-unknown', `locked[${at}].team`, team);
    else if (number > meetingsOf.get(team)!)
      read.wrong('meetings-value', `locked[${at}].number`, String(number), `≤ ${meetingsOf.get(team)}`);
  });
  read.refuse();
  const days = [...new Set(calendar)].sort();
  const span = dayNumber(days.at(-1)!) - dayNumber(days[0]!);
  if (span > MOST_DAYS) {
    read.wrong('meetings-value', 'calendar', `${days[0]} … ${days.at(-1)}`, `≤ ${MOST_DAYS}`);
    read.refuse();
  }
  if (days.length < calendar.length)
    read.doubt('meetings-twice', 'calendar', `${calendar.length - days.length}`);
  return {
    problem: {
      calendar: days,
      teams: kept,
      coordinators,
      away: absences,
      minutes,
      locked,
      weights: PRESETS.balanced
    },
    findings: read.findings
  };
}

/** The meetings of a plan made before, as `npm run meetings` writes it. @throws {UnusableInput} */
export function readPlan(document: unknown, file?: string): v.InferOutput<typeof Planned> {
  return new DocumentFindings(file).readOrRefuse(fields({ meetings: Planned }), document, CODES).meetings;
}

const Planned = v.array(fields({ team: Id, number: Count(MOST_MEETINGS, 1), date: IsoDay, half: Half }));
