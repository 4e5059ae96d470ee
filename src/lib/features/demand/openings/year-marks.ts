// What the small map of a year shows, in degrees.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { withTownHalls } from '$lib/engines/travel/index.ts';
import { postNumber } from '$lib/i18n/place-names.ts';

export const YEAR_SYMBOLS = ['waiting', 'opens', 'opened', 'followed', 'post'] as const;
export type YearSymbol = (typeof YEAR_SYMBOLS)[number];

const NAMES: Record<YearSymbol, () => string> = {
  waiting: m.route_key_waiting,
  opens: m.route_key_opens,
  opened: m.route_key_opened,
  followed: m.route_key_followed,
  post: m.route_key_post
};
export const symbolName = (kind: YearSymbol): string => NAMES[kind]();

interface Mark {
  id: string;
  lon: number;
  lat: number;
}

export interface YearMarks {
  followed: Mark[];
  waiting: Mark[];
  /** Opened in a year before. */
  opened: Mark[];
  opens: Mark[];
  posts: (Mark & { number: string; created: boolean })[];
}

export interface MarkedYear {
  opened: readonly string[];
  waiting: readonly string[];
  bases: Readonly<Record<string, string>>;
}

/**
 * Marks of each year.
 *
 * @param followed schools followed today
 * @param years today first
 */
export function yearMarks(
  dashboard: Dashboard,
  followed: readonly string[],
  years: readonly MarkedYear[]
): YearMarks[] {
  const places = new Map(
    withTownHalls(dashboard.schools, dashboard.communes).flatMap(({ uai, lon, lat }) =>
      lon === null || lat === null ? [] : [[uai, { lon, lat }] as const]
    )
  );
  const towns = new Map(
    dashboard.communes.map(({ code, town_lon, town_lat }) => [code, { lon: town_lon, lat: town_lat }])
  );
  const marks = (ids: readonly string[]): Mark[] =>
    ids.flatMap((id) => {
      const place = places.get(id);
      return place ? [{ id, ...place }] : [];
    });
  const opened: string[] = [];
  const known = new Set<string>();
  return years.map((year) => {
    const before = marks(opened);
    opened.push(...year.opened);
    const posts = Object.entries(year.bases).flatMap(([id, base]) => {
      const town = towns.get(base);
      return town ? [{ id, ...town, number: postNumber(id), created: !known.has(id) }] : [];
    });
    for (const { id } of posts) known.add(id);
    return {
      followed: marks(followed),
      waiting: marks(year.waiting),
      opened: before,
      opens: marks(year.opened),
      posts
    };
  });
}
