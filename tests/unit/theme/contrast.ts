// WCAG 2 contrast between two colours, to check a palette by computation.

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#RRGGBB`, 0..1. */
export function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((i) => channel(parseInt(color.slice(i, i + 2), 16))) as [
    number,
    number,
    number
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1..21; text asks for 4.5, meaningful graphics for 3. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
