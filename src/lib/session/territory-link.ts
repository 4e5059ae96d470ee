// What a link holds of a territory opened by its name, and how such a link is opened.
import { base } from '$app/paths';
import { pageOf } from '$lib/pages/register.ts';
import { openedTerritory } from './territory-door.ts';

/** Parameters of a link that open a territory by its name. */
export const TERRITORY_KEYS = ['pre', 'siren', 'commune'] as const;

/** The page to go to once it is open. */
export const NEXT_PAGE = 'suite';

/** Where a link that names a territory is opened: Mon territoire makes it, then gives its page. Null where it names none, or is there already. */
export function openingAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null {
  const door = `${base}${pageOf('territory').path}/`;
  const params = new URLSearchParams(search);
  const key = TERRITORY_KEYS.find((one) => params.has(one));
  if (key === undefined || pathname === door) return null;
  const named = { [key]: params.get(key)! };
  for (const one of TERRITORY_KEYS) params.delete(one);
  const rest = params.size > 0 ? `?${params}` : '';
  return `${door}?${new URLSearchParams({ ...named, [NEXT_PAGE]: pathname.slice(base.length) + rest })}`;
}

/** The parameters of an address, with the territory that the reader has opened by its name. */
export function withTerritory(params: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(params);
  for (const key of TERRITORY_KEYS) all.delete(key);
  for (const [key, value] of new URLSearchParams(openedTerritory()?.link ?? '')) all.set(key, value);
  return all;
}
