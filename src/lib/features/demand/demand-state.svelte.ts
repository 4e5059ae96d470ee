// State of the page: hypotheses of the address, and what follows from them for the children and for the queue.
import { createContext } from 'svelte';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Count } from '$lib/cube/filter.ts';
import { isWhole, schoolFlows, type SchoolFlows } from '$lib/cube/school-flows.ts';
import {
  DAMPING,
  MOST_YEARS,
  chanceAbove,
  forecast,
  saturation,
  type Forecast,
  type ForecastPoint,
  type Saturation,
  type SeriesForecast,
  type YearCount
} from '$lib/engines/demand/index.ts';
import { schoolYear, startYear, type SchoolYear } from '$lib/model/school-year.ts';
import { DEFAULT_DEMAND, demandAddress, type DemandAddress, type Growth } from './demand-address.ts';

const DAMPINGS: Record<Growth, number> = { slowing: DAMPING, steady: 1, none: 0 };
/** Years ahead of the queue. */
const QUEUE_YEARS = 4;

export interface Posts {
  /** Full-time posts of referents; null where none is known. */
  fte: number | null;
  /** Posts are counted, their working time is not known. */
  counted: boolean;
  /** Minutes a week that a followed school asks of its referent, on average, travel apart; null where it is not known. */
  minutesPerSchool: number | null;
}

const valuesOf = (counts: readonly Count[]): YearCount[] => counts.map(({ value }) => value);

export interface CommuneForecast extends SeriesForecast {
  name: string;
  /** Count of each whole year. */
  counts: Count[];
}

export class DemandState {
  readonly cube: CoverageCube;
  readonly posts: Posts;
  readonly flows: readonly SchoolFlows[];
  /** Whole years, which the forecast rests on. */
  readonly years: readonly SchoolYear[];
  /** Children followed in each whole year, the territory's published total, and why one has no number. */
  readonly counts: readonly Count[];
  readonly children: readonly YearCount[];
  /** The last year is in progress: it tells nothing of a whole one. */
  readonly inProgress: SchoolYear | null;
  address: DemandAddress = $state.raw(DEFAULT_DEMAND);

  damping: number = $derived(DAMPINGS[this.address.growth]);
  forecast: Forecast = $derived.by(() =>
    forecast(
      {
        years: this.years,
        series: this.#communes.map(({ code, counts }) => ({ id: code, values: valuesOf(counts) })),
        total: this.children
      },
      { horizon: MOST_YEARS, damping: this.damping }
    )
  );
  saturation: Saturation = $derived.by(() => {
    const { postsAYear, schoolsPerPost, minutesPerSchool, years } = this.address;
    const now = this.flows.at(-1);
    const known = this.cube.followUpKnown && now !== undefined;
    return saturation(
      {
        requests: this.flows.filter(({ whole }) => whole).map(({ requests }) => requests),
        waiting: known ? now.waiting : null,
        followed: known ? now.followed : null,
        posts: this.posts.fte,
        children: this.children.at(-1) ?? null,
        minutesPerSchool: this.posts.minutesPerSchool
      },
      { postsAYear, schoolsPerPost, minutesPerSchool, years, ahead: QUEUE_YEARS }
    );
  });
  /** Schools of a post where the reader chose them, or the time of a school; null: as today. */
  chosenSchools: number | null = $derived.by(() => {
    const { value, today } = this.saturation.schoolsPerPost ?? { value: null, today: null };
    return value === today ? null : value;
  });
  /** One row a commune of intervention, in the order of names. */
  communes: CommuneForecast[] = $derived.by(() =>
    this.#communes.map(({ code, counts }) => ({
      ...this.forecast.series.find(({ id }) => id === code)!,
      name: this.cube.nameOf(code),
      counts
    }))
  );
  /** The year that comes: the first point of the forecast; null without one. */
  next: ForecastPoint | null = $derived.by(() => this.forecast.total.next?.[0] ?? null);
  /** Probability that the children of that year exceed what today's posts can follow; null where unknown. */
  aboveLimit: number | null = $derived.by(() => {
    const { limit } = this.saturation;
    return this.next && limit ? chanceAbove(this.next, limit) : null;
  });

  readonly #communes: readonly { code: string; counts: Count[] }[];

  constructor(cube: CoverageCube, posts: Posts) {
    const { dashboard } = cube;
    this.cube = cube;
    this.posts = posts;
    this.flows = schoolFlows(cube);
    const last = dashboard.years.at(-1) ?? null;
    this.inProgress = last !== null && !isWhole(dashboard, last) ? last : null;
    this.years = dashboard.years.filter((year) => isWhole(dashboard, year));
    const counts = (code: string | null) =>
      this.years.map((year) =>
        cube.children({
          year,
          level: 'ALL',
          theme: 'ALL',
          place: code === null ? null : { kind: 'commune', code }
        })
      );
    this.counts = counts(null);
    this.children = valuesOf(this.counts);
    this.#communes = dashboard.communes
      .filter(({ intervention }) => intervention)
      .map(({ code }) => ({ code, counts: counts(code) }))
      .sort((a, b) => cube.nameOf(a.code).localeCompare(cube.nameOf(b.code), 'fr'));
  }

  /** School year so many years after the last one shown. */
  yearAhead(ahead: number): SchoolYear {
    const last = this.flows.at(-1)?.year ?? this.cube.dashboard.years.at(-1) ?? '2025-2026';
    return schoolYear(startYear(last) + ahead);
  }

  change(part: Partial<DemandAddress>): void {
    this.address = { ...this.address, ...part };
  }

  read(params: URLSearchParams): void {
    this.address = demandAddress.update(this.address, params);
  }

  write(): URLSearchParams {
    return demandAddress.write(this.address);
  }
}

export const [demandState, provideDemandState] = createContext<DemandState>();
