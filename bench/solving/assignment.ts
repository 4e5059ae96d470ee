// Measures the splits: first plan, quick plan, proof, on one and two levels.
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import {
  balance,
  compileProblem,
  heuristic,
  solve,
  solveTwoLevels
} from '../../src/lib/engines/assignment/index.ts';
import { compareWithGeolibre, geolibre } from './geolibre.ts';
import { syntheticProblem, type SplitShape } from '../../tests/fixtures/synthetic/assignment-problem.ts';
import { compareWithNative, nativeHighs } from './native-highs.ts';
import {
  inWorks,
  measured,
  measuredWork,
  type Bench,
  type Measurement,
  type Progress,
  type Target
} from '../measurement.ts';
import { standardWork } from '../standard-work.ts';
import { splitsInChromium, type BrowserSplit } from './assignment-browser.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SECONDS = 30;

interface Split extends SplitShape {
  /** Seconds to the proof: median, worst. */
  median?: number;
  worst?: number;
}

const SPLITS: Split[] = [
  { units: 26, referents: 6, tolerance: 0.2 },
  { units: 67, referents: 6, tolerance: 0.1, median: 1, worst: 3 },
  { units: 150, referents: 6, tolerance: 0.1, median: 3 },
  { units: 150, referents: 12, tolerance: 0.1 },
  { units: 400, referents: 12, tolerance: 0.1 }
];

const IN_BROWSER: BrowserSplit[] = [
  { units: 67, referents: 6, tolerance: 0.1, median: 1, worst: 3 },
  { units: 67, referents: 6, tolerance: 0.1, coordinators: ['C1', 'C2', 'C3'], median: 2 },
  { units: 150, referents: 6, tolerance: 0.1, median: 3 }
];

const target = (at: Target['at'], most: number | undefined): Target | null =>
  most === undefined ? null : { at, most };
const seconds = (began: number) => (performance.now() - began) / 1000;

interface SplitRun {
  /** Milliseconds to the first plan and to the quick plan. */
  first: number;
  quick: number;
  /** Distance of the quick plan to the best, in percent. */
  off: number;
  /** Seconds to the proof. */
  proof: number;
  /** Gap left, in percent. */
  left: number;
  status: string;
}

function oneSplit(solver: LinearSolver, shape: Split, progress: Progress): Measurement[] {
  const label = `${shape.units} unités, ${shape.referents} référents, ±${100 * shape.tolerance} %`;
  const runs = SEEDS.map((seed): SplitRun => {
    const problem = compileProblem(syntheticProblem(seed, shape));
    let began = performance.now();
    let first = NaN;
    const plan = heuristic(problem, {
      onPlan: () => {
        if (Number.isNaN(first)) first = performance.now() - began;
      }
    });
    const quick = performance.now() - began;
    began = performance.now();
    const solution = solve(solver, problem, { seconds: SECONDS });
    const proof = seconds(began);
    const best = solution.objective ?? NaN;
    const off = plan?.feasible ? (100 * (plan.objective - best)) / best : 100;
    progress(
      `${label}, graine ${seed} : ${solution.status} en ${proof.toFixed(2)} s, rapide à ${off.toFixed(2)} %`
    );
    return { first, quick, off, proof, left: 100 * (solution.gap ?? 1), status: solution.status };
  });
  const unproven = runs.filter(({ status }) => status !== 'optimal').length;
  const mean = runs.reduce((sum, { off }) => sum + off, 0) / runs.length;
  const each = (
    name: string,
    unit: string,
    key: Exclude<keyof SplitRun, 'status'>,
    most: Target | null = null
  ) =>
    measured(
      `${label} : ${name}`,
      unit,
      runs.map((run) => run[key]),
      most
    );
  const proofs = [each('preuve', 's', 'proof', target('median', shape.median))];
  if (shape.worst !== undefined) {
    const worst = Math.max(...runs.map(({ proof }) => proof));
    proofs.push(measured(`${label} : preuve, la pire`, 's', [worst], target('median', shape.worst)));
  }
  return [
    each('premier plan', 'ms', 'first'),
    each('plan rapide', 'ms', 'quick', target('median', 100)),
    measured(`${label} : plan rapide, écart moyen au meilleur`, '%', [mean], target('median', 0.5)),
    each('plan rapide, pire écart', '%', 'off', target('p95', 3)),
    ...proofs,
    measured(`${label} : sans preuve en ${SECONDS} s`, '', [unproven]),
    each('écart restant', '%', 'left')
  ];
}

function twoLevels(solver: LinearSolver, progress: Progress): Measurement[] {
  const label = '67 unités, 6 référents, 3 coordinations';
  const coordinators = ['C1', 'C2', 'C3'].map((id) => ({ id }));
  const runs = SEEDS.map((seed) => {
    const file = syntheticProblem(seed, { units: 67, referents: 6, tolerance: 0.1 });
    const found = solveTwoLevels(solver, file, { coordinators, tolerance: 0.05, seconds: SECONDS });
    progress(`${label}, graine ${seed} : ${found.status} en ${found.seconds.toFixed(2)} s`);
    return found;
  });
  const unproven = runs.filter(({ status }) => status !== 'optimal').length;
  const proofs = runs.map((run) => run.seconds);
  return [
    measured(`${label} : preuve`, 's', proofs, target('median', 2)),
    measured(`${label} : sans preuve en ${SECONDS} s`, '', [unproven])
  ];
}

function figures(): Measurement {
  const problem = compileProblem(
    syntheticProblem(1, { units: 400, referents: 12, tolerance: 0.1, contiguous: true })
  );
  const spent = Array.from({ length: 60 }, (_, round) => {
    const assignment = Int32Array.from({ length: 400 }, (_, i) => (i + round) % 12);
    const began = performance.now();
    balance(problem, assignment);
    return performance.now() - began;
  });
  return measured('400 unités : chiffres d’un plan', 'ms', spent, { at: 'p95', most: 16 });
}

export const run: Bench = async ({ progress }) => {
  const solver = await bootHighs();
  solve(solver, compileProblem(syntheticProblem(9, { units: 26, referents: 6, tolerance: 0.2 })));
  const works: number[] = [];
  /** Measures the standard work right before, since the machine's speed changes within a run. */
  const beside = (measure: () => Measurement[]): Measurement[] => {
    const work = standardWork();
    works.push(work);
    return measure().map((one) => inWorks(one, work));
  };
  const measurements = beside(() => [figures()]);
  for (const shape of SPLITS) measurements.push(...beside(() => oneSplit(solver, shape, progress)));
  measurements.push(...beside(() => twoLevels(solver, progress)));
  measurements.push(...(await splitsInChromium(IN_BROWSER, SEEDS, SECONDS, progress)));
  const native = nativeHighs();
  if (native === null) progress('HiGHS natif absent : non comparé.');
  else {
    progress(`HiGHS natif ${native}`);
    const shape = { units: 67, referents: 6, tolerance: 0.1 };
    measurements.push(...compareWithNative(solver, shape, SEEDS, progress));
  }
  const peer = await geolibre();
  if (peer === null) progress('geolibre-wasm absent : non comparé.');
  else measurements.push(...(await compareWithGeolibre(solver, peer, SEEDS, progress)));
  measurements.push(measured('mémoire du solveur', 'Mo', [solver.memoryBytes() / 1e6]));
  return [...measurements, measuredWork('Node', works)];
};
