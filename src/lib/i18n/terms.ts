// The names of the vocabulary, in the reader's language: levels, themes, kinds, statuses, criteria.
import type { ChildTheme } from '../model/pathway.ts';
import type { Level, SchoolKind, SchoolStatus } from '../model/school.ts';
import { locale } from './locale.ts';
import { m } from './paraglide/messages.js';

const LEVEL_NAMES: Record<Level | 'ALL', () => string> = {
  ALL: m.coverage_level_all,
  maternelle: m.coverage_level_maternelle,
  elementaire: m.coverage_level_elementaire,
  college: m.coverage_level_college
};

const THEME_NAMES: Readonly<Record<string, () => string>> = {
  ALL: m.coverage_theme_all,
  parentalite: m.coverage_theme_parentalite,
  sante: m.coverage_theme_sante,
  'expression-orale': m.coverage_theme_expression_orale,
  'estime-de-soi': m.coverage_theme_estime_de_soi,
  'culture-sport': m.coverage_theme_culture_sport,
  autre: m.coverage_theme_other
};

const KIND_NAMES: Record<SchoolKind, () => string> = {
  maternelle: m.coverage_kind_maternelle,
  elementaire: m.coverage_kind_elementaire,
  primaire: m.coverage_kind_primaire,
  college: m.coverage_kind_college
};

const STATUS_WORDS: Record<SchoolStatus, () => string> = {
  followed: m.coverage_status_word_followed,
  waiting: m.coverage_status_word_waiting,
  linked: m.coverage_status_word_linked,
  outside: m.coverage_status_word_outside
};

export const levelName = (level: Level | 'ALL'): string => LEVEL_NAMES[level]();
const POPULATIONS: Readonly<Record<string, () => string>> = {
  'maternelle,elementaire,college': m.coverage_population_all,
  'maternelle,elementaire': m.coverage_population_first,
  maternelle: m.coverage_population_maternelle,
  elementaire: m.coverage_population_elementaire,
  college: m.coverage_population_college
};

/** « de la maternelle au collège »: after the children or pupils of these levels. */
export function populationWords(levels: readonly Level[]): string {
  const named = POPULATIONS[levels.join()]?.();
  return named ?? levels.map((level) => populationWords([level])).join(', ');
}
/** The service's own themes are their names. */
export const themeName = (theme: ChildTheme): string =>
  (Object.hasOwn(THEME_NAMES, theme) ? THEME_NAMES[theme]?.() : undefined) ?? theme;
export const kindName = (kind: SchoolKind): string => KIND_NAMES[kind]();
export const statusWord = (status: SchoolStatus): string => STATUS_WORDS[status]();

const ARTICLES: readonly [RegExp, string][] = [
  [/^Le /, 'au '],
  [/^Les /, 'aux ']
];

/** « à Valenciennes », « au Quesnoy »: a French article in a commune's name joins the preposition. */
export function inCommune(name: string): string {
  const spoken = m.coverage_place_commune({ name });
  for (const [article, joined] of ARTICLES) {
    if (article.test(name)) return spoken.replace(/^à Les? /, joined);
  }
  return spoken;
}

/** « à Anzin », « au Quesnoy » of a journey; the name itself in English, where « to » stands before it. */
export const toCommune = (name: string): string => (locale() === 'fr' ? inCommune(name) : name);

/** First word of a school's name -> how a French sentence names it, and goes to it. */
const SCHOOL_ARTICLES: readonly [RegExp, string, string][] = [
  [/^(École)/, 'l’', 'à l’'],
  [/^(Collège|Groupe|Lycée)/, 'le ', 'au ']
];

function withArticle(name: string, at: 1 | 2): string {
  const rule = locale() === 'fr' ? SCHOOL_ARTICLES.find(([first]) => first.test(name)) : undefined;
  return rule ? rule[at] + name.charAt(0).toLocaleLowerCase('fr') + name.slice(1) : name;
}

/** « l’école Jules Ferry », « le collège Watteau »; the name itself in English. */
export const theSchool = (name: string): string => withArticle(name, 1);

/** « d’Anzin », « du Quesnoy », « de l’école Jules Ferry », « du collège Watteau »; the name itself in English. */
export function ofPlace(name: string): string {
  if (locale() !== 'fr') return name;
  const school = SCHOOL_ARTICLES.find(([first]) => first.test(name));
  if (school) return `de ${theSchool(name)}`.replace(/^de le /, 'du ');
  if (/^Les? /.test(name)) return name.replace(/^Le /, 'du ').replace(/^Les /, 'des ');
  return /^[AEIOUYHÀÂÉÈÊÎÔŒ]/.test(name) ? `d’${name}` : `de ${name}`;
}

/** « à l’école Jules Ferry », « au collège Watteau »; the name itself in English. */
export const toSchool = (name: string): string => withArticle(name, 2);

/** « à Anzin », « au Quesnoy », « à l’école Jules Ferry »; the name itself in English. */
export const toPlace = (name: string): string =>
  SCHOOL_ARTICLES.some(([first]) => first.test(name)) ? toSchool(name) : toCommune(name);

/** « d’expression orale », « de santé »: an action on a theme; « on oral expression » in English. */
export function onTheme(theme: ChildTheme): string {
  const name = themeName(theme);
  const spoken = name.charAt(0).toLocaleLowerCase() + name.slice(1);
  if (locale() !== 'fr') return `on ${spoken}`;
  return /^[aeiouéèêh]/i.test(spoken) ? `d’${spoken}` : `de ${spoken}`;
}
