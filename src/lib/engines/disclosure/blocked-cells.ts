// Whether a cell lies inside an impossible pattern, told from the few patterns that hold one of its nodes: there is a pattern a school and
// level, and to compare each with each cell grows as the square of the service.
import type { Axis } from './axis.ts';

/** For a node, the nodes that lie inside it, itself included: every atom is one of its own. */
function nodesInside({ nodes, root }: Axis): (node: number) => ReadonlySet<number> {
  const byFirstAtom = new Map<number, number[]>();
  nodes.forEach(({ atoms: [first] }, node) => {
    if (first !== undefined) (byFirstAtom.get(first) ?? byFirstAtom.set(first, []).get(first)!).push(node);
  });
  const known = new Map<number, ReadonlySet<number>>();
  return (node) => {
    if (node === root) throw new Error('everything lies inside the root');
    const found = known.get(node);
    if (found) return found;
    const own = new Set(nodes[node]!.atoms);
    const inside = [...own].flatMap((atom) =>
      (byFirstAtom.get(atom) ?? []).filter((one) => nodes[one]!.atoms.every((each) => own.has(each)))
    );
    const all = new Set(inside);
    known.set(node, all);
    return all;
  };
}

/**
 * @param walls a node an axis, the root where the pattern says nothing
 * @returns whether a cell at these nodes lies inside one of them
 */
export function blockedBy(
  axes: readonly Axis[],
  walls: readonly (readonly number[])[]
): (nodes: readonly number[]) => boolean {
  const inside = axes.map(nodesInside);
  const holds = (wall: readonly number[], d: number, node: number) =>
    wall[d] === axes[d]!.root || inside[d]!(wall[d]!).has(node);
  /** Of each axis and node: the walls that hold the node, each on the finest axis that it names. */
  const near = axes.map(() => new Map<number, (readonly number[])[]>());
  for (const wall of walls) {
    const named = axes.flatMap(({ root }, d) => (wall[d] === root ? [] : [d]));
    if (named.length === 0) return () => true;
    const finest = named.reduce((one, d) => (axes[d]!.nodes.length > axes[one]!.nodes.length ? d : one));
    for (const node of inside[finest]!(wall[finest]!)) {
      const list = near[finest]!.get(node);
      if (list) list.push(wall);
      else near[finest]!.set(node, [wall]);
    }
  }
  return (nodes) =>
    near.some((walls, at) =>
      walls.get(nodes[at]!)?.some((wall) => nodes.every((node, d) => d === at || holds(wall, d, node)))
    );
}
