// The sources that the files of a territory name, or its rows, in one line.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { semicolon } from '$lib/i18n/locale.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Of outlines, neighbourhoods and schools, by the files that the territory was put together from; null where the rows themselves name theirs. */
export function originNames({ origins }: Pick<Dashboard, 'origins'>): string | null {
  if (!origins) return null;
  const named = ['communes', 'qpvs', 'schools'].flatMap((list) => origins[list]?.source.split(' ; ') ?? []);
  return [...new Set(named)].join(semicolon());
}

/** Without doubles. @param words a source in the reader's language */
export const namedSources = (dashboard: Dashboard, words: (french: string) => string): string =>
  m.paper_sources({ sources: originNames(dashboard) ?? namedByRows(dashboard, words) });

function namedByRows({ communes, qpvs, schools }: Dashboard, words: (french: string) => string): string {
  const named = [...communes, ...qpvs, ...schools].map(({ source }) => words(source.trim()));
  return [...new Set(named)].join(semicolon());
}
