// The values of a forecast, without their intervals: what the back-test repeats on each year known.
import { growthOf, levelOf, sharedGrowth } from './growth.ts';
import type { OrderedSeries, YearCount } from './series.ts';

/** Part of a year's growth that the next one keeps. */
export const DAMPING = 0.7;

/** What is foreseen of a series, or of the total: one value a year ahead. */
export interface Track {
  values: number[];
  /** The same, were the growth to stop now, and were it to go on as before; the values themselves where a reader chose the growth. */
  stopped: number[];
  kept: number[];
  /** Years from the last known count to the last year. */
  since: number;
  /** See `Level`. */
  noise: number;
}

/** A forecast without its distribution. */
export interface Bare {
  growth: number | null;
  /** By series, in the order of the table; null where nothing can be foreseen. */
  series: (Track | null)[];
  total: Track | null;
}

/** Smallest count published in each year; null where nothing is. */
const leastOf = ({ series, starts }: OrderedSeries): YearCount[] =>
  starts.map((_, at) => {
    const known = series.flatMap(({ values }) => values[at] ?? []);
    return known.length === 0 ? null : Math.min(...known);
  });

/** The sum of several, each year of its own. */
export function sumOf(tracks: readonly Track[]): Track {
  const along = (of: (track: Track) => number[]) =>
    of(tracks[0]!).map((_, at) => tracks.reduce((sum, track) => sum + of(track)[at]!, 0));
  const values = along((track) => track.values);
  const weight = (track: Track) => (values[0]! > 0 ? track.values[0]! / values[0]! : 1 / tracks.length);
  return {
    values,
    stopped: along(({ stopped }) => stopped),
    kept: along(({ kept }) => kept),
    since: 0,
    noise: tracks.reduce((sum, track) => sum + weight(track) * track.noise, 0)
  };
}

/** Values alone, one a year ahead. */
export function bareForecast(table: OrderedSeries, damping: number, horizon: number): Bare {
  const growth = sharedGrowth(table);
  const ahead = Array.from({ length: horizon }, (_, at) => at + 1);
  const least = leastOf(table);
  const along = (values: readonly YearCount[], hidden: readonly YearCount[]): Track | null => {
    const level = growth === null ? null : levelOf(values, growth, hidden);
    if (!level) return null;
    /** Growth that goes on, or stops, as asked is a hypothesis; ours may be wrong either way. */
    const wrong = (part: number) => (damping === DAMPING ? part : damping);
    const grown = (part: number) => ahead.map((step) => level.value * growthOf(growth!, part, step));
    const { since, noise } = level;
    return { values: grown(damping), stopped: grown(wrong(0)), kept: grown(wrong(1)), since, noise };
  };
  const series = table.series.map(({ values }) => along(values, least));
  const shown = series.filter((track) => track !== null);
  const total = table.total ? along(table.total, []) : shown.length === 0 ? null : sumOf(shown);
  return { growth, series, total };
}
