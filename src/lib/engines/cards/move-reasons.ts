// Why a unit moves: how both posts would stand, and the road of all, if it alone stayed with its referent of today. Units that would only be explained
// by one another are one move.
import type { CardsRequest } from './cards.ts';
import { roadsOf } from './roads-of.ts';
import { Parts, partsOf } from './search/parts.ts';
import { compileRules } from './search/rules.ts';
import { deviationsOf, standingOf } from './search/standing.ts';

/** How a post would stand without a move, and how it stands with it. */
export interface PostWithout {
  referent: string;
  /** Deviation of its load, 0.1 for 10 %, and whether that is outside the band. */
  deviation: number;
  isOut: boolean;
  deviationNow: number;
}

export interface MoveReason {
  unit: string;
  /** Units that must move with it, itself left out. */
  together: readonly string[];
  /**
   * Units that are one move, itself included: those that its two posts exchange; those that go round three posts; or those that go the same way, where
   * it alone would leave a sector in pieces or tell nothing. What follows is then of them all. Empty where it is told alone.
   */
  group: readonly string[];
  from: PostWithout;
  to: PostWithout;
  /** The post between its end and its start, where the group goes round three posts; else null. */
  third: PostWithout | null;
  /** Minutes a week that the move saves on the road of all posts; negative where it adds some. */
  roadSaved: number;
  /**
   * `band`: without the move a load would be outside the band; `piece`: a sector would be in several pieces, or two units together that must
   * not be; `road`: the road would be longer; `even`: the loads would be less even; `whole`: none of these, it goes with the other moves.
   */
  reason: 'band' | 'piece' | 'road' | 'even' | 'whole';
}

/** Minutes under which no road is said to be saved. */
const FELT = 0.5;

interface Way {
  from: number;
  to: number;
}

const wayOf = ({ from, to }: Way): string => `${from} ${to}`;

/** The third post of each way that units go round with two others, none of them an exchange; a way is of one circle, the first in order of posts. */
function circlesOf(moves: readonly Way[]): Map<string, number> {
  const ways = new Set(moves.map(wayOf));
  const isOneWay = (from: number, to: number) =>
    ways.has(wayOf({ from, to })) && !ways.has(wayOf({ from: to, to: from }));
  const thirds = new Map<string, number>();
  const posts = [...new Set(moves.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const { from, to } of moves.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const third = posts.find((post) => {
      const round = [
        { from, to },
        { from: to, to: post },
        { from: post, to: from }
      ];
      return round.every((way) => isOneWay(way.from, way.to) && !thirds.has(wayOf(way)));
    });
    if (third === undefined) continue;
    thirds.set(wayOf({ from, to }), third);
    thirds.set(wayOf({ from: to, to: third }), from);
    thirds.set(wayOf({ from: third, to: from }), to);
  }
  return thirds;
}

/**
 * The reason of each unit that changes referent under a plan, in order of unit; none where the rules contradict one another.
 *
 * @param plan unit -> referent; a unit without one is left out
 */
export function moveReasons(request: CardsRequest, plan: Readonly<Record<string, string>>): MoveReason[] {
  const rules = compileRules(request);
  if (rules === null) return [];
  const { problem, members, shares, isByHours, tolerance } = rules;
  const all = new Parts(rules, roadsOf(rules, request.places).exact);
  const postOf = new Map(problem.referents.map((id, j) => [id, j]));
  const at = Int32Array.from(members, ([first]) => postOf.get(plan[problem.units[first!]!] ?? '') ?? -1);
  if (at.includes(-1)) return [];
  const standing = (posts: Int32Array) => {
    const parts = partsOf(all, posts);
    const loads = parts.map((part) => part.work + (isByHours ? all.road(part) : 0));
    return { deviations: deviationsOf(loads, shares), whole: standingOf(all, parts) };
  };
  const now = standing(at);
  const moves = members.flatMap((units, b) =>
    units.flatMap((i) => {
      const from = problem.current[i]!;
      return from === -1 || from === at[b] ? [] : [{ i, b, from, to: at[b]! }];
    })
  );
  type Moved = (typeof moves)[number];
  const between = (a: number, b: number) => moves.filter(({ from, to }) => from === a && to === b);
  const circles = circlesOf(moves);
  const without = (move: Moved, group: readonly Moved[], thirdPost: number | null = null) => {
    const posts = at.slice();
    for (const { b, from } of group) posts[b] = from;
    const then = standing(posts);
    const end = (j: number): PostWithout => ({
      referent: problem.referents[j]!,
      deviation: then.deviations[j]!,
      isOut: Math.abs(then.deviations[j]!) > tolerance + 1e-9,
      deviationNow: now.deviations[j]!
    });
    const [from, to] = [end(move.from), end(move.to)];
    const third = thirdPost === null ? null : end(thirdPost);
    const roadSaved = then.whole.road - now.whole.road;
    const reasonOf = (): MoveReason['reason'] => {
      if (from.isOut || to.isOut || third?.isOut) return 'band';
      if (then.whole.broken > now.whole.broken) return 'piece';
      if (roadSaved >= FELT) return 'road';
      return then.whole.deviation > now.whole.deviation + 1e-9 ? 'even' : 'whole';
    };
    return { from, to, third, roadSaved, reason: reasonOf() };
  };
  const toldOf = (move: Moved) => {
    const along = between(move.from, move.to);
    const both = [...along, ...between(move.to, move.from)];
    if (both.length > along.length) return { group: both, told: without(move, both) };
    const third = circles.get(wayOf(move));
    if (third !== undefined) {
      const round = [...along, ...between(move.to, third), ...between(third, move.from)];
      return { group: round, told: without(move, round, third) };
    }
    const alone = without(move, [move]);
    const isCircular = alone.reason === 'piece' || alone.reason === 'whole';
    return isCircular && along.some(({ b }) => b !== move.b)
      ? { group: along, told: without(move, along) }
      : { group: [], told: alone };
  };
  return moves
    .map((move): MoveReason => {
      const { group, told } = toldOf(move);
      return {
        unit: problem.units[move.i]!,
        together: members[move.b]!.filter((other) => other !== move.i).map((other) => problem.units[other]!),
        group: group.map(({ i }) => problem.units[i]!),
        ...told
      };
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}
