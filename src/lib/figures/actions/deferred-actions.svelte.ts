// Sessions for a page that does not wait for them: they are read once it runs, with what judges them. Its first paint asks for nothing of it.
import { onMount } from 'svelte';
import { territoryDoor } from '$lib/session/territory-door.ts';
import { actionTab } from '../sessions-slot.svelte.ts';
import type { KnownBeside, SessionsRead } from './sessions-read.svelte.ts';

/**
 * To be called while a page is made.
 *
 * @returns `current` null until they are read, and where they cannot be: the page is then without them
 */
export function deferredActions(known: () => KnownBeside | Promise<KnownBeside>): {
  readonly current: SessionsRead | null;
  /** They are being read. */
  readonly isPending: boolean;
} {
  const [tab, door] = [actionTab(), territoryDoor()];
  let current: SessionsRead | null = $state.raw(null);
  let isPending = $state(true);
  onMount(() => {
    Promise.all([import('./sessions-read.svelte.ts'), known()])
      .then(([{ sessionsBeside }, beside]) => sessionsBeside(tab, beside, door.fetch))
      .then(
        (read) => (current = read),
        (error: unknown) => console.warn(error)
      )
      .finally(() => (isPending = false));
  });
  return {
    get current() {
      return current;
    },
    get isPending() {
      return isPending;
    }
  };
}
