// The language in force, for formatters: French unless the reader chose English.
import { getLocale } from './paraglide/runtime.js';

export type Locale = 'fr' | 'en';

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

export function locale(): Locale {
  return getLocale();
}

/** BCP 47 tag for Intl. */
export function localeTag(): string {
  return TAGS[locale()];
}
