// The files that a territory was put together from, as its readers are told of them.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { semicolon } from '$lib/i18n/locale.ts';

/** Sources of outlines, neighbourhoods and schools, without doubles; null where the rows themselves name theirs. */
export function originNames({ origins }: Pick<Dashboard, 'origins'>): string | null {
  if (!origins) return null;
  const named = ['communes', 'qpvs', 'schools'].flatMap((list) => origins[list]?.source.split(' ; ') ?? []);
  return [...new Set(named)].join(semicolon());
}
