// Disjoint sets: which elements are joined, directly or through others.

/**
 * Union-find with path halving (R. Tarjan and J. van Leeuwen, Worst-case analysis of set union algorithms, J. ACM 31, 1984). The least
 * element of a set stands for it, whatever the order of the unions.
 *
 * @example
 * const sets = new UnionFind(4);
 * sets.union(3, 1);
 * sets.find(3); // 1
 * sets.groups(); // [[0], [1, 3], [2]]
 */
export class UnionFind {
  readonly #parent: Int32Array;

  /** @param size elements 0 to size - 1, each alone at first */
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, element) => element);
  }

  /** The least element of the set of an element. */
  find(element: number): number {
    const parent = this.#parent;
    let at = element;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }

  /** Joins the sets of two elements. */
  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }

  /** Elements of each set, ascending; sets in order of their least element. */
  groups(): number[][] {
    const groupOf = new Map<number, number[]>();
    for (let element = 0; element < this.#parent.length; element++) {
      const least = this.find(element);
      const group = groupOf.get(least);
      if (group) group.push(element);
      else groupOf.set(least, [element]);
    }
    return [...groupOf.values()];
  }
}
