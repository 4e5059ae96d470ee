// Children of the territory's published total that no published commune counts: said under the table, so that nobody subtracts in vain.
import type { CoverageCube } from '../coverage.ts';
import type { Filter } from '../filter.ts';
import { ELSEWHERE } from './protection-figures.ts';

export interface Unallocated {
  children: number;
  /** Communes whose count is protected. */
  communes: string[];
  /** Communes outside the intervention are among them, protected as well. */
  elsewhere: boolean;
}

/**
 * @returns null where the total, or every commune, is protected, and where nothing is left over
 */
export function unallocated(cube: CoverageCube, filter: Filter): Unallocated | null {
  const whole = cube.children({ ...filter, place: null });
  const zones = cube.zones({ ...filter, place: null }, 'commune');
  const shown = zones.flatMap(({ children }) => children.value ?? []);
  const other = cube.children({ ...filter, place: { kind: 'commune', code: ELSEWHERE } });
  const left = (whole.value ?? 0) - shown.reduce((sum, value) => sum + value, 0) - (other.value ?? 0);
  if (whole.value === null || shown.length === 0 || left <= 0) return null;
  return {
    children: left,
    communes: zones.filter(({ children }) => children.status === 'suppressed').map(({ name }) => name),
    elsewhere: other.status === 'suppressed'
  };
}
