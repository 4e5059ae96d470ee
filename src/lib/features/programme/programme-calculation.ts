// Behind each figure of the programme: its table and its query.
import { costPerChildQuery } from '$lib/tables/queries/cost-per-child.ts';
import { flowsQuery } from '$lib/tables/queries/flows.ts';
import { programmeCountQuery } from '$lib/tables/queries/programme-counts.ts';
import { programmeQuery } from '$lib/tables/queries/programme.ts';
import { themeGapListQuery, themeGapsQuery } from '$lib/tables/queries/theme-gaps.ts';
import type { Theme } from '$lib/model/pathway.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { calculation, calculationOfRows, type Calculation } from '$lib/session/calculation.ts';
import type { ProgrammeState } from './programme-state.svelte.ts';

export const PROGRAMME_FIGURES = ['cost', 'teams', 'partners', 'correspondents', 'perChild', 'gaps'] as const;
export type ProgrammeFigure = (typeof PROGRAMME_FIGURES)[number];

/** Euros for each child: of a theme, or of all; of a commune's own sheets, or of the whole. */
export const costCalculation = (year: SchoolYear, theme: Theme | null, commune: string | null): Calculation =>
  calculation('pathways_cube', costPerChildQuery({ year, theme, commune }), ({ value }) => value);

/** Who pays for what: the sum of all that is drawn. */
export const flowCalculation = ({ filter }: ProgrammeState): Calculation =>
  calculationOfRows('actions', flowsQuery(filter), (rows) => rows.reduce((sum, { euros }) => sum + euros, 0));

/** Communes and themes without any sheet, pair by pair. */
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
      return calculation('actions', programmeQuery(filter), ({ euros }) => euros);
    case 'teams':
      return count('teams', 'support_teams');
    case 'partners':
      return count('partners', 'partners');
    case 'correspondents':
      return count('correspondents', 'correspondents');
    case 'perChild':
      return costCalculation(programme.year, theme, commune);
    case 'gaps':
      return calculation('actions', themeGapsQuery(filter), ({ value }) => value);
  }
}
