// Tables of the route to take away, and their rows.
import { numberColumn, rounded, tableOf, textColumn } from '$lib/export/columns.ts';
import type { ExportTable } from '$lib/export/table.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName } from '$lib/i18n/place-names.ts';
import { inCommune } from '$lib/i18n/terms.ts';
import type { Month, SchoolYear } from '$lib/model/school-year.ts';
import type { RouteColumn, RouteState } from './route-state.svelte.ts';
import { openingPosts } from './route-words.ts';

export interface OpeningRow {
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
export function openingRows(route: RouteState): OpeningRow[] {
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

/** One row a year, today first. */
export function yearsTable(route: RouteState): ExportTable {
  const bases = ({ plan }: RouteColumn) =>
    Object.entries(plan?.bases ?? {})
      .map(([post, base]) =>
        m.route_base({ post: openingPosts(route, post), place: inCommune(placeName(route.dashboard, base)) })
      )
      .join(', ');
  return tableOf({ name: m.route_file_years(), title: m.route_file_years_title() }, route.columns, [
    textColumn(m.demand_col_year(), ({ label }) => label),
    numberColumn(m.route_row_posts(), ({ posts }) => posts),
    textColumn(m.route_col_bases(), bases),
    numberColumn(m.route_col_opened(), ({ opened }) => opened.length),
    numberColumn(m.route_row_followed(), ({ followed }) => followed),
    numberColumn(m.route_compare_waiting(), ({ waiting }) => waiting.length),
    numberColumn(m.route_row_moved(), ({ moved }) => moved),
    numberColumn(m.route_sheet_road(), ({ road, isSampled }) => (isSampled ? rounded(road, 0) : null)),
    numberColumn(m.route_sheet_cost(), ({ cost }) => cost)
  ]);
}
