/**
 * Travel times and what they cost a team: road graphs, routing, isochrones, public transport, routing services, tours. Nothing here reads a
 * file; only `configuredTimes` sends requests, to the service that it is given.
 *
 * Units: durations in seconds, distances in metres, speeds in km/h, positions in degrees (WGS84). `NO_ROUTE` stands in a matrix where there
 * is no route. A file that cannot be used throws `UnusableInput`, a source of times that cannot answer `TravelTimesError`.
 *
 * @example
 * ```ts
 * import { Router, buildGraph, roadMatrix, routerParameters } from '$lib/engines/travel';
 *
 * const network = {
 *   meta: { mode: 'car', source: 'survey', dataDate: '2026-01-01', schematic: false },
 *   lon: Float64Array.of(3.5, 3.51, 3.52),
 *   lat: Float64Array.of(50.36, 50.36, 50.36),
 *   ways: [{ points: [0, 1, 2], rural: 50, urban: 30, oneway: false }]
 * };
 * const router = new Router(buildGraph(network), routerParameters('car'));
 * const places = [
 *   { id: 'town hall', lon: 3.5, lat: 50.36 },
 *   { id: 'school', lon: 3.52, lat: 50.36 }
 * ];
 * const matrix = await roadMatrix(router, places, places);
 * Array.from(matrix.seconds); // => [0, 100, 100, 0]
 * Array.from(matrix.metres); // => [0, 1419, 1419, 0]
 * ```
 */

// Tables of times as files.
export { matrixFromJson, matrixToJson } from './matrix-json.ts';

// Road graphs: from a network (engines/ground reads OpenStreetMap) to a file, and back.
export { buildGraph } from './graph/build-graph.ts';
export { decodeGraph, encodeGraph } from './graph/graph-file.ts';
export { routerParameters } from './parameters.ts';

// Routing on a road graph.
export { Router } from './road/router.ts';
export { roadMatrix } from './road/road-matrix.ts';
export { isochrones } from './road/isochrone.ts';
export { closedAt, linksAt, roadsNamed, stretchAt, usedRoads } from './road/stretches.ts';
export { itinerary } from './road/itinerary.ts';

// Straight-line estimates, where no road graph is known.
export { straightLineAreas, straightLineMatrices } from './road/straight-line.ts';

// Public transport.
export { readGtfs } from './transit/gtfs.ts';
export { secondsOf } from './transit/stop-times.ts';
export { shippedTransitMatrix, transitTimes } from './transit/transit-times.ts';

// Tours of a team and their burden.
export {
  atTownHall,
  movedPosts,
  neutralShareOf,
  postsUnder,
  roadReasons,
  travelSum,
  teamBurden,
  teamPlaces,
  tripsMean,
  withTownHalls
} from './tours/team.ts';
export { compareModes, sumOfMode } from './tours/modes.ts';
export { sampleWeeks, USUAL_DRAW, type WeekDraw } from './tours/sampled-weeks.ts';
export { proximityOrder } from './tours/proximity-order.ts';
export { parseTeamFile } from './tours/team-file.ts';
