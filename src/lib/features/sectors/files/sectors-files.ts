// The plan as files to download: tables of its schools and of the loads of its posts, workbook.
import { exportTable, pointAt, viewOf, type TableView } from '$lib/export/columns';
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitFileName } from '$lib/session/decision/split-words.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { LedLoads } from '../state/sectors-meetings.svelte';
import { postColumns, schoolColumns, teamColumns } from './sectors-rows';

/** The name of a file says the répartition that it holds, where it is not today's. */
export const planFileName = ({ decision }: LoadsInUse, part = ''): string =>
  splitFileName(`${m.sectors_file_name()}${part}`, decision.split);

/** One row a school, at the school's position; no point where the position is unknown. */
export const assignmentTable = (sectors: LoadsInUse): TableView<UnitSchool> =>
  viewOf(
    {
      name: planFileName(sectors),
      caption: m.sectors_table(),
      id: ({ uai }) => uai,
      shape: ({ uai, lon, lat }) => (sectors.atTownHall.includes(uai) ? null : pointAt(lon, lat))
    },
    sectors.schools,
    schoolColumns(sectors)
  );

/** One row a post, at the town hall of its base. */
export const loadsTable = (sectors: LoadsInUse): TableView<LoadsInUse['figures']['referents'][number]> =>
  viewOf(
    {
      name: planFileName(sectors, '-charges'),
      caption: m.sectors_sheet_loads(),
      id: ({ id }) => id,
      shape({ id }) {
        const base = sectors.post(id)?.base;
        const town = sectors.dashboard.communes.find(({ code }) => code === base);
        return pointAt(town?.town_lon, town?.town_lat);
      }
    },
    sectors.figures.referents,
    postColumns(sectors)
  );

/** Sheets of schools, posts and, where there are any, coordinations. */
export async function saveSectorsXlsx(sectors: LedLoads): Promise<void> {
  const [{ saveXlsx, sheetOf }] = await Promise.all([import('$lib/export/xlsx'), sectors.sampleTours()]);
  const { coordinators } = sectors.figures;
  const teams = viewOf({ name: '', caption: m.sectors_sheet_teams() }, coordinators, teamColumns(sectors));
  await saveXlsx(`${planFileName(sectors)}.xlsx`, [
    sheetOf(exportTable(assignmentTable(sectors))),
    sheetOf(exportTable(loadsTable(sectors))),
    ...(coordinators.length > 0 ? [sheetOf(exportTable(teams))] : [])
  ]);
}
