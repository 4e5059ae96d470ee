// State of the comparison: two years, selected place, and the differences drawn on the map.
import { createContext } from 'svelte';
import { changesBetween, type Difference, type ZoneChange } from '$lib/cube/changes.ts';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { isOneCommune } from '$lib/cube/dashboard.ts';
import { zonePlaceKind, type ZonePlaceKind } from '$lib/cube/school-groups.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { unknownYears, type KnownPlaces } from '$lib/session/kit/address-kinds.ts';
import { changesAddress, type ChangeAddress } from './changes-address.ts';

export class ChangesState {
  readonly #cube: () => CoverageCube;
  address: ChangeAddress = $state.raw() as ChangeAddress;
  /** Zones compared: in one commune, its neighbourhoods or its groups of schools. Children are counted in the former alone. */
  zoneKind: ZonePlaceKind = $derived.by(() => {
    const { kind, measure } = this.address;
    const { dashboard } = this.cube;
    const ofSchools = kind === 'qpv' ? kind : zonePlaceKind(dashboard);
    const hasQuarters = this.isOneCommune && dashboard.qpvs.length > 0;
    return measure === 'children' && hasQuarters ? 'qpv' : ofSchools;
  });
  hovered: PlaceRef | null = $state.raw(null);
  /** Unknown years in the link. */
  missing: readonly string[] = $state.raw([]);

  changes = $derived.by(() => {
    const { from, to, place } = this.address;
    return changesBetween(this.cube, from, to, place, this.zoneKind);
  });
  /** Largest increase of a zone, divided into three classes. */
  #most = $derived.by(() =>
    Math.max(0, ...this.changes.zones.map((zone) => this.differenceOf(zone).value ?? 0))
  );
  /** Upper limits of the two lower classes of increase. */
  steps = $derived.by((): readonly [number, number] => {
    const step = Math.max(1, Math.ceil(this.#most / 3));
    return [step, 2 * step];
  });

  constructor(cube: () => CoverageCube) {
    this.#cube = cube;
    this.address = changesAddress.usual(this.#known);
  }

  get cube(): CoverageCube {
    return this.#cube();
  }

  get years(): readonly SchoolYear[] {
    return this.cube.dashboard.years;
  }

  /** Nothing to choose between: one commune. */
  get isOneCommune(): boolean {
    return isOneCommune(this.cube.dashboard);
  }

  /** In one commune: a place within it whose counts are published. A table of the commune alone would repeat the whole. */
  get hasZones(): boolean {
    if (!this.isOneCommune) return true;
    const isCompared = (zone: ZoneChange) => this.differenceOf(zone).why !== 'absent';
    return this.zoneKind !== 'commune' && this.changes.zones.some(isCompared);
  }

  differenceOf(zone: ZoneChange): Difference {
    return zone[this.address.measure].difference;
  }

  /** 0 a decrease, 1 no change, 2 to 4 an increase; null where years cannot be compared. */
  classOf(zone: ZoneChange): number | null {
    const { value } = this.differenceOf(zone);
    if (value === null) return null;
    if (value <= 0) return value < 0 ? 0 : 1;
    return 2 + this.steps.filter((step) => value > step).length;
  }

  change(part: Partial<ChangeAddress>): void {
    if (part.from) this.missing = [];
    this.address = { ...this.address, ...part };
  }

  choose(ref: PlaceRef | null): void {
    this.change({ place: ref?.code === this.address.place?.code ? null : ref });
  }

  read(params: URLSearchParams): void {
    this.missing = unknownYears(params, ['de', 'a'], this.years);
    this.address = changesAddress.update(this.address, params, this.#known);
  }

  write(): URLSearchParams {
    return changesAddress.write(this.address, this.#known);
  }

  get #known(): KnownPlaces {
    const { communes, qpvs, years } = this.cube.dashboard;
    const { groups } = this.cube;
    return {
      years,
      kindOf(code) {
        if (communes.some((one) => one.intervention && one.code === code)) return 'commune';
        if (groups.some((one) => one.code === code)) return 'group';
        return qpvs.some((one) => one.code === code) ? 'qpv' : null;
      }
    };
  }
}

export const [changesState, provideChangesState] = createContext<ChangesState>();
