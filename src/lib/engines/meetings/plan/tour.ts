// The day of a coordinator: up to two meetings a half-day, the road between them and from and to the base.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { DAY_MEETINGS } from '../../../model/meetings/meeting-problem.ts';

/** Teams of a day, in any order within a half-day; `NONE` where there is no meeting. The first of a half-day comes before the second. */
export type DayTeams = readonly [am: number, otherAm: number, pm: number, otherPm: number];

/** Whether two meetings may be held in the same half-day by one coordinator. */
export function areNear({ minutes, places, place, between }: Meetings, a: number, b: number): boolean {
  const [from, to] = [place[a]!, place[b]!];
  return Math.max(minutes[from * places + to]!, minutes[to * places + from]!) <= between;
}

/**
 * Minutes of the shortest tour of a day: base, meetings of the morning in the better order, meetings of the afternoon, base; the
 * coordinator does not go home at noon. `IMPOSSIBLE` for too many meetings, two that are far apart in a half-day, or a road at noon that is
 * too long in every order.
 */
export function tourMinutes(
  m: Meetings,
  coordinator: number,
  a: number,
  b: number,
  c: number,
  d: number
): number {
  const { place } = m;
  const home = m.base[coordinator]!;
  if (
    (a !== NONE ? 1 : 0) + (b !== NONE ? 1 : 0) + (c !== NONE ? 1 : 0) + (d !== NONE ? 1 : 0) >
    DAY_MEETINGS
  )
    return IMPOSSIBLE;
  if (b !== NONE && !areNear(m, a, b)) return IMPOSSIBLE;
  if (d !== NONE && !areNear(m, c, d)) return IMPOSSIBLE;
  if (a === NONE && c === NONE) return 0;
  const pa = a === NONE ? NONE : place[a]!;
  const pb = b === NONE ? NONE : place[b]!;
  const pc = c === NONE ? NONE : place[c]!;
  const pd = d === NONE ? NONE : place[d]!;
  if (b !== NONE) {
    const [first, second] = [m.noonAfterTwo[pa * m.places + pb]!, m.noonAfterTwo[pb * m.places + pa]!];
    return Math.min(
      inTime(m, pb, pc, first) ? around(m, home, pa, pb, pc) : IMPOSSIBLE,
      inTime(m, pa, pc, second) ? around(m, home, pb, pa, pc) : IMPOSSIBLE
    );
  }
  const direct = inTime(m, pa, pc, m.noon) ? around(m, home, pa, pc, pd) : IMPOSSIBLE;
  if (d === NONE) return direct;
  return Math.min(direct, inTime(m, pa, pd, m.noon) ? around(m, home, pa, pd, pc) : IMPOSSIBLE);
}

/** Whether the road at noon from one place to another takes no longer. */
const inTime = ({ minutes, places }: Meetings, from: number, to: number, most: number): boolean =>
  from === NONE || to === NONE || minutes[from * places + to]! <= most;

/** Minutes from home by up to three places and back. No closure: a search asks it millions of times. */
function around(
  { minutes, places }: Meetings,
  home: number,
  one: number,
  two: number,
  three: number
): number {
  let at = home;
  let sum = 0;
  if (one !== NONE) {
    sum += minutes[at * places + one]!;
    at = one;
  }
  if (two !== NONE) {
    sum += minutes[at * places + two]!;
    at = two;
  }
  if (three !== NONE) {
    sum += minutes[at * places + three]!;
    at = three;
  }
  return sum + minutes[at * places + home]!;
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
