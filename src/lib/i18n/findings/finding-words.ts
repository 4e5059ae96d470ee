// The shape of the words that speak of a finding.
import type { Finding } from '../../model/findings.ts';

export interface FindingWords {
  /** Names the kind of remark in a summary: « numéro UAI en double ». */
  title: string;
  /** What was seen, as the start of a sentence. */
  what: (finding: Finding) => string;
  /** What to do about it, a whole sentence, when something can be done. */
  fix?: string;
  /** The finding speaks of several rows: `found` is their number. */
  counted?: true;
}

export type FindingLexicon = Readonly<Record<string, FindingWords>>;

/** « 12 » quoted, or nothing. */
export const quoted = (text: string | undefined) => (text ? ` « ${text} »` : '');

/** The same in English. */
export const quotedEn = (text: string | undefined) => (text ? ` “${text}”` : '');

/** What a cell holds: quoted, or said to be empty. */
export const cellWords = (text: string | undefined) => quoted(text) || ' une case vide';
export const cellWordsEn = (text: string | undefined) => quotedEn(text) || ' an empty cell';

/** « listes.xlsx#Écoles » with its sheet in words. */
export const fileWords = (file: string | undefined, sheetWords: (sheet: string) => string) =>
  file?.replace(
    /(\.(?:xlsx|xlsm|xltx|ods|ots))#(.+)$/i,
    (_, end: string, sheet: string) => `${end}, ${sheetWords(sheet)}`
  );

/** « 20 000 » for `20000`; any other text as it is. */
export const figureWords = (text = '', language: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? new Intl.NumberFormat(language).format(Number(text)) : text;

/** « un nombre de 0 à 100 000 » for `0..100000`; any other text as it is. */
export function rangeWords(expected = '', [a, to]: readonly [string, string], language: string): string {
  const [, least, most] = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(expected) ?? [];
  if (least === undefined || most === undefined) return expected;
  return `${a} ${figureWords(least, language)} ${to} ${figureWords(most, language)}`;
}

/** Words for what a document should hold, and what it holds instead. */
export const shapeWords =
  (found: string, expected: string, beforeColon: string) =>
  (title: string, fix?: string): FindingWords => ({
    title,
    ...(fix ? { fix } : {}),
    what: (finding) =>
      `${title}${beforeColon}: ${expected} ${finding.expected ?? ''}${finding.found ? `, ${found} ${finding.found}` : ''}`
  });

/** Words that end with what was seen and what was expected, as a language puts it. */
export const seenWords =
  (found: string, expected: string, beforeColon: string) =>
  (title: string, fix?: string): FindingWords => ({
    title,
    what: (finding) => {
      const seen = [
        finding.found && `${found} ${finding.found}`,
        finding.expected && `${expected} ${finding.expected}`
      ].filter(Boolean);
      return seen.length > 0 ? `${title}${beforeColon}: ${seen.join(', ')}` : title;
    },
    ...(fix ? { fix } : {})
  });
