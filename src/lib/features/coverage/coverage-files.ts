// Tables of the coverage page to download.
import type { Count } from '$lib/cube/filter';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportColumn, ExportTable, Symbology } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms';
import { SCHOOL_STATUSES, type SchoolStatus } from '$lib/model/school';
import { lightColors } from '$lib/theme/token-colors';
import { coverageLegend, coverageMeasureName } from './coverage-scene';
import type { CoverageState } from './coverage-state.svelte';
import { zoneWordsOf } from './zone-words';
import { outlines } from '$lib/ui/export/outlines';

const text = (title: string): ExportColumn => ({ title, type: 'text' });
const number = (title: string): ExportColumn => ({ title, type: 'number' });
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10;
/** A figure derived from a protected count is protected as well. */
const unlessHidden = ({ status }: Count, value: number | null): CsvCell =>
  status === 'suppressed' ? PROTECTED : value;
export const countCell = (count: Count): CsvCell => unlessHidden(count, count.value);

const RAMP = ['--ramp-1', '--ramp-2', '--ramp-3', '--ramp-4', '--ramp-5'] as const;

/** Classes of the map, as it shows them. */
function zonesSymbology(coverage: CoverageState, label: string): Symbology {
  const legend = coverageLegend(coverage);
  const colors = lightColors(RAMP);
  return {
    title: coverageMeasureName(coverage),
    classes: legend.map((one) => ({ label: one.label, color: colors[RAMP[one.class]!] })),
    rows: coverage.zones.map((zone) => {
      const at = legend.findIndex((one) => one.class === coverage.classOf(zone));
      return at < 0 ? null : at;
    }),
    without: m.coverage_no_value(),
    label
  };
}

const STATUS_TOKENS = {
  followed: '--ramp-4',
  waiting: '--accent',
  linked: '--ink',
  outside: '--rule-2'
} as const satisfies Record<SchoolStatus, string>;

function schoolsSymbology({ schools }: CoverageState): Symbology {
  const colors = lightColors(Object.values(STATUS_TOKENS));
  const statuses = SCHOOL_STATUSES.filter((status) => schools.some((one) => one.status === status));
  return {
    title: m.coverage_legend_schools(),
    classes: statuses.map((status) => ({ label: statusWord(status), color: colors[STATUS_TOKENS[status]] })),
    rows: schools.map(({ status }) => statuses.indexOf(status)),
    without: m.coverage_no_value(),
    label: m.coverage_col_school()
  };
}

export async function zonesTable(coverage: CoverageState, load: typeof fetch): Promise<ExportTable> {
  const { year, view } = coverage.address;
  const { title, column } = zoneWordsOf(coverage);
  const shapes = await outlines(coverage.zoneKind === 'qpv' ? 'qpvs' : 'communes', load);
  return {
    name: `couverture-${view}-${year}`,
    title: title(),
    columns: [
      text('code'),
      text(column()),
      number(m.coverage_col_followed()),
      number(m.catalogue_export_schools()),
      number(m.coverage_col_waiting()),
      number(m.coverage_col_children()),
      number(m.coverage_col_rate_of({ population: coverage.population })),
      number(m.coverage_col_share())
    ],
    rows: coverage.zones.map(
      ({ ref, name, known, followed, schools, waiting, children, rate, share }): CsvCell[] => [
        ...[ref.code, name, known && coverage.followUpKnown ? followed : null, known ? schools : null],
        known && coverage.followUpKnown ? waiting : null,
        countCell(children),
        unlessHidden(children, rounded(rate)),
        rounded(share === null ? null : share * 100)
      ]
    ),
    geometry: coverage.zones.map(({ ref }) => shapes.get(ref.code) ?? null),
    symbology: zonesSymbology(coverage, column())
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
    ),
    symbology: schoolsSymbology(coverage)
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
    ...[year, ...[followed, waiting].map((count) => (known && coverage.followUpKnown ? count : null))],
    countCell(children)
  ])
});
