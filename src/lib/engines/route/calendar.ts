// Which unit opens in which year: as many as posts allow, as early as they allow; among such calendars, the oldest requests first.
import { growthFactor, type RouteFile } from './route-file.ts';

const SLACK = 1e-6;

/**
 * Units that open each year. The number followed is the most that fits in the posts' capacity, year after year: with the smallest units
 * first, it is reached in every year at once. Among the calendars that reach it, units are taken in order of request (unknown ones last,
 * ties by id), each where what remains can still be reached after it: the first in that order, exactly. A unit that no post and no place
 * can reach stays waiting.
 *
 * @returns for each year, ids in order of request
 */
export function calendarOf(route: RouteFile): string[][] {
  const { problem, years, waiting, candidates, capacity } = route;
  const at = new Map(problem.units.map(({ id }, i) => [id, i]));
  const waits = new Set(waiting.map(({ id }) => id));
  const followed = problem.units.reduce((sum, { id, workload }) => (waits.has(id) ? sum : sum + workload), 0);
  // In workloads of today, so that growth lessens the room instead.
  const room = years.map((year) => {
    const factor = growthFactor(route, year);
    return factor <= 0 ? (year.posts > 0 ? Infinity : 0) : (capacity * year.posts) / factor - followed;
  });
  const reachable = (id: string) => {
    const i = at.get(id)!;
    return [...problem.minutes, ...candidates.map(({ minutes }) => minutes)].some((row) => row[i] !== null);
  };
  const queue = waiting
    .filter(({ id }) => reachable(id))
    .map(({ id, requested }) => ({ id, requested, weight: problem.units[at.get(id)!]!.workload }))
    .sort((a, b) => compare(a.requested ?? '\uffff', b.requested ?? '\uffff') || compare(a.id, b.id));
  const smallestFirst = queue.map(({ weight }) => weight).sort((a, b) => a - b);
  const most = mostFollowed(smallestFirst, room);
  const overfull = most.map(
    (count, t) => smallestFirst.slice(0, count).reduce((sum, one) => sum + one, 0) > room[t]! + SLACK
  );
  const left = [...queue];
  const weights = [...smallestFirst];
  const opened: string[][] = [];
  let used = 0;
  let count = 0;
  for (let t = 0; t < years.length; t++) {
    const now: string[] = [];
    for (let q = 0; count < most[t]! && q < left.length;) {
      const one = left[q]!;
      const rest = weights.toSpliced(weights.indexOf(one.weight), 1);
      if (!completes(used + one.weight, count + 1, rest, t)) {
        q++;
        continue;
      }
      left.splice(q, 1);
      weights.splice(weights.indexOf(one.weight), 1);
      used += one.weight;
      count++;
      now.push(one.id);
    }
    opened.push(now);
  }
  return opened;

  /** Whether the numbers of year t and after can still be reached; a year that no longer holds what is open asks nothing. */
  function completes(load: number, taken: number, rest: readonly number[], t: number): boolean {
    let sum = load;
    let next = 0;
    for (let y = t; y < years.length; y++) {
      while (taken + next < most[y]!) sum += rest[next++]!;
      if (!overfull[y] && sum > room[y]! + SLACK) return false;
    }
    return true;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Units open at the end of each year, at most; what is open stays so. */
function mostFollowed(smallestFirst: readonly number[], room: readonly number[]): number[] {
  let before = 0;
  return room.map((most) => {
    let [sum, count] = [0, 0];
    for (const weight of smallestFirst) {
      if (sum + weight > most + SLACK) break;
      sum += weight;
      count++;
    }
    return (before = Math.max(before, count));
  });
}
