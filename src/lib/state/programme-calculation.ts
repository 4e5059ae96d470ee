// Behind each figure of the programme: its table, the SQL that anyone can read, and the question put to the database.
import { costPerChildQuery } from '../queries/cost-per-child.ts';
import { programmeCountQuery } from '../queries/programme-counts.ts';
import { programmeQuery } from '../queries/programme.ts';
import { themeGapsQuery } from '../queries/theme-gaps.ts';
import { calculation, type Calculation } from './calculation.ts';
import type { ProgrammeState } from './programme.svelte.ts';

export const PROGRAMME_FIGURES = ['cost', 'teams', 'partners', 'correspondents', 'perChild', 'gaps'] as const;
export type ProgrammeFigure = (typeof PROGRAMME_FIGURES)[number];

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
      return calculation(
        'pathways_cube',
        costPerChildQuery({ year: programme.year, theme, commune }),
        ({ value }) => value
      );
    case 'gaps':
      return calculation('actions', themeGapsQuery(filter), ({ value }) => value);
  }
}
