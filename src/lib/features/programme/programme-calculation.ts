// Calculation of each figure of the programme: its table and its query.
import {
  costPerChildQuery,
  flowsQuery,
  programmeCountQuery,
  programmeQuery,
  themeGapListQuery,
  themeGapsQuery
} from '$lib/tables/programme-queries.ts';
import { calculation, calculationOfRows, type Calculation } from '$lib/session/calculation.ts';
import type { ProgrammeState } from './programme-state.svelte.ts';

export type ProgrammeFigure = 'cost' | 'teams' | 'partners' | 'correspondents' | 'perChild' | 'gaps';

/** Funding flows: the sum of all bands. */
export const flowCalculation = ({ filter }: ProgrammeState): Calculation =>
  calculationOfRows('actions', flowsQuery(filter), (rows) => rows.reduce((sum, { euros }) => sum + euros, 0));

export function programmeCalculation(
  name: ProgrammeFigure,
  { filter, programme }: ProgrammeState
): Calculation {
  const { commune, theme } = filter;
  const count = (what: 'teams' | 'partners' | 'correspondents', table: string) =>
    calculation(table, programmeCountQuery(what, commune), ({ value }) => value);
  switch (name) {
    case 'cost':
      return calculation('actions', programmeQuery(filter, true), ({ euros }) => euros);
    case 'teams':
      return count('teams', 'support_teams');
    case 'partners':
      return count('partners', 'partners');
    case 'correspondents':
      return count('correspondents', 'correspondents');
    case 'perChild':
      return calculation(
        'pathways_cube',
        costPerChildQuery({ year: programme.year, theme }),
        ({ value }) => value
      );
    case 'gaps':
      return commune === null
        ? calculation('actions', themeGapsQuery(filter), ({ value }) => value)
        : calculationOfRows(
            'actions',
            themeGapListQuery(filter),
            (rows) => rows.filter(({ code }) => code === commune).length
          );
  }
}
