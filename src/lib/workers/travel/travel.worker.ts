// The travel worker: graphs and matrices live here; the page asks for weeks, times between towns, times around a place, a way.
import { expose } from 'comlink';
import {
  compareModes,
  ISOCHRONE_OPTIONS,
  isochrones,
  NO_ROUTE,
  straightLineAreas,
  stretchAt,
  teamBurden,
  TRAVEL_MODES,
  usedStretches,
  type LonLat
} from '../../engines/travel/index.ts';
import { TravelFiles, type RoadConditions } from './travel-files.ts';
import type {
  Around,
  Conditions,
  Roads,
  TeamAnswer,
  TeamRequest,
  Told,
  TravelSetup,
  Trip
} from './protocol.ts';
import { toResult } from '../worker-result.ts';

/** Of the work on a team, the part that its matrix is. */
const MATRIX_SHARE = 0.5;
/** A schematic network draws few roads: metres walked off them, where streets would be. */
const SCHEMATIC_WALK = 1200;
/** Roads offered to be closed. */
const MOST_USED = 6;
let files: TravelFiles | null = null;

function ready(): TravelFiles {
  if (!files) throw new Error('asked before the setup');
  return files;
}

function rowOf(id: string): number {
  const row = ready().setup.places.findIndex((place) => place.id === id);
  if (row < 0) throw new Error(`no place ${id}`);
  return row;
}

/** Roads of the mode; those of cars where the mode has none of its own. */
const onRoads = (conditions: Conditions): RoadConditions => ({
  ...conditions,
  mode: conditions.mode === 'transit' ? 'car' : conditions.mode
});

/** Those that the site has times for. */
const modesOf = ({ times }: TravelSetup) => TRAVEL_MODES.filter((mode) => !times || mode in times);

const orNull = (value: number | undefined) => (value === undefined || value === NO_ROUTE ? null : value);

const api = {
  setUp: (setup: TravelSetup) =>
    toResult(() => {
      files = new TravelFiles(setup);
    }),

  team: ({ posts, settings, closed, from }: TeamRequest, tell: (told: Told) => void) =>
    toResult(async (): Promise<TeamAnswer> => {
      const conditions = { ...settings, closed, from };
      // A service takes seconds; tours after it take none.
      const part = from === 'service' && settings.mode !== 'transit' ? 1 : MATRIX_SHARE;
      const matrix = await ready().matrix(conditions, (told) => tell({ ...told, share: told.share * part }));
      const team = teamBurden(posts, ready().setup.places, matrix, settings, (share) =>
        tell({ share: part + share * (1 - part) })
      );
      return { team, meta: matrix.meta };
    }),

  modes: ({ posts, settings, closed }: TeamRequest) =>
    toResult(() =>
      compareModes(
        posts,
        ready().setup.places,
        (mode) => ready().matrix({ mode, peak: settings.peak, closed }),
        settings,
        modesOf(ready().setup)
      )
    ),

  roads: ({ posts, settings, closed }: TeamRequest) =>
    toResult(async (): Promise<Roads> => {
      const { places } = ready().setup;
      const conditions = onRoads({ ...settings, closed });
      if (ready().isStraight(conditions.mode)) return { closed: closed.map(() => null), used: [] };
      const router = await ready().router(conditions);
      const placeOf = new Map(places.map((place) => [place.id, place]));
      const ways = posts.flatMap(({ base, schools }) =>
        schools.flatMap(({ uai, pupils }) => {
          const [from, to] = [placeOf.get(base), placeOf.get(uai)];
          return from && to ? [{ from, to, times: (pupils * settings.visits) / 100 }] : [];
        })
      );
      return {
        closed: closed.map((point) => stretchAt(router, point)),
        used: usedStretches(router, ways, MOST_USED)
      };
    }),

  roadAt: (point: LonLat, within: number, conditions: Conditions) =>
    toResult(async () => {
      const roads = onRoads(conditions);
      return ready().isStraight(roads.mode) ? null : stretchAt(await ready().router(roads), point, within);
    }),

  towns: (conditions: Conditions, codes: readonly string[]) =>
    toResult(async (): Promise<(number | null)[][]> => {
      const { seconds, destinations } = await ready().matrix(conditions);
      const rows = codes.map(rowOf);
      return rows.map((o) => rows.map((d) => orNull(seconds[o * destinations + d])));
    }),

  around: (id: string, conditions: Conditions, limits: readonly number[]) =>
    toResult(async (): Promise<Around> => {
      const { places } = ready().setup;
      const from = rowOf(id);
      const matrix = await ready().matrix(conditions);
      const seconds = new Map<string, number>();
      places.forEach((place, d) => {
        const value = orNull(matrix.seconds[from * matrix.destinations + d]);
        if (value !== null) seconds.set(place.id, value);
      });
      if (conditions.mode === 'transit') return { areas: [], seconds };
      const { mode, ...roads } = onRoads(conditions);
      if (ready().isStraight(mode)) {
        const areas = straightLineAreas(places[from]!, mode, limits, mode === 'car' ? roads.peak : 1);
        return { areas, seconds };
      }
      const router = await ready().router({ ...roads, mode });
      const start = router.snap(places[from]!);
      const offRoad = router.graph.meta.schematic ? SCHEMATIC_WALK : ISOCHRONE_OPTIONS.offRoad;
      const options = { ...ISOCHRONE_OPTIONS, offRoad };
      return { areas: start ? isochrones(router, start, limits, options) : [], seconds };
    }),

  trip: (fromId: string, toId: string, conditions: Conditions) =>
    toResult(async (): Promise<Trip> => {
      const { places } = ready().setup;
      const [from, to] = [rowOf(fromId), rowOf(toId)];
      const matrix = await ready().matrix(conditions);
      const cell = from * matrix.destinations + to;
      const trip = { seconds: orNull(matrix.seconds[cell]), metres: orNull(matrix.metres?.[cell]) };
      if (conditions.mode === 'transit') return { ...trip, metres: null, line: null };
      const roads = onRoads(conditions);
      if (ready().isStraight(roads.mode)) {
        const line = [places[from]!, places[to]!].map(({ lon, lat }): [number, number] => [lon, lat]);
        return { ...trip, line };
      }
      const router = await ready().router(roads);
      const [start, end] = [router.snap(places[from]!), router.snap(places[to]!)];
      return { ...trip, line: (start && end && router.route(start, end)?.coordinates) ?? null };
    })
};
export type TravelApi = typeof api;

expose(api);
