// Names compared as readers do: without case, accents, punctuation, nor the many ways to write « Saint ».

const unaccented = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

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

/** The names in a list written in one cell: « Lille, Faches-Thumesnil, Loos,  Lezennes ». */
export function splitNames(list: string): string[] {
  return list
    .split(/[,;/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
