// A derived value computed in a later task: for what is costly and looked at second, such as a map's scene beside its figures.
import { untrack } from 'svelte';
import { whenIdle } from './scheduling.ts';

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part, at) => part === other[at])
    : one === other;

/** Computed at once when made; again once per batch of changes of what `depends` reads. Within a component. */
export class DeferredValue<T> {
  value: T = $state.raw() as T;
  #scheduled = false;
  #ended = false;

  /**
   * @param depends reads the reactive values that `compute` depends on
   * @param compute its own reads are not tracked
   * @param nextTask true: recomputes in the next task; false: at the browser's next idle period
   */
  constructor(depends: () => unknown, compute: () => T, nextTask: () => boolean = () => true) {
    this.value = untrack(compute);
    /** A link may be read between the construction and the first effect. */
    const initial = untrack(depends);
    let first = true;
    const recompute = () => {
      this.#scheduled = false;
      if (!this.#ended) this.value = untrack(compute);
    };
    $effect(() => {
      const unchanged = same(depends(), initial) && first;
      first = false;
      if (unchanged || this.#scheduled) return;
      this.#scheduled = true;
      if (untrack(nextTask)) setTimeout(recompute);
      else void whenIdle().then(recompute);
    });
    $effect(() => () => (this.#ended = true));
  }
}
