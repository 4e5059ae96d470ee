// A value that may come a moment after what it follows: what is read first is written first.
import { untrack } from 'svelte';
import { atRest } from './when-idle.ts';

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part, at) => part === other[at])
    : one === other;

/**
 * Holds the answer of `compute`, and asks it again in a task of its own after what `follow` reads has changed, or once the
 * browser rests where `soon` says no. Many changes in one task ask once. For what is costly and looked at second, such as a
 * map beside its figures.
 */
export class Trailing<T> {
  value: T = $state.raw() as T;
  #due = false;
  #ended = false;

  constructor(follow: () => unknown, compute: () => T, soon: () => boolean = () => true) {
    this.value = untrack(compute);
    /** What the first answer was made from: a link may have been read before the first effect. */
    const made = untrack(follow);
    let fresh = true;
    const ask = () => {
      this.#due = false;
      if (!this.#ended) this.value = untrack(compute);
    };
    $effect(() => {
      const unchanged = same(follow(), made) && fresh;
      fresh = false;
      if (unchanged || this.#due) return;
      this.#due = true;
      if (untrack(soon)) setTimeout(ask);
      else void atRest().then(ask);
    });
    $effect(() => () => (this.#ended = true));
  }
}
