// The plan as tables to take away: its schools, the loads of its posts.
import { pointAt, tableOf } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SectorsState } from '../state/sectors-state.svelte';
import { postColumns, schoolColumns } from './sectors-rows';

/** A row a school, at its place. */
export const assignmentTable = (split: SectorsState): ExportTable =>
  tableOf(
    { name: m.split_file_name(), title: m.split_table() },
    split.schools,
    schoolColumns(split),
    ({ lon, lat }) => pointAt(lon, lat)
  );

/** A row a post, at the town hall of its base. */
export const loadsTable = (split: SectorsState): ExportTable =>
  tableOf(
    { name: `${m.split_file_name()}-charges`, title: m.split_sheet_loads() },
    split.figures.referents,
    postColumns(split),
    ({ id }) => {
      const base = split.post(id)?.base;
      const town = split.dashboard.communes.find(({ code }) => code === base);
      return pointAt(town?.town_lon, town?.town_lat);
    }
  );
