// Travel times and what they cost a team: road graphs, routing, isochrones, public transport, routing services, tours. Pure: no network but
// the routing service that is asked for, no file.
//
// Conventions: durations in seconds, distances in metres, speeds in km/h, positions in degrees WGS84; `NO_ROUTE` stands in a matrix where
// there is none. What a reader's file gets wrong is thrown as `UnusableInput` with a finding; a source of times that cannot answer throws
// `TravelTimesError`.

// Times between places, whatever computes them.
export {
  NO_ROUTE,
  TravelTimesError,
  type DepartureWindow,
  type Matrix,
  type MatrixMeta,
  type MatrixOptions,
  type Place,
  type TravelTimes,
  type TravelTimesCode
} from './travel-times.ts';
export { matrixFromJson, matrixToJson } from './matrix-json.ts';
export { greatCircleMetres, type Position, type RoadMode, type TravelMode } from './graph/road-graph.ts';

// Road graphs: from a network (scripts/graph reads OpenStreetMap) to a file, and back.
export { buildGraph } from './graph/build-graph.ts';
export { decodeGraph, encodeGraph } from './graph/graph-file.ts';
export type { RoadNetwork, RoadWay } from './graph/links.ts';
export type { RoadGraph } from './graph/road-graph.ts';
export {
  BIKE_SPEEDS,
  BUILD_OPTIONS,
  CAR_SPEEDS,
  FOOT_SPEEDS,
  LIMIT_SHARE,
  RAMP_FACTOR,
  ROUNDABOUT_FACTOR,
  hypothesis,
  routerParameters
} from './parameters.ts';

// Routing on a road graph.
export { Router } from './road/router.ts';
export { graphMeta, roadMatrix } from './road/road-matrix.ts';
export { ISOCHRONE_OPTIONS, isochrones } from './road/isochrone.ts';
export {
  linksAt,
  stretchAt,
  usedStretches,
  type LonLat,
  type Stretch,
  type UsedStretch
} from './road/stretches.ts';

// Straight-line estimates, where no road graph is known.
export {
  STRAIGHT_LINE_DETOUR,
  STRAIGHT_LINE_SPEEDS,
  straightLineAreas,
  straightLineMatrix
} from './road/straight-line.ts';

// Public transport.
export { readGtfs } from './transit/gtfs.ts';
export { secondsOf } from './transit/stop-times.ts';
export { timetableOn } from './transit/timetable.ts';
export { transitMatrix } from './transit/transit-matrix.ts';
export { TRANSIT_WALK, shippedTransitMatrix, transitMeta, transitTimes } from './transit/transit-times.ts';

// Routing services.
export {
  SERVICES,
  configuredTimes,
  hostOf,
  isWebAddress,
  parseServiceFile,
  serviceFile,
  type ServiceConfig
} from './services/configured-service.ts';

// Tours of a team and their burden.
export {
  CO2_PER_KM,
  MILEAGE_RATES,
  SAMPLED_WEEKS,
  WEEKS_PER_YEAR,
  burdenParameters,
  type FiscalPower
} from './tours/burden-parameters.ts';
export { burden } from './tours/burden.ts';
export {
  DEFAULT_SETTINGS,
  FISCAL_POWERS,
  SETTING_LIMITS,
  TRAVEL_MODES,
  co2Of,
  withinLimits,
  type NumberSetting,
  type TeamSettings
} from './tours/team-settings.ts';
export {
  atTownHall,
  movedPosts,
  sumOf,
  teamBurden,
  teamPlaces,
  type PostBurden,
  type TeamPost,
  type TeamSum
} from './tours/team.ts';
export { compareModes, settingsBy, sumOfMode, type ModeComparison, type ModeWeek } from './tours/modes.ts';
export { proximityOrder } from './tours/shortest-tour.ts';
export { TEAM_FILE_VERSION, parseTeamFile, type TeamFile } from './tours/team-file.ts';
