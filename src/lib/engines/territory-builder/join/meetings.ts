// Lists of meetings joined to a territory: members of its teams by function, and when they, the coordinators and the rooms are not there.
import type { Finding } from '../../../model/findings.ts';
import {
  MEETINGS_VERSION,
  roomOf,
  type Away,
  type HalfDay,
  type MeetingsFile,
  type TeamMember
} from '../../../model/meetings/meetings-file.ts';
import type { Post, SupportTeam } from '../../../model/service.ts';
import { looksLikePerson, placeNameList } from '../../import/index.ts';
import type { School } from '../../../model/school.ts';
import { foldPlace } from '../../../model/names.ts';
import type { CommuneFacts } from '../places/communes.ts';
import { officialYears } from './school-years.ts';
import type { Sources } from '../sources/sources.ts';

type Lists = Pick<Sources, 'members' | 'availabilities' | 'rooms' | 'calendar'>;
type When = Pick<Sources['rooms'][number], 'weekday' | 'half' | 'from' | 'to'> & {
  readOn?: string | null;
};
type Place = { file: string; line: number };

/** One member of each class at every meeting, where the configuration says no other number. */
const QUORUM = 1;
const WEEKDAYS = [1, 2, 3, 4, 5];
const HALVES: readonly HalfDay[] = ['am', 'pm'];
/** Who stands for the whole service: its closed days. */
const SERVICE = /^(?:tout )?(?:le )?service(?: ferme)?$/;

const awayOf = (who: string, { weekday, half, from, to, readOn = null }: When): Away => ({
  who,
  ...(weekday !== null && { weekday }),
  ...(from !== null && { from }),
  ...(to !== null && { to }),
  ...(half !== null && { half }),
  ...(readOn !== null && { readOn })
});

/** The half-days of the week on which somebody who can come on some cannot. */
function otherHalfDays(who: string, rows: readonly When[]): Away[] {
  const isOpen = (weekday: number, half: HalfDay) =>
    rows.some((row) => row.weekday === weekday && (row.half === null || row.half === half));
  return WEEKDAYS.flatMap((weekday) =>
    HALVES.flatMap((half) => (isOpen(weekday, half) ? [] : [{ who, weekday, half }]))
  );
}

interface MeetingPlaces {
  communes: readonly CommuneFacts[];
  schools: readonly Pick<School, 'uai' | 'name' | 'kind' | 'commune'>[];
  teams: readonly Pick<SupportTeam, 'id' | 'name' | 'commune'>[];
  staff: readonly Post[];
  departement: string;
  quorum: Readonly<Record<string, number>>;
}

type LeftOut = (
  code: string,
  place: Place,
  column: string,
  found: string,
  severity?: 'dropped' | 'doubtful'
) => void;

/** Members by team and partner, each with the place that its row names. */
function seatedMembers(
  members: Lists['members'],
  places: Pick<MeetingPlaces, 'communes' | 'schools' | 'teams'>,
  leftOut: LeftOut
): ReadonlyMap<string, TeamMember> {
  const teams = new Map(
    places.teams.flatMap(({ id, name }) => [[foldPlace(name), id] as const, [foldPlace(id), id] as const])
  );
  const names = placeNameList(places);
  const communeOf = new Map(places.teams.map(({ id, commune }) => [id, commune]));
  const placeOf = (text: string, team: string) =>
    names.commune(text) ?? names.school(text, communeOf.get(team) ?? null) ?? names.school(text, null);
  const seated = new Map<string, TeamMember>();
  for (const row of members) {
    const team = teams.get(foldPlace(row.team));
    const partner = foldPlace(row.function).replaceAll(' ', '-');
    if (team === undefined) leftOut('unknown-meeting-team', row, 'team', row.team);
    else if (seated.has(`${team} ${partner}`)) leftOut('duplicate-row', row, 'function', row.function);
    else {
      const place = row.place === '' ? null : placeOf(row.place, team);
      if (row.place !== '' && place === null)
        leftOut('unknown-member-place', row, 'place', row.place, 'doubtful');
      seated.set(`${team} ${partner}`, {
        team,
        partner,
        function: row.function,
        ...(place !== null && { place }),
        weight: row.weight,
        class: row.class
      });
    }
  }
  return seated;
}

/**
 * What the service's lists say of its meetings. A partner is one function: the same words are the same person in every team. Rows that name no
 * team, nobody of a team, or no commune of the territory are left out and told; what could name a person is not quoted.
 */
export function joinMeetings(
  { members, availabilities, rooms, calendar }: Lists,
  places: MeetingPlaces
): { file: MeetingsFile; findings: Finding[] } {
  const findings: Finding[] = [];
  const leftOut: LeftOut = (code, { file, line: row }, column, found, severity = 'dropped') =>
    findings.push({
      code,
      severity,
      file,
      row,
      column,
      ...(!looksLikePerson(found) && { found })
    });
  const names = placeNameList(places);
  const seated = seatedMembers(members, places, leftOut);
  const coordinators = places.staff
    .filter(({ role }) => role === 'coordinator')
    .map(({ id, base_commune }) => ({ id, commune: base_commune }));
  const known = new Map<string, string>([
    ...[...seated.values()].map(({ function: name, partner }) => [foldPlace(name), partner] as const),
    ...coordinators.map(({ id }) => [foldPlace(id), id] as const)
  ]);
  const away: Away[] = [];
  const closed: MeetingsFile['closed'] = [];
  const open = new Map<string, When[]>();
  for (const row of availabilities) {
    const folded = foldPlace(row.who);
    const who = known.get(folded);
    if (who !== undefined && row.available) open.set(who, [...(open.get(who) ?? []), row]);
    else if (who !== undefined) away.push(awayOf(who, row));
    else if (!SERVICE.test(folded)) leftOut('unknown-partner', row, 'who', row.who);
    else if (row.from === null || row.to === null || row.weekday !== null || row.half !== null)
      leftOut('closing-without-dates', row, 'who', row.who);
    else closed.push({ from: row.from, to: row.to });
  }
  for (const [who, rows] of open) away.push(...otherHalfDays(who, rows));
  for (const row of rooms) {
    const commune = names.commune(row.commune);
    if (commune === null) leftOut('commune-not-of-epci', row, 'commune', row.commune);
    else if (row.room === undefined) away.push(awayOf(roomOf(commune), row));
  }
  const classes = new Set([...seated.values()].flatMap((member) => member.class || []));
  const chosen = new Map(
    Object.entries(places.quorum).map(([name, least]) => [name.toLowerCase(), least] as const)
  );
  const years = officialYears(calendar);
  return {
    findings,
    file: {
      version: MEETINGS_VERSION,
      synthetic: false,
      departement: places.departement,
      members: [...seated.values()],
      quorum: Object.fromEntries([...classes].sort().map((name) => [name, chosen.get(name) ?? QUORUM])),
      coordinators,
      away,
      closed,
      ...(years.length > 0 && { years })
    }
  };
}
