// The words that speak of a finding: one record a code, in every language of the site.
import type { Finding } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { fill, type InEachLanguage } from '../template.ts';
import { withValueWords } from './value-words.ts';

/** What was seen, as the start of a sentence: a text (see `fill`), or what makes it. */
type Sentence = string | ((finding: Finding) => string);

/** All the words of a code. */
export interface FindingRecord extends InEachLanguage<Sentence> {
  /** Names the kind of remark in a summary: « numéro UAI en double ». */
  title: InEachLanguage;
  /** What to do about it, a whole sentence, when something can be done. */
  fix?: InEachLanguage;
  /** The finding speaks of several rows: `found` is their number. */
  counted?: true;
}

export type FindingLexicon = Readonly<Record<string, FindingRecord>>;

/** The words of a code in one language. */
export interface FindingWords {
  title: string;
  what: (finding: Finding) => string;
  fix?: string;
}

/** What a lexicon says of a code in one language; undefined: a code without words. */
export function wordsIn(language: Locale, record: FindingRecord | undefined): FindingWords | undefined {
  if (!record) return undefined;
  const sentence = record[language];
  return {
    title: record.title[language],
    what: (finding) => {
      const told = withValueWords(finding, language);
      return typeof sentence === 'string' ? fill(sentence, told) : sentence(told);
    },
    ...(record.fix && { fix: record.fix[language] })
  };
}

/** What a cell holds, in a sentence: quoted, or said to be empty. */
export const CELL: InEachLanguage = {
  fr: '[ « {found} »| une case vide]',
  en: '[ “{found}”| an empty cell]'
};

/** « 20 000 » for `20000`; any other text as it is. */
export const findingFigure = (text = '', language: Locale): string =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? new Intl.NumberFormat(language).format(Number(text)) : text;

/** « un nombre de 0 à 100 000 » for `0..100000`; any other text as it is. */
export function limitsWords(expected = '', [a, to]: readonly [string, string], language: Locale): string {
  const [, least, most] = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(expected) ?? [];
  if (least === undefined || most === undefined) return expected;
  return `${a} ${findingFigure(least, language)} ${to} ${findingFigure(most, language)}`;
}

/** Words for what a document should hold, and what it holds instead. */
export const shapeWords = (fr: string, en: string, fix?: InEachLanguage): FindingRecord => ({
  title: { fr, en },
  fr: `${fr} : attendu {expected}[, trouvé {found}]`,
  en: `${en}: expected {expected}[, found {found}]`,
  ...(fix && { fix })
});

/** Words that end with what was seen and what was expected, when they are known. */
export const seenWords = (fr: string, en: string, fix?: InEachLanguage): FindingRecord => ({
  title: { fr, en },
  fr: (finding) =>
    `${fr}${fill(finding.found ? '\u202f: trouvé {found}[, attendu {expected}]' : '[\u202f: attendu {expected}]', finding)}`,
  en: (finding) =>
    `${en}${fill(finding.found ? ': found {found}[, expected {expected}]' : '[: expected {expected}]', finding)}`,
  ...(fix && { fix })
});
