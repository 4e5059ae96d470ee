// Where a sheet's figures come from, in one line, and the short name of the data that made it.
import { fnv1a } from '$lib/algorithms/fnv1a';
import type { Dashboard } from '$lib/cube/dashboard';
import { catalogueWords } from '$lib/i18n/catalogue-en';
import { semicolon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';

const SHORT = 12;

/** « 23e3b76319f4 »: enough to tell two builds apart when read aloud. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, SHORT);

/** The sources that the rows themselves name, without doubles. */
export function sourcesOf({ communes, qpvs, schools }: Dashboard): string {
  const named = [...communes, ...qpvs, ...schools].map(({ source }) => catalogueWords(source.trim()).text);
  return m.paper_sources({ sources: [...new Set(named)].join(semicolon()) });
}

/** A short name for settings: the same address gives the same one (FNV-1a, 32 bits). Empty for none. */
export function settingsName(settings: string): string {
  if (settings === '') return '';
  const codePoints = Array.from(settings, (character) => character.codePointAt(0)!);
  return fnv1a(codePoints).toString(16).padStart(8, '0');
}
