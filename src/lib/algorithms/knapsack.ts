// The 0-1 knapsack problem by dynamic programming over whole capacities (R. Bellman, Dynamic Programming, 1957).

/**
 * The row of a knapsack's table with one more item: at q, the greatest profit of items whose weights sum to q at most.
 *
 * @param table rows one after the other
 * @param before where the row without the item begins; `after`, where the one with it does
 * @param room capacity of the knapsack: each row has room + 1 cells
 * @param weight whole, 0 or more
 * @example
 * const table = new Float64Array(2 * 4);
 * addItem(table, 0, 4, 3, 2, 5); // capacity 3, an item of weight 2 and profit 5
 * table.slice(4); // [0, 0, 5, 5]
 */
export function addItem(
  table: Float64Array,
  before: number,
  after: number,
  room: number,
  weight: number,
  profit: number
): void {
  for (let q = 0; q < weight && q <= room; q++) table[after + q] = table[before + q]!;
  for (let q = weight; q <= room; q++) {
    const [without, withIt] = [table[before + q]!, table[before + q - weight]! + profit];
    table[after + q] = withIt > without ? withIt : without;
  }
}
