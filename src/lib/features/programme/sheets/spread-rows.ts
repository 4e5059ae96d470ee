// Where actions come from, as rows: an action taken up by other communes, what it reaches in each school year, which communes have no action of its theme.
import type { CommuneOfThemes } from '$lib/engines/actions/index.ts';
import type { ActionFigures } from '$lib/figures/actions.svelte.ts';
import { viewOf, textColumn, type TableView } from '$lib/export/columns.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune } from '$lib/i18n/terms.ts';
import type { SpreadNode } from '$lib/model/actions/action-sheets.ts';
import { previousYear, type SchoolYear } from '$lib/model/school-year.ts';

type NameOf = (commune: string) => string;

export interface SpreadCell {
  year: SchoolYear;
  /** Communes where the action was born, those that took it up in this year, and those that had before; null: it was not born yet. */
  communes: { born: readonly string[]; taken: readonly string[]; before: readonly string[] } | null;
}

export interface SpreadRow {
  /** Sheet of the action, and those taken up from it, the oldest first. */
  sheet: string;
  taken: readonly string[];
  theme: string | null;
  communes: readonly string[];
  cells: readonly SpreadCell[];
  /** Communes of which the year is not told: they are on no map. */
  undated: readonly string[];
  /** Communes without an action of this theme, those with most schools waiting first; null: the action has no theme. */
  lacking: readonly CommuneOfThemes[] | null;
}

const sheetsUnder = ({ takenUp }: SpreadNode): string[] =>
  takenUp.flatMap((node) => [node.sheet, ...sheetsUnder(node)]);

/** Actions of which a sheet was taken up, the oldest first, each with every school year from the first birth to `last`. */
export function spreadRows(
  figures: Pick<ActionFigures, 'spread' | 'sheets' | 'lacking'>,
  last: SchoolYear
): SpreadRow[] {
  const trees = figures.spread.trees.filter(({ root }) => root.takenUp.length > 0);
  const known = trees.flatMap(({ years }) => years.flatMap(({ year }) => year ?? [])).sort();
  const years: SchoolYear[] = [];
  const end = [last, ...known].sort().at(-1)!;
  for (let year = end; known.length > 0 && year >= known[0]!; year = previousYear(year)) years.unshift(year);
  return trees.map(({ root, years: reached }) => {
    const theme = figures.sheets.find(({ id }) => id === root.sheet)?.theme ?? null;
    const born = root.communes;
    const others = (is: (year: SchoolYear | null) => boolean) =>
      reached
        .filter(({ year }) => is(year))
        .flatMap(({ communes }) => communes.filter((one) => !born.includes(one)));
    return {
      ...{ sheet: root.sheet, taken: sheetsUnder(root), theme },
      communes: reached.flatMap(({ communes }) => communes),
      undated:
        root.begun === null ? reached.flatMap(({ communes }) => communes) : others((year) => year === null),
      cells: years.map((year) => ({
        year,
        communes:
          root.begun === null || year < root.begun
            ? null
            : {
                born,
                taken: others((one) => one === year),
                before: others((one) => one !== null && one < year)
              }
      })),
      lacking: theme === null ? null : figures.lacking(theme)
    };
  });
}

/** « née à Anzin », « + trois communes », « sans changement » */
export function spreadWords(
  { year, communes }: SpreadCell,
  begun: SchoolYear | undefined,
  nameOf: NameOf
): string {
  if (communes === null) return '–';
  const { born, taken } = communes;
  const isBorn = year === begun;
  const some = (codes: readonly string[]) =>
    m.programme_spread_communes({ count: codes.length, words: numberWord(codes.length, 'feminine') });
  const words = [
    isBorn
      ? m.programme_spread_born({
          place:
            born.length === 1 ? inCommune(nameOf(born[0]!)) : m.programme_spread_in({ communes: some(born) })
        })
      : '',
    taken.length > 0 ? `+ ${taken.length === 1 ? nameOf(taken[0]!) : some(taken)}` : ''
  ].filter((one) => one !== '');
  return words.length > 0 ? words.join(', ') : m.programme_spread_same();
}

/** A row an action and a commune: where it was born, who took it up, and when. */
export function spreadTable(rows: readonly SpreadRow[], titleOf: (sheet: string) => string, nameOf: NameOf) {
  type Line = { sheet: string; commune: string; year: string | null; isBorn: boolean };
  const lines = rows.flatMap(({ sheet, cells, undated }): Line[] => [
    ...cells.flatMap(({ year, communes }, at) => [
      ...(communes && !cells[at - 1]?.communes ? communes.born : []).map((commune) => ({
        sheet,
        commune,
        year,
        isBorn: true
      })),
      ...(communes?.taken ?? []).map((commune) => ({ sheet, commune, year, isBorn: false }))
    ]),
    ...undated.map((commune) => ({ sheet, commune, year: null, isBorn: false }))
  ]);
  const view: TableView<Line> = viewOf(
    {
      name: m.programme_spread_file(),
      caption: m.programme_spread(),
      id: ({ sheet, commune }) => `${sheet} ${commune}`
    },
    lines,
    [
      textColumn(m.programme_col_sheet(), ({ sheet }) => sheet),
      textColumn(m.programme_col_title(), ({ sheet }) => titleOf(sheet)),
      textColumn('INSEE', ({ commune }) => commune),
      textColumn(m.programme_col_commune(), ({ commune }) => nameOf(commune)),
      textColumn(m.programme_spread_year(), ({ year }) => year),
      textColumn(m.programme_spread_what(), ({ year, isBorn }) =>
        year === null ? null : isBorn ? m.programme_spread_key_born() : m.programme_spread_key_taken()
      )
    ]
  );
  return view;
}

/** « 3 écoles en attente, 1 suivie »; what is unknown is not told. */
export const communeSchools = ({ waiting, followed }: CommuneOfThemes): string =>
  listWords([
    ...(waiting === null ? [] : [m.programme_spread_waiting({ count: waiting, shown: String(waiting) })]),
    ...(followed === null ? [] : [m.programme_spread_followed({ count: followed, shown: String(followed) })])
  ]);
