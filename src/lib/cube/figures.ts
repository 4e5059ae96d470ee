// The six key figures under a filter, each with its change in a year and its five-year series.
import { previousYear, type SchoolYear } from '../model/school-year.ts';
import type { CoverageCube, ZoneFigures } from './coverage.ts';
import { LEVELS, type Level } from '../model/school.ts';
import { latestYear } from './dashboard.ts';
import { knownSum } from '../model/known-sum.ts';
import { ABSENT, countOfSum, type Count, type Filter } from './filter.ts';

const FIGURES = ['followed', 'waiting', 'children', 'pupils', 'meetings', 'budget'] as const;
export type FigureName = (typeof FIGURES)[number];

export interface Figure {
  name: FigureName;
  count: Count;
  /** « sur 78 »; null where a base has no meaning. */
  base: number | null;
  /** Against the year before; null when one of the two is unknown. */
  change: number | null;
  /** null where the figure is unknown, in part even: a least value is no point of a curve. */
  series: { year: SchoolYear; value: number | null }[];
  /** Some of the rows behind it are estimates. */
  estimated: boolean;
  /** Schools counted although the date of their follow-up or request is unknown. */
  undated: number;
}

const published = (value: number | null): Count => (value === null ? ABSENT : { value, status: 'published' });

/** Meetings and budget are known by place for the last year only, and by level never. */
function serviceFigure(
  cube: CoverageCube,
  { place }: Filter,
  name: 'meetings' | 'budget',
  year: SchoolYear
): Count {
  const { serviceYears, teams, actions, years } = cube.dashboard;
  const latest = year === years.at(-1);
  const row = serviceYears.find((candidate) => candidate.school_year === year);
  if (place === null) {
    const reported = name === 'meetings' ? row?.meetings : row?.budget_euros;
    if (typeof reported === 'number') return published(reported);
    if (!row || !latest) return ABSENT;
  } else if (!latest || (name === 'meetings' ? teams : actions).length === 0) return ABSENT;
  if (name === 'meetings') {
    const there = teams.filter(
      (team) => place === null || team.commune === place.code || team.qpv === place.code
    );
    return countOfSum(knownSum(there.map(({ meetings }) => meetings)));
  }
  if (place !== null && place.kind !== 'commune') return ABSENT;
  const own = actions.filter(
    ({ communes }) => place === null || (communes.length === 1 && communes[0] === place.code)
  );
  return countOfSum(knownSum(own.map(({ cost_euros }) => cost_euros)));
}

function countOf(
  cube: CoverageCube,
  filter: Filter,
  name: FigureName,
  zone: ZoneFigures,
  year: SchoolYear
): Count {
  const hasFollowUp = filter.level !== 'college' && cube.followUpKnown && zone.known;
  switch (name) {
    case 'followed':
    case 'waiting':
      return published(hasFollowUp ? zone[name] : null);
    case 'children':
      return zone.children;
    case 'pupils':
      return hasFollowUp
        ? countOfSum({ value: zone.pupilsFollowed, unknown: zone.uncountedFollowed })
        : ABSENT;
    default:
      return serviceFigure(cube, filter, name, year);
  }
}

/** All six figures, in the order of {@link FIGURES}. */
export function keyFigures(cube: CoverageCube, filter: Filter): Figure[] {
  const evolution = cube.evolution(filter);
  const now = evolution.find((answer) => answer.year === filter.year);
  if (!now) return [];
  const before = previousYear(filter.year);
  const undated = { followed: 0, waiting: 0 };
  for (const { school, status } of cube.schools(filter)) {
    if (school.kind === 'college') continue;
    if (status === 'followed' && school.followed_since === null) undated.followed += 1;
    if (status === 'waiting' && school.requested_since === null) undated.waiting += 1;
  }
  return FIGURES.map((name) => {
    const counts = evolution.map((zone) => countOf(cube, filter, name, zone, zone.year));
    const at = (year: SchoolYear) => counts[evolution.findIndex((zone) => zone.year === year)];
    const count = at(filter.year) ?? ABSENT;
    const isUndated = (zone: ZoneFigures | undefined) =>
      name === 'waiting'
        ? zone?.undated.waiting
        : (name === 'followed' || name === 'pupils') && zone?.undated.followed;
    const then = evolution.find((zone) => zone.year === before);
    const last =
      at(before)?.atLeast || isUndated(then) || isUndated(now) ? null : (at(before)?.value ?? null);
    return {
      name,
      count,
      base: name === 'followed' && filter.level !== 'college' ? now.schools : null,
      change: count.value === null || count.atLeast || last === null ? null : count.value - last,
      series: evolution.map((zone, i) => ({
        year: zone.year,
        value: counts[i]?.atLeast || isUndated(zone) ? null : (counts[i]?.value ?? null)
      })),
      estimated: name === 'pupils' && now.estimated,
      undated: name === 'followed' || name === 'waiting' ? undated[name] : 0
    };
  });
}

/** Posts of referents of a year: today's are those of the list of posts; of a former year none where it was not counted. */
function referentsOf({ dashboard }: CoverageCube, year: SchoolYear): number {
  if (year === latestYear(dashboard)) return dashboard.posts.referents;
  return dashboard.serviceYears.find((one) => one.school_year === year)?.referents ?? 0;
}

/** Figures of the page's summary sentence: totals, and the commune with most waiting schools (two when they tie). */
interface SentenceFacts {
  referents: number;
  children: Count;
  /** Levels of which children are counted, protected or not. */
  levels: readonly Level[];
  followed: number;
  schools: number;
  /** `ZoneFigures.known`. */
  known: boolean;
  waiting: number;
  most: { code: string; name: string; waiting: number }[];
}

export function sentenceFacts(cube: CoverageCube, filter: Filter): SentenceFacts {
  const zone = cube.zone(filter);
  const zones = filter.place === null ? cube.zones(filter, 'commune') : [];
  const highest = Math.max(0, ...zones.map((one) => one.waiting));
  const top = highest > 1 ? zones.filter((one) => one.waiting === highest) : [];
  return {
    referents: referentsOf(cube, filter.year),
    children: zone.children,
    levels: LEVELS.filter((level) => {
      const { value, status } = cube.children({ ...filter, level });
      return status === 'suppressed' || (value ?? 0) > 0;
    }),
    followed: zone.followed,
    schools: zone.schools,
    known: zone.known,
    waiting: zone.waiting,
    most: top.length > 2 ? [] : top.map(({ ref, name, waiting }) => ({ code: ref.code, name, waiting }))
  };
}
