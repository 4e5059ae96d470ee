// The true count of every cell of a system, from the rows of a case file.
import type { TableSystem } from '../table-system.ts';

/** Cells that contain a child of given leaves (one leaf name per axis); what was asked before is kept. */
function cellFinder(system: TableSystem): (leaves: readonly string[]) => readonly number[] {
  const holders = system.axes.map(({ nodes }) => {
    const ofAtom = new Map<number, number[]>();
    nodes.forEach(({ atoms }, node) => {
      for (const atom of atoms) (ofAtom.get(atom) ?? ofAtom.set(atom, []).get(atom)!).push(node);
    });
    return ofAtom;
  });
  const root = system.axes.map((axis) => axis.root);
  const cellsOf = (leaves: readonly string[]): number[] => {
    const above = leaves.map((leaf, d) => {
      const atom = system.axes[d]!.atomOf(leaf);
      if (atom === undefined) throw new Error(`no leaf ${leaf} in dimension ${system.axes[d]!.name}`);
      return holders[d]!.get(atom)!;
    });
    const found = new Set<number>();
    for (const clique of system.cliques) {
      const visit = (nodes: number[], depth: number): void => {
        if (depth === clique.length) {
          const cell = system.find(nodes);
          if (cell !== undefined) found.add(cell);
          return;
        }
        const d = clique[depth]!;
        for (const node of above[d]!) visit(nodes.with(d, node), depth + 1);
      };
      visit(root, 0);
    }
    if (system.cliques.length === 0) found.add(0);
    return [...found];
  };
  const known = new Map<string, readonly number[]>();
  return (leaves) => {
    const key = leaves.join('\n');
    const cells = known.get(key) ?? cellsOf(leaves);
    known.set(key, cells);
    return cells;
  };
}

/** Counts of children (or the sum of `weight`) of every cell. */
export function countCells<Row>(
  system: TableSystem,
  rows: readonly Row[],
  leavesOf: (row: Row) => readonly string[],
  weight: (row: Row) => number = () => 1
): Float64Array {
  const truth = new Float64Array(system.size);
  const cellsOf = cellFinder(system);
  for (const row of rows) for (const cell of cellsOf(leavesOf(row))) truth[cell]! += weight(row);
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
  const cellsOf = cellFinder(system);
  for (const row of rows) for (const cell of cellsOf(leavesOf(row))) sets[cell]!.add(label(row));
  return Float64Array.from(sets, (set) => set.size);
}
