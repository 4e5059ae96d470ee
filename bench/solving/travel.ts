// Measures travel times: on the real Porto and Porto Alegre when they are there, on the demonstration always.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readExtract, roadNetwork } from '../../src/lib/engines/ground/index.ts';
import {
  buildGraph,
  decodeGraph,
  encodeGraph,
  isochrones,
  readGtfs,
  roadMatrix,
  Router,
  routerParameters
} from '../../src/lib/engines/travel/index.ts';
import { TRANSIT_WALK } from '../../src/lib/engines/travel/transit/transit-times.ts';
import { transitMatrix } from '../../src/lib/engines/travel/transit/transit-matrix.ts';
import { timetableOn } from '../../src/lib/engines/travel/transit/timetable.ts';
import { burdenParameters } from '../../src/lib/engines/travel/tours/burden-parameters.ts';
import { burden } from '../../src/lib/engines/travel/tours/burden.ts';
import type { Place } from '../../src/lib/model/travel/travel-times.ts';
import { demoRoadMatrix, demoTravel } from '../../scripts/graph/demo-travel.ts';
import { openExtract } from '../../scripts/graph/open-extract.ts';
import { ROOT } from '../../scripts/setup.mjs';
import {
  inWorks,
  measured,
  measuredWork,
  type Bench,
  type Measurement,
  type Progress
} from '../measurement.ts';
import { standardWork } from '../standard-work.ts';
import { compareWithValhalla } from './valhalla.ts';
import { onWorkerPage } from './worker-page.ts';

const REAL = process.env.MAILLAGE_REAL ?? join(ROOT, '../shared/real');

/** Milliseconds of each run of `work`. */
async function timed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work(run);
    samples.push(performance.now() - started);
  }
  return samples;
}

async function porto(folder: string, progress: Progress): Promise<Measurement[]> {
  const file = join(folder, 'porto.osm.pbf');
  const points = JSON.parse(readFileSync(join(folder, 'porto-points.json'), 'utf8')) as Place[];
  const read = () => readExtract(openExtract(file), { roadsOnly: true });
  const extract = await read();
  const build = () => buildGraph(roadNetwork(extract, 'car'));
  const bytes = encodeGraph(build());
  const router = new Router(decodeGraph(bytes), routerParameters('car'));
  const snaps = points.map((point) => router.snap(point)!);
  const within = 15 * 60 * 10;
  const matrix = () => roadMatrix(router, points, points);
  const limits = [5, 10, 15, 20, 30].map((minutes) => minutes * 60);
  const inNode = await matrix();
  const request = { graph: 'graph.bin', points, runs: 5 };
  const inChromium = await onWorkerPage({ 'graph.bin': bytes }, (page) =>
    page.evaluate((one) => window.matrixInWorker(one), request)
  );
  if (inChromium.seconds.join() !== inNode.seconds.join()) throw new Error('Node and Chromium disagree');
  const beside = await compareWithValhalla(resolve(file), points, matrix, 5);
  if (!beside) progress('Valhalla absent : le rapport n’est pas mesuré (voir bench/solving/valhalla.ts).');
  return [
    measured('Porto : lecture du PBF', 'ms', await timed(3, read)),
    measured('Porto : construction du graphe', 'ms', await timed(3, build)),
    measured('Porto : graphe, brotli', 'ko', [brotliCompressSync(bytes).length / 1000], {
      at: 'median',
      most: 550
    }),
    measured('Porto : lecture du graphe', 'ms', await timed(10, () => decodeGraph(bytes))),
    measured('Porto : un vers tous', 'ms', await timed(100, (i) => router.searchFrom(snaps[i]!)), {
      at: 'median',
      most: 8
    }),
    measured(
      'Porto : un vers 15 minutes',
      'ms',
      await timed(100, (i) => router.searchFrom(snaps[i]!, within)),
      null
    ),
    measured('Porto : matrice 100 x 100', 'ms', await timed(5, matrix), { at: 'median', most: 700 }),
    inWorks(
      measured('Porto : matrice 100 x 100, Chromium', 'ms', inChromium.times, { at: 'median', most: 1000 }),
      inChromium.work
    ),
    measuredWork('Chromium', [inChromium.work]),
    measured(
      'Porto : isochrones de 5 à 30 minutes',
      'ms',
      await timed(30, (i) => isochrones(router, snaps[i]!, limits)),
      { at: 'p95', most: 150 }
    ),
    ...(beside ?? [])
  ];
}

async function portoAlegre(file: string): Promise<Measurement[]> {
  const zip = new Uint8Array(readFileSync(file));
  const feed = readGtfs(zip);
  const timetable = timetableOn(feed, '2019-05-15', TRANSIT_WALK);
  const every = Math.floor(feed.stops.length / 100);
  const places = feed.stops.filter((_, i) => i % every === 0).slice(0, 100);
  const meta = { engine: '', dataDate: '', calibration: '' };
  const window = { from: 12 * 3600, to: 14 * 3600 };
  const matrix = () => transitMatrix(timetable, places, places, window, meta);
  await matrix();
  return [
    measured('Porto Alegre : lecture du GTFS', 'ms', await timed(3, () => readGtfs(zip))),
    measured('Porto Alegre : matrice 100 x 100, 2 h de départs', 'ms', await timed(5, matrix), {
      at: 'median',
      most: 1000
    })
  ];
}

async function demonstration(): Promise<Measurement[]> {
  const { graphs, places } = await demoTravel(ROOT);
  const matrix = await demoRoadMatrix(graphs.car, places);
  const schools = places.flatMap(({ id }, place) => (id?.length === 8 ? [place] : []));
  // Six referents at the first towns, a sixth of the schools each, a visit and a half a week.
  const rounds = Array.from({ length: 6 }, (_, referent) => ({
    base: referent,
    stops: schools.filter((_, i) => i % 6 === referent).map((place) => ({ place, visits: 1.5 })),
    meetings: 120
  }));
  const all = () => rounds.map((round) => burden(round, matrix, burdenParameters('car')));
  return [
    measured('Démonstration : tournées, 6 référents x 50 semaines', 'ms', await timed(10, all), {
      at: 'median',
      most: 300
    })
  ];
}

export const run: Bench = async ({ progress }) => {
  const measurements: Measurement[] = [];
  const works: number[] = [];
  const add = async (part: () => Promise<Measurement[]>) => {
    const work = standardWork();
    works.push(work);
    measurements.push(...(await part()).map((one) => inWorks(one, work)));
  };
  await add(demonstration);
  const [osm, gtfs] = [join(REAL, 'osm'), join(REAL, 'gtfs/porto-alegre.zip')];
  if (existsSync(osm)) await add(() => porto(osm, progress));
  else progress('Porto absent : non mesuré.');
  if (existsSync(gtfs)) await add(() => portoAlegre(gtfs));
  else progress('Porto Alegre absent : non mesuré.');
  return [...measurements, measuredWork('Node', works)];
};
