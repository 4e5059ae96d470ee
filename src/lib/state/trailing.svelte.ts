// A value that may come a moment after what it follows: what is read first is written first.
import { untrack } from 'svelte';

/**
 * Holds the answer of `compute`, and asks it again in a task of its own after what `follow` reads has changed. Many
 * changes in one task ask once. For what is costly and looked at second, such as a map beside its figures.
 */
export class Trailing<T> {
  value: T = $state.raw() as T;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(follow: () => unknown, compute: () => T) {
    this.value = untrack(compute);
    let fresh = true;
    $effect(() => {
      follow();
      if (fresh) {
        fresh = false;
        return;
      }
      this.#due ??= setTimeout(() => {
        this.#due = undefined;
        this.value = untrack(compute);
      });
    });
    $effect(() => () => clearTimeout(this.#due));
  }
}
