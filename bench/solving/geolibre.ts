// A peer on the same network, under the same capacity: geolibre-wasm's `location_allocation_network`, at the best of 12 orders of its
// rows, and a scorer that knows neither. Installed by hand: `MAILLAGE_GEOLIBRE` is the folder of the package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import type { Pair, ProblemFile } from '../../src/lib/model/plan.ts';
import { compileProblem, namedAssignment, solve } from '../../src/lib/engines/assignment/index.ts';
import { syntheticGrid, type Grid } from '../../tests/fixtures/synthetic/road-grid.ts';
import { mulberry32 } from '../../src/lib/algorithms/random.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const FOLDER = process.env.MAILLAGE_GEOLIBRE;
const ORDERS = 12;

interface Tools {
  initTools(bytes: Uint8Array): Promise<unknown>;
  runTool(
    id: string,
    options: { args: string[]; input: Record<string, Uint8Array> }
  ): Promise<{ exitCode: number; stdout: string[]; files: Record<string, Uint8Array> }>;
}

/** What a plan is worth, from the network and the plan alone. */
interface Score {
  /** Weighted kilometres, kilometres, share, pieces beyond one a referent, seconds. */
  weighted: number;
  longest: number;
  deviation: number;
  pieces: number;
  seconds: number;
}

export async function geolibre(): Promise<Tools | null> {
  if (!FOLDER) return null;
  const tools = (await import(pathToFileURL(join(FOLDER, 'tools.mjs')).href)) as Tools;
  await tools.initTools(readFileSync(join(FOLDER, 'geolibre-cli.wasm')));
  return tools;
}

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const collection = (features: unknown[]) => bytes({ type: 'FeatureCollection', features });
const feature = (type: string, coordinates: unknown, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates }
});

function score(grid: Grid, plan: Readonly<Record<string, string>>, seconds: number): Score {
  const { file, km } = grid;
  const at = new Map(file.referents.map(({ id }, j) => [id, j]));
  const trips = file.units.map(({ id, workload }, i) => {
    const referent = at.get(plan[id] ?? '') ?? -1;
    return { workload, far: km[referent]?.[i] ?? Infinity };
  });
  const total = file.units.reduce((sum, { workload }) => sum + workload, 0);
  const loads = file.referents.map(({ id }) =>
    file.units.reduce((sum, unit) => sum + (plan[unit.id] === id ? unit.workload : 0), 0)
  );
  return {
    weighted: trips.reduce((sum, { workload, far }) => sum + workload * far, 0),
    longest: Math.max(...trips.map(({ far }) => far)),
    deviation: Math.max(...loads.map((load) => Math.abs((load * loads.length) / total - 1))),
    pieces: extraPieces(file, grid.touching, plan),
    seconds
  };
}

function extraPieces(
  file: ProblemFile,
  touching: readonly Pair[],
  plan: Readonly<Record<string, string>>
): number {
  const root = new Map(file.units.map(({ id }) => [id, id]));
  const find = (id: string): string => (root.get(id) === id ? id : find(root.get(id)!));
  for (const [a, b] of touching) if (plan[a] === plan[b]) root.set(find(a), find(b));
  return new Set(file.units.map(({ id }) => find(id))).size - new Set(Object.values(plan)).size;
}

function ours(solver: LinearSolver, { file }: Grid): { plan: Record<string, string>; seconds: number } {
  const problem = compileProblem(file);
  const { assignment, seconds } = solve(solver, problem, { seconds: 30 });
  return { plan: assignment ? namedAssignment(problem, assignment) : {}, seconds };
}

/** Where the peer's WebAssembly sees the files that it is given: a folder of its memory, on no disk. */
const THEIRS = '/work';

async function theirs(tools: Tools, grid: Grid, order: readonly number[]) {
  const { file, edges } = grid;
  const total = file.units.reduce((sum, { workload }) => sum + workload, 0);
  const room = Math.floor(((1 + file.tolerance) * total) / file.referents.length);
  const units = order.map((i) => file.units[i]!);
  const input = {
    'network.geojson': collection(edges.map((line) => feature('LineString', line, {}))),
    'demand.geojson': collection(
      units.map(({ lon, lat, workload }) => feature('Point', [lon, lat], { w: workload }))
    ),
    'facilities.geojson': collection(
      file.referents.map(({ base }) => feature('Point', [base!.lon, base!.lat], { cap: room }))
    )
  };
  const began = performance.now();
  const { files, exitCode, stdout } = await tools.runTool('location_allocation_network', {
    args: [
      ...[`--input=${THEIRS}/network.geojson`, `--demand_points=${THEIRS}/demand.geojson`],
      ...[`--facilities=${THEIRS}/facilities.geojson`, `--facility_count=${file.referents.length}`],
      ...['--demand_weight_field=w', '--facility_capacity_field=cap', `--output=${THEIRS}/out.geojson`]
    ],
    input
  });
  const seconds = (performance.now() - began) / 1000;
  const out = files['out.geojson'];
  if (exitCode !== 0 || !out) throw new Error(stdout.slice(-3).join(' '));
  const { features } = JSON.parse(new TextDecoder().decode(out)) as {
    features: { properties: { DEMAND_FID: number; FACILITY_FID: number } }[];
  };
  const plan = Object.fromEntries(
    features.map(({ properties: { DEMAND_FID, FACILITY_FID } }) => [
      units[DEMAND_FID]!.id,
      file.referents[FACILITY_FID]!.id
    ])
  );
  return { plan, seconds };
}

function shuffled(size: number, seed: number): number[] {
  const random = mulberry32(seed);
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Our proven plan and their best of 12 orders, scored alike. */
export async function compareWithGeolibre(
  solver: LinearSolver,
  tools: Tools,
  seeds: readonly number[],
  progress: Progress
): Promise<Measurement[]> {
  const [units, referents, tolerance] = [67, 6, 0.1];
  const runs: { ours: Score; theirs: Score; worst: Score }[] = [];
  for (const seed of seeds) {
    const grid = syntheticGrid(seed, units, referents, tolerance);
    const mine = ours(solver, grid);
    const all: Score[] = [];
    for (let order = 0; order < ORDERS; order++) {
      const their = await theirs(tools, grid, shuffled(units, seed * 100 + order));
      all.push(score(grid, their.plan, their.seconds));
    }
    all.sort((a, b) => a.weighted - b.weighted);
    const run = { ours: score(grid, mine.plan, mine.seconds), theirs: all[0]!, worst: all.at(-1)! };
    const [best, worst] = [run.theirs, run.worst].map((one) => excess(one, run.ours).toFixed(1));
    progress(`geolibre, graine ${seed} : ${best} % de plus au mieux, ${worst} % au pire`);
    runs.push(run);
  }
  const label = `${units} points, ${referents} bases`;
  const both = (name: string, unit: string, figure: (one: Score) => number) => [
    measured(
      `${label}, ${name} : Maillage`,
      unit,
      runs.map((run) => figure(run.ours))
    ),
    measured(
      `${label}, ${name} : geolibre`,
      unit,
      runs.map((run) => figure(run.theirs))
    )
  ];
  return [
    measured(
      `${label} : distance pondérée de geolibre, en plus de la nôtre`,
      '%',
      runs.map((run) => excess(run.theirs, run.ours))
    ),
    ...both('plus long trajet', 'km', ({ longest }) => longest),
    ...both('écart maximal', '%', ({ deviation }) => 100 * deviation),
    ...both('morceaux en trop', '', ({ pieces }) => pieces),
    ...both('temps', 's', ({ seconds }) => seconds)
  ];
}

const excess = (theirs: Score, ours: Score) => 100 * (theirs.weighted / ours.weighted - 1);
