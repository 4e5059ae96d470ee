// Posts that the same work takes: rounded up in each commune, or once for all.
import { compared, pointsBetween, rangeOf, type Compared, type RangePair, type Range } from './range.ts';

/** Smallest part of a post that can be created: steps in a full-time post. */
export const POST_STEPS = [1, 2, 10] as const;
/** How finely a post is divided. */
export type PostSteps = (typeof POST_STEPS)[number];

/** Sums of decimals are off by less; a need above a whole step by less is not rounded up. */
const EPSILON = 1e-9;

/** Steps of a post that cover a need in full-time posts. */
export const stepsFor = (need: number, steps: PostSteps): number => Math.ceil(need * steps - EPSILON);

/** Full-time posts of each commune's own work, under one hypothesis; they sum to the posts of today. */
export type Needs = readonly number[];

/** Loads, from `1 - spread` to `1 + spread` times the central ones, at which the number of steps of some need changes. */
function loadsWhereStepsChange(need: number, steps: PostSteps, spread: number): number[] {
  const [first, last] = [need * steps * (1 - spread), need * steps * (1 + spread)];
  const found: number[] = [];
  if (!(need > 0)) return found;
  for (let count = Math.ceil(first); count <= last; count++) found.push(count / (need * steps));
  return found;
}

/**
 * Posts of each commune alone against those of all together. The load of the work varies by `spread` on both sides at once, the needs
 * from one hypothesis to the next: the range is exact over all such loads, each of which is read where a rounding changes.
 *
 * @param hypotheses needs of the communes, the central hypothesis first
 */
export function postsCompared(hypotheses: readonly Needs[], steps: PostSteps, spread: number): Compared {
  const pairs = hypotheses.flatMap((needs): RangePair[] => {
    const total = needs.reduce((sum, need) => sum + need, 0);
    const breaks = [...needs, total].flatMap((need) => loadsWhereStepsChange(need, steps, spread));
    return [1, ...pointsBetween(breaks, 1 - spread, 1 + spread)].map((load) => ({
      alone: needs.reduce((sum, need) => sum + stepsFor(need * load, steps), 0) / steps,
      pooled: stepsFor(total * load, steps) / steps
    }));
  });
  return compared(pairs, 'less');
}

/** Need of one commune and its posts alone: both grow with the load, so that the ends of the range are those of the load. */
export function postsAlone(
  needs: readonly number[],
  steps: PostSteps,
  spread: number
): { need: Range; posts: Range } {
  const need = rangeOf([1, 1 - spread, 1 + spread].flatMap((load) => needs.map((one) => one * load)));
  const at = (value: number) => stepsFor(value, steps) / steps;
  return { need, posts: { low: at(need.low), central: at(need.central), high: at(need.high) } };
}
