// Listed counts of which one lies within another: whoever knows both knows what is left between them.
import type { Axis } from './axis.ts';
import type { TableSystem } from './table-system.ts';

export interface NestedPair {
  whole: number;
  part: number;
}

/** For each node, those that hold it, itself included. */
function nodesAround({ nodes }: Axis): number[][] {
  const holders = new Map<number, number[]>();
  const atoms = nodes.map((node) => new Set(node.atoms));
  atoms.forEach((own, node) => {
    for (const atom of own) (holders.get(atom) ?? holders.set(atom, []).get(atom)!).push(node);
  });
  return nodes.map((node) =>
    (holders.get(node.atoms[0]!) ?? []).filter((one) => node.atoms.every((atom) => atoms[one]!.has(atom)))
  );
}

/** Each listed count where a child can be, with every other that holds it on all axes: a place, a level, a theme, or several at once. */
export function nestedPairs({ axes, keys, listed, impossible, find }: TableSystem): NestedPair[] {
  const around = axes.map(nodesAround);
  const isPossible = (cell: number) => listed[cell] !== undefined && impossible[cell] === 0;
  return keys.flatMap((nodes, part) => {
    if (!isPossible(part)) return [];
    const above = nodes.reduce<number[][]>(
      (lists, node, d) => lists.flatMap((list) => around[d]![node]!.map((one) => [...list, one])),
      [[]]
    );
    return above.flatMap((list) => {
      const whole = find(list);
      return whole === undefined || whole === part || !isPossible(whole) ? [] : [{ whole, part }];
    });
  });
}
