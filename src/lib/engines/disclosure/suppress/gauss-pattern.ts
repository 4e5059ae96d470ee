// A fast heuristic pattern by Gaussian elimination: publishes the costliest cells first, as long as no sensitive cell becomes determined.
import type { SuppressionProblem } from './suppression-problem.ts';

type Row = Map<number, number>;

const ZERO = 1e-9;

/**
 * A pattern such that no target is determined by the equations alone (intervals are repaired afterwards).
 *
 * The sums are kept in reduced echelon form over the suppressed cells: a cell is determined exactly when it is a pivot
 * alone in its row. Publishing a cell removes its column; the greedy order is by decreasing weight.
 */
export function gaussPattern(problem: SuppressionProblem): Uint8Array {
  const { system, free, weight, targets, truth } = problem;
  const rows = new Map<number, Row>();
  const holders = new Map<number, Set<number>>();
  const put = (pivot: number, row: Row, cell: number, value: number) => {
    if (Math.abs(value) < ZERO) {
      row.delete(cell);
      holders.get(cell)?.delete(pivot);
      return;
    }
    row.set(cell, value);
    (holders.get(cell) ?? holders.set(cell, new Set()).get(cell)!).add(pivot);
  };
  const sensitive = new Set(targets.flatMap(({ form }) => (form.minus === undefined ? [form.plus] : [])));
  const shown = new Uint8Array(system.size);

  /** Adds `factor` x source to the row of `pivot`. */
  const combine = (pivot: number, source: Row, factor: number) => {
    const row = rows.get(pivot)!;
    for (const [cell, value] of source) put(pivot, row, cell, (row.get(cell) ?? 0) + factor * value);
  };
  for (const { parent, children } of system.definitions) {
    const row: Row = new Map();
    for (const [cell, sign] of [[parent, 1] as const, ...children.map((child) => [child, -1] as const)]) {
      const held = rows.get(cell);
      for (const [other, value] of held ?? [[cell, 1] as const]) {
        if (held && other === cell) continue;
        const added = held ? -sign * value : sign * value;
        row.set(other, (row.get(other) ?? 0) + added);
      }
    }
    install(row);
  }

  function install(row: Row): void {
    for (const [cell, value] of row) if (Math.abs(value) < ZERO) row.delete(cell);
    const pivot = [...row.keys()].find((cell) => !rows.has(cell));
    if (pivot === undefined) return;
    const scale = row.get(pivot)!;
    const unit: Row = new Map([...row].map(([cell, value]) => [cell, value / scale]));
    for (const other of [...(holders.get(pivot) ?? [])]) combine(other, unit, -rows.get(other)!.get(pivot)!);
    rows.set(pivot, new Map());
    for (const [cell, value] of unit) put(pivot, rows.get(pivot)!, cell, value);
  }

  /** Whether publishing `cell` would leave a sensitive pivot alone in its row. */
  function discloses(cell: number): boolean {
    const own = rows.get(cell);
    if (!own)
      return [...(holders.get(cell) ?? [])].some(
        (pivot) => rows.get(pivot)!.size === 2 && sensitive.has(pivot)
      );
    const heir = [...own.keys()].find((other) => other !== cell);
    if (heir === undefined) return false;
    // After the exchange the heir's row is the old row without `cell`, and every other row holding the heir changes.
    if (own.size === 2 && sensitive.has(heir)) return true;
    return [...(holders.get(heir) ?? [])].some((pivot) => {
      if (pivot === cell || !sensitive.has(pivot)) return false;
      const factor = rows.get(pivot)!.get(heir)! / own.get(heir)!;
      const left = new Map(rows.get(pivot));
      for (const [other, value] of own) left.set(other, (left.get(other) ?? 0) - factor * value);
      left.delete(cell);
      return [...left.values()].filter((value) => Math.abs(value) > ZERO).length === 1;
    });
  }

  function remove(cell: number): void {
    const own = rows.get(cell);
    if (own) {
      rows.delete(cell);
      for (const other of own.keys()) holders.get(other)?.delete(cell);
      own.delete(cell);
      if (own.size > 0) install(own);
    }
    for (const pivot of [...(holders.get(cell) ?? [])]) put(pivot, rows.get(pivot)!, cell, 0);
    shown[cell] = 1;
  }

  for (let cell = 0; cell < system.size; cell++) {
    const fixed = system.impossible[cell] === 1 || (problem.primary[cell] === 0 && weight[cell] === 0);
    if (fixed) remove(cell);
  }
  const order = [...free].sort((a, b) => weight[b]! - weight[a]! || truth[b]! - truth[a]! || a - b);
  for (const cell of order) if (!discloses(cell)) remove(cell);
  return Uint8Array.from(problem.primary, (flag, cell) =>
    flag === 1 || (shown[cell] === 0 && weight[cell]! > 0) ? 1 : 0
  );
}
