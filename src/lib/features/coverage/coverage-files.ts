// Tables of the coverage page, on screen and to take away.
import type { SchoolWithStatus, ZoneFigures } from '$lib/cube/coverage';
import { FILE, numberColumn, pointAt, textColumn, viewOf, type TableView } from '$lib/export/columns';
import type { Symbology } from '$lib/export/table';
import { decimal, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms';
import { SCHOOL_STATUSES, type SchoolStatus } from '$lib/model/school';
import { lightColors } from '$lib/theme/token-colors';
import { coverageLegend, coverageMeasureName } from './coverage-scene';
import type { CoverageState } from './coverage-state.svelte';
import { zoneWordsOf } from './zone-words';

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

const DOWN = { descendingFirst: true, sort: 'value' } as const;
/** Against the year before; null where nothing is to be told. */
const yearChange =
  ({ yearChanges }: CoverageState) =>
  ({ ref }: ZoneFigures) =>
    yearChanges.get(ref.code) ?? null;

/** One row a zone: marks of schools or the measure of the map, as the page shows them. */
export function zonesTable(coverage: CoverageState): TableView<ZoneFigures> {
  const { year, view } = coverage.address;
  const { title, column } = zoneWordsOf(coverage);
  const isKnown = (zone: ZoneFigures) => zone.known && coverage.followUpKnown;
  return viewOf(
    {
      name: `couverture-${view}-${year}`,
      caption: title(),
      id: ({ ref }) => ref.code,
      symbology: () => zonesSymbology(coverage, column())
    },
    coverage.zones,
    [
      textColumn('code', ({ ref }) => ref.code, FILE),
      textColumn(column(), ({ name }) => name, { key: 'name', sort: 'value' }),
      textColumn(m.coverage_col_schools(), undefined, { key: 'marks', only: 'screen', phone: 'hidden' }),
      numberColumn(m.coverage_col_followed(), (zone) => (isKnown(zone) ? zone.followed : null), {
        key: 'followed',
        ...DOWN
      }),
      numberColumn(m.catalogue_export_schools(), ({ known, schools }) => (known ? schools : null), FILE),
      numberColumn(m.coverage_col_year_change(), yearChange(coverage), {
        key: 'change',
        only: 'screen',
        ...DOWN
      }),
      numberColumn(m.coverage_col_waiting(), (zone) => (isKnown(zone) ? zone.waiting : null), {
        key: 'waiting',
        ...DOWN
      }),
      numberColumn(m.coverage_col_children(), ({ children }) => children, { key: 'children', ...DOWN }),
      // A figure derived from a protected count is protected as well.
      numberColumn(
        m.coverage_col_rate_of({ population: coverage.population }),
        ({ children, rate }) => ({ ...children, value: rate }),
        { ...FILE, file: { digits: 1 } }
      ),
      numberColumn(m.coverage_col_share(), ({ share }) => share && share * 100, {
        ...FILE,
        file: { digits: 1 }
      }),
      numberColumn(
        coverage.measure === 'rate' ? m.coverage_col_rate() : m.coverage_col_share(),
        (zone) => coverage.valueOf(zone),
        { key: 'measure', only: 'screen', ...DOWN }
      )
    ]
  );
}

export function schoolsTable(coverage: CoverageState): TableView<SchoolWithStatus> {
  return viewOf(
    {
      name: `ecoles-${coverage.address.year}`,
      caption: m.coverage_by_school(),
      id: ({ school }) => school.uai,
      shape: ({ school: { lon, lat } }) => pointAt(lon, lat),
      symbology: () => schoolsSymbology(coverage)
    },
    coverage.schools,
    [
      textColumn('UAI', ({ school }) => school.uai, FILE),
      textColumn(m.coverage_col_school(), ({ school }) => school.name, { key: 'name', sort: 'value' }),
      textColumn(m.coverage_col_kind(), ({ school }) => kindName(school.kind), FILE),
      textColumn(m.coverage_col_commune(), ({ commune }) => commune, { key: 'commune', sort: 'value' }),
      numberColumn(m.coverage_col_pupils(), ({ school }) => school.pupils, {
        key: 'pupils',
        words: ({ school }) => pupilsWords(school),
        ...DOWN
      }),
      numberColumn(m.coverage_col_ips(), ({ school }) => school.ips, {
        key: 'ips',
        words: ({ school: { ips } }) => (ips === null ? null : decimal(ips, 1)),
        sort: 'value'
      }),
      textColumn(m.coverage_col_status(), ({ status }) => statusWord(status), {
        key: 'status',
        descendingFirst: true,
        sort: ({ status }) => status
      }),
      textColumn(m.catalogue_export_position(), ({ school }) => school.position_quality, FILE)
    ]
  );
}

/** « ≈ 120 » where the number is an estimate. */
const pupilsWords = ({ pupils, pupils_quality: quality }: SchoolWithStatus['school']): string | null =>
  pupils === null ? null : `${quality === 'estimated' ? '≈\u00a0' : ''}${integer(pupils)}`;

type YearFigures = CoverageState['evolution'][number];

/** One row a year. Collèges are linked: neither followed nor waiting. */
export function evolutionTable(coverage: CoverageState): TableView<YearFigures> {
  const counted = (count: number, { known }: YearFigures) => (known && coverage.followUpKnown ? count : null);
  return viewOf(
    { name: 'evolution', caption: m.coverage_chart_title(), id: ({ year }) => year },
    coverage.evolution,
    [
      textColumn(m.coverage_col_year(), ({ year }) => year),
      numberColumn(m.coverage_col_followed(), (row) => counted(row.followed, row)),
      numberColumn(m.coverage_col_waiting(), (row) => counted(row.waiting, row)),
      numberColumn(m.coverage_col_children(), ({ children }) => children)
    ]
  );
}
