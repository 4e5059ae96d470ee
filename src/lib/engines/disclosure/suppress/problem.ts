// The question put to the suppression engines: which cells to hide, at the least loss, so that all stays unsure.
import type { LinearSolver } from '../../../model/linear.ts';
import { targetsOfAlone } from '../attack/alone.ts';
import { Attack, type Bounds } from '../attack/attack.ts';
import { decide, type Range } from '../attack/ranges.ts';
import { primaries, targetsOfTruth, type Target } from '../rules.ts';
import type { TableSystem } from '../table-system.ts';

export interface Problem {
  system: TableSystem;
  truth: Float64Array;
  k: number;
  /** 1 where a cell may never be shown: telling by itself, or not listed. */
  hidden: Uint8Array;
  /** Cells that could be hidden besides. */
  free: number[];
  /** Loss if a free cell is hidden, a whole number; 0 for cells that are hidden, or shown, anyway. */
  weight: Float64Array;
  targets: Target[];
  /** Whole tables met so far: witnesses that a count can take a value, as long as a pattern allows them. */
  pool: Float64Array[];
}

export interface ProblemInput {
  system: TableSystem;
  truth: Float64Array;
  k: number;
  families?: { count: Float64Array; least: number };
  /** 1 where a cell would tell of one school or one post (see `aloneCells`). */
  alone?: Uint8Array;
  /** 1 where a former release shows the cell: it can no longer be hidden. */
  shown?: Uint8Array;
  weight?: (cell: number) => number;
}

export function problemOf({
  system,
  truth,
  k,
  families,
  alone = new Uint8Array(system.size),
  shown,
  weight = weights(system, truth, k)
}: ProblemInput): Problem {
  const hidden = primaries(system, truth, k, families);
  alone.forEach((flag, i) => flag === 1 && (hidden[i] = 1));
  const free: number[] = [];
  system.listed.forEach((cell, i) => {
    if (system.impossible[i] === 1 || shown?.[i] === 1) hidden[i] = 0;
    else if (!cell) hidden[i] = 1;
    else if (hidden[i] === 0) free.push(i);
  });
  const losses = new Float64Array(system.size);
  for (const cell of free) losses[cell] = weight(cell);
  return {
    system,
    truth,
    k,
    hidden,
    free,
    weight: losses,
    targets: [...targetsOfTruth(system, truth, k, families), ...targetsOfAlone(truth, k, alone)],
    pool: []
  };
}

/**
 * Losses, in few steps so that optima are quick to prove: a cell is dearer by one step each time its count doubles; the
 * total of a place is worth three finer cells, that of a place made of others (a commune) six.
 */
export function weights(system: TableSystem, truth: Float64Array, k: number): (cell: number) => number {
  return (cell) => {
    const split = system.keys[cell]!.flatMap((node, d) =>
      node === system.axes[d]!.root ? [] : [{ node, d }]
    );
    const composed = split.some(({ node, d }) => system.axes[d]!.nodes[node]!.atoms.length > 1);
    const worth = split.length > 1 ? 1 : composed ? 6 : 3;
    const size = Math.min(5, Math.floor(Math.log2(1 + truth[cell]! / k)));
    return worth * (1 + size);
  };
}

/** What a reader knows when exactly `hidden` is hidden. */
export function boundsOfPattern({ system, truth }: Problem, hidden: Uint8Array): Bounds {
  const known = (i: number) => hidden[i] === 0 || system.impossible[i] === 1;
  return {
    lower: Float64Array.from(truth, (n, i) => (known(i) ? n : 0)),
    upper: Float64Array.from(truth, (n, i) => (known(i) ? n : Infinity))
  };
}

export interface PatternCheck {
  open: Range[];
  ranges: Range[];
}

/** Which targets a pattern leaves open. */
export function checkPattern(solver: LinearSolver, problem: Problem, hidden: Uint8Array): PatternCheck {
  const attack = new Attack(solver, problem.system, boundsOfPattern(problem, hidden), problem.truth);
  const ranges = decide(attack, problem.targets, problem.pool);
  attack.dispose();
  return { ranges, open: ranges.filter((range) => range.open) };
}

export const lossOf = ({ weight }: Problem, hidden: Uint8Array): number =>
  weight.reduce((sum, w, i) => sum + (hidden[i] === 1 ? w : 0), 0);
