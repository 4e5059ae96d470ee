// The squares into which a map of the world is cut (Web Mercator).

const column = (lon: number, z: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
const row = (lat: number, z: number) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
};

/** Every square of a zoom that a box touches. @param box [west, south, east, north], degrees WGS84 */
export function* squaresOf(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number
): Generator<{ x: number; y: number }> {
  for (let x = column(west, z); x <= column(east, z); x++)
    for (let y = row(north, z); y <= row(south, z); y++) yield { x, y };
}
