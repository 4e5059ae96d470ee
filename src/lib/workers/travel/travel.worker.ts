// The travel worker: computes burdens, times between communes, isochrones and routes for the page; holds the graphs and matrices.
import { expose } from 'comlink';
import {
  closedAt,
  compareModes,
  isochrones,
  itinerary,
  roadsNamed,
  straightLineAreas,
  stretchAt,
  teamBurden,
  usedRoads
} from '../../engines/travel/index.ts';
import { TRAVEL_MODES } from '../../model/travel/travel-settings.ts';
import { NO_ROUTE } from '../../model/travel/travel-times.ts';
import { TravelCache, type RoadConditions } from './travel-cache.ts';
import type { Conditions, TravelApi, TravelSetup } from './protocol.ts';
import { workloadOf } from '../../model/workload.ts';
import { toResult } from '../worker-call.ts';

/** Share of the work on a team that computing its matrix is. */
const MATRIX_SHARE = 0.5;
/** Roads offered to be closed. */
const MOST_USED = 8;
let setUpCache: TravelCache | null = null;

function cache(): TravelCache {
  if (!setUpCache) throw new Error('requested before the setup');
  return setUpCache;
}

function rowOf(id: string): number {
  const row = cache().setup.places.findIndex((place) => place.id === id);
  if (row < 0) throw new Error(`no place ${id}`);
  return row;
}

/** Public transport has no roads of its own: those of cars stand for them. */
const roadConditions = (conditions: Conditions): RoadConditions => ({
  ...conditions,
  mode: conditions.mode === 'transit' ? 'car' : conditions.mode
});

/** Modes that the site has times for. */
const modesOf = ({ times }: TravelSetup) => TRAVEL_MODES.filter((mode) => !times || mode in times);

const orNull = (value: number | undefined) => (value === undefined || value === NO_ROUTE ? null : value);

const api: TravelApi = {
  setUp: (setup) =>
    toResult(() => {
      setUpCache = new TravelCache(setup);
    }),

  team: ({ posts, settings, closed }, onProgress) =>
    toResult(async () => {
      const conditions = { ...settings, closed };
      const matrix = await cache().matrix(conditions, (progress) =>
        onProgress({ ...progress, share: progress.share * MATRIX_SHARE })
      );
      const team = teamBurden(posts, cache().setup.places, matrix, settings, (share) =>
        onProgress({ share: MATRIX_SHARE + share * (1 - MATRIX_SHARE) })
      );
      return { team, meta: matrix.meta };
    }),

  modes: ({ posts, settings, closed }) =>
    toResult(() =>
      compareModes(
        posts,
        cache().setup.places,
        (mode) => cache().matrix({ mode, peak: settings.peak, closed }),
        settings,
        modesOf(cache().setup)
      )
    ),

  roads: ({ posts, settings, closed }) =>
    toResult(async () => {
      const { places } = cache().setup;
      const conditions = roadConditions({ ...settings, closed });
      if (cache().isStraightLine(conditions.mode)) return { closed: closed.map(() => null), used: [] };
      const router = await cache().router(conditions);
      const placeOf = new Map(places.map((place) => [place.id, place]));
      const journeys = posts.flatMap(({ base, schools }) =>
        schools.flatMap((school) => {
          const [from, to] = [placeOf.get(base), placeOf.get(school.uai)];
          const { visits } = workloadOf(school, settings);
          return from && to ? [{ from, to, times: visits }] : [];
        })
      );
      return {
        closed: closed.map((closure) => closedAt(router, closure)),
        used: usedRoads(router, journeys, MOST_USED)
      };
    }),

  roadAt: (point, within, conditions) =>
    toResult(async () => {
      const roads = roadConditions(conditions);
      return cache().isStraightLine(roads.mode)
        ? null
        : stretchAt(await cache().router(roads), point, within);
    }),

  roadsNamed: (query, most, conditions) =>
    toResult(async () => {
      const roads = roadConditions(conditions);
      return cache().isStraightLine(roads.mode) ? [] : roadsNamed(await cache().router(roads), query, most);
    }),

  stretches: (closure, conditions) =>
    toResult(async () => {
      const roads = roadConditions(conditions);
      return cache().isStraightLine(roads.mode) ? null : closedAt(await cache().router(roads), closure);
    }),

  towns: (conditions, codes) =>
    toResult(async () => {
      const { seconds, destinations } = await cache().matrix(conditions);
      const rows = codes.map(rowOf);
      return rows.map((o) => rows.map((d) => orNull(seconds[o * destinations + d])));
    }),

  around: (id, conditions, limits) =>
    toResult(async () => {
      const { places } = cache().setup;
      const from = rowOf(id);
      const matrix = await cache().matrix(conditions);
      const seconds = new Map<string, number>();
      places.forEach((place, d) => {
        const value = orNull(matrix.seconds[from * matrix.destinations + d]);
        if (value !== null) seconds.set(place.id, value);
      });
      if (conditions.mode === 'transit') return { areas: [], seconds };
      const { mode, ...roads } = roadConditions(conditions);
      if (cache().isStraightLine(mode)) {
        const areas = straightLineAreas(places[from]!, mode, limits, mode === 'car' ? roads.peak : 1);
        return { areas, seconds };
      }
      const router = await cache().router({ ...roads, mode });
      const start = router.snap(places[from]!);
      return { areas: start ? isochrones(router, start, limits) : [], seconds };
    }),

  trip: (fromId, toId, conditions) =>
    toResult(async () => {
      const { places } = cache().setup;
      const [from, to] = [rowOf(fromId), rowOf(toId)];
      const matrix = await cache().matrix(conditions);
      const cell = from * matrix.destinations + to;
      const trip = { seconds: orNull(matrix.seconds[cell]), metres: orNull(matrix.metres?.[cell]) };
      if (conditions.mode === 'transit') return { ...trip, metres: null, line: null, itinerary: null };
      const roads = roadConditions(conditions);
      if (cache().isStraightLine(roads.mode)) {
        const line = [places[from]!, places[to]!].map(({ lon, lat }): [number, number] => [lon, lat]);
        return { ...trip, line, itinerary: null };
      }
      const router = await cache().router(roads);
      const [start, end] = [router.snap(places[from]!), router.snap(places[to]!)];
      if (!start || !end) return { ...trip, line: null, itinerary: null };
      const line = router.route(start, end)?.coordinates ?? null;
      return {
        ...trip,
        line,
        itinerary: itinerary(router, start, end) ?? null
      };
    })
};

expose(api);
