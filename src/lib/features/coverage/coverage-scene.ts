// Scene of the coverage map, with its labels and legend.
import type { SchoolWithStatus, ZoneFigures } from '$lib/cube/coverage.ts';
import { decimal, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms.ts';
import type { CoverageState } from './coverage-state.svelte.ts';
import type { LegendClass, LegendSymbol, Scene, SceneArea, ScenePoint } from '$lib/map/scene.ts';
import { hasPerimeter } from '$lib/model/place.ts';

const rounded = (value: number) => (Number.isInteger(value) ? integer(value) : decimal(value, 1));

/** Whether the map shows schools alone and knows which are followed: names carry « 8 sur 8 », or how many wait. */
const countsSchools = ({ address, followUpKnown }: CoverageState): boolean =>
  address.view === 'ecoles' && followUpKnown;

/** Value of a zone's measure, in words; « protégé » when protected. Of a map of schools: how many wait, or are followed. */
function zoneLabel(state: CoverageState, zone: ZoneFigures): string {
  if (state.address.view === 'ecoles') {
    if (!countsSchools(state) || zone.schools === 0) return '';
    return zone.waiting > 0
      ? m.coverage_chart_waiting({ count: zone.waiting, value: integer(zone.waiting) })
      : m.coverage_zone_followed({ followed: integer(zone.followed), schools: integer(zone.schools) });
  }
  const value = state.valueOf(zone);
  if (value !== null) return state.measure === 'rate' ? integer(value) : percent(value / 100);
  return zone.children.status === 'suppressed' && state.measure === 'rate' ? m.coverage_protected() : '';
}

function zoneDescription(state: CoverageState, zone: ZoneFigures): string {
  if (!zone.known) return m.coverage_perimeter_unknown();
  const value = state.valueOf(zone);
  const measured =
    value === null
      ? m.coverage_zone_protected()
      : state.measure === 'rate'
        ? m.coverage_zone_rate({ value: integer(value) })
        : m.coverage_zone_share({ value: percent(value / 100) });
  if (state.address.level === 'college')
    return m.coverage_zone_linked({ count: zone.linked, measure: measured, linked: integer(zone.linked) });
  if (!state.cube.followUpKnown)
    return m.coverage_zone_unfollowed({ count: zone.schools, schools: integer(zone.schools) });
  return m.coverage_zone_description({
    count: zone.followed,
    of: zone.schools,
    measure: measured,
    followed: integer(zone.followed),
    schools: integer(zone.schools),
    waiting: zone.waiting > 0 ? m.coverage_zone_waiting({ count: integer(zone.waiting) }) : ''
  });
}

function area(state: CoverageState, zone: ZoneFigures): SceneArea {
  const { place } = state.address;
  return {
    ref: zone.ref,
    name: zone.name,
    class: state.classOf(zone),
    protected: state.measure === 'rate' && zone.children.status === 'suppressed',
    label: zoneLabel(state, zone),
    description: zoneDescription(state, zone),
    faded: place !== null && place.kind === zone.ref.kind && place.code !== zone.ref.code,
    awaits: countsSchools(state) && zone.waiting > 0,
    circle: zone.ref.kind === 'qpv' && state.cube.followUpKnown ? zone.followed : null
  };
}

function points(state: CoverageState, answers: readonly SchoolWithStatus[]): ScenePoint[] {
  // A map of first-degree schools alone; collèges are in the other views, or where their level is asked for.
  const first = state.address.view === 'ecoles' && state.address.level !== 'college';
  return answers.flatMap(({ school, status, commune }) =>
    school.lon === null || school.lat === null || (first && school.kind === 'college')
      ? []
      : [
          {
            ref: { kind: 'school' as const, code: school.uai },
            name: school.name,
            lon: school.lon,
            lat: school.lat,
            status,
            size: null,
            description: m.coverage_school_description({
              kind: kindName(school.kind),
              commune,
              status: statusWord(status)
            }),
            faded: false
          }
        ]
  );
}

export function coverageScene(state: CoverageState): Scene {
  return {
    kind: state.address.view,
    areas: state.zones.map((zone) => ({ ...area(state, zone), ...state.cube.middleOf(zone.ref) })),
    points: points(state, state.schools)
  };
}

/** Title of the map's measure; schools where the map shows schools alone. */
export function coverageMeasureName({ address, measure, cube }: CoverageState): string {
  if (address.view === 'ecoles') return m.coverage_legend_schools();
  if (measure === 'rate') return m.coverage_legend_rate();
  return cube.followUpKnown ? m.coverage_legend_share() : m.coverage_view_ecoles();
}

/** Classes of the legend that a zone is in, high to low: « 35 et plus », « 30 à 35 », « moins de 20 ». */
export function coverageLegend(state: CoverageState): LegendClass[] {
  const { limits, measure } = state;
  if (limits.length === 0 || state.address.view === 'ecoles') return [];
  const word = measure === 'rate' ? rounded : (value: number) => percent(value / 100);
  const used = new Set(state.zones.map((zone) => state.classOf(zone)));
  return [4, 3, 2, 1, 0]
    .filter((index) => used.has(index))
    .map((index) => {
      const low = limits[index - 1];
      const high = limits[index];
      const label =
        low === undefined
          ? m.coverage_class_below({ high: word(high ?? 0) })
          : high !== undefined
            ? m.coverage_class_between({ low: word(low), high: word(high) })
            : measure === 'share' && low === 100
              ? m.coverage_class_all()
              : m.coverage_class_above({ low: word(low) });
      return { class: index, label };
    });
}

/** Whether a zone shown is hatched. */
export const coverageHidden = ({ address, measure, hiddenShare }: CoverageState): boolean =>
  measure === 'rate' && hiddenShare > 0 && address.view !== 'ecoles';

/** Legend symbols; only those that the map shows. */
export function coverageSymbols(state: CoverageState): LegendSymbol[] {
  const shown = new Set<LegendSymbol['kind']>(points(state, state.schools).map(({ status }) => status));
  const symbols: LegendSymbol[] = [
    { kind: 'followed', label: m.coverage_status_followed() },
    { kind: 'waiting', label: m.coverage_status_waiting() },
    { kind: 'linked', label: m.coverage_status_linked() },
    { kind: 'outside', label: m.coverage_status_outside() }
  ];
  const qpv: LegendSymbol[] = state.cube.dashboard.qpvs.some(hasPerimeter)
    ? [{ kind: 'qpv', label: m.coverage_qpv() }]
    : [];
  return [...symbols.filter(({ kind }) => shown.has(kind)), ...qpv];
}
