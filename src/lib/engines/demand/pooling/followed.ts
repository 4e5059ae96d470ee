// Schools that today's posts follow when no post serves two communes: the best distribution of the posts, found exactly.
import { compared, pointsBetween, rangeOf, type Compared, type Range } from './range.ts';
import type { PostSteps } from './posts.ts';

const EPSILON = 1e-9;

/** Schools that some posts follow in a commune: whole schools, and no more than it has. */
const follows = (schools: number, posts: number, perPost: number): number =>
  Math.min(schools, Math.floor(posts * perPost + EPSILON));

/** Posts cut into whole steps, and what remains below a step: it goes to one commune. */
function pieces(fte: number, steps: PostSteps): { count: number; rest: number } {
  const count = Math.floor(fte * steps + EPSILON);
  const rest = fte - count / steps;
  return { count, rest: rest > EPSILON ? rest : 0 };
}

export interface Distribution {
  /** Schools followed in all. */
  total: number;
  /** Posts of each commune, in the order given. */
  posts: number[];
}

/**
 * The distribution of posts between communes that follows the most schools, by dynamic programming over the communes: best[i][k] is the
 * most that the first i communes follow with k steps. Of equal ones, the fewest posts go to the last commune.
 *
 * @param schools of each commune
 * @param perPost schools that a full-time post follows
 */
export function bestDistribution(
  schools: readonly number[],
  fte: number,
  perPost: number,
  steps: PostSteps
): Distribution {
  const { count, rest } = pieces(fte, steps);
  // State: steps given, and whether what remains below a step is given.
  const width = 2 * (count + 1);
  const at = (given: number, isRestGiven: 0 | 1) => 2 * given + isRestGiven;
  let best = new Int32Array(width);
  const choices: { steps: Int32Array; rest: Uint8Array }[] = [];
  for (const own of schools) {
    const next = new Int32Array(width);
    const choice = { steps: new Int32Array(width), rest: new Uint8Array(width) };
    const enough = perPost > 0 ? Math.min(count, Math.ceil((own / perPost) * steps)) : 0;
    for (let given = 0; given <= count; given++) {
      for (const isRestGiven of [0, 1] as const) {
        const here = at(given, isRestGiven);
        next[here] = -1;
        for (let mine = 0; mine <= Math.min(given, enough); mine++) {
          for (let takesRest = 0; takesRest <= isRestGiven; takesRest++) {
            const posts = mine / steps + takesRest * rest;
            const before = best[at(given - mine, (isRestGiven - takesRest) as 0 | 1)]!;
            const total = before + follows(own, posts, perPost);
            if (total <= next[here]!) continue;
            next[here] = total;
            choice.steps[here] = mine;
            choice.rest[here] = takesRest;
          }
        }
      }
    }
    best = next;
    choices.push(choice);
  }
  let [given, isRestGiven] = [count, (rest > 0 ? 1 : 0) as 0 | 1];
  const total = best[at(given, isRestGiven)]!;
  const posts = new Array<number>(schools.length).fill(0);
  for (let i = schools.length - 1; i >= 0; i--) {
    const here = at(given, isRestGiven);
    const [mine, takesRest] = [choices[i]!.steps[here]!, choices[i]!.rest[here]!];
    posts[i] = mine / steps + takesRest * rest;
    given -= mine;
    isRestGiven = (isRestGiven - takesRest) as 0 | 1;
  }
  return { total, posts };
}

/** Loads at which some number of schools that some posts follow changes. */
function loadsWhereSchoolsChange(
  schools: readonly number[],
  fte: number,
  perPost: number,
  steps: PostSteps,
  spread: number
): number[] {
  const { count, rest } = pieces(fte, steps);
  const most = Math.max(0, ...schools);
  const enough = Math.min(count, Math.ceil((most / perPost) * (1 + spread) * steps));
  const amounts = Array.from({ length: enough + 1 }, (_, mine) => [mine / steps, mine / steps + rest]).flat();
  return [...amounts, fte].flatMap((posts) => {
    const found: number[] = [];
    const [first, last] = [(posts * perPost) / (1 + spread), (posts * perPost) / (1 - spread)];
    for (let whole = Math.max(1, Math.ceil(first)); whole <= last; whole++)
      found.push((posts * perPost) / whole);
    return found;
  });
}

export interface FollowedAlone {
  /** In the best distribution under the central hypotheses: one of several that may be as good. */
  posts: number;
  /** Schools followed with them. */
  followed: Range;
}

/**
 * Schools that today's posts follow in each commune alone, at best, against all together. A post follows as many schools as today,
 * fewer or more as the load of the work varies by `spread`; exact over all such loads.
 */
export function schoolsCompared(
  schools: readonly number[],
  fte: number,
  steps: PostSteps,
  spread: number
): { compared: Compared; communes: FollowedAlone[] } {
  const all = schools.reduce((sum, own) => sum + own, 0);
  const perPost = all / fte;
  const breaks = loadsWhereSchoolsChange(schools, fte, perPost, steps, spread);
  const pairs = [1, ...pointsBetween(breaks, 1 - spread, 1 + spread)].map((load) => ({
    alone: bestDistribution(schools, fte, perPost / load, steps).total,
    pooled: follows(all, fte, perPost / load)
  }));
  const central = bestDistribution(schools, fte, perPost, steps).posts;
  return {
    compared: compared(pairs, 'more'),
    communes: schools.map((own, i) => ({
      posts: central[i]!,
      followed: rangeOf([1, 1 - spread, 1 + spread].map((load) => follows(own, central[i]!, perPost / load)))
    }))
  };
}
