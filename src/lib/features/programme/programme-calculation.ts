// Calculation of each figure of the programme: its table and its query.
import {
  costPerChildQuery,
  flowsQuery,
  programmeCountQuery,
  programmeQuery,
  themeGapListQuery,
  themeGapsQuery
} from '$lib/tables/programme-queries.ts';
import type { Theme } from '$lib/model/pathway.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { calculation, calculationOfRows, type Calculation } from '$lib/session/calculation.ts';
import type { ProgrammeState } from './programme-state.svelte.ts';

export type ProgrammeFigure = 'cost' | 'teams' | 'partners' | 'correspondents' | 'perChild' | 'gaps';

/** Cost per child: of a theme or of all, over a commune's own sheets or over all sheets. */
export const costCalculation = (year: SchoolYear, theme: Theme | null, commune: string | null): Calculation =>
  calculation('pathways_cube', costPerChildQuery({ year, theme, commune }), ({ value }) => value);

/** Funding flows: the sum of all bands. */
export const flowCalculation = ({ filter }: ProgrammeState): Calculation =>
  calculationOfRows('actions', flowsQuery(filter), (rows) => rows.reduce((sum, { euros }) => sum + euros, 0));

/** Pairs of commune and theme without any sheet. */
export const gapListCalculation = ({ filter }: ProgrammeState): Calculation =>
  calculationOfRows('actions', themeGapListQuery(filter), (rows) => rows.length);

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
      return costCalculation(programme.year, theme, commune);
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
