// Leaves out walks between stops that cannot shorten any journey.

export interface Walk {
  from: number;
  to: number;
  seconds: number;
}

/** Stops in order and trips of a pattern, one time a stop. */
interface PatternView {
  stops: readonly number[];
  trips: readonly { arrivals: readonly number[]; departures: readonly number[] }[];
}

interface Call {
  pattern: PatternView;
  position: number;
}

/**
 * A walk from `s` to `t` is of no use to a pattern that calls at `t`
 * - when the pattern calls before at `v`, also within a walk of `s` (or `s` itself), and no trip takes longer from `v` to `t` than
 *   the walk to `t` takes more than the walk to `v`: who is in time at `t` was in time at `v`;
 * - when `t` is the stop just before `s`, or its last stop, which is never boarded.
 *
 * It is of no use to who alights from a pattern at `s` when the trip goes on to `v` (or `t` itself), from where one is at `t` no
 * later: on every trip, the ride from `s` to `v` takes no longer than the walk from `s` takes more than the walk from `v`.
 *
 * A walk is kept if it is of use both to some pattern left and to some pattern boarded. Each reason for leaving one out names
 * another pair of stops on the same two trips, later on the first or earlier on the second: the search's answers stay the same.
 */
export function usefulWalks(walks: readonly Walk[], patterns: readonly PatternView[], stops: number): Walk[] {
  const calls: Call[][] = Array.from({ length: stops }, () => []);
  for (const pattern of patterns)
    pattern.stops.forEach((stop, position) => calls[stop]!.push({ pattern, position }));
  const secondsFrom = Array.from({ length: stops }, (_, stop) => new Map([[stop, 0]]));
  for (const { from, to, seconds } of walks) secondsFrom[from]!.set(to, seconds);

  const boards = ({ from, seconds }: Walk, { pattern: { stops: route, trips }, position }: Call) => {
    if (position === route.length - 1 || route[position + 1] === from) return false;
    for (let earlier = 0; earlier < position; earlier++) {
      const walk = secondsFrom[from]!.get(route[earlier]!);
      if (walk === undefined) continue;
      if (trips.every(({ departures: at }) => at[position]! - at[earlier]! <= seconds - walk)) return false;
    }
    return true;
  };
  const alights = ({ to, seconds }: Walk, { pattern: { stops: route, trips }, position }: Call) => {
    if (position === 0) return false;
    for (let later = position + 1; later < route.length; later++) {
      const walk = secondsFrom[route[later]!]!.get(to);
      if (walk === undefined) continue;
      if (trips.every(({ arrivals: at }) => at[later]! - at[position]! <= seconds - walk)) return false;
    }
    return true;
  };
  return walks.filter(
    (walk) =>
      calls[walk.to]!.some((call) => boards(walk, call)) &&
      calls[walk.from]!.some((call) => alights(walk, call))
  );
}
