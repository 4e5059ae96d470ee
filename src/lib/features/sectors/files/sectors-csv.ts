// The plan as a file that a spreadsheet opens: a row a school.
import { toCsv } from '$lib/export/csv';
import type { SplitState } from '../state/sectors-state.svelte';
import { schoolColumns } from './sectors-rows';

export function splitCsv(split: SplitState): string {
  const columns = schoolColumns(split).map(({ title, value }) => ({ header: title, value }));
  return toCsv(split.schools, columns);
}
