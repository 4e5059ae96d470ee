// The posts on one line: where each stands by the deviation of its load, none covering another.

export interface LoadMark {
  id: string;
  deviation: number;
  /** Centre of its mark. */
  at: number;
  /** 1 to 6: of the referents' colours. */
  color: number;
  /** « 6 » of « Référent 6 ». */
  number: string;
}

/**
 * Places marks at what they want, moved as little as is needed for none to cover another.
 *
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

interface Strip {
  width: number;
  /** Of a mark, square. */
  side: number;
  tolerance: number;
}

/** Where a deviation stands on a line on which all have their place. */
export function loadScale(
  posts: readonly { deviation: number }[],
  { width, side, tolerance }: Strip
): (deviation: number) => number {
  const edge = Math.max(2 * tolerance, ...posts.map(({ deviation }) => Math.abs(deviation))) * 1.1;
  return (deviation) => width / 2 + (deviation / edge) * (width / 2 - side / 2);
}

/** @param posts ascending by deviation @param order all posts, in the order of their colours */
export function loadMarks(
  posts: readonly { id: string; deviation: number }[],
  order: readonly string[],
  strip: Strip
): LoadMark[] {
  const x = loadScale(posts, strip);
  const gap = Math.min(strip.side + 2, strip.width / posts.length);
  const places = apart(
    posts.map(({ deviation }) => x(deviation)),
    gap,
    strip.width
  );
  return posts.map((post, i) => ({
    ...post,
    at: places[i]!,
    color: (Math.max(0, order.indexOf(post.id)) % 6) + 1,
    number: /\d+$/.exec(post.id)?.[0] ?? ''
  }));
}
