// Spreadsheet rows of the plan: schools, posts, coordinations.
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import { numberColumn as number, textColumn as text, type RowColumn } from '$lib/export/columns';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { LedLoads } from '../state/sectors-meetings.svelte';
import { postName } from '$lib/i18n/place-names';
import { communeWords, coordinationName, criteriaWords, nameOf, whoIs } from '../words';

const coordination = () => m.sectors_coordination({ number: '' }).trim();

export function schoolColumns(sectors: LoadsInUse): RowColumn<UnitSchool>[] {
  const { plan, today, leaders } = sectors;
  const leader = (uai: string) => leaders[plan.referents[uai] ?? ''];
  return [
    text('UAI', ({ uai }) => uai),
    text(m.sectors_col_school(), ({ name }) => name),
    text(m.sectors_col_commune(), ({ commune }) => nameOf(sectors, commune)),
    text(m.sectors_col_post(), ({ uai }) => whoIs(plan.referents[uai])),
    text(coordination(), ({ uai }) => (leader(uai) ? coordinationName(leader(uai) ?? '') : '')),
    text(m.sectors_col_before(), ({ uai }) => whoIs(today.referents[uai])),
    number(`${m.sectors_col_minutes()} (min)`, ({ uai }) => sectors.minutesOf(uai)),
    number(`${m.sectors_col_load()} (min)`, ({ workload }) => workload),
    number(m.sectors_col_pupils(), ({ pupils, assumedPupils }) => (assumedPupils ? null : pupils)),
    ...criteriaColumns(sectors)
  ];
}

/** What the schools of its commune are grouped by, where some communes have their own criteria. */
function criteriaColumns({ settings }: LoadsInUse): RowColumn<UnitSchool>[] {
  const { criteria, communeCriteria } = settings;
  if (Object.keys(communeCriteria).length === 0) return [];
  const own = ({ commune }: UnitSchool) => communeCriteria[commune];
  return [
    text(m.sectors_certificate_criteria(), (school) =>
      own(school) ? communeWords(own(school)) : criteriaWords(criteria)
    )
  ];
}

type Post = LoadsInUse['figures']['referents'][number];
type Team = LoadsInUse['figures']['coordinators'][number];
const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

/** Columns shared by posts and coordinations, in minutes a week. */
const shareColumns = <Row extends Post | Team>({ roads }: LoadsInUse): RowColumn<Row>[] => [
  number(m.sectors_sheet_work(), ({ workload }) => workload),
  number(roads ? m.sectors_sheet_road() : m.sectors_sheet_road_estimated(), ({ travel }) =>
    Math.round(travel)
  ),
  number(m.sectors_sheet_target(), ({ target }) => Math.round(target)),
  number(m.sectors_col_deviation(), ({ deviation }) => round(deviation)),
  number(m.sectors_col_schools(), ({ schools }) => schools),
  number(m.sectors_col_pupils(), ({ pupils }) => pupils)
];

export const postColumns = (sectors: LoadsInUse): RowColumn<Post>[] => [
  text(m.sectors_col_post(), ({ id }) => postName(id)),
  text(m.sectors_sheet_base(), ({ id }) => nameOf(sectors, sectors.post(id)?.base ?? '')),
  text(coordination(), ({ coordinator }) => (coordinator === null ? '' : coordinationName(coordinator))),
  number(m.sectors_sheet_fte(), ({ fte }) => fte),
  ...shareColumns<Post>(sectors),
  number(m.sectors_sheet_meetings(), ({ meetings }) => Math.round(meetings * 10) / 10)
];

export const teamColumns = (sectors: LedLoads): RowColumn<Team>[] => [
  text(coordination(), ({ id }) => coordinationName(id)),
  text(m.sectors_sheet_posts(), ({ referents }) => referents.map(postName).join(', ')),
  ...shareColumns<Team>(sectors),
  ...ledColumns(sectors)
];

/** The meetings that it leads, of all its teams; their road by the calendar in use, not at all without one. */
const ledColumns = ({ meetings }: LedLoads): RowColumn<Team>[] => {
  const columns: RowColumn<Team>[] = [
    number(m.sectors_sheet_led(), ({ id }) => meetings.of(id)?.meetings ?? null),
    number(m.sectors_sheet_led_held(), ({ id }) => meetings.of(id)?.held ?? null),
    number(m.sectors_sheet_led_road(), ({ id }) => meetings.of(id)?.road ?? null),
    number(m.sectors_sheet_led_weeks(), ({ id }) => meetings.of(id)?.weeksOver ?? null)
  ];
  return meetings.year === null ? columns.slice(0, 1) : columns;
};
