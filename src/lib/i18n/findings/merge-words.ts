// Words of a merge of two files of one territory: what a proposal is about, and its two values.
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import type { Locale } from '../locale.ts';
import { fill, type InEachLanguage } from '../template.ts';

const LISTS: Readonly<Record<MergedListName, InEachLanguage>> = {
  config: { fr: 'Réglages du territoire', en: 'Settings of the territory' },
  corrections: { fr: 'Valeur corrigée', en: 'Corrected value' },
  matches: { fr: 'Colonne ou valeur rapprochée', en: 'Matched column or value' },
  nicknames: { fr: 'Surnom', en: 'Nickname' },
  plans: { fr: 'Plan enregistré', en: 'Saved plan' },
  decision: { fr: 'Décision en cours', en: 'Decision in use' },
  calendar: { fr: 'Calendrier en cours', en: 'Calendar in use' },
  meetings: { fr: 'Année de réunions enregistrée', en: 'Saved year of meetings' },
  agenda: { fr: 'Ordre du jour', en: 'Agenda' },
  sessions: { fr: 'Séance', en: 'Session' },
  answers: { fr: 'Réponse du bilan', en: 'Answer of the report' },
  posts: { fr: 'Poste', en: 'Post' },
  teams: { fr: 'Équipe', en: 'Team' },
  milestones: { fr: 'Échéance', en: 'Milestone' },
  sources: { fr: 'Fichier déposé', en: 'Dropped file' },
  releases: { fr: 'Effectifs protégés', en: 'Protected counts' }
};

const BOTH: InEachLanguage = {
  fr: '{list}, {key} : {a} dans le premier dossier, {b} dans le second.',
  en: '{list}, {key}: {a} in the first file, {b} in the second.'
};
const CHANGED: InEachLanguage = {
  fr: '{list}, {key} : les deux dossiers en ont un contenu différent.',
  en: '{list}, {key}: the two files hold different contents.'
};
const ALONE: InEachLanguage = {
  fr: '{list}, {key} : seulement dans le {side} dossier.',
  en: '{list}, {key}: in the {side} file only.'
};
const SIDES: InEachLanguage<{ a: string; b: string }> = {
  fr: { a: 'premier', b: 'second' },
  en: { a: 'first', b: 'second' }
};
const LONGEST = 60;

/** A school of a plan is followed by a post: its path says so by these words. */
const OF_PLAN = /(?:^|\/)plan\/(referents|coordinators)\/([^/]+)$/;
const KEYS: Readonly<Record<string, InEachLanguage>> = {
  referents: { fr: 'école {id}', en: 'school {id}' },
  coordinators: { fr: 'poste {id}', en: 'post {id}' }
};

function keyWords(key: string, locale: Locale): string {
  const [, kind = '', id = ''] = OF_PLAN.exec(key) ?? [];
  const words = KEYS[kind];
  if (words) return fill(words[locale], { id });
  const plain = key.replace(/~1/g, '/').replace(/~0/g, '~');
  return locale === 'fr' ? `« ${plain} »` : `“${plain}”`;
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a few words; null where it is not one to quote. */
function valueWords(value: Json, locale: Locale): string | null {
  const quote = (text: string) => (locale === 'fr' ? `« ${text} »` : `“${text}”`);
  if (typeof value === 'string') return value.length <= LONGEST ? quote(value) : null;
  if (typeof value === 'number') return value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB');
  if (typeof value === 'boolean') return { fr: value ? 'oui' : 'non', en: value ? 'yes' : 'no' }[locale];
  if (!isRecord(value)) return null;
  const { date, half } = value;
  if (typeof date !== 'string') return null;
  const halves: InEachLanguage =
    half === 'pm' ? { fr: 'après-midi', en: 'afternoon' } : { fr: 'matin', en: 'morning' };
  return half === undefined ? date : `${date} ${halves[locale]}`;
}

/** What two people must choose between, in one sentence. */
export function mergeSentence(
  { where, key, a, b }: { where: MergedListName; key: string; a: Json; b: Json },
  locale: Locale = 'fr'
): string {
  const about = { list: LISTS[where][locale], key: keyWords(key, locale) };
  if (a === null || b === null)
    return fill(ALONE[locale], { ...about, side: SIDES[locale][b === null ? 'a' : 'b'] });
  const [one, other] = [a, b].map((value) => valueWords(value, locale));
  return one && other ? fill(BOTH[locale], { ...about, a: one, b: other }) : fill(CHANGED[locale], about);
}
