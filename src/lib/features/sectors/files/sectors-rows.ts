// Tables of the plan for files and its note: schools, posts, coordinations.
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import { FILE, numberColumn as number, textColumn as text, type ViewColumn } from '$lib/export/columns';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { LedLoads } from '../state/sectors-meetings.svelte';
import { postName } from '$lib/i18n/place-names';
import {
  childrenOfPost,
  communeWords,
  coordinationName,
  criteriaWords,
  deviationWords,
  nameOf,
  postRoad,
  whoIs
} from '../words';

const coordination = () => m.sectors_coordination({ number: '' }).trim();

export function schoolColumns(sectors: LoadsInUse): ViewColumn<UnitSchool>[] {
  const { plan, today, leaders } = sectors;
  const leader = (uai: string) => leaders[plan.referents[uai] ?? ''];
  return [
    text('UAI', ({ uai }) => uai, FILE),
    text(m.sectors_col_school(), ({ name }) => name, { width: 4 }),
    text(m.sectors_col_commune(), ({ commune }) => nameOf(sectors, commune), { width: 3 }),
    text(m.sectors_col_post(), ({ uai }) => whoIs(plan.referents[uai]), { width: 2 }),
    text(coordination(), ({ uai }) => (leader(uai) ? coordinationName(leader(uai) ?? '') : ''), FILE),
    text(m.sectors_col_before(), ({ uai }) => whoIs(today.referents[uai]), FILE),
    number(m.sectors_col_minutes(), ({ uai }) => sectors.minutesOf(uai), {
      kind: 'duration',
      file: { label: `${m.sectors_col_minutes()} (min)` }
    }),
    number(`${m.sectors_col_load()} (min)`, ({ workload }) => workload, FILE),
    number(m.sectors_col_pupils(), ({ pupils, assumedPupils }) => (assumedPupils ? null : pupils), FILE),
    ...criteriaColumns(sectors)
  ];
}

/** Of the schools that change hands: from whom, to whom. */
export const changeColumns = ({ plan, today }: LoadsInUse): ViewColumn<UnitSchool>[] => [
  text(m.sectors_col_school(), ({ name }) => name, { width: 3 }),
  text(m.note_plan_from(), ({ uai }) => whoIs(today.referents[uai]), { width: 2 }),
  text(m.note_plan_to(), ({ uai }) => whoIs(plan.referents[uai]), { width: 2 })
];

/** What the schools of its commune are grouped by, where some communes have their own criteria. */
function criteriaColumns({ settings }: LoadsInUse): ViewColumn<UnitSchool>[] {
  const { criteria, communeCriteria } = settings;
  if (Object.keys(communeCriteria).length === 0) return [];
  const own = ({ commune }: UnitSchool) => communeCriteria[commune];
  return [
    text(
      m.sectors_certificate_criteria(),
      (school) => (own(school) ? communeWords(own(school)) : criteriaWords(criteria)),
      FILE
    )
  ];
}

type Post = LoadsInUse['figures']['referents'][number];
type Team = LoadsInUse['figures']['coordinators'][number];

/** Columns shared by posts and coordinations, in minutes a week; a note has their words. */
const shareColumns = <Row extends Post | Team>(sectors: LoadsInUse): ViewColumn<Row>[] => [
  number(m.sectors_sheet_work(), ({ workload }) => workload, FILE),
  number(m.note_plan_road(), ({ travel }) => travel, {
    words: ({ travel }) => postRoad(sectors, travel),
    width: 1.5,
    file: { label: sectors.roads ? m.sectors_sheet_road() : m.sectors_sheet_road_estimated(), digits: 0 }
  }),
  number(m.sectors_sheet_target(), ({ target }) => target, { ...FILE, file: { digits: 0 } }),
  number(m.note_plan_gap(), ({ deviation }) => deviation, {
    words: ({ deviation }) => deviationWords(deviation, sectors.settings.tolerance),
    width: 1.5,
    file: { label: m.sectors_col_deviation(), digits: 3 }
  }),
  number(m.sectors_col_schools(), ({ schools }) => schools, FILE),
  number(m.sectors_col_pupils(), ({ pupils }) => pupils, FILE)
];

export const postColumns = (sectors: LoadsInUse): ViewColumn<Post>[] => [
  text(m.sectors_col_post(), ({ id }) => postName(id), { width: 2 }),
  text(m.sectors_sheet_base(), ({ id }) => nameOf(sectors, sectors.post(id)?.base ?? ''), { width: 3 }),
  text(coordination(), ({ coordinator }) => coordinator && coordinationName(coordinator), FILE),
  number(m.sectors_sheet_fte(), ({ fte }) => fte, FILE),
  number(m.sectors_col_schools(), ({ schools }) => schools, { only: 'note' }),
  number(m.note_plan_children(), ({ id }) => childrenOfPost(sectors, id), { only: 'note', width: 1.5 }),
  ...shareColumns<Post>(sectors),
  number(m.sectors_sheet_meetings(), ({ meetings }) => meetings, { ...FILE, file: { digits: 1 } })
];

export const teamColumns = (sectors: LedLoads): ViewColumn<Team>[] => [
  text(coordination(), ({ id }) => coordinationName(id)),
  text(m.sectors_sheet_posts(), ({ referents }) => referents.map(postName).join(', ')),
  ...shareColumns<Team>(sectors),
  ...ledColumns(sectors)
];

/** The meetings that it leads, of all its teams; their road by the calendar in use, not at all without one. */
const ledColumns = ({ meetings }: LedLoads): ViewColumn<Team>[] => {
  const columns: ViewColumn<Team>[] = [
    number(m.sectors_sheet_led(), ({ id }) => meetings.of(id)?.meetings),
    number(m.sectors_sheet_led_held(), ({ id }) => meetings.of(id)?.held),
    number(m.sectors_sheet_led_road(), ({ id }) => meetings.of(id)?.road),
    number(m.sectors_sheet_led_weeks(), ({ id }) => meetings.of(id)?.weeksOver)
  ];
  return meetings.year === null ? columns.slice(0, 1) : columns;
};
