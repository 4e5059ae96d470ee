// State of the coverage page: filters, the cube's results, and what the pointer is on.
import { untrack } from 'svelte';
import { classOf, roundLimits } from '$lib/cube/classes.ts';
import type { CoverageCube, ZoneFigures } from '$lib/cube/coverage.ts';
import { keyFigures, sentenceFacts } from '$lib/cube/figures.ts';
import type { Filter } from '$lib/cube/filter.ts';
import { isOneCommune } from '$lib/cube/dashboard.ts';
import { populationWords } from '$lib/i18n/terms.ts';
import { zonePlaceKind, type ZonePlaceKind } from '$lib/cube/school-groups.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { siteData, type SiteData } from '$lib/session/site-data.svelte.ts';
import { unknownYears, type KnownPlaces } from '$lib/session/kit/address-kinds.ts';
import { keptRecord } from '$lib/figures/kept-record.svelte.ts';
import { coverageSlot, type CoverageSlot } from './coverage-slot.svelte.ts';
import { coverageAddress, settle, type Address, type CoverageMeasure } from './coverage-address.ts';

/** Share of protected zones above which a measure falls back to one that can be read. */
const MOSTLY = 0.5;

export class CoverageState {
  /** What is chosen, as a link says it: read from one on arrival, and by Back and Forward. */
  address: Address = $state.raw() as Address;
  hovered: PlaceRef | null = $state.raw(null);
  /** Unknown years in the link. */
  missing: readonly string[] = $state.raw([]);

  filter: Filter = $derived({
    year: this.address.year,
    level: this.address.level,
    theme: this.address.theme,
    place: this.address.place
  });
  /** The year that changes are counted from; the year itself where none is before it. */
  from: SchoolYear = $derived.by(() => {
    const { from, year } = this.address;
    const { years } = this.cube.dashboard;
    return from ?? years[years.indexOf(year) - 1] ?? year;
  });
  /** Highlighted on the map and in the table. */
  selected: PlaceRef | null = $derived(
    this.address.school ? { kind: 'school', code: this.address.school } : this.address.place
  );
  figures = $derived.by(() => keyFigures(this.cube, this.filter));
  facts = $derived.by(() => sentenceFacts(this.cube, this.filter));
  evolution = $derived.by(() => this.cube.evolution(this.filter));
  /** In one commune, whose groups of schools have no count of children, the change of these is that of its neighbourhoods. */
  zoneKind: ZonePlaceKind = $derived.by(() => {
    const { view, changed } = this.address;
    const { dashboard } = this.cube;
    const ofQuarters = changed === 'children' && isOneCommune(dashboard) && dashboard.qpvs.length > 0;
    return view === 'quartiers' || ofQuarters ? 'qpv' : zonePlaceKind(dashboard);
  });
  zones = $derived.by(() => this.cube.zones(this.filter, this.zoneKind));
  schools = $derived.by(() => this.cube.schools(this.filter));

  /** Share of the zones shown whose count of children is protected or unknown. */
  hiddenShare = $derived(
    this.zones.length === 0
      ? 0
      : this.zones.filter(({ children }) => children.status !== 'published').length / this.zones.length
  );
  mostlyHidden = $derived(this.hiddenShare > MOSTLY);
  /** Measure of the map: the chosen one, or the share of schools where the rate is mostly protected or unknown. */
  measure: CoverageMeasure = $derived(
    this.mostlyHidden || this.zones.every(({ rate }) => rate === null) ? 'share' : this.address.measure
  );
  /** The map's measure is not the chosen one, because too many zones are protected. */
  fallback = $derived(this.measure !== this.address.measure);
  limits = $derived.by(() =>
    roundLimits(this.#allValues(this.measure), this.measure === 'share' ? 100 : Infinity)
  );

  readonly #site: SiteData;
  readonly #first: Address;

  constructor(site: SiteData) {
    this.#site = site;
    this.#first = coverageAddress.usual(this.#known);
    this.address = this.#first;
  }

  get cube(): CoverageCube {
    return this.#site.cube;
  }

  /** Which schools are followed is known, and means something at the level chosen: collèges are not followed as such. */
  get followUpKnown(): boolean {
    return this.cube.followUpKnown && this.address.level !== 'college';
  }

  /** Whom the rate counts: « de la maternelle au collège ». */
  get population(): string {
    return populationWords(this.cube.rateLevels(this.address.level));
  }

  /** Nothing has been filtered or selected: the prerendered page is up to date. */
  get isAsPrerendered(): boolean {
    return this.address === this.#first;
  }

  /** Value of the map's measure in a zone; null when protected or unknown. */
  valueOf(zone: ZoneFigures): number | null {
    return this.measure === 'rate' ? zone.rate : zone.share === null ? null : zone.share * 100;
  }

  /** By code: schools followed against the year before. */
  yearChanges = $derived.by(() => this.cube.yearChanges(this.filter, this.zoneKind));

  /** Class of the figure as it is shown, rounded: a zone that reads 25 is in « 25 à 30 ». */
  classOf(zone: ZoneFigures): number | null {
    const value = this.valueOf(zone);
    return value === null ? null : classOf(Math.round(value), this.limits);
  }

  change(part: Partial<Address>): void {
    if (part.year || part.from) this.missing = [];
    this.address = settle({ ...this.address, ...part });
  }

  /** Selects a place or a school, or deselects it. */
  choose(ref: PlaceRef | null): void {
    if (ref === null) return this.change({ place: null, school: null });
    if (ref.kind === 'school') {
      this.change({ school: ref.code === this.address.school ? null : ref.code });
    } else if (ref.kind !== 'epci') {
      this.change({ place: ref.code === this.address.place?.code ? null : ref });
    }
  }

  clear(): void {
    const { moment, from, view, measure, changed, sort } = this.address;
    this.change({ ...coverageAddress.usual(this.#known), moment, from, view, measure, changed, sort });
  }

  read(params: URLSearchParams): void {
    const missing = unknownYears(params, ['annee', 'de'], this.#known.years);
    if (missing.length + this.missing.length > 0) this.missing = missing;
    // The same address read again, as on every first load, does not render the page again.
    this.address = coverageAddress.update(this.address, params, this.#known);
  }

  write(): URLSearchParams {
    return coverageAddress.write(this.address, this.#known);
  }

  get #known(): KnownPlaces {
    const { years, themes } = this.cube.dashboard;
    return { years, themes, kindOf: (code) => this.kindOf(code) };
  }

  kindOf(code: string): ZonePlaceKind | 'school' | null {
    const { communes, qpvs, schools } = this.cube.dashboard;
    if (communes.some((commune) => commune.code === code)) return 'commune';
    if (qpvs.some((qpv) => qpv.code === code)) return 'qpv';
    if (this.cube.groups.some((group) => group.code === code)) return 'group';
    return schools.some(({ uai }) => uai === code) ? 'school' : null;
  }

  /** Limits are computed over all years, so that a colour keeps its meaning when the year changes. */
  #allValues(measure: CoverageMeasure): number[] {
    return this.cube.dashboard.years.flatMap((year) =>
      this.cube
        .zones({ ...this.filter, year, place: null }, this.zoneKind)
        .flatMap((zone) =>
          measure === 'rate'
            ? zone.rate === null
              ? []
              : Math.round(zone.rate)
            : zone.share === null
              ? []
              : Math.round(zone.share * 100)
        )
    );
  }
}

const stateOf = keptRecord<CoverageSlot, CoverageState>();

/** Of the territory at hand: the same for all pages, whichever asks first. */
export function coverageState(): CoverageState {
  const [slot, site] = [coverageSlot(), siteData()];
  return untrack(() => (slot.state ??= stateOf(slot, () => new CoverageState(site))));
}
