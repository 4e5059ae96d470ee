// The state of the coverage pages: filters, the answers of the cube, and what is pointed at.
import { createContext } from 'svelte';
import { classOf, roundLimits } from '$lib/cube/classes.ts';
import type { CoverageCube, ZoneAnswer } from '$lib/cube/coverage.ts';
import { keyFigures, sentenceFacts } from '$lib/cube/figures.ts';
import type { Filter } from '$lib/cube/filter.ts';
import { waitingSchools } from '$lib/cube/waiting.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { SiteData } from '$lib/session/site-data.svelte.ts';
import { unknownYears } from '$lib/session/address-params.ts';
import {
  defaultAddress,
  knownAddress,
  readAddress,
  writeAddress,
  type Address,
  type Measure
} from './coverage-address.ts';

/** More than this share of protected zones, and a view falls back to one that can be read. */
const MOSTLY = 0.5;

export class CoverageState {
  /** What was chosen last, whether the data still have it or not. */
  #chosen: Address = $state.raw() as Address;
  /** What is shown: a year, place or school that the data do not have, once a reader's files override them, gives way. */
  address: Address = $derived.by(() => knownAddress(this.#chosen, this.cube));
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

  readonly #site: SiteData;
  readonly #first: Address;

  constructor(site: SiteData) {
    this.#site = site;
    this.#first = defaultAddress(site.original.years);
    this.#chosen = this.#first;
  }

  /** Answers every filter. */
  get cube(): CoverageCube {
    return this.#site.cube;
  }

  /** Nothing was filtered, chosen or loaded yet: the prerendered page shows what there is to show. */
  get isAsPrerendered(): boolean {
    return this.#chosen === this.#first && this.#site.isOriginal;
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
    this.#chosen = { ...this.address, ...part };
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
    if (writeAddress(next, years).toString() !== this.write().toString()) this.#chosen = next;
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
