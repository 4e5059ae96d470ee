// Words of a merge of two files of one territory: what a proposal is about, and its two values.
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import type { Locale } from '../locale.ts';
import { say, sayIfAny } from './say.ts';

const LONGEST = 60;

/** A school of a plan is followed by a post: its path says so by these words. */
const OF_PLAN = /(?:^|\/)plan\/(referents|coordinators)\/([^/]+)$/;
function keyWords(key: string, locale: Locale): string {
  const [, kind = '', id = ''] = OF_PLAN.exec(key) ?? [];
  const text = key.replace(/~1/g, '/').replace(/~0/g, '~');
  return sayIfAny(locale, `merge_${kind}`, { id }) ?? say(locale, 'merge_quoted', { text });
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a few words; null where it is not one to quote. */
export function shortValue(value: Json, locale: Locale): string | null {
  if (typeof value === 'string')
    return value.length <= LONGEST ? say(locale, 'merge_quoted', { text: value }) : null;
  if (typeof value === 'number') return value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB');
  if (typeof value === 'boolean') return say(locale, `merge_${value}`);
  if (!isRecord(value)) return null;
  const { date, half } = value;
  if (typeof date !== 'string') return null;
  return half === undefined ? date : say(locale, half === 'pm' ? 'merge_pm' : 'merge_am', { date });
}

/** What two people must choose between, in one sentence. */
export function mergeSentence(
  { where, key, a, b }: { where: MergedListName; key: string; a: Json; b: Json },
  locale: Locale = 'fr'
): string {
  const about = { list: say(locale, `merge_list_${where}`), key: keyWords(key, locale) };
  const [one, other] = [a, b].map((value) => shortValue(value, locale));
  const both = one && other ? { ...about, a: one, b: other } : null;
  const alone = b === null ? 'merge_first_alone' : 'merge_second_alone';
  const name = a === null || b === null ? alone : both ? 'merge_both' : 'merge_changed';
  return say(locale, name, both ?? about);
}
