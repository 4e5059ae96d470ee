// State of the page: the choices of the address, and the children that follow from them.
import { createContext } from 'svelte';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { DAMPING } from '$lib/engines/demand/index.ts';
import { childrenForecast, type ChildrenForecast } from '$lib/figures/forecast.ts';
import { DEFAULT_DEMAND, demandAddress, type DemandAddress, type Growth } from './demand-address.ts';

const DAMPINGS: Record<Growth, number> = { slowing: DAMPING, steady: 1, none: 0 };

export class DemandState {
  readonly cube: CoverageCube;
  address: DemandAddress = $state.raw(DEFAULT_DEMAND);
  figures: ChildrenForecast = $derived.by(() => childrenForecast(this.cube, DAMPINGS[this.address.growth]));

  constructor(cube: CoverageCube) {
    this.cube = cube;
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
