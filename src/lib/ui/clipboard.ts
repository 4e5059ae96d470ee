// Copies a text and says aloud whether it was done: a browser may refuse. The page shows the same sentence.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Announcer } from './announcer.svelte';

/** @returns what became of it */
export async function copyText(text: string, live: Announcer, done: string): Promise<string> {
  const outcome = await navigator.clipboard.writeText(text).then(
    () => done,
    () => m.coverage_link_failed()
  );
  live.say(outcome);
  return outcome;
}
