// The plan as files to download: tables of its schools and of the loads of its posts, CSV, workbook.
import { pointAt, tableOf, type RowColumn } from '$lib/export/columns';
import { toCsv } from '$lib/export/csv';
import { plainCell, type ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitFileName } from '$lib/session/decision/split-words.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { LedLoads } from '../state/sectors-meetings.svelte';
import { postColumns, schoolColumns, teamColumns } from './sectors-rows';

/** The name of a file says the répartition that it holds, where it is not today's. */
export const planFileName = ({ decision }: LoadsInUse, part = ''): string =>
  splitFileName(`${m.sectors_file_name()}${part}`, decision.split);

/** One row a school, at the school's position; no point where the position is unknown. */
export const assignmentTable = (sectors: LoadsInUse): ExportTable =>
  tableOf(
    { name: planFileName(sectors), title: m.sectors_table() },
    sectors.schools,
    schoolColumns(sectors),
    ({ uai, lon, lat }) => (sectors.atTownHall.includes(uai) ? null : pointAt(lon, lat))
  );

/** One row a post, at the town hall of its base. */
export const loadsTable = (sectors: LoadsInUse): ExportTable =>
  tableOf(
    { name: planFileName(sectors, '-charges'), title: m.sectors_sheet_loads() },
    sectors.figures.referents,
    postColumns(sectors),
    ({ id }) => {
      const base = sectors.post(id)?.base;
      const town = sectors.dashboard.communes.find(({ code }) => code === base);
      return pointAt(town?.town_lon, town?.town_lat);
    }
  );

/** One row a school. */
export function sectorsCsv(sectors: LedLoads): string {
  const columns = schoolColumns(sectors).map(({ title, value }) => ({ header: title, value }));
  return toCsv(sectors.schools, columns);
}

const sheet = <Row>(name: string, rows: readonly Row[], columns: readonly RowColumn<Row>[]) => ({
  name,
  columns: columns.map(({ title, type }) => ({ title, type })),
  rows: rows.map((row) => columns.map(({ value }) => plainCell(value(row))))
});

/** Sheets of schools, posts and, where there are any, coordinations. */
export async function saveSectorsXlsx(sectors: LedLoads): Promise<void> {
  const [{ saveXlsx }] = await Promise.all([import('$lib/export/xlsx'), sectors.sampleTours()]);
  const { referents, coordinators } = sectors.figures;
  await saveXlsx(`${planFileName(sectors)}.xlsx`, [
    sheet(m.sectors_table(), sectors.schools, schoolColumns(sectors)),
    sheet(m.sectors_sheet_loads(), referents, postColumns(sectors)),
    ...(coordinators.length > 0 ? [sheet(m.sectors_sheet_teams(), coordinators, teamColumns(sectors))] : [])
  ]);
}
