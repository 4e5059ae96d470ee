// The day of a coordinator: up to two meetings a half-day, the road between them and from and to the base.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { DAY_MEETINGS, NEAR_MINUTES } from '../problem/meetings-problem.ts';

/** Teams of a day, in any order within a half-day; `NONE` where there is no meeting. The first of a half-day comes before the second. */
export type DayTeams = readonly [am: number, otherAm: number, pm: number, otherPm: number];

/** Whether two meetings may be held in the same half-day by one coordinator. */
export function areNear({ minutes, places, place }: Meetings, a: number, b: number): boolean {
  const [from, to] = [place[a]!, place[b]!];
  return Math.max(minutes[from * places + to]!, minutes[to * places + from]!) <= NEAR_MINUTES;
}

/**
 * Minutes of the shortest tour of a day: base, meetings of the morning in the better order, meetings of the afternoon, base; the
 * coordinator does not go home at noon. `IMPOSSIBLE` for too many meetings, or two that are far apart in a half-day.
 */
export function tourMinutes(
  m: Meetings,
  coordinator: number,
  a: number,
  b: number,
  c: number,
  d: number
): number {
  const { minutes, places, place } = m;
  const home = m.base[coordinator]!;
  if (
    (a !== NONE ? 1 : 0) + (b !== NONE ? 1 : 0) + (c !== NONE ? 1 : 0) + (d !== NONE ? 1 : 0) >
    DAY_MEETINGS
  )
    return IMPOSSIBLE;
  if (b !== NONE && !areNear(m, a, b)) return IMPOSSIBLE;
  if (d !== NONE && !areNear(m, c, d)) return IMPOSSIBLE;
  const road = (from: number, to: number) => minutes[from * places + to]!;
  if (a === NONE && c === NONE) return 0;
  const pa = a === NONE ? home : place[a]!;
  const pc = c === NONE ? home : place[c]!;
  if (b === NONE && d === NONE) {
    if (a === NONE) return road(home, pc) + road(pc, home);
    if (c === NONE) return road(home, pa) + road(pa, home);
    return road(home, pa) + road(pa, pc) + road(pc, home);
  }
  // Two meetings in one half-day, one at most in the other, which may be none: then its place is the base, reached at no cost.
  if (b !== NONE) {
    const pb = place[b]!;
    const after = (last: number) => (c === NONE ? road(last, home) : road(last, pc) + road(pc, home));
    return Math.min(road(home, pa) + road(pa, pb) + after(pb), road(home, pb) + road(pb, pa) + after(pa));
  }
  const pd = place[d]!;
  const before = (first: number) => (a === NONE ? road(home, first) : road(home, pa) + road(pa, first));
  return Math.min(before(pc) + road(pc, pd) + road(pd, home), before(pd) + road(pd, pc) + road(pc, home));
}

/** Cost of a day: its tour, and the day out. */
export function dayCost(
  m: Meetings,
  coordinator: number,
  a: number,
  b: number,
  c: number,
  d: number
): number {
  if (a === NONE && c === NONE) return 0;
  const tour = tourMinutes(m, coordinator, a, b, c, d);
  const { weights } = m.problem;
  return tour >= IMPOSSIBLE ? IMPOSSIBLE : tour * weights.minute + weights.day;
}
