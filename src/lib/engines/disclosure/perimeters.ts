// The totals of releases whose lists differ (a school that one of them lacks): they cut the list into parts, and counts at a total are
// crossed with these few parts, not with the list.
import { nameTogether, type Axis } from './axis.ts';

/**
 * The vertices of the graph of crossings. An axis where all totals are alike is one vertex. Another has two: its perimeters (everyone, the
 * totals, their parts) and its nodes, which tell their perimeter.
 *
 * Exact: the perimeter is a function of the node, so the counts of a total are margins of tables that the crossings hold, and tables of
 * whole numbers that agree on what the cliques of a chordal graph share extend to one (see `cliquesOf`).
 */
export class Perimeters {
  readonly #axes: readonly Axis[];
  /** For each axis, its perimeters; empty where all totals are alike. */
  readonly #coarse: readonly ReadonlySet<number>[];

  /** @param totals for each axis, the nodes that are all of some release; those that are not everyone cut the axis, and get their parts */
  constructor(axes: readonly Axis[], totals: readonly (readonly number[])[]) {
    this.#axes = axes;
    this.#coarse = axes.map((axis, d) =>
      addParts(axis, new Set(totals[d]!.filter((node) => node !== axis.root)))
    );
  }

  /** Number of nodes of each vertex. */
  get sizes(): number[] {
    return [...this.#axes.map(({ nodes }) => nodes.length), ...this.#coarse.map(({ size }) => size)];
  }

  /** The vertices that a count at these nodes crosses. */
  verticesOf(nodes: readonly number[]): number[] {
    return nodes.flatMap((node, d) => {
      if (node === this.#axes[d]!.root) return [];
      const coarse = this.#axes.length + d;
      if (this.#coarse[d]!.size === 0) return [d];
      return this.#coarse[d]!.has(node) ? [coarse] : [d, coarse];
    });
  }

  /** The axes of a crossing. */
  axesOf(crossing: readonly number[]): number[] {
    return [...new Set(crossing.map((vertex) => vertex % this.#axes.length))].sort((a, b) => a - b);
  }

  /** Whether a crossing that has this axis tells this node of it. */
  tells(crossing: readonly number[], d: number, node: number): boolean {
    return crossing.includes(d) || (crossing.includes(this.#axes.length + d) && this.#coarse[d]!.has(node));
  }
}

/**
 * Adds to an axis the parts that totals cut in one another, and the sums over them.
 *
 * @returns everyone, the totals and the parts; nothing without a total
 */
function addParts({ nodes, root }: Axis, totals: ReadonlySet<number>): ReadonlySet<number> {
  if (totals.size === 0) return new Set();
  const byAtoms = new Map(nodes.map(({ atoms }, node) => [atoms.join(), node]));
  const inside = [...totals].map((node) => new Set(nodes[node]!.atoms));
  const sides = new Map<string, number[]>();
  for (const atom of nodes[root]!.atoms) {
    const side = inside.map((atoms) => Number(atoms.has(atom))).join('');
    sides.set(side, [...(sides.get(side) ?? []), atom]);
  }
  const parts = [...sides.values()].map((atoms) => {
    const single = atoms.map((atom) => byAtoms.get(String(atom))!);
    const name = nameTogether(single.map((node) => nodes[node]!.name));
    return byAtoms.get(atoms.join()) ?? nodes.push({ name, atoms, sums: [single] }) - 1;
  });
  for (const node of [root, ...totals]) {
    const own = new Set(nodes[node]!.atoms);
    const sum = parts.filter((part) => own.has(nodes[part]!.atoms[0]!));
    if (sum.length > 1) nodes[node]!.sums.push(sum);
  }
  return new Set([root, ...totals, ...parts]);
}
