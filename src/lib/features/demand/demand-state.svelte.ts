// State of the page: the growth of the address, and the children that follow from it.
import { createContext } from 'svelte';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Count } from '$lib/cube/filter.ts';
import { isWhole } from '$lib/cube/school-flows.ts';
import {
  DAMPING,
  MOST_YEARS,
  forecastByPlace,
  type Forecast,
  type ForecastPoint,
  type SeriesForecast,
  type YearCount
} from '$lib/engines/demand/index.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { DEFAULT_DEMAND, demandAddress, type DemandAddress, type Growth } from './demand-address.ts';

const DAMPINGS: Record<Growth, number> = { slowing: DAMPING, steady: 1, none: 0 };

const valuesOf = (counts: readonly Count[]): YearCount[] => counts.map(({ value }) => value);

export interface CommuneForecast extends SeriesForecast {
  name: string;
  /** Count of each whole year. */
  counts: Count[];
}

export class DemandState {
  readonly cube: CoverageCube;
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
    forecastByPlace(
      {
        years: this.years,
        series: this.#communes.map(({ code, counts }) => ({ id: code, values: valuesOf(counts) })),
        total: this.children
      },
      { horizon: MOST_YEARS, damping: this.damping }
    )
  );
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

  readonly #communes: readonly { code: string; counts: Count[] }[];

  constructor(cube: CoverageCube) {
    const { dashboard } = cube;
    this.cube = cube;
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
