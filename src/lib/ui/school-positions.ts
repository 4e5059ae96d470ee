// What the positions of the schools are worth, in one sentence: the same count on every map, print and portrait.
import { countPositions } from '$lib/cube/school-counts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { School } from '$lib/model/school';

/** « 62 écoles à leur position officielle, 16 en position approximative. »; empty without a school. */
export function positionWords(schools: readonly School[]): string {
  const { official, approximate, unplaced } = countPositions(schools);
  const parts = [
    official > 0 ? m.positions_official({ count: official }) : '',
    approximate > 0 ? m.positions_approximate({ count: approximate }) : '',
    unplaced > 0 ? m.positions_unplaced({ count: unplaced }) : ''
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : '';
}
