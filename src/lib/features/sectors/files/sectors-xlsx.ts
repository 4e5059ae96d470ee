// The plan as a workbook: schools, posts, coordinations.
import type { RowColumn } from '$lib/export/columns';
import { plainCell } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SectorsState } from '../state/sectors-state.svelte';
import { postColumns, schoolColumns, teamColumns } from './sectors-rows';

const sheet = <Row>(name: string, rows: readonly Row[], columns: readonly RowColumn<Row>[]) => ({
  name,
  columns: columns.map(({ title, type }) => ({ title, type })),
  rows: rows.map((row) => columns.map(({ value }) => plainCell(value(row))))
});

export async function saveSectorsXlsx(sectors: SectorsState): Promise<void> {
  const { saveXlsx } = await import('$lib/export/xlsx');
  const { referents, coordinators } = sectors.figures;
  await saveXlsx(`${m.sectors_file_name()}.xlsx`, [
    sheet(m.sectors_table(), sectors.schools, schoolColumns(sectors)),
    sheet(m.sectors_sheet_loads(), referents, postColumns(sectors)),
    ...(coordinators.length > 0 ? [sheet(m.sectors_sheet_teams(), coordinators, teamColumns())] : [])
  ]);
}
