// Of the programme, what Couverture says of it: themes without an action, and correspondents. Figures alone, so that the first page stays light.
import type { Theme } from '../model/pathway.ts';
import { themeRows } from './programme-figures.ts';
import type { Programme } from './programme.ts';

export interface PublicProgramme {
  /** INSEE code -> themes without an action, of the communes that an action reaches; null where no action sheet tells its theme. */
  missing: Readonly<Record<string, readonly Theme[]>> | null;
  /** Themes without an action in the others, by the same rule. */
  elsewhere: readonly Theme[];
  correspondents: readonly { commune: string; filled: boolean }[];
}

export function publicProgramme(programme: Programme): PublicProgramme {
  const { actions, correspondents } = programme;
  const reached = [...new Set(actions.flatMap(({ communes }) => communes))];
  const rows = themeRows(programme, reached, { level: null, funder: null });
  return {
    missing: actions.every(({ theme }) => theme === null)
      ? null
      : Object.fromEntries(rows.map((row) => [row.commune, row.missing])),
    elsewhere: themeRows(programme, [''], { level: null, funder: null })[0]!.missing,
    correspondents: correspondents.map(({ commune, filled }) => ({ commune, filled }))
  };
}

/** Themes without an action in a commune. */
export const missingThemes = ({ missing, elsewhere }: PublicProgramme, commune: string): readonly Theme[] =>
  missing?.[commune] ?? elsewhere;
