// The same model solved by the WebAssembly HiGHS and by a native one, where it is at hand: `MAILLAGE_HIGHS`, or `highs` in the path.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinearModel, LinearSolver } from '../../src/lib/model/linear.ts';
import { compileProblem, linearModel, PROVEN } from '../../src/lib/engines/assignment/index.ts';
import { syntheticProblem, type SplitShape } from '../../tests/fixtures/synthetic/assignment-problem.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const BINARY = process.env.MAILLAGE_HIGHS ?? 'highs';

/** Its version, or null where there is none. */
export function nativeHighs(): string | null {
  try {
    return /version (\S+)/.exec(execFileSync(BINARY, ['--version'], { encoding: 'utf8' }))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Free MPS; every column is whole. */
function mps({ cost, lower, upper, rowLower, rowUpper, rows }: LinearModel): string {
  const kinds = [...rowLower].map((low, r) => {
    const high = rowUpper[r]!;
    return low === high ? 'E' : Number.isFinite(high) ? 'L' : 'G';
  });
  const columns: string[][] = [...cost].map((value, c) => (value === 0 ? [] : [`x${c} obj ${value}`]));
  kinds.forEach((_, r) => {
    for (let at = rows.starts[r]!; at < rows.starts[r + 1]!; at++)
      columns[rows.columns[at]!]!.push(`x${rows.columns[at]!} r${r} ${rows.values[at]!}`);
  });
  const side = (r: number) => (kinds[r] === 'G' ? rowLower[r]! : rowUpper[r]!);
  const ranged = kinds.flatMap((kind, r) =>
    kind === 'L' && Number.isFinite(rowLower[r]!) ? [`g r${r} ${rowUpper[r]! - rowLower[r]!}`] : []
  );
  return [
    ...['NAME split', 'ROWS', 'N obj', ...kinds.map((kind, r) => `${kind} r${r}`), 'COLUMNS'],
    ...["m1 'MARKER' 'INTORG'", ...columns.flat(), "m2 'MARKER' 'INTEND'", 'RHS'],
    ...kinds.map((_, r) => `b r${r} ${side(r)}`),
    ...(ranged.length > 0 ? ['RANGES', ...ranged] : []),
    ...['BOUNDS', ...[...lower].flatMap((low, c) => [`LO n x${c} ${low}`, `UP n x${c} ${upper[c]!}`])],
    ...['ENDATA', '']
  ].join('\n');
}

function natively(model: LinearModel, folder: string): number {
  const [file, options] = [join(folder, 'split.mps'), join(folder, 'options')];
  writeFileSync(file, mps(model));
  writeFileSync(options, `mip_rel_gap = ${PROVEN}\nmip_abs_gap = ${PROVEN}\n`);
  const told = execFileSync(BINARY, ['--options_file', options, file], { encoding: 'utf8', cwd: folder });
  const seconds = /Timing\s+([\d.]+)/.exec(told)?.[1];
  if (!/Status\s+Optimal/.test(told) || seconds === undefined)
    throw new Error('native HiGHS found no optimum');
  return Number(seconds);
}

/** Seconds of both, and their ratio, over the seeds. */
export function compareWithNative(
  solver: LinearSolver,
  shape: SplitShape,
  seeds: readonly number[],
  progress: Progress
): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'highs-'));
  try {
    const runs = seeds.map((seed) => {
      const problem = compileProblem(syntheticProblem(seed, shape));
      const data = linearModel(problem);
      const model = solver.open(data);
      const wasm = model.solve({ gap: PROVEN }).seconds;
      model.dispose();
      const native = natively(data, folder);
      progress(`HiGHS, graine ${seed} : ${wasm.toFixed(2)} s en WebAssembly, ${native.toFixed(2)} s natif`);
      return { wasm, native };
    });
    const total = (key: 'wasm' | 'native') => runs.reduce((sum, one) => sum + one[key], 0);
    const label = `${shape.units} unités, ${shape.referents} référents`;
    return [
      measured(
        `HiGHS natif, ${label}`,
        's',
        runs.map(({ native }) => native)
      ),
      measured(
        `HiGHS WebAssembly, ${label}`,
        's',
        runs.map(({ wasm }) => wasm)
      ),
      measured('HiGHS WebAssembly sur natif, temps total', '×', [total('wasm') / total('native')], {
        at: 'median',
        most: 2
      })
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
