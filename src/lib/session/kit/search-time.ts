// How long a search of a page may last: as its page says, or as its surroundings do.

/** Where another time stands, in seconds: browser tests set it before the page's scripts run. */
const LIMIT = 'maillageSearchSeconds';

/**
 * Seconds that a search may take.
 *
 * @param usual what the page says
 */
export function searchSeconds(usual: number): number {
  const limit = (globalThis as { [LIMIT]?: unknown })[LIMIT];
  return typeof limit === 'number' && limit > 0 ? limit : usual;
}
