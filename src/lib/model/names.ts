// Comparison of names regardless of case, accents, punctuation and spellings of « Saint », and communes looked up by name.
import { unaccented } from './unaccented.ts';

/** A column name reduced to its letters and digits: « Rentrée scolaire » and `rentree_scolaire` are one, « REP » and « REP + » two. */
export function foldHeader(name: string): string {
  return unaccented(name)
    .replaceAll('+', 'plus')
    .replace(/[^a-z0-9]/g, '');
}

/** A place name to compare: « MARCQ EN BAROEUL » and « Marcq-en-Barœul », « St Amand » and « SAINT-AMAND » are one. */
export function foldPlace(name: string): string {
  return unaccented(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:saint(e?))\b/g, 'st$1')
    .trim();
}

/** The same for many names, in one pass: those of all communes of the country, each of one line. */
export function foldPlaces(names: readonly string[]): string[] {
  return unaccented(names.join('\n'))
    .replace(/[^a-z0-9\n]+/g, ' ')
    .replace(/\b(?:saint(e?))\b/g, 'st$1')
    .split('\n')
    .map((name) => name.trim());
}

/** The names of a list in one cell: « Lille, Faches-Thumesnil, Loos,  Lezennes ». */
export function splitNames(list: string): string[] {
  return list
    .split(/[,;/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export interface NamedCommune {
  code: string;
  name: string;
}

/** INSEE codes by folded name; several where communes share a name. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

export function indexNames(communes: Iterable<NamedCommune>): NameIndex {
  const index = new Map<string, string[]>();
  for (const { code, name } of communes) {
    const folded = foldPlace(name);
    const codes = index.get(folded);
    if (!codes) index.set(folded, [code]);
    else if (!codes.includes(code)) codes.push(code);
  }
  return index;
}

/** The INSEE code of a commune by its name; « PARIS 18 » is Paris; null when no commune or several have the name. */
export function communeNamed(name: string, index: NameIndex): string | null {
  const folded = foldPlace(name);
  const codes = index.get(folded) ?? index.get(folded.replace(/ \d+$| cedex.*$/, '')) ?? [];
  return codes.length === 1 ? codes[0]! : null;
}
