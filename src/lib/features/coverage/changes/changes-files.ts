// Tables of the comparison, on screen and to take away; cells that cannot be compared say so.
import type { CountComparison, ZoneChange } from '$lib/cube/changes';
import {
  numberColumn,
  pointAt,
  textColumn,
  viewOf,
  type ViewColumn,
  type TableView
} from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { School } from '$lib/model/school';
import type { Comparison } from './comparison.svelte';
import { zoneWordsOf } from '../zone-words';
import { placedTable } from '$lib/ui/export/view-export';

export interface FigureRow {
  label: string;
  compared: CountComparison;
  write: (value: number) => string;
}

const fileOf = ({ changes }: Comparison, what = '') =>
  `${m.change_file_name()}${what}-${changes.from}-${changes.to}`;

function compared<Row>(
  name: string,
  { from, to }: { from: string; to: string },
  of: (row: Row) => CountComparison
): ViewColumn<Row>[] {
  const difference = m.change_col_difference();
  return [
    numberColumn(`${name} ${from}`.trim(), (row: Row) => of(row).before, { key: `${name}before` }),
    numberColumn(`${name} ${to}`.trim(), (row: Row) => of(row).after, { key: `${name}after` }),
    numberColumn(
      name === '' ? difference : `${name}, ${difference.toLocaleLowerCase('fr')}`,
      (row: Row) => of(row).difference.value ?? m.change_not_comparable(),
      { key: `${name}difference`, tone: 'strong', phone: 'hidden' }
    )
  ];
}

/** One row a place, with all three measures. */
export function placesTable(view: Comparison): TableView<ZoneChange> {
  const { title, column } = zoneWordsOf(view.coverage);
  const { changes } = view;
  return viewOf({ name: fileOf(view), caption: title(), id: ({ ref }) => ref.code }, changes.zones, [
    textColumn('code', ({ ref }) => ref.code),
    textColumn(column(), ({ name }) => name),
    ...compared<ZoneChange>(m.change_measure_followed(), changes, ({ followed }) => followed),
    ...compared<ZoneChange>(m.change_measure_waiting(), changes, ({ waiting }) => waiting),
    ...compared<ZoneChange>(m.change_measure_children(), changes, ({ children }) => children)
  ]);
}

/** The same, with the outline of each place. */
export const placedChanges = (view: Comparison, load: typeof fetch): Promise<ExportTable> =>
  placedTable(placesTable(view), view.coverage.zoneKind === 'qpv' ? 'qpvs' : 'communes', load);

/** One row a figure, before and after. @param heads of the two columns compared */
export const figuresCompared = (
  about: { name: string; caption: string },
  heads: { from: string; to: string },
  rows: readonly FigureRow[]
): TableView<FigureRow> =>
  viewOf({ ...about, id: ({ label }) => label }, rows, [
    textColumn(m.change_col_figure(), ({ label }) => label),
    ...compared<FigureRow>('', heads, (row) => row.compared)
  ]);

/** Figures of the territory, or of the selected place. */
export const changesTable = (view: Comparison, rows: readonly FigureRow[]): TableView<FigureRow> =>
  figuresCompared({ name: fileOf(view, '-chiffres'), caption: m.change_table() }, view.changes, rows);

/** One row a school newly followed, no longer followed, or newly waiting. */
export function changedSchoolsTable(
  view: Comparison,
  lists: readonly { title: string; schools: readonly School[] }[]
) {
  const rows = lists.flatMap(({ title, schools }) => schools.map((school) => ({ ...school, title })));
  return viewOf(
    {
      name: fileOf(view, '-ecoles'),
      caption: m.change_schools(),
      shape: ({ lon, lat }) => pointAt(lon, lat)
    },
    rows,
    [
      textColumn('UAI', ({ uai }) => uai),
      textColumn(m.coverage_col_school(), ({ name }) => name),
      textColumn(m.coverage_col_commune(), ({ commune }) => view.coverage.cube.nameOf(commune)),
      textColumn(m.change_title(), ({ title }) => title),
      textColumn(m.change_col_since(), ({ followed_since }) => followed_since),
      textColumn(m.change_col_waited(), ({ requested_since }) => requested_since)
    ]
  );
}
