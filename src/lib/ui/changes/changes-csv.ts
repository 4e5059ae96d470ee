// The differences as a file that a spreadsheet opens: what may not be compared says so in its cell.
import type { Compared, ZoneChange } from '$lib/cube/changes';
import type { Count } from '$lib/cube/filter';
import { PROTECTED, toCsv, type Cell, type CsvColumn } from '$lib/export/csv';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ChangesState } from '$lib/state/changes.svelte';

const written = ({ value, status }: Count): Cell => (status === 'suppressed' ? PROTECTED : value);

export function changesCsv({ changes, address }: ChangesState): string {
  const measures: [string, (zone: ZoneChange) => Compared][] = [
    [m.change_measure_followed(), ({ followed }) => followed],
    [m.change_measure_waiting(), ({ waiting }) => waiting],
    [m.change_measure_children(), ({ children }) => children]
  ];
  const columns: CsvColumn<ZoneChange>[] = [
    { header: 'code', value: ({ ref }) => ref.code },
    {
      header: address.kind === 'qpv' ? m.coverage_col_qpv() : m.coverage_col_commune(),
      value: ({ name }) => name
    },
    ...measures.flatMap(([name, of]): CsvColumn<ZoneChange>[] => [
      { header: `${name} ${address.from}`, value: (zone) => written(of(zone).before) },
      { header: `${name} ${address.to}`, value: (zone) => written(of(zone).after) },
      {
        header: `${name}, ${m.change_col_difference().toLocaleLowerCase('fr')}`,
        value: (zone) => of(zone).difference.value ?? m.change_not_comparable()
      }
    ])
  ];
  return toCsv(changes.zones, columns);
}
