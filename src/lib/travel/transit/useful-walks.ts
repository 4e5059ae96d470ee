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
 * A walk from `s` to `t` helps if it lets one catch a trip that is of no use from `s`. A pattern that calls at both is none when
 * `t` is the stop just before `s`, nor when `t` is after `s` and no trip takes longer between them than the walk: who is in time
 * on foot at `t` was in time at `s`. The last stop of a pattern is never boarded. The answers of a search stay the same.
 */
export function usefulWalks(walks: readonly Walk[], patterns: readonly PatternView[], stops: number): Walk[] {
  const calls: { pattern: number; position: number }[][] = Array.from({ length: stops }, () => []);
  patterns.forEach((view, pattern) =>
    view.stops.forEach((stop, position) => calls[stop]!.push({ pattern, position }))
  );
  return walks.filter(({ from, to, seconds }) =>
    calls[to]!.some(({ pattern, position }) => {
      const { trips, stops: route } = patterns[pattern]!;
      if (position === route.length - 1) return false;
      return !calls[from]!.some(
        (here) =>
          here.pattern === pattern &&
          (here.position === position + 1 ||
            (here.position < position &&
              trips.every((departures) => departures[position]! - departures[here.position]! <= seconds)))
      );
    })
  );
}
