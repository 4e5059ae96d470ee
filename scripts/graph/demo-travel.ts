// Writes what the demonstration needs to travel: a graph and a matrix a mode, a timetable. Lazily loaded by the page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, text } from '../demo/read-table.ts';
import { buildGraph } from '../../src/lib/travel/build/build-graph.ts';
import { encodeGraph } from '../../src/lib/travel/graph-file.ts';
import { graphMeta } from '../../src/lib/travel/graph-times.ts';
import type { RoadMode } from '../../src/lib/travel/graph.ts';
import { matrixToJson } from '../../src/lib/travel/matrix-json.ts';
import { roadMatrix } from '../../src/lib/travel/matrix.ts';
import { BUILD_OPTIONS, routerParameters } from '../../src/lib/travel/parameters.ts';
import { NO_WAY } from '../../src/lib/travel/port.ts';
import type { DepartureWindow, Matrix } from '../../src/lib/travel/port.ts';
import { Router } from '../../src/lib/travel/router.ts';
import { readGtfs } from '../../src/lib/travel/transit/gtfs.ts';
import { transitTimes } from '../../src/lib/travel/transit/transit-times.ts';
import { demoFeedZip } from './demo-feed.ts';
import { readSchematic, schematicNetwork } from './schematic.ts';

const MODES: readonly RoadMode[] = ['car', 'bike', 'foot'];
/** Lengths over schematic roads are given to 50 m: they are no better than that. */
const COARSE = 50;
/** A school-day afternoon, when families are visited. */
const WINDOW: DepartureWindow = { date: '2026-03-03', from: 16 * 3600, to: 18 * 3600 };

/**
 * `car.bin`, `bike.bin`, `foot.bin`, `transit.zip`, and `matrix-car.json`... over towns (INSEE code) and schools (UAI).
 * @returns the paths written.
 */
export async function writeDemoTravel(root: string, out: string): Promise<string[]> {
  mkdirSync(out, { recursive: true });
  const written: string[] = [];
  const write = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(out, name), content);
    written.push(join(out, name));
  };
  const schematic = readSchematic(root);
  const { places } = schematic;
  const writeMatrix = (mode: string, matrix: Matrix) => {
    const metres = matrix.metres?.map((value) =>
      value === NO_WAY ? value : COARSE * Math.round(value / COARSE)
    );
    write(`matrix-${mode}.json`, JSON.stringify(matrixToJson({ ...matrix, metres: metres ?? null }, places)));
  };
  for (const mode of MODES) {
    const graph = buildGraph(schematicNetwork(schematic, mode), BUILD_OPTIONS);
    write(`${mode}.bin`, encodeGraph(graph));
    const router = new Router(graph, routerParameters(mode));
    writeMatrix(mode, await roadMatrix(router, places, places, graphMeta(router)));
  }
  const names = new Map(
    readTable(root, 'data/demo/communes.csv').map((row) => [text(row, 'code'), text(row, 'name')])
  );
  const towns = places.flatMap((place) => {
    const name = names.get(place.id!);
    return name === undefined ? [] : [{ ...place, name }];
  });
  const zip = demoFeedZip(towns);
  write('transit.zip', zip);
  writeMatrix('transit', await transitTimes(readGtfs(zip)).matrix(places, places, 'transit', WINDOW));
  return written;
}
