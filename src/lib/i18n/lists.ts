// Several names in a sentence: « Anzin, Marly et Onnaing ».
import { localeTag } from './locale.ts';

export const listWords = (names: Iterable<string>): string =>
  new Intl.ListFormat(localeTag(), { type: 'conjunction' }).format(names);
