// Sessions for a page that does not wait for them: they are read once it runs, with what judges them. Its first paint asks for nothing of it.
import { onMount } from 'svelte';
import { decision } from '$lib/session/decision/decision.svelte.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { territoryDoor } from '$lib/session/territory-door.ts';
import { sessionsSlot } from '../sessions-slot.svelte.ts';
import type { KnownBeside, SessionsRead } from './sessions-read.svelte.ts';

/** What the figures of sessions are of: asked while a page is made. */
export const actionTab = () => ({ slot: sessionsSlot(), site: siteData(), decided: decision() });
export type ActionTab = ReturnType<typeof actionTab>;

/**
 * To be called while a page is made.
 *
 * @returns `current` null until they are read, and where they cannot be: the page is then without them
 */
export function deferredActions(known: () => KnownBeside): { readonly current: SessionsRead | null } {
  const [tab, door] = [actionTab(), territoryDoor()];
  let current: SessionsRead | null = $state.raw(null);
  onMount(() => {
    import('./sessions-read.svelte.ts')
      .then(({ readSessions }) => readSessions(tab, known(), door.fetch))
      .then(
        (read) => (current = read),
        (error: unknown) => console.warn(error)
      );
  });
  return {
    get current() {
      return current;
    }
  };
}
