// Strongly connected components of a directed graph: nodes that can all be reached from one another.

/**
 * Component of each node of a directed graph in CSR form (`first` has n + 1 entries).
 * R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972), without recursion.
 *
 * @param target nodes that the arcs lead to
 * @returns numbers from 0; a component is numbered after those that it leads to
 * @example
 * // 0 -> 1 <-> 2
 * strongComponents(Uint32Array.of(0, 1, 2, 3), Uint32Array.of(1, 2, 1)); // [1, 0, 0]
 */
export function strongComponents(first: Uint32Array, target: Uint32Array): Uint32Array {
  const n = first.length - 1;
  const component = new Uint32Array(n);
  const order = new Uint32Array(n);
  const low = new Uint32Array(n);
  const cursor = first.slice(0, n);
  const open: number[] = [];
  const isOpen = new Uint8Array(n);
  let clock = 0;
  let components = 0;
  for (let root = 0; root < n; root++) {
    if (order[root] !== 0) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (order[node] === 0) {
        order[node] = low[node] = ++clock;
        open.push(node);
        isOpen[node] = 1;
      }
      if (cursor[node]! < first[node + 1]!) {
        const next = target[cursor[node]!++]!;
        if (order[next] === 0) path.push(next);
        else if (isOpen[next]) low[node] = Math.min(low[node]!, order[next]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      let member: number;
      do {
        member = open.pop()!;
        isOpen[member] = 0;
        component[member] = components;
      } while (member !== node);
      components++;
    }
  }
  return component;
}

/**
 * Number of the component that has most nodes; the lowest number among equals.
 *
 * @example
 * largestComponent(Uint32Array.of(1, 0, 0)); // 0
 */
export function largestComponent(component: Uint32Array): number {
  const sizes = new Uint32Array(component.length);
  let best = 0;
  for (const c of component) sizes[c]!++;
  for (let c = 1; c < sizes.length; c++) if (sizes[c]! > sizes[best]!) best = c;
  return best;
}
