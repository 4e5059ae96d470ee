// The waiting list as a table and as CSV.
import { WAITING_CRITERIA, type WaitingSchool } from '$lib/cube/waiting';
import { toCsv, type CsvColumn } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName } from '$lib/i18n/terms';
import { CRITERION_NAMES } from './criteria';

const rounded = (value: number) => Math.round(value * 10) / 10;

function columnsOf(list: readonly WaitingSchool[]): CsvColumn<WaitingSchool>[] {
  return [
    { header: m.waiting_col_rank(), value: (row) => list.indexOf(row) + 1 },
    { header: 'UAI', value: ({ school }) => school.uai },
    { header: m.waiting_col_school(), value: ({ school }) => school.name },
    { header: m.coverage_col_kind(), value: ({ school }) => kindName(school.kind) },
    { header: m.waiting_col_commune(), value: ({ commune }) => commune },
    { header: m.waiting_col_pupils(), value: ({ school }) => school.pupils },
    { header: m.waiting_col_rep(), value: ({ school }) => school.rep },
    { header: m.waiting_col_ips(), value: ({ school }) => school.ips },
    { header: m.waiting_col_qpv(), value: ({ qpv }) => qpv },
    { header: m.waiting_col_months(), value: ({ months }) => months },
    {
      header: m.waiting_col_drive(),
      value: ({ access }) => access && rounded(access.seconds / 60)
    },
    { header: m.waiting_col_score(), value: ({ score }) => rounded(score) },
    ...WAITING_CRITERIA.map((criterion) => ({
      header: CRITERION_NAMES[criterion](),
      value: ({ points }: WaitingSchool) => rounded(points[criterion])
    }))
  ];
}

export const waitingCsv = (list: readonly WaitingSchool[]): string => toCsv(list, columnsOf(list));

/** The same columns, for every other format. */
export function waitingTable(list: readonly WaitingSchool[], year: string): ExportTable {
  const columns = columnsOf(list);
  const rows = list.map((row) => columns.map(({ value }) => value(row)));
  return {
    name: `ecoles-en-attente-${year}`,
    title: m.waiting_list(),
    columns: columns.map(({ header }, at) => ({
      title: header,
      type: rows.some((row) => typeof row[at] === 'number') ? 'number' : 'text'
    })),
    rows,
    geometry: list.map(({ school: { lon, lat } }) =>
      lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] }
    )
  };
}
