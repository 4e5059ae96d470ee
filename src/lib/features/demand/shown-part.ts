// Which part of the page a link opens, and a frame, a picture or a story draws; the queue where none is named.
import { pageOf } from '$lib/pages/register.ts';

export const SHOWN = 'montre';
/** The years to come; the places of new posts; the shared service. */
const PARTS = ['annees', 'ouvertures', 'mutualisation'] as const;
export type ShownPart = (typeof PARTS)[number];

export const shownPart = (params: URLSearchParams): ShownPart | null =>
  PARTS.find((part) => part === params.get(SHOWN)) ?? null;

/** Address of a step of a story, under the site's base. @param params what the part is drawn with */
export function partAddress(part: ShownPart, params = new URLSearchParams()): string {
  params.set(SHOWN, part);
  return `${pageOf('demand').path}?${params}`;
}
