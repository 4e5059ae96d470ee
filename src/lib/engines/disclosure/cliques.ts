// Which dimensions the table system must cross to hold every published table with as few cells as possible.

/**
 * Cliques of a chordal completion of the graph whose vertices are dimensions and whose edges join the dimensions that
 * some table crosses. Tables that agree on what cliques share can always be completed to one full table of whole
 * numbers (Vorob'ev; Lauritzen, "Graphical Models", decomposable models), so crossing more would change no interval.
 *
 * @param tables sets of dimension numbers crossed by a published table or by an impossible pattern.
 * @param sizes number of nodes of each dimension: the completion prefers small crossings.
 */
export function cliquesOf(tables: readonly (readonly number[])[], sizes: readonly number[]): number[][] {
  const near = new Map<number, Set<number>>();
  for (const table of tables) {
    for (const a of table) {
      const set = near.get(a) ?? near.set(a, new Set()).get(a)!;
      for (const b of table) if (a !== b) set.add(b);
    }
  }
  const cliques: number[][] = [];
  while (near.size > 0) {
    const weight = (d: number) => [...near.get(d)!].reduce((product, b) => product * sizes[b]!, sizes[d]!);
    const next = [...near.keys()].reduce((best, d) => (weight(d) < weight(best) ? d : best));
    const around = [...near.get(next)!];
    cliques.push([next, ...around].sort((a, b) => a - b));
    for (const a of around) {
      const set = near.get(a)!;
      set.delete(next);
      for (const b of around) if (a !== b) set.add(b);
    }
    near.delete(next);
  }
  return cliques.filter(
    (clique, i) =>
      !cliques.some(
        (other, j) =>
          i !== j && clique.every((d) => other.includes(d)) && (other.length > clique.length || j < i)
      )
  );
}
