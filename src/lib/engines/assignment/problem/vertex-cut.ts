// The lightest set of vertices that separates two vertices of a graph.

export interface VertexCut {
  weight: number;
  vertices: number[];
}

/** What is less than this is rounding. */
const TINY = 1e-9;

/**
 * By augmenting paths, the shortest first (J. Edmonds and R. Karp, 1972), in the graph where each vertex is an arc of its weight. The two vertices
 * must not touch.
 *
 * @example
 * // A square: 0 and 2 are apart without 1 and 3.
 * vertexCut([[1, 3], [0, 2], [1, 3], [0, 2]], [0, 0.5, 0, 0.25], 0, 2); // { weight: 0.75, vertices: [1, 3] }
 */
export function vertexCut(
  neighbours: readonly (readonly number[])[],
  weights: ArrayLike<number>,
  from: number,
  to: number
): VertexCut {
  const n = neighbours.length;
  // Vertex i is entered at 2i and left at 2i + 1. An arc and its return stand side by side.
  const arcs: number[][] = Array.from({ length: 2 * n }, () => []);
  const ends: number[] = [];
  const room: number[] = [];
  const connect = (tail: number, head: number, capacity: number) => {
    arcs[tail]!.push(ends.length);
    arcs[head]!.push(ends.length + 1);
    ends.push(head, tail);
    room.push(capacity, 0);
  };
  for (let i = 0; i < n; i++) {
    connect(2 * i, 2 * i + 1, weights[i]!);
    for (const v of neighbours[i]!) connect(2 * i + 1, 2 * v, Infinity);
  }
  const [source, sink] = [2 * from + 1, 2 * to];
  const by = new Int32Array(2 * n);
  for (let weight = 0; ;) {
    by.fill(-1);
    by[source] = -2;
    const queue = [source];
    for (const place of queue) {
      for (const arc of arcs[place]!) {
        if (room[arc]! <= TINY || by[ends[arc]!] !== -1) continue;
        by[ends[arc]!] = arc;
        queue.push(ends[arc]!);
      }
    }
    if (by[sink] === -1) {
      const vertices = neighbours.flatMap((_, i) => (by[2 * i] !== -1 && by[2 * i + 1] === -1 ? [i] : []));
      return { weight, vertices };
    }
    let flow = Infinity;
    for (let at = sink; at !== source; at = ends[by[at]! ^ 1]!) flow = Math.min(flow, room[by[at]!]!);
    for (let at = sink; at !== source; at = ends[by[at]! ^ 1]!) {
      room[by[at]!]! -= flow;
      room[by[at]! ^ 1]! += flow;
    }
    weight += flow;
  }
}
