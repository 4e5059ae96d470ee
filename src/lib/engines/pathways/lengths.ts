// How long paths last: of all of them, those still open counted as such, and of those that have ended, which alone is too short.
import { medianInterval, medianOf, survivalCurve, type SurvivalStep } from '../../algorithms/survival.ts';
import { dayNumber } from '../../model/meetings/days.ts';
import { monthsFrom, type ChildPath } from './child-paths.ts';

export interface PathLengths {
  /** Shares of paths that last longer, by months, with a 95 % band. */
  curve: SurvivalStep[];
  /** Months; null while more than half of the paths last longer than the longest known. */
  median: number | null;
  interval: { low: number | null; high: number | null };
  /** Mean months of those that have ended; null without any. */
  meanEnded: number | null;
  open: number;
  ended: number;
  /** Ended by an assumption: the child is in no later file. */
  assumed: number;
  /** Without an entry: in none of these figures. */
  unknown: number;
}

/** @param day ISO day on which open paths are looked at */
export function pathLengths(paths: readonly ChildPath[], day: string): PathLengths {
  const told = paths.flatMap(({ entry, exit }) =>
    entry === null ? [] : [{ time: monthsFrom(entry, exit ?? day), ended: exit !== null }]
  );
  const ended = told.filter((one) => one.ended);
  const curve = survivalCurve(told);
  const sum = ended.reduce((total, { time }) => total + time, 0);
  return {
    curve,
    median: medianOf(curve),
    interval: medianInterval(curve),
    meanEnded: ended.length === 0 ? null : sum / ended.length,
    open: told.length - ended.length,
    ended: ended.length,
    assumed: paths.filter(({ entry, exitAssumed }) => entry !== null && exitAssumed).length,
    unknown: paths.length - told.length
  };
}

export interface FirstVisits {
  /** Shares of families not yet visited, by days since the entry. */
  curve: SurvivalStep[];
  /** Days. */
  median: number | null;
  interval: { low: number | null; high: number | null };
  visited: number;
  /** Entered, and no visit known. */
  waiting: number;
}

/**
 * Days from the entry to the first visit, of the paths whose entry is told to the day; null when no visit is known of any.
 *
 * @param day ISO day
 */
export function firstVisits(paths: readonly ChildPath[], day: string): FirstVisits | null {
  if (paths.every(({ visitDays }) => visitDays.length === 0)) return null;
  const told = paths.flatMap(({ entry, exit, visitDays }) => {
    if (entry?.length !== 10) return [];
    const first = visitDays.find((visit) => visit >= entry);
    const until = first ?? (exit?.length === 10 ? exit : day);
    return [{ time: dayNumber(until) - dayNumber(entry), ended: first !== undefined }];
  });
  const curve = survivalCurve(told);
  const visited = told.filter(({ ended }) => ended).length;
  return {
    curve,
    median: medianOf(curve),
    interval: medianInterval(curve),
    visited,
    waiting: told.length - visited
  };
}

/** Fewest paths of a group whose length is told: under it, a length may be that of a child. */
export const LEAST_GROUP = 11;

export interface GroupLength<Group> {
  group: Group;
  /** Paths with a known entry. */
  paths: number;
  /** Months; null while more than half go on, and for a group that is too small. */
  median: number | null;
  isTooSmall: boolean;
}

/** Median lengths by group, for groups large enough to be shown to anyone. Paths of no group are left out. */
export function groupLengths<Group>(
  paths: readonly ChildPath[],
  day: string,
  groups: readonly Group[],
  groupOf: (path: ChildPath) => Group | null
): GroupLength<Group>[] {
  return groups.map((group) => {
    const { median, open, ended } = pathLengths(
      paths.filter((path) => groupOf(path) === group),
      day
    );
    const isTooSmall = open + ended < LEAST_GROUP;
    return { group, paths: open + ended, median: isTooSmall ? null : median, isTooSmall };
  });
}

const READ_AT = [6, 12, 18, 24, 36, 48];

/** Shares that last longer than half-years, up to the longest length seen to end. */
export const sharesAfter = (
  curve: readonly SurvivalStep[]
): { months: number; step: Pick<SurvivalStep, 'share' | 'low' | 'high'> }[] =>
  READ_AT.filter((time) => time <= (curve.at(-1)?.time ?? 0)).map((time) => ({
    months: time,
    step: curve.findLast((step) => step.time <= time) ?? { share: 1, low: 1, high: 1 }
  }));
