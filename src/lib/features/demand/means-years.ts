// The years of the page, known then expected, each with its children, posts, schools and costs: what the chart, the table, the note and the file say.
import { latestYear } from '$lib/cube/dashboard.ts';
import type { Count } from '$lib/cube/filter.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import type { ForecastPoint } from '$lib/engines/demand/index.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import { schoolYear, startYear, type SchoolYear } from '$lib/model/school-year.ts';
import type { DemandState } from './demand-state.svelte.ts';

export interface MeansYear {
  year: SchoolYear;
  isExpected: boolean;
  /** Children counted; null for an expected year, and one in progress. */
  children: Count | null;
  forecast: ForecastPoint | null;
  /** Full-time posts of referents; null where they are not known. */
  posts: number | null;
  followed: number | null;
  waiting: number | null;
  /** Euros of the actions; null where they are not known, and for an expected year. */
  budget: number | null;
  /** Euros a year added by the posts asked; null for a known year. */
  added: number | null;
}

function knownYears(demand: DemandState, { view }: Means): MeansYear[] {
  const { cube } = demand;
  const { dashboard, followUpKnown } = cube;
  return dashboard.years.map((year) => {
    const zone = cube.zone(unfiltered(year));
    const service = dashboard.serviceYears.find((one) => one.school_year === year);
    const at = demand.figures.years.indexOf(year);
    return {
      year,
      isExpected: false,
      children: demand.figures.counts[at] ?? null,
      forecast: null,
      posts: year === latestYear(dashboard) ? view.fte : (service?.referents ?? null),
      followed: followUpKnown && !zone.undated.followed ? zone.followed : null,
      waiting: followUpKnown && !zone.undated.waiting ? zone.waiting : null,
      budget: service?.budget_euros ?? null,
      added: null
    };
  });
}

/** The last year in which something changes: a child is foreseen, or a school can open. */
function lastYear(demand: DemandState, { view, chosen }: Means): SchoolYear {
  const opens = [...view.stops.filter(({ isProposed }) => isProposed), ...(chosen ? [chosen] : [])];
  const years = [demand.figures.forecast.total.next?.at(-1)?.year, ...opens.map(({ by }) => by)];
  const last = years
    .filter((year) => year != null)
    .sort()
    .at(-1);
  return last === undefined ? view.rentrees.at(-1)! : schoolYear(Number(last.slice(0, 4)));
}

/** Until the last year in which something changes: one that has begun has the posts and schools of the last known one. */
export function meansYears(demand: DemandState, means: Means): MeansYear[] {
  const known = knownYears(demand, means);
  const { view, chosen } = means;
  const last = known.at(-1) ?? null;
  const [from, to] = [startYear(view.year) + 1, startYear(lastYear(demand, means))];
  const expected = Array.from({ length: to - from + 1 }, (_, at): MeansYear => {
    const year = schoolYear(from + at);
    const opening = chosen?.years.find((one) => one.year === year) ?? null;
    const isBefore = year < view.rentrees[0]!;
    return {
      year,
      isExpected: true,
      children: null,
      forecast: demand.figures.forecast.total.next?.find((point) => point.year === year) ?? null,
      posts: opening?.posts ?? (isBefore ? view.fte : null),
      followed: opening?.followed ?? (isBefore ? (last?.followed ?? null) : null),
      waiting: opening?.waiting ?? (isBefore ? (last?.waiting ?? null) : null),
      budget: null,
      // Nothing opens before the first rentrée, where posts and schools are known.
      added: opening ? opening.cost : isBefore && view.fte !== null && view.followed !== null ? 0 : null
    };
  });
  return [...known, ...expected];
}
