// Labels at the end of lines, one over the other where they would touch.

export interface EndLabel {
  /** Value of the line's end. */
  value: number;
  lines: readonly string[];
  fill: string;
  strong?: boolean;
}

export interface PlacedLabel extends EndLabel {
  /** Value where the label's middle stands. */
  at: number;
}

export const LINE_HEIGHT = 16;

/**
 * Moves labels apart, the least that keeps their order.
 *
 * @param scale pixels of a unit of value
 * @param top highest value that a label may reach
 */
export function placeLabels(labels: readonly EndLabel[], scale: number, top: number): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.value - b.value);
  const half = ({ lines }: EndLabel) => (lines.length * LINE_HEIGHT) / 2 / scale;
  const placed = sorted.map((label) => ({ ...label, at: label.value }));
  // From the foot up, then from the top down: a chain of touching labels ends within the frame.
  placed.forEach((label, i) => {
    const below = placed[i - 1];
    const least = below ? below.at + half(below) + half(label) : half(label) - LINE_HEIGHT / 2 / scale;
    label.at = Math.max(label.at, least);
  });
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const above = placed[i + 1];
    const label = placed[i]!;
    const most = above ? above.at - half(above) - half(label) : top - half(label);
    label.at = Math.min(label.at, most);
  }
  return placed;
}
