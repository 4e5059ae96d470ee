// Conversion between the address of a view and that of its embedded frame.
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import { FORMER_ADDRESSES } from '$lib/pages/register.ts';
import { readStoryAddress, writeStoryAddress } from '$lib/pages/story.ts';
import { STORY_PAGES } from '$lib/pages/views.ts';

/**
 * A view with the decision in use, as frames and steps of a story hold it: they have no decision of their own.
 *
 * @param file null where the territory has no posts to show
 * @returns null for an address of another page
 */
export function decidedAddress(
  view: string,
  base: string,
  decided: Pick<Decision, 'inLink'>,
  file: AssignmentFile | null
): string | null {
  const found = readStoryAddress(view, base);
  // The plan of a fragment is said once.
  const params = found && decided.inLink(found.params, found.fragment === '' ? file : null);
  return found && params && writeStoryAddress({ ...found, params });
}

/** `carte/?moment=evolution&de=2023-2024`; null for a page without a map of the territory. */
export function frameOf(address: string, base = ''): string | null {
  const found = readStoryAddress(address, base);
  if (!found) return null;
  const params = new URLSearchParams();
  if (found.page !== '/') params.set('page', found.page.slice(1));
  for (const [name, value] of found.params) params.append(name, value);
  const query = params.toString();
  return `carte/${query ? `?${query}` : ''}${found.fragment}`;
}

/**
 * The view of a frame's address; null when it is unknown.
 *
 * @param fragment `#plan=…`, kept for the sectors page only
 */
export function framedAddress(query: URLSearchParams, fragment = ''): string | null {
  const params = new URLSearchParams(query);
  const path = `/${query.get('page') ?? ''}`;
  params.delete('page');
  const isView = path in FORMER_ADDRESSES || STORY_PAGES.some((known) => known === path);
  const found = isView ? readStoryAddress(`${path}?${params}${fragment}`) : null;
  return found && writeStoryAddress(found);
}
