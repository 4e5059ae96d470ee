// The state of the coverage pages: filters, the answers of the cube, and what is pointed at.
import { createContext } from 'svelte';
import { classOf, roundLimits } from '$lib/cube/classes.ts';
import { CoverageCube, type ZoneAnswer } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { keyFigures, sentenceFacts } from '$lib/cube/figures.ts';
import type { Filter } from '$lib/cube/filter.ts';
import { waitingSchools } from '$lib/cube/waiting.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import { unknownYears } from '$lib/session/unknown-years.ts';
import { defaultAddress, readAddress, writeAddress, type Address, type Measure } from './coverage-address.ts';

/** More than this share of protected zones, and a view falls back to one that can be read. */
const MOSTLY = 0.5;

type Layer = 'places' | 'counts';
const NOTHING: Partial<Dashboard> = {};

export class CoverageState {
  /** Answers every filter; a reader's own protected counts may take the place of the site's (state/workspace). */
  cube: CoverageCube = $state.raw() as CoverageCube;
  address: Address = $state.raw(defaultAddress([]));
  hovered: PlaceRef | null = $state.raw(null);
  /** Years that the link asked for and that are not known. */
  missing: readonly string[] = $state.raw([]);

  filter: Filter = $derived({
    year: this.address.year,
    level: this.address.level,
    theme: this.address.theme,
    place: this.address.place
  });
  /** What rings on the map and lights up in the table. */
  selected: PlaceRef | null = $derived(
    this.address.school ? { kind: 'school', code: this.address.school } : this.address.place
  );
  figures = $derived.by(() => keyFigures(this.cube, this.filter));
  facts = $derived.by(() => sentenceFacts(this.cube, this.filter));
  evolution = $derived.by(() => this.cube.evolution(this.filter));
  zoneKind: 'commune' | 'qpv' = $derived(this.address.view === 'quartiers' ? 'qpv' : 'commune');
  zones = $derived.by(() => this.cube.zones(this.filter, this.zoneKind));
  schools = $derived.by(() => this.cube.schools(this.filter));
  waiting = $derived.by(() => waitingSchools(this.cube, this.filter, this.address.weights));

  /** Share of the zones shown whose count of children is protected or unknown. */
  hiddenShare = $derived(
    this.zones.length === 0
      ? 0
      : this.zones.filter(({ children }) => children.status !== 'published').length / this.zones.length
  );
  mostlyHidden = $derived(this.hiddenShare > MOSTLY);
  /** The measure drawn: the one asked for, or the share of schools where the rate is mostly protected or unknown. */
  measure: Measure = $derived(
    this.mostlyHidden || this.zones.every(({ rate }) => rate === null) ? 'share' : this.address.measure
  );
  /** The measure drawn is not the one asked for, because too much of it is protected. */
  fallback = $derived(this.measure !== this.address.measure);
  limits = $derived.by(() =>
    roundLimits(this.#allValues(this.measure), this.measure === 'share' ? 100 : Infinity)
  );

  readonly #site: Dashboard;
  readonly #first: Address;
  /** What stands over the site's: places out of a reader's files, counts out of a case file. */
  readonly #layers: Record<Layer, Partial<Dashboard>> = { places: NOTHING, counts: NOTHING };

  constructor(dashboard: Dashboard) {
    this.#site = dashboard;
    this.cube = new CoverageCube(dashboard);
    this.#first = defaultAddress(dashboard.years);
    this.address = this.#first;
  }

  /** The site's own dashboard, whatever stands over it. */
  get site(): Dashboard {
    return this.#site;
  }

  /** Nothing was filtered, chosen or loaded yet: what the page's HTML shows is what there is to show. */
  get isAsWritten(): boolean {
    return this.address === this.#first && this.#layers.places === NOTHING && this.#layers.counts === NOTHING;
  }

  /**
   * Lays something over the site's own places or counts, or takes it away (null); a year that is no longer there gives way to
   * the last one, and a place that is no longer there is let go.
   */
  lay(layer: Layer, part: Partial<Dashboard> | null): void {
    this.#layers[layer] = part ?? NOTHING;
    const dashboard = { ...this.#site, ...this.#layers.places, ...this.#layers.counts };
    this.cube = new CoverageCube(dashboard);
    const { place, school } = this.address;
    if (place && !this.cube.has(place.code)) this.change({ place: null });
    if (school && !this.cube.has(school)) this.change({ school: null });
    const { years } = dashboard;
    if (!years.includes(this.address.year)) this.change({ year: defaultAddress(years).year });
  }

  /** Value of the drawn measure in a zone; null when protected or unknown. */
  valueOf(zone: ZoneAnswer): number | null {
    return this.measure === 'rate' ? zone.rate : zone.share === null ? null : zone.share * 100;
  }

  classOf(zone: ZoneAnswer): number | null {
    const value = this.valueOf(zone);
    return value === null ? null : classOf(value, this.limits);
  }

  change(part: Partial<Address>): void {
    if (part.year) this.missing = [];
    this.address = { ...this.address, ...part };
  }

  /** Chooses a place or a school, or lets go of it when it is chosen already. */
  choose(ref: PlaceRef | null): void {
    if (ref === null) return this.change({ place: null, school: null });
    if (ref.kind === 'school') {
      this.change({ school: ref.code === this.address.school ? null : ref.code });
    } else if (ref.kind !== 'epci') {
      this.change({ place: ref.code === this.address.place?.code ? null : ref });
    }
  }

  clear(): void {
    const { years } = this.cube.dashboard;
    const { view, measure, sort } = this.address;
    this.change({ ...defaultAddress(years), view, measure, sort });
  }

  read(params: URLSearchParams): void {
    const { years } = this.cube.dashboard;
    const missing = unknownYears(params, ['annee'], years);
    if (missing.length + this.missing.length > 0) this.missing = missing;
    const next = readAddress(params, { years, kindOf: (code) => this.kindOf(code) });
    // The same address read again, as at every first visit, must not draw the page again.
    if (writeAddress(next, years).toString() !== this.write().toString()) this.address = next;
  }

  write(): URLSearchParams {
    return writeAddress(this.address, this.cube.dashboard.years);
  }

  kindOf(code: string): 'commune' | 'qpv' | 'school' | null {
    const { communes, qpvs, schools } = this.cube.dashboard;
    if (communes.some((commune) => commune.code === code)) return 'commune';
    if (qpvs.some((qpv) => qpv.code === code)) return 'qpv';
    return schools.some(({ uai }) => uai === code) ? 'school' : null;
  }

  /** Limits hold over all years, so that a colour keeps its meaning when the year changes. */
  #allValues(measure: Measure): number[] {
    return this.cube.dashboard.years.flatMap((year) =>
      this.cube
        .zones({ ...this.filter, year, place: null }, this.zoneKind)
        .flatMap((zone) =>
          measure === 'rate' ? (zone.rate ?? []) : zone.share === null ? [] : zone.share * 100
        )
    );
  }
}

export const [coverageState, provideCoverageState] = createContext<CoverageState>();
