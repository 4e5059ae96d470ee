// Where a sheet's figures come from, in one line, and the short name of the data that made it.
import type { Dashboard } from '$lib/cube/dashboard';
import { catalogueWords } from '$lib/i18n/catalogue-en';
import { semicolon } from '$lib/i18n/locale';
import { originNames } from '$lib/ui/paper/origin-names';
import { m } from '$lib/i18n/paraglide/messages.js';

const SHORT = 12;

/** « 23e3b76319f4 »: enough to tell two builds apart when read aloud. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, SHORT);

/** The sources that the territory's files name, or its rows, without doubles. */
export function sourcesOf(dashboard: Dashboard): string {
  const sources = originNames(dashboard) ?? namedByRows(dashboard);
  return m.paper_sources({ sources });
}

function namedByRows({ communes, qpvs, schools }: Dashboard): string {
  const named = [...communes, ...qpvs, ...schools].map(({ source }) => catalogueWords(source.trim()).text);
  return [...new Set(named)].join(semicolon());
}
