// The sources that the files of a territory name, or its rows, in one line.
import type { Dashboard } from '$lib/cube/dashboard';
import { semicolon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { originNames } from '$lib/ui/paper/origin-names';

/** Without doubles. @param words a source in the reader's language */
export const namedSources = (dashboard: Dashboard, words: (french: string) => string): string =>
  m.paper_sources({ sources: originNames(dashboard) ?? namedByRows(dashboard, words) });

function namedByRows({ communes, qpvs, schools }: Dashboard, words: (french: string) => string): string {
  const named = [...communes, ...qpvs, ...schools].map(({ source }) => words(source.trim()));
  return [...new Set(named)].join(semicolon());
}
