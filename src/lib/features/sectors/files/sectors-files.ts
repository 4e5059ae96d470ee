// Tables of the plan to download: schools, and loads of posts.
import { pointAt, tableOf } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SectorsState } from '../state/sectors-state.svelte';
import { postColumns, schoolColumns } from './sectors-rows';

/** One row a school, at the school's position; no point where the position is unknown. */
export const assignmentTable = (sectors: SectorsState): ExportTable =>
  tableOf(
    { name: m.sectors_file_name(), title: m.sectors_table() },
    sectors.schools,
    schoolColumns(sectors),
    ({ uai, lon, lat }) => (sectors.atTownHall.includes(uai) ? null : pointAt(lon, lat))
  );

/** One row a post, at the town hall of its base. */
export const loadsTable = (sectors: SectorsState): ExportTable =>
  tableOf(
    { name: `${m.sectors_file_name()}-charges`, title: m.sectors_sheet_loads() },
    sectors.figures.referents,
    postColumns(sectors),
    ({ id }) => {
      const base = sectors.post(id)?.base;
      const town = sectors.dashboard.communes.find(({ code }) => code === base);
      return pointAt(town?.town_lon, town?.town_lat);
    }
  );
