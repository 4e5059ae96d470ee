// Position along a Hilbert curve: neighbours on the ground become neighbours in memory and in the file.

const ORDER = 16;

/** Distance along the curve of the cell (x, y) of a 65,536 x 65,536 grid. */
export function hilbert(x: number, y: number): number {
  let distance = 0;
  for (let side = 1 << (ORDER - 1); side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      [x, y] = [y, x];
    }
    x &= side - 1;
    y &= side - 1;
  }
  return distance;
}
