// Tables of the route, on screen, in its note and to take away.
import { FILE, numberColumn, textColumn, viewOf, type TableView } from '$lib/export/columns.ts';
import { shortMonth } from '$lib/i18n/dates.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName } from '$lib/i18n/place-names.ts';
import { postsText } from '$lib/figures/openings-words.ts';
import { inCommune } from '$lib/i18n/terms.ts';
import type { Month, SchoolYear } from '$lib/model/school-year.ts';
import type { RouteColumn, RouteState } from './route-state.svelte.ts';
import { openingPosts, roadText } from './route-words.ts';

interface OpeningRow {
  uai: string;
  name: string;
  commune: string;
  requested: Month | null;
  /** null: still waiting at the end. */
  year: SchoolYear | null;
  /** Its referent in the year of its opening; null before a plan is known. */
  post: string | null;
}

/** Every waiting school, in the order of its opening, then of its request. */
function openingRows(route: RouteState): OpeningRow[] {
  const { dashboard, columns } = route;
  const facts = new Map(dashboard.schools.map((school) => [school.uai, school]));
  const rowOf = (uai: string, column: RouteColumn | null): OpeningRow => {
    const plan = column?.plan ?? null;
    const post = plan?.assignment[uai] ?? plan?.relaxed?.assignment[uai];
    return {
      uai,
      name: facts.get(uai)?.name ?? uai,
      commune: placeName(dashboard, facts.get(uai)?.commune ?? ''),
      requested: facts.get(uai)?.requested_since ?? null,
      year: column?.label ?? null,
      post: post === undefined ? null : openingPosts(route, post)
    };
  };
  const opened = columns.flatMap((column) => column.opened.map((uai) => rowOf(uai, column)));
  const left = [...columns.at(-1)!.waiting].map((uai) => rowOf(uai, null));
  left.sort((a, b) => ((a.requested ?? '9') < (b.requested ?? '9') ? -1 : 1));
  return [...opened, ...left];
}

export const openingsTable = (route: RouteState): TableView<OpeningRow> =>
  viewOf({ name: '', caption: m.route_calendar(), id: ({ uai }) => uai }, openingRows(route), [
    textColumn(m.route_col_school(), ({ name }) => name, { width: 4 }),
    textColumn(m.sectors_col_commune(), ({ commune }) => commune, { width: 3 }),
    textColumn(m.route_col_request(), ({ requested }) => requested && shortMonth(requested), { width: 1.5 }),
    textColumn(m.route_col_opening(), ({ year }) => year ?? m.route_no_year(), { width: 1.5 }),
    textColumn(m.route_col_post(), ({ post }) => post, { width: 1.5 })
  ]);

/** One row a year, today first. */
export function yearsTable(route: RouteState): TableView<RouteColumn> {
  const bases = ({ plan }: RouteColumn) =>
    Object.entries(plan?.bases ?? {})
      .map(([post, base]) =>
        m.route_base({ post: openingPosts(route, post), place: inCommune(placeName(route.dashboard, base)) })
      )
      .join(', ');
  return viewOf(
    { name: m.route_file_years(), caption: m.route_file_years_title(), id: ({ label }) => label },
    route.columns,
    [
      textColumn(m.demand_col_year(), ({ label }) => label, { width: 1.5 }),
      numberColumn(m.route_row_posts(), ({ posts }) => posts, {
        key: 'posts',
        words: ({ posts }) => postsText(posts)
      }),
      textColumn(m.route_col_bases(), bases, FILE),
      numberColumn(m.route_col_opened(), ({ opened }) => opened.length, FILE),
      numberColumn(m.route_compare_followed(), ({ followed }) => followed, {
        key: 'followed',
        file: { label: m.route_row_followed() }
      }),
      numberColumn(m.route_compare_waiting(), ({ waiting }) => waiting.length, { key: 'waiting' }),
      numberColumn(m.route_compare_moved(), ({ moved }) => moved, {
        key: 'moved',
        file: { label: m.route_row_moved() }
      }),
      numberColumn(m.route_compare_road(), ({ road, isSampled }) => (isSampled ? road : null), {
        key: 'road',
        words: roadText,
        width: 1.5,
        file: { label: m.route_sheet_road(), digits: 0 }
      }),
      numberColumn(m.route_note_cost(), ({ cost }) => cost, {
        key: 'cost',
        kind: 'euros',
        width: 1.5,
        file: { label: m.route_sheet_cost() }
      })
    ]
  );
}
