// Leaves out the walks between stops that can never help: what leaves from the other stop can be caught here as well.

export interface Walk {
  from: number;
  to: number;
  seconds: number;
}

/** Stops in order and trips of a pattern. */
export interface PatternView {
  stops: readonly number[];
  /** Departures of each trip, one a stop. */
  trips: readonly (readonly number[])[];
}

/**
 * A walk from `s` to `t` helps if it lets one catch a trip that is of no use from elsewhere. A pattern that calls at `t` gives no
 * reason for it when it calls before at `v`, also within a walk of `s` (or `s` itself), and no trip takes longer from `v` to `t`
 * than the walk to `t` takes more than the walk to `v`: who is in time at `t` was in time at `v`. Nor when `t` is the stop just
 * before `s`, nor at the last stop of a pattern, which is never boarded. The answers of a search stay the same.
 */
export function usefulWalks(walks: readonly Walk[], patterns: readonly PatternView[], stops: number): Walk[] {
  const calls: { pattern: number; position: number }[][] = Array.from({ length: stops }, () => []);
  patterns.forEach((view, pattern) =>
    view.stops.forEach((stop, position) => calls[stop]!.push({ pattern, position }))
  );
  const secondsFrom = Array.from({ length: stops }, (_, stop) => new Map([[stop, 0]]));
  for (const { from, to, seconds } of walks) secondsFrom[from]!.set(to, seconds);

  return walks.filter(({ from, to, seconds }) =>
    calls[to]!.some(({ pattern, position }) => {
      const { trips, stops: route } = patterns[pattern]!;
      if (position === route.length - 1 || route[position + 1] === from) return false;
      return !route.slice(0, position).some((stop, earlier) => {
        const walk = secondsFrom[from]!.get(stop);
        if (walk === undefined) return false;
        return trips.every((departures) => departures[position]! - departures[earlier]! <= seconds - walk);
      });
    })
  );
}
