// Scene of the map of differences: decreases, increases, hatching where they cannot be compared.
import type { CountComparison, ZoneChange } from '$lib/cube/changes.ts';
import { integer, signed } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms.ts';
import { hasPerimeter } from '$lib/model/place.ts';
import type { School } from '$lib/model/school.ts';
import type { ChangeMeasure } from '../coverage-address.ts';
import type { Comparison } from './comparison.svelte.ts';
import type { LegendClass, LegendSymbol, Scene, SceneArea, ScenePoint } from '$lib/map/scene.ts';

const NAMES: Record<ChangeMeasure, () => string> = {
  followed: m.change_measure_followed,
  waiting: m.change_measure_waiting,
  children: m.change_measure_children
};

export const changeMeasureName = (measure: ChangeMeasure): string => NAMES[measure]();

/** « +3 », « −1 », « sans changement », « non comparable ». */
function differenceWords({ difference }: CountComparison, write = integer): string {
  if (difference.value === null) return m.change_not_comparable();
  return difference.value === 0 ? m.change_same() : signed(difference.value, write);
}

function description(measure: ChangeMeasure, compared: CountComparison): string {
  const name = changeMeasureName(measure);
  const { before, after } = compared;
  if (before.value === null || after.value === null) return m.change_zone_hidden({ measure: name });
  return m.change_zone({
    measure: name,
    before: integer(before.value),
    after: integer(after.value),
    change: differenceWords(compared)
  });
}

function area(state: Comparison, zone: ZoneChange): SceneArea {
  const { changed, place } = state.coverage.address;
  const compared = zone[changed];
  return {
    ref: zone.ref,
    name: zone.name,
    class: state.classOf(zone),
    protected: compared.difference.value === null,
    label: compared.difference.value === 0 ? '' : differenceWords(compared),
    description: description(changed, compared),
    faded: place !== null && place.kind === zone.ref.kind && place.code !== zone.ref.code,
    circle: null
  };
}

const point =
  ({ coverage }: Comparison, status: 'followed' | 'waiting') =>
  (school: School): ScenePoint[] =>
    school.lon === null || school.lat === null
      ? []
      : [
          {
            ref: { kind: 'school', code: school.uai },
            name: school.name,
            lon: school.lon,
            lat: school.lat,
            status,
            size: null,
            faded: false,
            description: m.coverage_school_description({
              kind: kindName(school.kind),
              commune: coverage.cube.nameOf(school.commune),
              status: statusWord(status)
            })
          }
        ];

/** Newly followed schools as discs, newly waiting ones as diamonds. */
export function changeScene(state: Comparison): Scene {
  const { gained, newlyWaiting, zones } = state.changes;
  return {
    kind: state.coverage.zoneKind === 'commune' ? 'communes' : 'quartiers',
    areas: zones.map((zone) => ({ ...area(state, zone), ...state.coverage.cube.middleOf(zone.ref) })),
    points: [...gained.flatMap(point(state, 'followed')), ...newlyWaiting.flatMap(point(state, 'waiting'))]
  };
}

export function changeLegend(state: Comparison): LegendClass[] {
  const [low, middle] = state.steps;
  const range = (from: number, to: number) =>
    from === to
      ? m.change_class_one({ value: integer(to) })
      : m.change_class_range({ low: integer(from), high: integer(to) });
  const labels = [
    m.change_class_fall(),
    m.change_class_same(),
    range(1, low),
    range(low + 1, middle),
    m.change_class_more({ low: integer(middle + 1) })
  ];
  const used = new Set(state.changes.zones.map((zone) => state.classOf(zone)));
  return labels
    .map((label, index) => ({ class: index, label }))
    .filter((row) => used.has(row.class))
    .reverse();
}

export const changeHidden = (state: Comparison): boolean =>
  state.hasZones && state.changes.zones.some((zone) => state.differenceOf(zone).value === null);

export const changeSymbols = ({ changes, coverage }: Comparison): LegendSymbol[] => [
  ...(changes.gained.length > 0 ? [{ kind: 'followed' as const, label: m.change_gained() }] : []),
  ...(changes.newlyWaiting.length > 0 ? [{ kind: 'waiting' as const, label: m.change_newly_waiting() }] : []),
  ...(coverage.cube.dashboard.qpvs.some(hasPerimeter)
    ? [{ kind: 'qpv' as const, label: m.coverage_qpv() }]
    : [])
];
