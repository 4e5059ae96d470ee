// The standard work: a fixed computation. Machines differ by more than two: a time is read as a multiple of this one in the same run.

/**
 * Milliseconds of one standard work on the machine on which the targets in seconds were set. A target of T milliseconds is also one
 * of T / REFERENCE_WORK_MS works.
 */
export const REFERENCE_WORK_MS = 10;

/**
 * How long one standard work takes here and now, as the shortest of five runs.
 *
 * One work is two halves of about the same length, each the kind of code that the site and its engines spend their time in:
 * - text and objects: 10,000 strings made, sorted and counted in a Map, then written as JSON and read again (a page that starts);
 * - numbers: a sparse matrix of 20,000 rows and 100,000 values drawn by an integer generator, multiplied 16 times with a vector,
 *   each product in an array of its own (routing, the cube, the simplex: indexed reads over typed arrays, and allocation).
 *
 * It depends on no library, no network and no screen. The function is self-contained, since it is sent to pages as text; workers and
 * Node import it. Its length was chosen so that figures told in works stay comparable with those of the former yardstick (text only).
 *
 * @returns milliseconds
 */
export function standardWork(): number {
  const WORDS = 10_000;
  const ROWS = 20_000;
  const VALUES_A_ROW = 5;
  const PRODUCTS = 16;

  function textAndObjects(): number {
    const words = Array.from({ length: WORDS }, (_, at) => `mot ${(at * 7919) % 5_003}`).sort();
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + word.length);
    return (JSON.parse(JSON.stringify([...counts])) as unknown[]).length;
  }

  function numbers(): number {
    const columns = new Int32Array(ROWS * VALUES_A_ROW);
    const values = new Float64Array(ROWS * VALUES_A_ROW);
    let state = 1;
    for (let at = 0; at < columns.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      columns[at] = (state >>> 8) % ROWS;
      values[at] = (state >>> 0) / 2 ** 32;
    }
    let vector = new Float64Array(ROWS).fill(1);
    for (let product = 0; product < PRODUCTS; product += 1) {
      const next = new Float64Array(ROWS);
      let largest = 0;
      for (let row = 0; row < ROWS; row += 1) {
        let sum = 0;
        for (let at = row * VALUES_A_ROW; at < (row + 1) * VALUES_A_ROW; at += 1)
          sum += values[at]! * vector[columns[at]!]!;
        next[row] = sum;
        largest = Math.max(largest, sum);
      }
      for (let row = 0; row < ROWS; row += 1) next[row] = next[row]! / largest;
      vector = next;
    }
    return vector[0]!;
  }

  let shortest = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    const result = textAndObjects() + numbers();
    // The results are used, so that no compiler leaves the work out.
    if (!Number.isFinite(result)) throw new Error('the standard work went wrong');
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
