// Words of an absence and of its hand-over sheet: dates, schools by who takes them, meetings, who tells whom.
import type { HandOver, HandOverRow, Telling } from '$lib/engines/situations';
import { dayMonth, longDay } from '$lib/i18n/dates';
import { duration, integer, signed } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName, teamName } from '$lib/i18n/place-names';
import { ofPlace } from '$lib/i18n/terms';
import { numberColumn, textColumn, type ViewColumn } from '$lib/export/columns';
import type { AwayLoads } from '../state/absence.svelte';
import { coordinationName, nameOf, loadWords } from '../words';

/** « du 4 janvier 2027 au 2 avril 2027 » */
const periodWords = ({ from, to }: HandOver): string =>
  m.sectors_absence_period({ from: longDay(from), to: longDay(to) });

const weeksWords = ({ weeks }: HandOver): string => m.sectors_absence_weeks({ count: weeks });

/** « Absence de Référent 3 du 4 janvier 2027 au 2 avril 2027 (13 semaines) » */
export const absenceTitle = (found: HandOver): string =>
  m.sectors_handover_subject({
    post: postName(found.absent),
    period: periodWords(found),
    weeks: weeksWords(found)
  });

/** What the absence asks of the others: schools and pupils, then children and road. */
export function absenceWords(found: HandOver): string[] {
  const { rows, pupils, children, taken } = found;
  const road = taken.reduce<number | null>(
    (sum, { roadAdded }) => (sum === null || roadAdded === null ? null : sum + roadAdded),
    0
  );
  const added = { count: children, children: integer(children) };
  return [
    m.sectors_absence_moves({
      count: rows.length,
      period: periodWords(found),
      weeks: weeksWords(found),
      pupils: integer(pupils)
    }),
    road === null
      ? m.sectors_absence_added_work(added)
      : m.sectors_absence_added({ ...added, road: signed(Math.round(road), duration) })
  ];
}

export function untakenWords(sectors: AwayLoads, { untaken }: HandOver): string {
  const schools = untaken.map((uai) => nameOf(sectors, uai)).join(', ');
  return schools === '' ? '' : m.sectors_absence_untaken({ schools });
}

/** What each post takes: its name, base, load before and meanwhile, schools, pupils, children, and road of more a week. */
export function takenRows(sectors: AwayLoads, { taken }: HandOver) {
  const loads = [sectors.figures.referents, sectors.absence.loads ?? []];
  const loadOf = (id: string) =>
    loads.map((posts) => loadWords(posts.find((one) => one.id === id)?.deviation)).join(' → ');
  return taken.map(({ referent, schools, pupils, children, roadAdded }) => ({
    id: referent,
    post: postName(referent),
    base: nameOf(sectors, sectors.post(referent)?.base ?? ''),
    load: roadAdded === null ? '…' : loadOf(referent),
    schools: integer(schools.length),
    pupils: integer(pupils),
    children: integer(children),
    road: roadAdded === null ? '…' : signed(Math.round(roadAdded), duration)
  }));
}

type Row<Rows> = Rows extends readonly (infer One)[] ? One : never;
type TakenRow = Row<ReturnType<typeof takenRows>>;
type SchoolRow = Row<ReturnType<typeof handedRows>>;

export const takenColumns = (): ViewColumn<TakenRow>[] => [
  textColumn(m.sectors_col_post(), ({ post }) => post, { tone: 'plain', nowrap: true, width: 2 }),
  textColumn(m.sectors_sheet_base(), ({ base }) => base, { width: 2 }),
  numberColumn(m.sectors_loads_share(), ({ load }) => load, { width: 1.5 }),
  numberColumn(m.sectors_col_schools(), ({ schools }) => schools),
  numberColumn(m.sectors_loads_children(), ({ children }) => children),
  numberColumn(m.sectors_loads_pupils(), ({ pupils }) => pupils),
  numberColumn(m.sectors_loads_road(), ({ road }) => road)
];

export const handedColumns = (): ViewColumn<SchoolRow>[] => [
  textColumn(m.sectors_col_school(), ({ school }) => school, { tone: 'plain', width: 3 }),
  textColumn(m.sectors_col_commune(), ({ commune }) => commune, { width: 2 }),
  textColumn(m.sectors_handover_to(), ({ to }) => to, { tone: 'strong', nowrap: true, width: 1.5 }),
  textColumn(m.sectors_handover_team(), ({ team }) => team, { width: 3 }),
  textColumn(m.sectors_handover_meetings(), ({ meetings }) => meetings, { width: 2 }),
  textColumn(m.sectors_handover_correspondent(), ({ correspondent }) => correspondent, { width: 1.5 })
];

/** One row a school, by who takes it, then by commune. */
export const handedRows = (sectors: AwayLoads, { rows }: HandOver) =>
  rows
    .map((row) => {
      const commune = nameOf(sectors, sectors.facts.get(row.school)?.commune ?? '');
      return {
        id: row.school,
        school: nameOf(sectors, row.school),
        commune,
        to: postName(row.to),
        team: row.teams.map((team) => shortTeam(sectors, team)).join(', ') || '–',
        meetings: meetingsWords(row),
        correspondent: correspondentWords(sectors, row)
      };
    })
    .sort(
      (a, b) =>
        a.to.localeCompare(b.to, 'fr', { numeric: true }) ||
        a.commune.localeCompare(b.commune, 'fr') ||
        a.school.localeCompare(b.school, 'fr')
    );

function shortTeam(sectors: AwayLoads, id: string): string {
  const team = sectors.dashboard.teams.find((one) => one.id === id);
  return team ? teamName(team, nameOf(sectors, team.commune), true) : id;
}

const meetingsWords = ({ teams, meetings }: HandOverRow): string =>
  teams.length === 0 || meetings === null
    ? '–'
    : meetings.map(({ date }) => dayMonth(date)).join(', ') || m.sectors_handover_none();

function correspondentWords({ meetings }: AwayLoads, { correspondents }: HandOverRow): string {
  if (meetings.correspondents === null) return '–';
  return correspondents.length > 0 ? m.portrait_filled() : m.portrait_vacant();
}

/** « Coordination 1 prévient Référent 2, qui reprend 3 écoles. » */
export function tellWords(sectors: AwayLoads, { taken }: HandOver, { who, whom, as }: Telling): string {
  const named = (id: string) => (sectors.post(id) ? postName(id) : coordinationName(id));
  switch (as) {
    case 'coordinator':
      return m.sectors_handover_tell_coordinator({ who: named(who), whom: named(whom) });
    case 'correspondent':
      return m.sectors_handover_tell_correspondent({
        who: named(who),
        place: ofPlace(nameOf(sectors, whom))
      });
    default:
      return m.sectors_handover_tell_referent({
        who: named(who),
        whom: named(whom),
        count: taken.find(({ referent }) => referent === whom)?.schools.length ?? 0
      });
  }
}

/** What the sheet rests on, where something of it is not known. */
export const calendarWords = ({ rows }: HandOver): string =>
  rows.some(({ meetings }) => meetings === null) ? m.sectors_handover_no_calendar() : '';
