// The true count of every cell of a system, from the rows of a case file.
import type { TableSystem } from '../table-system.ts';

/** Cells that contain a child of the given leaves (one leaf name per axis). */
function cellsOf(system: TableSystem, leaves: readonly string[]): number[] {
  const atoms = leaves.map((leaf, d) => {
    const atom = system.axes[d]!.atomOf(leaf);
    if (atom === undefined) throw new Error(`no leaf ${leaf} in dimension ${system.axes[d]!.name}`);
    return atom;
  });
  const found = new Set<number>();
  const root = system.axes.map((axis) => axis.root);
  for (const clique of system.cliques) {
    const visit = (nodes: number[], depth: number): void => {
      if (depth === clique.length) {
        const cell = system.find(nodes);
        if (cell !== undefined) found.add(cell);
        return;
      }
      const d = clique[depth]!;
      system.axes[d]!.nodes.forEach((node, n) => {
        if (node.atoms.includes(atoms[d]!)) visit(nodes.with(d, n), depth + 1);
      });
    };
    visit(root, 0);
  }
  if (system.cliques.length === 0) found.add(0);
  return [...found];
}

/** Counts of children (or the sum of `weight`) of every cell. */
export function countCells<Row>(
  system: TableSystem,
  rows: readonly Row[],
  leavesOf: (row: Row) => readonly string[],
  weight: (row: Row) => number = () => 1
): Float64Array {
  const truth = new Float64Array(system.size);
  const known = new Map<string, number[]>();
  for (const row of rows) {
    const leaves = leavesOf(row);
    const key = leaves.join('\n');
    const cells = known.get(key) ?? cellsOf(system, leaves);
    known.set(key, cells);
    for (const cell of cells) truth[cell]! += weight(row);
  }
  return truth;
}

/** Number of distinct labels (families) in every cell. */
export function countDistinct<Row>(
  system: TableSystem,
  rows: readonly Row[],
  leavesOf: (row: Row) => readonly string[],
  label: (row: Row) => string
): Float64Array {
  const sets = Array.from({ length: system.size }, () => new Set<string>());
  for (const row of rows) for (const cell of cellsOf(system, leavesOf(row))) sets[cell]!.add(label(row));
  return Float64Array.from(sets, (set) => set.size);
}
