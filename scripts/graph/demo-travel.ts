// Travel data of the demonstration: a road graph a mode, a fictitious timetable, and times by public transport from it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, text } from '../demo/read-table.ts';
import {
  buildGraph,
  decodeGraph,
  encodeGraph,
  matrixToJson,
  readGtfs,
  roadMatrix,
  Router,
  routerParameters,
  shippedTransitMatrix,
  teamPlaces,
  transitTimes
} from '../../src/lib/engines/travel/index.ts';
import type { TeamFile } from '../../src/lib/model/travel/team-travel.ts';
import type { RoadMode } from '../../src/lib/model/travel/road-network.ts';
import {
  NO_ROUTE,
  type DepartureWindow,
  type Matrix,
  type Place
} from '../../src/lib/model/travel/travel-times.ts';
import { demoFeedZip } from './demo-feed.ts';
import { readSchematic, schematicNetwork } from './schematic.ts';
import type { teamFiles, TeamRows } from '../../src/lib/engines/territory-builder/index.ts';

const MODES: readonly RoadMode[] = ['car', 'bike', 'foot'];
/** A school-day afternoon, when families are visited. */
const WINDOW: DepartureWindow = { date: '2026-03-03', from: 16 * 3600, to: 18 * 3600 };

export interface DemoTravel {
  /** Towns (INSEE code) and schools (UAI). */
  places: Place[];
  /** Graph files. */
  graphs: Record<RoadMode, Uint8Array>;
  /** A GTFS archive: two tram lines and six bus lines that do not exist. */
  timetable: Uint8Array;
  /** Median times by that timetable, over `places`; never slower than on foot. */
  transit: Matrix;
}

export async function demoTravel(root: string): Promise<DemoTravel> {
  const schematic = readSchematic(root);
  const { places } = schematic;
  const graphOf = (mode: RoadMode) => encodeGraph(buildGraph(schematicNetwork(schematic, mode)));
  const names = new Map(
    readTable(root, 'data/demo/communes.csv').map((row) => [text(row, 'code'), text(row, 'name')])
  );
  const towns = places.flatMap((place) => {
    const name = names.get(place.id!);
    return name === undefined ? [] : [{ ...place, name }];
  });
  const timetable = demoFeedZip(towns);
  const graphs = { car: graphOf('car'), bike: graphOf('bike'), foot: graphOf('foot') };
  const rides = await transitTimes(readGtfs(timetable)).matrix(places, places, 'transit', WINDOW);
  const walks = await demoRoadMatrix(graphs.foot, places);
  return { places, graphs, timetable, transit: neverSlowerThanOnFoot(rides, walks) };
}

/** Times by public transport, or on foot where one is there sooner: by the ways of a map, which an estimate from the distance knows not. */
function neverSlowerThanOnFoot(transit: Matrix, foot: Matrix): Matrix {
  const seconds = transit.seconds.map((time, cell) => {
    const walk = foot.seconds[cell]!;
    return time === NO_ROUTE || walk === NO_ROUTE ? time : Math.min(time, walk);
  });
  return { ...transit, seconds };
}

/** Times by road over a graph file, with the usual parameters. */
export function demoRoadMatrix(graph: Uint8Array, places: readonly Place[]): Promise<Matrix> {
  const router = new Router(decodeGraph(graph), routerParameters(decodeGraph(graph).meta.mode));
  return roadMatrix(router, places, places);
}

/**
 * Writes what the travel page loads: `car.bin`, `bike.bin`, `foot.bin` and `matrix-transit.json`. A graph is smaller than its
 * matrix, and the timetable is not searched in the browser: neither road matrices nor the archive are shipped.
 * @returns the paths written.
 */
export function writeDemoTravel({ places, graphs, transit }: DemoTravel, out: string): string[] {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const files: [name: string, content: Uint8Array | string][] = [
    ...MODES.map((mode): [string, Uint8Array] => [`${mode}.bin`, graphs[mode]]),
    ['matrix-transit.json', JSON.stringify(matrixToJson(transit, places))]
  ];
  return files.map(([name, content]) => {
    writeFileSync(join(out, name), content);
    return join(out, name);
  });
}

/** Kinds of the demonstration's times. */
export const DEMO_TIMES: Required<TeamFile['times']> = {
  car: 'schematic',
  bike: 'schematic',
  foot: 'schematic',
  transit: 'timetable'
};

/** Times by every mode over the town halls and schools of the rows. */
export async function demoMatrices(
  { communes, schools }: Pick<TeamRows, 'communes' | 'schools'>,
  { graphs, transit, places: points }: DemoTravel
): Promise<Parameters<typeof teamFiles>[1]> {
  const places = teamPlaces(communes, schools);
  const [car, bike, foot] = await Promise.all(MODES.map((mode) => demoRoadMatrix(graphs[mode], places)));
  return {
    car: car!,
    bike: bike!,
    foot: foot!,
    transit: shippedTransitMatrix({ matrix: transit, points }, places, car!)
  };
}
