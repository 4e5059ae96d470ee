// Copies a text and says aloud whether it was done: a browser may refuse.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Announcer } from './announcer.svelte';

export async function copyText(text: string, live: Announcer, done: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => live.say(done),
    () => live.say(m.coverage_link_failed())
  );
}
