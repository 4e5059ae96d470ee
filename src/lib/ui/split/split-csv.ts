// The plan as a file that a spreadsheet opens: a row a school.
import { toCsv, type CsvColumn } from '$lib/export/csv';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SplitState, UnitSchool } from '$lib/state/split.svelte';
import { coordinationName, nameOf, whoIs } from './words';

export function splitCsv(split: SplitState): string {
  const { plan, today, leaders } = split;
  const leader = (uai: string) => leaders[plan.referents[uai] ?? ''];
  const columns: CsvColumn<UnitSchool>[] = [
    { header: 'UAI', value: ({ uai }) => uai },
    { header: m.split_col_school(), value: ({ name }) => name },
    { header: m.split_col_commune(), value: ({ commune }) => nameOf(split, commune) },
    { header: m.split_col_post(), value: ({ uai }) => whoIs(plan.referents[uai]) },
    {
      header: m.split_coordination({ number: '' }).trim(),
      value: ({ uai }) => (leader(uai) ? coordinationName(leader(uai) ?? '') : '')
    },
    { header: m.split_col_before(), value: ({ uai }) => whoIs(today.referents[uai]) },
    { header: `${m.split_col_minutes()} (min)`, value: ({ uai }) => split.minutesOf(uai) },
    { header: `${m.split_col_load()} (min)`, value: ({ workload }) => workload },
    { header: m.split_col_pupils(), value: ({ pupils }) => pupils }
  ];
  return toCsv(split.schools, columns);
}
