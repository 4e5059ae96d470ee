// On tables small enough to try everything, the audit and the optimum are those found by trying everything.
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import type { PublishedCube, CubeCell } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { suppressExactly } from '../../../../src/lib/engines/disclosure/suppress/suppress-exactly.ts';
import {
  checkPattern,
  informationLoss,
  suppressionProblem,
  type SuppressionProblem
} from '../../../../src/lib/engines/disclosure/suppress/suppression-problem.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import { countCells } from '../../../../src/lib/engines/disclosure/attack/true-counts.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';
import { mulberry32 } from '../../../../src/lib/algorithms/random.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const MOST = 9;

/** Every table of 2 x 2 leaves within reach that agrees with what a cube shows; values by key. */
function everyTable(cube: PublishedCube): Map<string, number>[] {
  const sum = (key: string[], leaf: number[]) =>
    [0, 1, 2, 3].reduce((total, i) => {
      const inside =
        (key[0] === 'ALL' || key[0] === `r${(i >> 1) + 1}`) &&
        (key[1] === 'ALL' || key[1] === `c${(i & 1) + 1}`);
      return inside ? total + leaf[i]! : total;
    }, 0);
  const tables: Map<string, number>[] = [];
  for (let code = 0; code < (MOST + 1) ** 4; code++) {
    const leaf = [0, 1, 2, 3].map((i) => Math.floor(code / (MOST + 1) ** i) % (MOST + 1));
    if (cube.cells.every(({ key, value }) => value === undefined || sum(key, leaf) === value))
      tables.push(new Map(cube.cells.map(({ key }) => [key.join(' '), sum(key, leaf)])));
  }
  return tables;
}

describe('two by two tables', () => {
  it('are audited as by trying every table', () => {
    const random = mulberry32(5);
    const k = 3;
    let found = 0;
    for (let round = 0; round < 60; round++) {
      const values = [0, 1].map(() => [0, 1].map(() => Math.floor(random() * 5)));
      const names = ['r1', 'r2', 'ALL'].flatMap((r) => ['c1', 'c2', 'ALL'].map((c) => `${r} ${c}`));
      // The grand total stays shown, so that every count lies within reach of the trial.
      const total = values.flat().reduce((a, b) => a + b, 0);
      if (total > MOST) continue;
      const hidden = names.filter((name) => name !== 'ALL ALL' && random() < 0.6);
      const cube = twoWay(values, hidden, k);
      const tables = everyTable(cube);
      const expected = names.filter((name) => {
        const seen = tables.map((table) => table.get(name)!);
        const [lo, hi] = [Math.min(...seen), Math.max(...seen)];
        return hi > 0 && hi < k && !(lo <= 1 && hi >= k - 1);
      });
      const holds = (whole: string, part: string) =>
        whole !== part && whole.split(' ').every((name, d) => name === 'ALL' || name === part.split(' ')[d]);
      const pairs = names.flatMap((whole) => names.filter((part) => holds(whole, part)).map((part) => [whole, part] as const)); // prettier-ignore
      const endsOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
      const between = pairs.filter(([whole, part]) => {
        const [lo, hi] = endsOf(tables.map((table) => table.get(whole)! - table.get(part)!));
        // Below k - 1 it is told by one of its parts.
        return hi === k - 1 && lo > 1;
      });
      const report = audit(solver, [cube]);
      const cellsOf = (wanted: string) => report.open.filter(({ reason }) => (reason === 'between') === (wanted === 'between')); // prettier-ignore
      expect(cellsOf('small').map((cell) => cell.names.join(' ')).sort(), JSON.stringify(cube)).toEqual(expected.sort()); // prettier-ignore
      expect(cellsOf('between').map((cell) => `${cell.whole!.join(' ')} - ${cell.names.join(' ')}`).sort(), JSON.stringify(cube)).toEqual(between.map((pair) => pair.join(' - ')).sort()); // prettier-ignore
      found += between.length;
      for (const { names: name, whole, lo, hi } of report.open) {
        const seen = tables.map((table) => table.get(name.join(' '))!);
        expect([lo, hi]).toEqual(endsOf(whole ? tables.map((table, t) => table.get(whole.join(' '))! - seen[t]!) : seen)); // prettier-ignore
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});

function bestByTrial(problem: SuppressionProblem): number | null {
  let best: number | null = null;
  for (let code = 0; code < 2 ** problem.free.length; code++) {
    const hidden = Uint8Array.from(problem.primary);
    problem.free.forEach((cell, i) => (code >> i) & 1 && (hidden[cell] = 1));
    const loss = informationLoss(problem, hidden);
    if (best !== null && loss >= best) continue;
    if (checkPattern(solver, problem, hidden).open.length === 0) best = loss;
  }
  return best;
}

describe('the optimum of tiny tables', () => {
  it('is that of trying every pattern', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 25; round++) {
      const [rows, columns] = [2 + Math.floor(random() * 2), 2 + Math.floor(random() * 2)];
      const values = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => Math.floor(14 * random() ** 2))
      );
      const { dimensions, cells, k } = twoWay(values, [], 4);
      const system = buildSystem([
        { k, dimensions, cells: cells.map(({ key }): CubeCell => ({ key, suppressed: true })) }
      ]);
      const children = values.flatMap((line, r) =>
        line.flatMap((n, c) => Array.from({ length: n }, () => [`r${r + 1}`, `c${c + 1}`]))
      );
      const problem = suppressionProblem({ system, truth: countCells(system, children, (row) => row), k });
      if (problem.targets.length === 0 || problem.free.length > 11) continue;
      const exact = suppressExactly(solver, problem);
      expect(exact.status).toBe('optimal');
      expect(exact.loss, JSON.stringify(values)).toBe(bestByTrial(problem));
    }
  });

  it('hides three cells beside a lone small one in the middle of large ones', () => {
    const values = [
      [20, 50, 10],
      [8, 19, 22],
      [17, 32, 12]
    ];
    const { dimensions, cells } = twoWay(values, [], 9);
    const system = buildSystem([
      { k: 9, dimensions, cells: cells.map(({ key }): CubeCell => ({ key, suppressed: true })) }
    ]);
    const children = values.flatMap((line, r) =>
      line.flatMap((n, c) => Array.from({ length: n }, () => [`r${r + 1}`, `c${c + 1}`]))
    );
    const problem = suppressionProblem({
      system,
      truth: countCells(system, children, (row) => row),
      k: 9,
      weight: () => 1
    });
    expect(suppressExactly(solver, problem)).toMatchObject({ status: 'optimal', loss: 3 });
  });
});
