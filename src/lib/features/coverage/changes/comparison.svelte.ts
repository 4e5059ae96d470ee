// Two years compared: the differences of the page's years, place and view, and their classes on the map.
import { changesBetween, type CountComparison, type Difference, type ZoneChange } from '$lib/cube/changes.ts';
import { isOneCommune } from '$lib/cube/dashboard.ts';
import type { CoverageState } from '../coverage-state.svelte.ts';

export class Comparison {
  readonly coverage: CoverageState;

  changes = $derived.by(() => {
    const { from, zoneKind, address, cube } = this.coverage;
    return changesBetween(cube, from, address.year, address.place, zoneKind);
  });
  /** Of the whole territory. */
  whole = $derived.by(() => {
    const { from, address, cube } = this.coverage;
    return address.place === null ? this.changes : changesBetween(cube, from, address.year);
  });
  /** Largest increase of a zone, divided into three classes. */
  readonly #most = $derived.by(() =>
    Math.max(0, ...this.changes.zones.map((zone) => this.differenceOf(zone).value ?? 0))
  );
  /** Upper limits of the two lower classes of increase. */
  steps = $derived.by((): readonly [number, number] => {
    const step = Math.max(1, Math.ceil(this.#most / 3));
    return [step, 2 * step];
  });

  constructor(coverage: CoverageState) {
    this.coverage = coverage;
  }

  /** In one commune: a place within it whose counts are published. A table of the commune alone would repeat the whole. */
  get hasZones(): boolean {
    const { cube, zoneKind } = this.coverage;
    if (!isOneCommune(cube.dashboard)) return true;
    const isCompared = (zone: ZoneChange) => this.differenceOf(zone).why !== 'absent';
    return zoneKind !== 'commune' && this.changes.zones.some(isCompared);
  }

  /** Of the measure chosen, in a zone of the table. */
  ofZone(code: string): CountComparison | null {
    const zone = this.changes.zones.find(({ ref }) => ref.code === code);
    return zone?.[this.coverage.address.changed] ?? null;
  }

  differenceOf(zone: ZoneChange): Difference {
    return zone[this.coverage.address.changed].difference;
  }

  /** 0 a decrease, 1 no change, 2 to 4 an increase; null where years cannot be compared. */
  classOf(zone: ZoneChange): number | null {
    const { value } = this.differenceOf(zone);
    if (value === null) return null;
    if (value <= 0) return value < 0 ? 0 : 1;
    return 2 + this.steps.filter((step) => value > step).length;
  }
}
