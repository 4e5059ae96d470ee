// Snapshots of the travel page for pictures, frames and stories: times from the nearest base to each school, or a saved view as the page
// shows it.
import { mean } from '$lib/algorithms/statistics';
import { CoverageCube } from '$lib/cube/coverage.ts';
import { classOf } from '$lib/cube/classes.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { duration, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isTrial } from '../travel-address.ts';
import { byMode } from '../travel-words.ts';
import { areaNames } from '../times/time-classes.ts';
import { travelSum } from '$lib/engines/travel/index.ts';
import type { TravelState } from '../travel-state.svelte.ts';
import type { Snapshot, SnapshotFigure } from '$lib/map/svg/snapshot.ts';
import { baseAreas } from '$lib/map/base-areas.ts';
import type { ViewComputer } from '$lib/features/share/page-view-type.ts';
import type { LegendClass, SceneArea } from '$lib/map/scene.ts';
import SvgTravel from './SvgTravel.svelte';
import { travelScene, travelSymbols } from './travel-scene.ts';
import TravelSymbolMark from './TravelSymbolMark.svelte';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

/** Minutes: upper limits of the classes of time. */
const MINUTES = [3, 5, 8, 12];
/** Schools within these minutes are counted. */
const WITHIN_MINUTES = 15;

/** Minutes from the nearest base, school by school; null where bases or roads are unknown. */
function drives({ access, schools }: Dashboard): { uai: string; commune: string; minutes: number }[] | null {
  if (!access) return null;
  return schools.flatMap(({ uai, commune }) => {
    const near = access.nearest[uai];
    return near ? [{ uai, commune, minutes: tripMinutes(near.seconds) }] : [];
  });
}

function nearestBases(dashboard: Dashboard): Snapshot | null {
  const all = drives(dashboard);
  if (!all || all.length === 0) return null;
  const cube = new CoverageCube(dashboard);
  const areas = baseAreas(dashboard).map((area): SceneArea => {
    const here = all.filter(({ commune }) => commune === area.ref.code).map(({ minutes }) => minutes);
    const average = mean(here);
    if (average === null) return area;
    const minutes = duration(average);
    return {
      ...area,
      class: classOf(average, MINUTES),
      label: minutes,
      description: m.council_travel_zone({ minutes })
    };
  });
  const used = new Set(areas.map((area) => area.class));
  const label = (index: number) => {
    const [low, high] = [MINUTES[index - 1], MINUTES[index]];
    if (low === undefined) return m.council_travel_class({ high: integer(high ?? 0) });
    return high === undefined
      ? m.council_travel_class_above({ low: integer(low) })
      : m.council_travel_class_between({ low: integer(low), high: integer(high) });
  };
  const farthest = all.reduce((most, one) => (one.minutes > most.minutes ? one : most));
  return {
    scene: { kind: 'communes', areas, points: [] },
    title: m.council_travel_legend(),
    legend: [4, 3, 2, 1, 0]
      .filter((index) => used.has(index))
      .map((index) => ({ class: index, label: label(index) })),
    legendTitle: m.council_travel_legend(),
    symbols: [],
    ramp: 'time',
    selected: null,
    figures: [
      { label: m.council_figure_mean(), value: duration(mean(all.map(({ minutes }) => minutes))!) },
      {
        label: m.council_figure_most(),
        value: `${duration(farthest.minutes)} (${cube.nameOf(farthest.commune)})`
      }
    ]
  };
}

const perWeek = (hours: number) => m.council_per_week({ time: duration(hours * 60) });

function roadFigures(travel: TravelState): SnapshotFigure[] {
  // The road of another répartition is not said before it is known.
  const isKnown = travel.isCurrent || travel.posts === travel.file.posts;
  if (travel.file.posts.length === 0 || !isKnown) return [];
  const usual = { label: m.council_figure_road(), value: perWeek(travel.sum.driving) };
  const { trialBurdens } = travel;
  if (!isTrial(travel.address.trial) || !trialBurdens) return [usual];
  return [usual, { label: m.council_figure_road_tried(), value: perWeek(travelSum(trialBurdens).driving) }];
}

/** The map of the page as it is: around a place, by a mode, under a trial. */
export function travelSnapshot(travel: TravelState): Snapshot {
  const { dashboard, origin, settings } = travel;
  const cube = new CoverageCube(dashboard);
  const place = cube.nameOf(origin);
  const scene = travelScene(travel, place);
  const title = m.travel_around_title({ place, mode: byMode(settings.mode) });
  const areas = areaNames();
  const legend = scene.bands.map(({ class: index }): LegendClass => ({
    class: index,
    label: areas[index] ?? ''
  }));
  const within = travel.requests.around.value
    ? dashboard.schools.filter(({ uai, status }) => {
        const seconds = travel.requests.around.value?.seconds.get(uai) ?? Infinity;
        return status === 'followed' && seconds <= WITHIN_MINUTES * 60;
      }).length
    : null;
  return {
    scene,
    title,
    legend,
    legendTitle: title,
    symbols: travelSymbols(scene).map((symbol) => ({ ...symbol, mark: TravelSymbolMark })),
    drawing: SvgTravel,
    keepClear: scene.bases.map(({ at: [lon, lat] }) => ({ lon, lat })),
    ramp: 'time',
    selected: {
      kind: dashboard.communes.some(({ code }) => code === origin) ? 'commune' : 'school',
      code: origin
    },
    figures: [
      ...roadFigures(travel),
      ...(within === null
        ? []
        : [{ label: m.council_figure_within({ minutes: WITHIN_MINUTES }), value: integer(within) }])
    ]
  };
}

/**
 * Without parameters, times from the nearest base; with them, the view that they describe.
 *
 * @param computer of saved views; null where nothing computes them
 * @returns null where bases or roads are unknown
 */
export function travelSnapshotFromUrl(
  dashboard: Dashboard,
  computer: ViewComputer | null,
  params: URLSearchParams
): Snapshot | null {
  return computer && params.size > 0 ? computer.snapshot(params) : nearestBases(dashboard);
}
