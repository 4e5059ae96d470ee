// Calculation of each key figure of coverage: its table and its query.
import type { FigureName } from '$lib/cube/figures.ts';
import type { Filter } from '$lib/cube/filter.ts';
import {
  budgetQuery,
  childrenQuery,
  meetingsQuery,
  schoolCountsQuery
} from '$lib/tables/coverage-queries.ts';
import { calculation, type Calculation } from '$lib/session/calculation.ts';

/**
 * @param filter the page's filters
 * @param left schools followed in their year that are followed no more
 * @param members schools of the place, where it is a group
 * @returns the query behind a key figure under them
 */
export function calculationOf(
  name: FigureName,
  filter: Filter,
  left: readonly string[],
  members: readonly string[] = []
): Calculation {
  switch (name) {
    case 'followed':
      return calculation('schools', schoolCountsQuery(filter, left, members), (row) => row.followed);
    case 'waiting':
      return calculation('schools', schoolCountsQuery(filter, left, members), (row) => row.waiting);
    case 'pupils':
      return calculation('schools', schoolCountsQuery(filter, left, members), (row) => row.pupilsFollowed);
    case 'children':
      return calculation('pathways_cube', childrenQuery(filter), (row) => row.value);
    case 'meetings':
      return calculation(
        filter.place ? 'support_teams' : 'service_years',
        meetingsQuery(filter),
        (row) => row.value
      );
    case 'budget':
      return calculation(filter.place ? 'actions' : 'service_years', budgetQuery(filter), (row) => row.value);
  }
}
