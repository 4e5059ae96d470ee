// Where numbered marks stand on a line: each at its value, moved as little as is needed for none to cover another.

/**
 * @param wanted centres, ascending
 * @param gap least distance of two centres
 * @param width centres stay between 0 and it, where there is room for all
 */
export function apart(wanted: readonly number[], gap: number, width: number): number[] {
  // Marks that touch make a block, centred on what its marks want.
  const blocks: { sum: number; count: number }[] = [];
  const startOf = ({ sum, count }: { sum: number; count: number }) =>
    Math.max(0, Math.min(width - (count - 1) * gap, sum / count - ((count - 1) * gap) / 2));
  for (const at of wanted) {
    blocks.push({ sum: at, count: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (!before || !last || startOf(before) + before.count * gap <= startOf(last)) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, (_, i) => startOf(block) + i * gap));
}
