// Tables of the coverage page to download.
import type { Count } from '$lib/cube/filter';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportColumn, ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms';
import type { CoverageState } from './coverage-state.svelte';
import { outlines } from '$lib/ui/export/outlines';

const text = (title: string): ExportColumn => ({ title, type: 'text' });
const number = (title: string): ExportColumn => ({ title, type: 'number' });
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10;
/** A figure derived from a protected count is protected as well. */
const unlessHidden = ({ status }: Count, value: number | null): CsvCell =>
  status === 'suppressed' ? PROTECTED : value;
export const countCell = (count: Count): CsvCell => unlessHidden(count, count.value);

export async function zonesTable(coverage: CoverageState, load: typeof fetch): Promise<ExportTable> {
  const { year, view } = coverage.address;
  const qpv = view === 'quartiers';
  const shapes = await outlines(qpv ? 'qpvs' : 'communes', load);
  return {
    name: `couverture-${view}-${year}`,
    title: qpv ? m.coverage_by_qpv() : m.coverage_by_commune(),
    columns: [
      text('code'),
      text(qpv ? m.coverage_col_qpv() : m.coverage_col_commune()),
      number(m.coverage_col_followed()),
      number(m.catalogue_export_schools()),
      number(m.coverage_col_waiting()),
      number(m.coverage_col_children()),
      number(m.coverage_col_rate_of({ population: coverage.population })),
      number(m.coverage_col_share())
    ],
    rows: coverage.zones.map(
      ({ ref, name, known, followed, schools, waiting, children, rate, share }): CsvCell[] => [
        ...[ref.code, name, ...[followed, schools, waiting].map((count) => (known ? count : null))],
        countCell(children),
        unlessHidden(children, rounded(rate)),
        rounded(share === null ? null : share * 100)
      ]
    ),
    geometry: coverage.zones.map(({ ref }) => shapes.get(ref.code) ?? null)
  };
}

export function schoolsTable(coverage: CoverageState): ExportTable {
  const { schools } = coverage;
  return {
    name: `ecoles-${coverage.address.year}`,
    title: m.coverage_by_school(),
    columns: [
      ...[text('UAI'), text(m.coverage_col_school()), text(m.coverage_col_kind())],
      ...[text(m.coverage_col_commune()), number(m.coverage_col_pupils()), number(m.coverage_col_ips())],
      ...[text(m.coverage_col_status()), text(m.catalogue_export_position())]
    ],
    rows: schools.map(({ school, status, commune }) => [
      ...[school.uai, school.name, kindName(school.kind), commune],
      ...[school.pupils, school.ips, statusWord(status), school.position_quality]
    ]),
    geometry: schools.map(({ school: { lon, lat } }) =>
      lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] }
    )
  };
}

export const evolutionTable = (coverage: CoverageState): ExportTable => ({
  name: 'evolution',
  title: m.coverage_chart_title(),
  columns: [
    text(m.coverage_col_year()),
    ...[m.coverage_col_followed(), m.coverage_col_waiting(), m.coverage_col_children()].map(number)
  ],
  rows: coverage.evolution.map(({ year, known, followed, waiting, children }) => [
    ...[year, ...[followed, waiting].map((count) => (known ? count : null))],
    countCell(children)
  ])
});
