// Tables of the comparison to download; cells that cannot be compared say so.
import type { CountComparison, ZoneChange } from '$lib/cube/changes';
import type { Count } from '$lib/cube/filter';
import { numberColumn, pointAt, tableOf, textColumn, type RowColumn } from '$lib/export/columns';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { School } from '$lib/model/school';
import type { Comparison } from './comparison.svelte';
import { zoneWordsOf } from '../zone-words';
import { outlines } from '$lib/ui/export/outlines';

export interface FigureRow {
  label: string;
  compared: CountComparison;
  write: (value: number) => string;
}

const written = ({ value, status }: Count): CsvCell => (status === 'suppressed' ? PROTECTED : value);
const difference = (one: CountComparison): CsvCell => one.difference.value ?? m.change_not_comparable();
const fileOf = ({ changes }: Comparison, what = '') =>
  `${m.change_file_name()}${what}-${changes.from}-${changes.to}`;

function compared<Row>(
  name: string,
  { changes }: Comparison,
  of: (row: Row) => CountComparison
): RowColumn<Row>[] {
  return [
    numberColumn(`${name} ${changes.from}`.trim(), (row) => written(of(row).before)),
    numberColumn(`${name} ${changes.to}`.trim(), (row) => written(of(row).after)),
    numberColumn(
      name === ''
        ? m.change_col_difference()
        : `${name}, ${m.change_col_difference().toLocaleLowerCase('fr')}`,
      (row) => difference(of(row))
    )
  ];
}

/** One row a place, with all three measures. */
export function placesTable(view: Comparison): ExportTable {
  const { title, column } = zoneWordsOf(view.coverage);
  return tableOf<ZoneChange>({ name: fileOf(view), title: title() }, view.changes.zones, [
    textColumn('code', ({ ref }) => ref.code),
    textColumn(column(), ({ name }) => name),
    ...compared<ZoneChange>(m.change_measure_followed(), view, ({ followed }) => followed),
    ...compared<ZoneChange>(m.change_measure_waiting(), view, ({ waiting }) => waiting),
    ...compared<ZoneChange>(m.change_measure_children(), view, ({ children }) => children)
  ]);
}

/** The same, with the outline of each place. */
export async function placedChanges(view: Comparison, load: typeof fetch): Promise<ExportTable> {
  const shapes = await outlines(view.coverage.zoneKind === 'qpv' ? 'qpvs' : 'communes', load);
  return {
    ...placesTable(view),
    geometry: view.changes.zones.map(({ ref }) => shapes.get(ref.code) ?? null)
  };
}

/** One row a figure of the territory, or of the selected place. */
export const changesTable = (
  view: Comparison,
  rows: readonly Pick<FigureRow, 'label' | 'compared'>[]
): ExportTable =>
  tableOf({ name: fileOf(view, '-chiffres'), title: m.change_table() }, rows, [
    textColumn(m.change_col_figure(), ({ label }) => label),
    ...compared<(typeof rows)[number]>('', view, (row) => row.compared)
  ]);

/** One row a school newly followed, no longer followed, or newly waiting. */
export function changedSchoolsTable(
  view: Comparison,
  lists: readonly { title: string; schools: readonly School[] }[]
): ExportTable {
  const rows = lists.flatMap(({ title, schools }) => schools.map((school) => ({ title, school })));
  return tableOf(
    { name: fileOf(view, '-ecoles'), title: m.change_schools() },
    rows,
    [
      textColumn('UAI', ({ school }) => school.uai),
      textColumn(m.coverage_col_school(), ({ school }) => school.name),
      textColumn(m.coverage_col_commune(), ({ school }) => view.coverage.cube.nameOf(school.commune)),
      textColumn(m.change_title(), ({ title }) => title),
      textColumn(m.change_col_since(), ({ school }) => school.followed_since),
      textColumn(m.change_col_waited(), ({ school }) => school.requested_since)
    ],
    ({ school }) => pointAt(school.lon, school.lat)
  );
}
