// A synthetic road network drawn from a seed: a grid with gaps, schools and bases at its crossings, and the distances along it.
import type { Pair, ProblemFile } from '../../../src/lib/model/plan.ts';
import { seeded } from './random.ts';

export interface Grid {
  file: ProblemFile;
  /** Ends of each road, longitude and latitude. */
  edges: [[number, number], [number, number]][];
  /** Kilometres from each base to each unit. */
  km: number[][];
  /** Units with a crossing side by side. */
  touching: Pair[];
}

const SIDE = 32;
const STEP_KM = 0.8;
const MISSING = 0.12;
/** Kilometres of a degree where the grid lies, on the equator: a step is as long in both directions. */
const KM_EAST = 111.32;
const KM_NORTH = 110.574;

export function syntheticGrid(seed: number, units: number, referents: number, tolerance: number): Grid {
  const random = seeded(seed * 7919 + units);
  const node = (x: number, y: number) => y * SIDE + x;
  const beside: number[][] = Array.from({ length: SIDE * SIDE }, () => []);
  const edges: Grid['edges'] = [];
  const place = (at: number): [number, number] => [
    ((at % SIDE) * STEP_KM) / KM_EAST,
    (Math.floor(at / SIDE) * STEP_KM) / KM_NORTH
  ];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (const to of [
        ...(x + 1 < SIDE ? [node(x + 1, y)] : []),
        ...(y + 1 < SIDE ? [node(x, y + 1)] : [])
      ]) {
        // The rim stays whole: no crossing is out of reach of it for long.
        const rim = x === 0 || y === 0 || x === SIDE - 1 || y === SIDE - 1;
        if (!rim && random() < MISSING) continue;
        beside[node(x, y)]!.push(to);
        beside[to]!.push(node(x, y));
        edges.push([place(node(x, y)), place(to)]);
      }
    }
  }
  const steps = (from: number): Float64Array => {
    const far = new Float64Array(SIDE * SIDE).fill(Infinity);
    far[from] = 0;
    for (let queue = [from]; queue.length > 0;) {
      queue = queue.flatMap((at) =>
        beside[at]!.filter((to) => {
          if (far[to]! <= far[at]! + 1) return false;
          far[to] = far[at]! + 1;
          return true;
        })
      );
    }
    return far;
  };
  const rim = steps(0);
  const draw = (taken: Set<number>) => {
    for (;;) {
      const at = Math.floor(random() * SIDE * SIDE);
      if (!taken.has(at) && Number.isFinite(rim[at]!)) return (taken.add(at), at);
    }
  };
  const taken = new Set<number>();
  const bases = Array.from({ length: referents }, () => draw(taken));
  const schools = Array.from({ length: units }, () => draw(taken));
  const far = bases.map(steps);
  const km = far.map((row) => schools.map((at) => row[at]! * STEP_KM));
  const name = (letter: string, at: number) => `${letter}${String(at + 1).padStart(3, '0')}`;
  const position = (at: number) => ({ lon: place(at)[0], lat: place(at)[1] });
  const cells = schools.map((at) => [at % SIDE, Math.floor(at / SIDE)] as const);
  const touching = cells.flatMap(([x, y], i) =>
    cells.flatMap(([u, v], j): Pair[] =>
      j > i && Math.hypot(x - u, y - v) <= 5 ? [[name('U', i), name('U', j)]] : []
    )
  );
  return {
    edges,
    km,
    touching,
    file: {
      units: schools.map((at, i) => {
        const workload = Math.round(60 + 240 * random());
        return { id: name('U', i), workload, pupils: 100, visits: workload, current: null, ...position(at) };
      }),
      referents: bases.map((at, j) => ({ id: name('R', j), fte: 1, base: position(at), coordinator: null })),
      // A minute a kilometre: what is least is the weighted distance.
      minutes: km,
      tolerance,
      soft: false,
      pins: [],
      apart: [],
      together: [],
      neighbours: [],
      contiguous: false,
      maxPupilsMoved: null,
      stability: 0,
      coordinatorTolerance: null
    }
  };
}
