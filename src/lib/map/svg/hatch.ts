// Hatching as lines: a pattern would be printed as bitmaps, each as large as the map.

/** Lines that rise to the right, `side` pixels apart, across the box of a path of absolute points; those of neighbours meet. */
export function hatchLines(d: string, side: number): string {
  const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  const xs = numbers.filter((_, at) => at % 2 === 0);
  const ys = numbers.filter((_, at) => at % 2 === 1);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const lines: string[] = [];
  const write = (x: number, sum: number) => `${Number(x.toFixed(1))} ${Number((sum - x).toFixed(1))}`;
  for (let sum = Math.ceil((west + north) / side) * side; sum < east + south; sum += side) {
    const [from, to] = [Math.max(west, sum - south), Math.min(east, sum - north)];
    if (from < to) lines.push(`M${write(from, sum)}L${write(to, sum)}`);
  }
  return lines.join('');
}
