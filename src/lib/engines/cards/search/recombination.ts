// Two sectors that touch, merged and cut again along a random tree: the step that moves and exchanges miss under a tight band. After
// D. DeFord, M. Duchin and J. Solomon, Recombination: a family of Markov chains for redistricting, Harvard Data Science Review 3, 2021.
import type { Random } from '../../../algorithms/random.ts';
import type { PostPart } from './parts.ts';
import type { Rules } from './rules.ts';

/** Share of a target that a new load may miss it by, beyond the tolerance: the search that follows does the rest. */
const LOOSE = 0.01;

/** The blocks of two posts cut anew, each list ascending; null where no cut leaves both near their band. @param whole load of all posts, by the estimate */
export function recombined(
  rules: Rules,
  one: PostPart,
  other: PostPart,
  whole: number,
  next: Random
): [number[], number[]] | null {
  const { neighbours, work, travel, posts, isByHours, shares, tolerance } = rules;
  const still = [...one.blocks, ...other.blocks].filter((b) => neighbours[b]!.length === 0);
  const tree = randomTree(rules, [...one.blocks, ...other.blocks], next);
  if (tree === null) return null;
  const { order, parent } = tree;
  const ends = [one, other].map(({ post, blocks }) => {
    const loadOf = (b: number) => work[b]! + (isByHours ? travel[b * posts + post]! / 10 : 0);
    const below = Float64Array.from(order, loadOf);
    for (let at = order.length - 1; at > 0; at--) below[parent[at]!]! += below[at]!;
    const fixed = still.reduce((sum, b) => sum + (blocks.includes(b) ? loadOf(b) : 0), 0);
    return { below, fixed, target: shares[post]! * whole };
  });
  const isNear = ({ fixed, target }: (typeof ends)[number], load: number) =>
    Math.abs((fixed + load) / target - 1) <= tolerance + LOOSE;
  const [first, second] = ends as [(typeof ends)[number], (typeof ends)[number]];
  let [cuts, cut, isFirstBelow] = [0, -1, true];
  for (let at = 1; at < order.length; at++) {
    for (const isBelow of [true, false]) {
      const [under, over] = isBelow ? [first, second] : [second, first];
      if (!isNear(under, under.below[at]!) || !isNear(over, over.below[0]! - over.below[at]!)) continue;
      if (next() * ++cuts < 1) [cut, isFirstBelow] = [at, isBelow];
    }
  }
  if (cut < 0) return null;
  const isUnder = new Uint8Array(order.length);
  isUnder[cut] = 1;
  for (let at = cut + 1; at < order.length; at++) isUnder[at] = isUnder[parent[at]!]!;
  const [under, over] = isFirstBelow ? [one, other] : [other, one];
  const taken = (part: PostPart, side: number) =>
    [...order.filter((_, at) => isUnder[at] === side), ...still.filter((b) => part.blocks.includes(b))].sort(
      (a, b) => a - b
    );
  const [below, above] = [taken(under, 1), taken(over, 0)];
  return isFirstBelow ? [below, above] : [above, below];
}

/** A tree grown at random over the blocks that touch others: in order from its root, with the place of each block's parent; null where they are in several pieces. */
function randomTree(
  { neighbours }: Rules,
  blocks: readonly number[],
  next: Random
): { order: number[]; parent: number[] } | null {
  const inside = blocks.filter((b) => neighbours[b]!.length > 0);
  if (inside.length < 2) return null;
  const place = new Map(inside.map((b) => [b, -1]));
  const order: number[] = [];
  const parent: number[] = [];
  const edges: [number, number][] = [[inside[Math.floor(next() * inside.length)]!, -1]];
  while (edges.length > 0) {
    const at = Math.floor(next() * edges.length);
    const [b, from] = edges[at]!;
    edges[at] = edges.at(-1)!;
    edges.pop();
    if (place.get(b) !== -1) continue;
    place.set(b, order.length);
    order.push(b);
    parent.push(from);
    for (const v of neighbours[b]!) if (place.get(v) === -1) edges.push([v, place.get(b)!]);
  }
  return order.length === inside.length ? { order, parent } : null;
}
