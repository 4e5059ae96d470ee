// The code of a page whose HTML is enough: read where the page is written, or shown otherwise than it was written.
import type { Component } from 'svelte';
import { isHydrated } from '$lib/first-visit/scheduling';
import { keptLanguage } from '$lib/session/preferences.svelte';
import { openedTerritory } from '$lib/session/territory-door';

export interface TextPart<Props extends Record<string, unknown>> {
  /** Null where the HTML says the same. */
  part: Component<Props> | null;
  later: () => Promise<Component<Props>>;
}

/** For the `load` of a page. */
export async function textPart<Props extends Record<string, unknown>>(
  fetch: () => Promise<{ default: Component<Props> }>
): Promise<TextPart<Props>> {
  const later = async () => (await fetch()).default;
  const isWritten =
    !import.meta.env.SSR && !isHydrated() && openedTerritory() === null && keptLanguage() === 'fr';
  return { part: isWritten ? null : await later(), later };
}
