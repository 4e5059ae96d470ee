// The language in force, for formatters: French unless the reader chose English.
import { getLocale } from './paraglide/runtime.js';

export type Locale = 'fr' | 'en';
export type InEachLanguage<T = string> = Readonly<Record<Locale, T>>;

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

export function locale(): Locale {
  return getLocale();
}

/** `lang` of words that stay French in every language: the service's own data and notes. */
export const frenchLang = (): 'fr' | undefined => (locale() === 'fr' ? undefined : 'fr');

/** What parts a name from its value: a narrow space before the colon in French. */
export const colon = (): string => (locale() === 'fr' ? '\u202f: ' : ': ');

/** What parts the items of a list that holds commas. */
export const semicolon = (): string => (locale() === 'fr' ? '\u202f; ' : '; ');

/** BCP 47 tag for Intl. */
export function localeTag(): string {
  return TAGS[locale()];
}
