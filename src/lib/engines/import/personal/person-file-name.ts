// Whether the name of a file names a person: « Dupont Lucas.xlsx », « dossier Kowalczyk.csv », « suivi-p.nom.csv ». Names of schools and words of lists do not.
import { unaccented } from '../../../model/unaccented.ts';
import { sheetOfName } from '../sheet-name.ts';
import { isFirstName, isSurname } from '../persons/first-names.ts';
import { withoutNamesakes } from '../persons/namesakes.ts';
import { nameShape } from '../persons/person-values.ts';
import { readServiceYear } from '../formats/service-words.ts';
import { isListWord, isPlaceWord, isWordOfOne } from './file-words.ts';

/** Files that hold no list of persons, or are not kept: a diary says whose it is. */
const NO_LIST = /\.(?:ics|maillage|png|svg|jpe?g|pdf|docx?|pmtiles|bin|pbf)$/i;
const CIVILITY = /(?:^| )(?:mme|mlle|melle|madame|mademoiselle|monsieur|mr) (?!la |les? |l )\p{L}{2}/u;
/** Words that the name of a school or a place has after « école », « quartier ». */
const MOST_OF_PLACE = 4;

/** The part of a name that people write: without folders and extensions; of a workbook, not of its sheet. */
function stemOf(name: string): string {
  const { workbook } = sheetOfName(name) ?? { workbook: name };
  return workbook.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]{2,8}\d?)+$/i, '');
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(?<!\p{L})(?:[dl]['\u2019]|\u00e0(?!\p{L}))/giu, ' ')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** The words of a name that are neither those of lists nor the name of a place told as such: « école Emma Martin », « quartier Saint-Waast ». */
function otherWords(words: readonly string[]): string[] {
  const found: string[] = [];
  let ofPlace = 0;
  for (const word of words) {
    if (isPlaceWord(word)) ofPlace = MOST_OF_PLACE;
    else if (isListWord(word)) ofPlace = 0;
    else if (ofPlace > 0) ofPlace -= 1;
    else found.push(word);
  }
  return found;
}

/** Frequent surnames that files have as words too. */
const NO_SURNAME: ReadonlySet<string> = new Set(['petit', 'blanc', 'paris', 'noel', 'parent']);

/** A letter that stands for a first name or a surname, beside a word that may be the other. */
const hasInitial = (words: readonly string[]): boolean =>
  words.some((word) => word.length === 1) && words.some((word) => word.length > 2);

/**
 * `is`: nothing but a first name and a surname. `mentions`: a first name, a civility, an initial, a frequent surname, or « dossier » before a word of no list; it
 * says something of a file whose rows are of persons only. Null: a school, a place, a list.
 */
export function personInFileName(name: string): 'is' | 'mentions' | null {
  if (NO_LIST.test(name)) return null;
  const written = wordsOf(stemOf(name));
  const words = written.map(unaccented);
  if (CIVILITY.test(words.join(' '))) return 'mentions';
  const left = withoutNamesakes(words);
  const others = otherWords(left);
  const hasFirst = others.some(isFirstName);
  const isBare = others.length === words.length && words.length > 1 && words.length <= 3;
  if (hasFirst && isBare && nameShape(written.join(' ')) === 'name') return 'is';
  const isOfOne = left.some((word, at) => {
    const next = left[at + 1] ?? '';
    return isWordOfOne(word) && next.length > 2 && others.includes(next);
  });
  const isNamed =
    hasFirst ||
    hasInitial(others) ||
    isOfOne ||
    others.some((word) => isSurname(word) && !NO_SURNAME.has(word));
  return isNamed ? 'mentions' : null;
}

/**
 * Whether a name says nothing but what list it is: words of lists, schools, and places that are known. Any other name of a list of children may be that of a
 * child.
 *
 * @param places names of communes, quarters and schools of the territory
 */
export function isListName(name: string, places: readonly string[] = []): boolean {
  if (personInFileName(name) !== null) return false;
  const text = ` ${wordsOf(stemOf(name)).map(unaccented).join(' ')} `;
  const known = places
    .map((place) => ` ${wordsOf(place).map(unaccented).join(' ')} `)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, place) => (place.trim() === '' ? rest : rest.replaceAll(place, ' ')), text);
  const words = withoutNamesakes(known.split(' ').filter(Boolean), true);
  return words.every((word) => word.length < 2 || isListWord(word) || isPlaceWord(word));
}

/** « parcours-2025-2026.xlsx »: the school year that the name of a file tells; null when it tells none. */
export function yearInName(name: string): ReturnType<typeof readServiceYear> {
  const [, from, to] = /(?<!\d)(20\d\d)\D?((?:20)?\d\d)(?!\d)/.exec(name) ?? [];
  return from === undefined ? null : readServiceYear(`${from}-${to}`);
}

/** The name of a file that does not say whose it is: « fichier 3.xlsx », its school year and its sheet as they are. */
export function numberedFileName(name: string, number: number): string {
  const { workbook, sheet } = sheetOfName(name) ?? { workbook: name, sheet: null };
  const [ending = ''] = /(?:\.[a-z]{2,8}\d?)+$/i.exec(workbook) ?? [];
  const known = /^(?:\.(?:csv|txt|tsv|xlsx?|xlsm|xlsb|xltx|ods|ots|json|geojson|parquet|zip|gz))+$/i.test(
    ending
  );
  const year = yearInName(workbook);
  const told = `fichier ${number}${year === null ? '' : ` ${year}`}`;
  return `${told}${known ? ending.toLowerCase() : ''}${sheet === null ? '' : `#${sheet}`}`;
}

/** The name under which a list of children is told, wherever that is: its own where it says nothing but what list it is, else a number. */
export const childrenFileName = (name: string, number: number, places: readonly string[] = []): string =>
  isListName(name, places) ? name : numberedFileName(name, number);
