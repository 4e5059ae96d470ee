// What is told while both levels are searched: the best plan with who is under whom, and a bound that holds for every grouping.
import type { Grouping } from '../problem/groupings.ts';
import type { TwoLevelProgress } from './two-levels.ts';

export class TwoLevelNews {
  /** Cost of the best plan, its penalty within. */
  #worth: number | null = null;
  #penalty = 0;
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
  plan(objective: number, plan: Int32Array, grouping: Grouping, penalty = 0): void {
    if (this.#worth !== null && objective + penalty >= this.#worth) return;
    this.#worth = objective + penalty;
    this.#penalty = penalty;
    const { coordinators, referents } = this.names;
    const named = Object.fromEntries(referents.map((id, j) => [id, coordinators[grouping[j]!] ?? '']));
    this.#tell({ plan, grouping: named });
  }

  /** What the grouping being solved costs at the least. */
  bound(least: number | null): void {
    const bound = Math.min(least ?? -Infinity, this.others, this.#worth ?? Infinity);
    if (!Number.isFinite(bound) || bound <= this.#bound) return;
    this.#bound = bound;
    this.#tell({});
  }

  #tell(more: Pick<TwoLevelProgress, 'plan' | 'grouping'>): void {
    const [worth, penalty] = [this.#worth, this.#penalty];
    const least = Number.isFinite(this.#bound) ? this.#bound : null;
    const gap = worth === null || least === null ? null : Math.max(0, worth - least) / Math.max(1, worth);
    const objective = worth === null ? null : worth - penalty;
    const bound = least === null ? null : Math.min(objective ?? Infinity, least - penalty);
    const seconds = (performance.now() - this.#began) / 1000;
    this.onProgress?.({ objective, penalty, bound, gap, seconds, ...more });
  }
}
