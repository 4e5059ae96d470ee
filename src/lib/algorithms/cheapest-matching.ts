// The cheapest one-to-one matching of a square table: the Hungarian method by shortest paths (H. Kuhn, 1955; R. Jonker and A. Volgenant, 1987).

/**
 * Matches each row with a column of its own at the least total cost, in time size^3.
 *
 * @param cost of row r with column c at `r * size + c`; Infinity where they may not be matched
 * @returns the column of each row; null when there is no whole matching
 * @example
 * cheapestMatching([1, 2, 1, 9], 2); // [1, 0]: 2 + 1
 */
export function cheapestMatching(cost: ArrayLike<number>, size: number): Int32Array | null {
  // Rows and columns are counted from 1: column 0 holds the row that is being placed.
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const cameFrom = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    const slack = new Float64Array(size + 1).fill(Infinity);
    const done = new Uint8Array(size + 1);
    let column = 0;
    do {
      done[column] = 1;
      const placed = rowOf[column]!;
      let [least, next] = [Infinity, -1];
      for (let c = 1; c <= size; c++) {
        if (done[c]) continue;
        const reduced = cost[(placed - 1) * size + c - 1]! - rowPrice[placed]! - columnPrice[c]!;
        if (reduced < slack[c]!) {
          slack[c] = reduced;
          cameFrom[c] = column;
        }
        if (slack[c]! < least) [least, next] = [slack[c]!, c];
      }
      if (next === -1) return null;
      for (let c = 0; c <= size; c++) {
        if (done[c]) {
          rowPrice[rowOf[c]!]! += least;
          columnPrice[c]! -= least;
        } else slack[c]! -= least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[cameFrom[column]!]!;
      column = cameFrom[column]!;
    }
  }
  const columnOf = new Int32Array(size);
  for (let c = 1; c <= size; c++) columnOf[rowOf[c]! - 1] = c - 1;
  return columnOf;
}
