// The road between two engagements: whether one may be at both, and what a day of several asks.
import type { ActionYear, Engagement } from '../../model/actions/action-year.ts';
import { knownSum, type KnownSum } from '../../model/known-sum.ts';

type Minutes = ActionYear['minutes'];

/** Minutes from a commune to another, as given; undefined where they are not. */
export function givenMinutes(minutes: Minutes, from: string, to: string): number | undefined {
  const row = Object.hasOwn(minutes, from) ? minutes[from]! : {};
  return Object.hasOwn(row, to) ? row[to] : undefined;
}

/** The same; 0 where they are not given. */
export const roadMinutes = (minutes: Minutes, from: string, to: string): number =>
  givenMinutes(minutes, from, to) ?? 0;

type Span = Pick<Engagement, 'begin' | 'end'>;

/** Whether two engagements of a day share a minute: hours that touch do not. */
export const shareTime = (one: Span, other: Span): boolean => one.begin < other.end && other.begin < one.end;

/** Whether one person cannot be at two engagements of a day: at once, or without the time of the road from the first to the other. */
export function cannotBeAtBoth(
  minutes: Minutes,
  one: Span & { commune: string },
  other: Span & { commune: string }
): boolean {
  if (shareTime(one, other)) return true;
  const [first, next] = one.end <= other.begin ? [one, other] : [other, one];
  return next.begin - first.end < roadMinutes(minutes, first.commune, next.commune);
}

/** Minutes of road of a day of somebody: from the base, where it is known, from place to place by their hours, and back. */
export function dayRoad(minutes: Minutes, engagements: readonly Engagement[], base?: string): KnownSum {
  const stops = engagements
    .toSorted((a, b) => a.begin - b.begin || a.end - b.end || (a.id < b.id ? -1 : 1))
    .map(({ commune }) => commune);
  const places = base === undefined || stops.length === 0 ? stops : [base, ...stops, base];
  return knownSum(
    places.slice(1).map((to, at) => {
      const from = places[at]!;
      return givenMinutes(minutes, from, to) ?? (from === to ? 0 : null);
    })
  );
}
