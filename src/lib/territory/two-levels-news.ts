// What is told while both levels are searched: the best plan with who is under whom, and a bound that holds for every grouping.
import type { Grouping } from './groupings.ts';
import type { TwoLevelProgress } from './two-levels.ts';

export class TwoLevelNews {
  #objective: number | null = null;
  #bound = -Infinity;
  /** No grouping but the one being solved has a plan that costs less. */
  others = Infinity;
  readonly #began = performance.now();

  /** @param names coordinators, and referents, in the problem's order */
  constructor(
    readonly names: { coordinators: readonly string[]; referents: readonly string[] },
    readonly onProgress?: (progress: TwoLevelProgress) => void
  ) {}

  /** A plan under a grouping; one that is no better than the last is not told. */
  plan(objective: number, plan: Int32Array, grouping: Grouping): void {
    if (this.#objective !== null && objective >= this.#objective) return;
    this.#objective = objective;
    const { coordinators, referents } = this.names;
    const named = Object.fromEntries(referents.map((id, j) => [id, coordinators[grouping[j]!] ?? '']));
    this.#tell({ plan, grouping: named });
  }

  /** What the grouping being solved costs at the least. */
  bound(least: number | null): void {
    const bound = Math.min(least ?? -Infinity, this.others, this.#objective ?? Infinity);
    if (!Number.isFinite(bound) || bound <= this.#bound) return;
    this.#bound = bound;
    this.#tell({});
  }

  #tell(more: Pick<TwoLevelProgress, 'plan' | 'grouping'>): void {
    const objective = this.#objective;
    const bound = Number.isFinite(this.#bound) ? this.#bound : null;
    const gap = objective === null || bound === null ? null : (objective - bound) / Math.max(1, objective);
    const seconds = (performance.now() - this.#began) / 1000;
    this.onProgress?.({ objective, penalty: 0, bound, gap: gap && Math.max(0, gap), seconds, ...more });
  }
}
