// Measures certificates of splits (share made, seconds to make and to check, bytes) and plans drawn at random, on synthetic
// territories and on the demonstration when its files are built.
import { brotliCompressSync } from 'node:zlib';
import { certify, checkCertificate } from '../../src/lib/engines/proof/index.ts';
import { solveAssignment } from '../../src/lib/engines/assignment/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../src/lib/model/plan.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import {
  inWorks,
  measured,
  measuredWork,
  type Bench,
  type Measurement,
  type Progress
} from '../measurement.ts';
import { standardWork } from '../standard-work.ts';
import { demonstrationProblem } from '../../tests/fixtures/synthetic/demonstration-problem.ts';
import { syntheticProblem, type SplitShape } from '../../tests/fixtures/synthetic/assignment-problem.ts';

const SEEDS = 20;
const SECONDS = 60;

const SHAPES: SplitShape[] = [
  { units: 67, referents: 6, tolerance: 0.1 },
  { units: 26, referents: 6, tolerance: 0.2 }
];

interface CertificateRun {
  isCertified: boolean;
  /** Seconds to make (behind the answer) and to check; bytes, as written and compressed. NaN without a certificate. */
  made: number;
  checked: number;
  bytes: number;
  compressed: number;
  leaves: number;
}

async function certificateRun(solver: LinearSolver, file: ProblemFile): Promise<CertificateRun> {
  const written = new TextEncoder().encode(JSON.stringify(file));
  const found = solveAssignment(solver, file, { seconds: SECONDS });
  let made = NaN;
  const { certificate } = await certify(solver, written, file, found, {
    seconds: SECONDS,
    onProgress: ({ seconds }) => (made = seconds)
  });
  if (certificate === null)
    return { isCertified: false, made: NaN, checked: NaN, bytes: NaN, compressed: NaN, leaves: NaN };
  const text = new TextEncoder().encode(JSON.stringify(certificate));
  const began = performance.now();
  const { accepted, leaves } = await checkCertificate(written, text);
  const checked = (performance.now() - began) / 1000;
  return {
    isCertified: accepted,
    made,
    checked,
    bytes: text.length,
    compressed: brotliCompressSync(text).length,
    leaves
  };
}

async function certificates(
  solver: LinearSolver,
  label: string,
  files: readonly ProblemFile[],
  progress: Progress
): Promise<Measurement[]> {
  const runs: CertificateRun[] = [];
  const works: number[] = [];
  for (const file of files) {
    works.push(standardWork());
    const run = await certificateRun(solver, file);
    runs.push(run);
    const told = run.isCertified
      ? `fait en ${run.made.toFixed(2)} s, vérifié en ${run.checked.toFixed(3)} s, ${run.leaves} feuilles`
      : 'sans certificat';
    progress(`${label}, ${runs.length} : ${told}`);
  }
  const done = runs.filter(({ isCertified }) => isCertified);
  const missing = 100 * (1 - done.length / runs.length);
  const work = Math.min(...works);
  return [
    measured(`${label} : sans certificat`, '%', [missing], { at: 'median', most: 5 }),
    inWorks(measured(`${label} : certificat fait`, 's', done.map(({ made }) => made), { at: 'p95', most: 5 }), work), // prettier-ignore
    inWorks(measured(`${label} : certificat vérifié`, 's', done.map(({ checked }) => checked), { at: 'p95', most: 0.5 }), work), // prettier-ignore
    measured(`${label} : certificat`, 'kB', done.map(({ bytes }) => bytes / 1000)), // prettier-ignore
    measured(`${label} : certificat, compressé`, 'kB br', done.map(({ compressed }) => compressed / 1000), { at: 'p95', most: 50 }), // prettier-ignore
    measured(`${label} : feuilles`, '', done.map(({ leaves }) => leaves)) // prettier-ignore
  ];
}

export const run: Bench = async ({ progress }) => {
  const solver = await bootHighs();
  const measurements: Measurement[] = [];
  for (const shape of SHAPES) {
    const label = `${shape.units} unités, ${shape.referents} référents, ±${100 * shape.tolerance} %`;
    const files = Array.from({ length: SEEDS }, (_, at) => syntheticProblem(at + 1, shape));
    measurements.push(...(await certificates(solver, label, files, progress)));
  }
  const demo = demonstrationProblem()?.problem ?? null;
  if (demo === null) progress('Fichiers de la démonstration absents : non mesurée.');
  else {
    measurements.push(...(await certificates(solver, 'démonstration', [demo], progress)));
  }
  return [...measurements, measuredWork('Node', [standardWork()])];
};
