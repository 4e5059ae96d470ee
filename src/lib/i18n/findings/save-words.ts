// What a save of a territory changed, in one sentence of counts: no value of a row, no name.
import type { MergedListName, SaveEntry } from '../../model/documents/save-history.ts';
import { locale, type InEachLanguage } from '../locale.ts';
import { capitalised, numberWord } from '../numbers.ts';

/** One, and several. */
type Nouns = InEachLanguage<readonly [string, string]>;

const FEMININE: readonly MergedListName[] = ['corrections', 'plans', 'decision', 'calendar', 'meetings', 'sessions', 'answers', 'teams', 'milestones', 'releases']; // prettier-ignore
const lines = (fr: string, en: string): Nouns => ({
  fr: [`ligne changée ${fr}`, `lignes changées ${fr}`],
  en: [`line changed ${en}`, `lines changed ${en}`]
});
const CHANGED: Readonly<Record<MergedListName, Nouns>> = {
  config: { fr: ['réglage changé', 'réglages changés'], en: ['setting changed', 'settings changed'] },
  corrections: { fr: ['valeur corrigée', 'valeurs corrigées'], en: ['value corrected', 'values corrected'] },
  matches: {
    fr: ['colonne ou mot relié', 'colonnes ou mots reliés'],
    en: ['column or word matched', 'columns or words matched']
  },
  nicknames: { fr: ['surnom changé', 'surnoms changés'], en: ['nickname changed', 'nicknames changed'] },
  plans: lines('dans les répartitions enregistrées', 'in the saved assignments'),
  decision: lines('dans la décision en cours', 'in the decision in use'),
  calendar: lines('dans le calendrier en cours', 'in the calendar in use'),
  meetings: lines('dans les calendriers de réunions', 'in the calendars of meetings'),
  agenda: {
    fr: ['ordre du jour changé', 'ordres du jour changés'],
    en: ['agenda changed', 'agendas changed']
  },
  sessions: lines('dans les séances', 'in the sessions'),
  answers: lines('dans le bilan et les comptes rendus', 'in the report and the records'),
  posts: { fr: ['poste changé', 'postes changés'], en: ['post changed', 'posts changed'] },
  teams: { fr: ['équipe changée', 'équipes changées'], en: ['team changed', 'teams changed'] },
  milestones: {
    fr: ['échéance changée', 'échéances changées'],
    en: ['milestone changed', 'milestones changed']
  },
  sources: {
    fr: ['fichier ajouté, remplacé ou retiré', 'fichiers ajoutés, remplacés ou retirés'],
    en: ['file added, replaced or removed', 'files added, replaced or removed']
  },
  releases: {
    fr: ['publication d’effectifs protégés changée', 'publications d’effectifs protégés changées'],
    en: ['release of protected counts changed', 'releases of protected counts changed']
  }
};
const FIRST: InEachLanguage = { fr: 'Premier enregistrement.', en: 'First save.' };
const BOTH: InEachLanguage = { fr: 'Deux dossiers réunis', en: 'Two files put together' };

/** « deux réglages changés », « une valeur corrigée » */
export const countedChanges = (changed: SaveEntry['changed']): string[] =>
  Object.entries(changed).map(([where, count]) => {
    const list = where as MergedListName;
    const word = numberWord(count, FEMININE.includes(list) ? 'feminine' : 'masculine');
    return `${word} ${CHANGED[list][locale()][count > 1 ? 1 : 0]}`;
  });

/** « Deux réglages changés, une valeur corrigée. » */
function countsSentence(changed: SaveEntry['changed'], before = ''): string {
  const counted = countedChanges(changed);
  const start = counted.length > 0 && before ? `${before}${locale() === 'fr' ? '\u202f: ' : ': '}` : before;
  return capitalised(`${start}${counted.join(', ')}.`);
}

/** What a save says of itself. */
export function saveSentence({ from, changed }: Pick<SaveEntry, 'from' | 'changed'>): string {
  if (from.length === 0) return FIRST[locale()];
  return countsSentence(changed, from.length > 1 ? BOTH[locale()] : '');
}
