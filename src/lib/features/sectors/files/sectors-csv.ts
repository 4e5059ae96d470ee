// The plan as CSV, one row a school.
import { toCsv } from '$lib/export/csv';
import type { SectorsState } from '../state/sectors-state.svelte';
import { schoolColumns } from './sectors-rows';

export function sectorsCsv(sectors: SectorsState): string {
  const columns = schoolColumns(sectors).map(({ title, value }) => ({ header: title, value }));
  return toCsv(sectors.schools, columns);
}
