// How long a search of a page may last: its own limit, or a shorter one that the surroundings set.

/** Where a shorter limit stands, in seconds: browser tests set it before the page's scripts run. */
const LIMIT = 'maillageSearchSeconds';

/**
 * Seconds that a search may take.
 *
 * @param most the page's own limit
 */
export function searchSeconds(most: number): number {
  const limit = (globalThis as { [LIMIT]?: unknown })[LIMIT];
  return typeof limit === 'number' && limit > 0 ? Math.min(limit, most) : most;
}
