// Labels at the end of lines, one over the other where they would touch.

export interface EndLabel {
  /** Value of the line's end. */
  value: number;
  lines: readonly string[];
  fill: string;
  strong?: boolean;
  /** Lines at the start that are in the colour of the label; 1 without it. */
  heads?: number;
}

export interface PlacedLabel extends EndLabel {
  /** Value where the label's middle stands. */
  at: number;
}

export const END_LABEL_HEIGHT = 16;
/** Letters of a line, where there is room and where there is little. */
export const LINE_LETTERS = { wide: 27, narrow: 17 };

/** Words of a line on lines of so many letters at most, a longer word alone. */
function wrapLine(line: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same labels on lines of so many letters at most. */
export const wrapLabels = (labels: readonly EndLabel[], most: number): EndLabel[] =>
  labels.map((label) => {
    const [head = '', ...rest] = label.lines;
    const heads = wrapLine(head, most);
    return {
      ...label,
      heads: heads.length,
      lines: [...heads, ...rest.flatMap((line) => wrapLine(line, most))]
    };
  });

/** Colour and weight of a line of a label. */
export function lineStyle(
  { fill, strong, heads = 1 }: EndLabel,
  at: number
): { fill: string; fontWeight: number } {
  const isHead = at < heads;
  return { fill: isHead ? fill : 'var(--ink-2)', fontWeight: isHead && strong ? 600 : 400 };
}

/**
 * Moves labels apart, the least that keeps their order.
 *
 * @param scale pixels of a unit of value
 * @param top highest value that a label may reach
 */
export function placeEndLabels(labels: readonly EndLabel[], scale: number, top: number): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.value - b.value);
  const half = ({ lines }: EndLabel) => (lines.length * END_LABEL_HEIGHT) / 2 / scale;
  const placed = sorted.map((label) => ({ ...label, at: label.value }));
  // From the foot up, then from the top down: a chain of touching labels ends within the frame.
  placed.forEach((label, i) => {
    const below = placed[i - 1];
    const least = below ? below.at + half(below) + half(label) : half(label) - END_LABEL_HEIGHT / 2 / scale;
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
