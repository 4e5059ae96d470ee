// Measures where to base posts: how far the plan is from its bound after a minute, on drawn points; and the ten files of the OR-Library
// when they are there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import { parseMedianProblem, solveMedians } from '../../src/lib/engines/p-median/index.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
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
import { syntheticMedians, type MedianShape } from '../../tests/fixtures/synthetic/medians.ts';

const REAL = process.env.MAILLAGE_REAL ?? join(ROOT, '../shared/real');
const SECONDS = 60;
const SEEDS = [1, 2];
const OPTIMA = [713, 740, 751, 651, 664, 778, 787, 820, 715, 829];
const MOST_GAP = 1;

const SHAPES: MedianShape[] = [
  [200, 10],
  [200, 20],
  [250, 15],
  [300, 10],
  [300, 25]
].flatMap(([points, bases]) => [0.8, 0.95].map((filled) => ({ points: points!, bases: bases!, filled })));

function drawn(solver: LinearSolver, shape: MedianShape, progress: Progress): Measurement[] {
  const label = `${shape.points} points, ${shape.bases} bases, remplies à ${100 * shape.filled} %`;
  const runs = SEEDS.map((seed) => {
    let close = NaN;
    const found = solveMedians(solver, syntheticMedians(seed, shape), {
      seconds: SECONDS,
      onProgress({ objective, bound, seconds }) {
        if (objective === null || bound === null || !Number.isNaN(close)) return;
        if (100 * (objective - bound) <= MOST_GAP * objective) close = seconds;
      }
    });
    const gap = 100 * (found.gap ?? 1);
    progress(
      `${label}, graine ${seed} : ${found.objective}, au moins ${found.bound}, ${gap.toFixed(2)} %, ${found.status} en ${found.seconds.toFixed(1)} s`
    );
    return { gap, close, seconds: found.seconds };
  });
  const closing = runs.map(({ close }) => close).filter((close) => !Number.isNaN(close));
  return [
    measured(
      `${label} : écart du plan à sa borne, après ${SECONDS} s`,
      '%',
      runs.map(({ gap }) => gap),
      { at: 'p95', most: MOST_GAP }
    ),
    ...(closing.length === 0
      ? []
      : [measured(`${label} : à moins de ${MOST_GAP} % de sa borne`, 's', closing)])
  ];
}

function published(solver: LinearSolver, folder: string, progress: Progress): Measurement[] {
  const runs = OPTIMA.map((optimum, at) => {
    const name = `cpmp${String(at + 1).padStart(2, '0')}.txt`;
    const problem = parseMedianProblem(readFileSync(join(folder, name), 'utf8'));
    const found = solveMedians(solver, problem, { seconds: SECONDS });
    progress(`${name} : ${found.objective}, ${found.status} en ${found.seconds.toFixed(1)} s`);
    return { ...found, away: found.objective !== optimum };
  });
  const away = runs.filter((run) => run.away).length;
  const unproven = runs.filter(({ status }) => status !== 'optimal').length;
  const proofs = runs.map((run) => run.seconds);
  return [
    measured('fichiers loin de leur optimum', '', [away], { at: 'median', most: 0 }),
    measured('fichiers sans preuve', '', [unproven], { at: 'median', most: 1 }),
    measured('fichiers : preuve', 's', proofs, { at: 'p95', most: SECONDS })
  ];
}

export const run: Bench = async ({ progress }) => {
  const solver = await bootHighs();
  const works: number[] = [];
  /** Measures the standard work right before, since the machine's speed changes within a run. */
  const beside = (measure: () => Measurement[]): Measurement[] => {
    const work = standardWork();
    works.push(work);
    return measure().map((one) => inWorks(one, work));
  };
  const measurements: Measurement[] = [];
  const folder = join(REAL, 'bench/pmedcap');
  if (existsSync(folder)) measurements.push(...beside(() => published(solver, folder, progress)));
  else progress('Fichiers de p-médianes absents : non mesuré.');
  for (const shape of SHAPES) measurements.push(...beside(() => drawn(solver, shape, progress)));
  return [...measurements, measuredWork('Node', works)];
};
