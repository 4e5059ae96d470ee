// Controlled rounding: every count becomes a nearby multiple of a base, and the tables stay additive.
import { sparseRows, type LinearSolver } from '../../../model/linear.ts';
import type { TableSystem } from '../table-system.ts';

export interface RoundedTables {
  /** Rounded value of each cell. */
  values: Float64Array;
  /** Every value is less than this away from the true count: the base, or a multiple when adjacent multiples were infeasible. */
  base: number;
  /** Sum of the distances to the true counts. */
  loss: number;
  bound: number | null;
  status: 'optimal' | 'time-limit';
  seconds: number;
}

const WIDENINGS = 3;

/**
 * Additive controlled rounding (L.H. Cox, "A constructive procedure for unbiased controlled rounding", 1987; J.J. Salazar, "Controlled
 * rounding and cell perturbation", 2006): minimises the total distance to the true counts. Where three-way sums make adjacent multiples
 * infeasible, the range is widened by one base, and the release must declare the wider base.
 *
 * @param seconds time limit of each attempt
 */
export function roundTables(
  solver: LinearSolver,
  system: TableSystem,
  truth: Float64Array,
  base: number,
  seconds = 20
): RoundedTables {
  const size = system.size;
  // Column 2i counts bases in cell i; column 2i + 1 is its distance to the truth.
  const sums = system.definitions.map(({ parent, children }): [number, number][] => [
    [2 * parent, 1],
    ...children.map((child): [number, number] => [2 * child, -1])
  ]);
  const away = Array.from({ length: size }, (_, i): [number, number][][] => [
    [
      [2 * i, base],
      [2 * i + 1, -1]
    ],
    [
      [2 * i, base],
      [2 * i + 1, 1]
    ]
  ]).flat();
  const began = performance.now();
  for (let widening = 0; widening < WIDENINGS; widening++) {
    const lower = new Float64Array(2 * size);
    const upper = new Float64Array(2 * size).fill(Infinity);
    truth.forEach((n, i) => {
      lower[2 * i] = Math.max(0, Math.floor(n / base) - widening);
      upper[2 * i] = Math.ceil(n / base) + (n === 0 && system.impossible[i] === 1 ? 0 : widening);
    });
    const model = solver.open({
      sense: 'min',
      cost: Float64Array.from({ length: 2 * size }, (_, j) => (j % 2 === 1 && system.listed[j >> 1] ? 1 : 0)),
      lower,
      upper,
      rowLower: Float64Array.from([
        ...sums.map(() => 0),
        ...away.map((_, j) => (j % 2 === 0 ? -Infinity : truth[j >> 1]!))
      ]),
      rowUpper: Float64Array.from([
        ...sums.map(() => 0),
        ...away.map((_, j) => (j % 2 === 0 ? truth[j >> 1]! : Infinity))
      ]),
      rows: sparseRows([...sums, ...away]),
      integer: Uint8Array.from({ length: 2 * size }, (_, j) => (j % 2 === 0 ? 1 : 0))
    });
    const { x, objective, bound, status } = model.solve({ seconds, gap: 1e-3 });
    model.dispose();
    if (!x || objective === null) continue;
    return {
      values: Float64Array.from({ length: size }, (_, i) => base * Math.round(x[2 * i]!)),
      base: base * (1 + widening),
      loss: Math.round(objective),
      bound,
      status: status === 'optimal' ? 'optimal' : 'time-limit',
      seconds: (performance.now() - began) / 1000
    };
  }
  throw new Error(`no additive rounding to base ${base} within ${WIDENINGS} bases and ${seconds} s`);
}
