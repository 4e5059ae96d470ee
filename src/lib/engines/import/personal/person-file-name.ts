// Whether the name of a file is that of a person: « Dupont Lucas.xlsx », « liste Emma MARTIN.csv ». Names of schools and words of lists are not.
import { unaccented } from '../../../model/unaccented.ts';
import { sheetOfName } from '../sheet-name.ts';
import { isFirstName } from '../persons/first-names.ts';
import { isNamesake } from '../persons/namesakes.ts';
import { mentionsPerson, nameShape } from '../persons/person-values.ts';

/** Words with which services call their files, some of which are first names too. */
const OF_LISTS =
  /^(?:l|liste|listes|listing|tableau|suivis?|suivies?|parcours|dossiers?|fiches?|cas|pre|enfants?|eleves?|jeunes?|familles?|copie|copy|de|du|des|la|le|les|et|pour|chez|final|finale|version|v|v\d+|nouveau|nouvelle|export|extraction|fichier|file|data|donnees|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|rentree|annee|scolaire|maj|test)$/;
/** A school, a place, a structure: what follows is its name. */
const OF_PLACES =
  /\b(?:ecoles?|colleges?|clg|lycees?|maternelles?|elementaires?|primaires?|groupe|centre|maison|quartier|qpv|cite|residence|rue|place|communes?|villes?|effectifs?|ips|rep|annuaire|actions?|equipes?|postes?|partenaires?|correspondants?|reperes?|salles?|membres?)\b/;

/** Files that hold no list of persons, or are not kept: a diary says whose it is. */
const NO_LIST = /\.(?:ics|maillage|png|svg|jpe?g|pdf|docx?|pmtiles|bin|pbf)$/i;

const wordsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** The part of a name that people write: without folders and extensions; of a workbook, not of its sheet. */
function stemOf(name: string): string {
  const { workbook } = sheetOfName(name) ?? { workbook: name };
  return workbook.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]{2,8}\d?)+$/i, '');
}

/**
 * `is`: nothing but a first name and a surname. `mentions`: a first name among words of lists, which says something of a file whose rows are
 * of persons only. Null: a school, a place, a list.
 */
export function personInFileName(name: string): 'is' | 'mentions' | null {
  if (NO_LIST.test(name)) return null;
  const words = wordsOf(stemOf(name));
  const text = words.join(' ');
  if (isNamesake(text) || OF_PLACES.test(unaccented(text))) return null;
  const others = words.filter((word) => !OF_LISTS.test(unaccented(word)));
  if (!others.some((word) => isFirstName(unaccented(word)))) return null;
  const isBare = others.length === words.length && words.length > 1 && words.length <= 3;
  if (isBare && nameShape(text) === 'name') return 'is';
  return mentionsPerson(others.join(' ')) ? 'mentions' : null;
}

/** The name of a file that does not say whose it is: « fichier 3.xlsx », its sheet as it is. */
export function numberedFileName(name: string, number: number): string {
  const { workbook, sheet } = sheetOfName(name) ?? { workbook: name, sheet: null };
  const [ending = ''] = /(?:\.[a-z]{2,8}\d?)+$/i.exec(workbook) ?? [];
  const known = /^(?:\.(?:csv|txt|tsv|xlsx?|xlsm|xlsb|xltx|ods|ots|json|geojson|parquet|zip|gz))+$/i.test(
    ending
  );
  return `fichier ${number}${known ? ending.toLowerCase() : ''}${sheet === null ? '' : `#${sheet}`}`;
}
