// What the year's report asks of a child: columns of a case file that no count reads. Each may be absent; what is doubtful is told, and the child counts
// all the same. No finding quotes what may name a person, and none a date of birth.
import { foldPlace } from '../../../model/names.ts';
import {
  NEED_PROFILES,
  type CaseDetails,
  type DayOrMonth,
  type DetailColumn,
  type NeedProfile,
  type Origin,
  type Sex
} from '../../../model/report/case-details.ts';
import { startYear, type SchoolYear } from '../../../model/school-year.ts';
import { mentionsPerson } from '../persons/person-values.ts';
import type { Cell, Remark } from '../rows.ts';
import { readDate } from './meetings/when.ts';
import { readMonth, readYes } from './service-words.ts';

export type DetailKey =
  | 'sex'
  | 'birth_year'
  | 'age'
  | 'oriented_by'
  | 'reasons'
  | 'profile'
  | 'entry'
  | 'exit'
  | 'exit_reason'
  | 'last_review'
  | 'agreement';

/** Their headers: the usual one first. */
export const DETAIL_COLUMNS: Readonly<Record<DetailKey, string[]>> = {
  sex: ['sexe', 'sex', 'genre', 'sexe_de_l_enfant', 'sexe_enfant', 'gender'],
  birth_year: [
    'naissance',
    'birth_year',
    'annee_naissance',
    'annee_de_naissance',
    'date_naissance',
    'date_de_naissance',
    'date_naiss',
    'ne_le',
    'nee_le',
    'ne_e_le',
    'ddn',
    'year_of_birth',
    'birthdate',
    'date_of_birth'
  ],
  age: ['age', 'age_enfant', 'age_de_l_enfant', 'age_de_l_eleve'],
  oriented_by: ['oriente_par', 'oriented_by', 'orientation', 'orienteur', 'origine_orientation', 'origine_de_l_orientation'],
  reasons: ['motifs', 'reasons', 'motif', 'motif_orientation', 'motifs_orientation', 'motif_d_orientation', 'motifs_d_orientation', 'motif_d_entree', 'motif_entree'],
  profile: ['profil', 'profile', 'profil_enfant', 'profil_de_l_enfant', 'typologie'],
  entry: ['entree', 'entry', 'date_entree', 'date_d_entree', 'entree_le', 'debut_parcours', 'debut_du_parcours', 'date_de_debut_de_parcours'],
  exit: ['sortie', 'exit', 'date_sortie', 'date_de_sortie', 'sortie_le', 'fin_parcours', 'fin_du_parcours', 'date_de_fin_de_parcours'],
  exit_reason: ['motif_sortie', 'exit_reason', 'motif_de_sortie', 'motifs_de_sortie', 'raison_de_sortie'],
  last_review: ['derniere_eps', 'last_review', 'derniere_equipe', 'date_derniere_eps', 'date_de_la_derniere_eps', 'derniere_reunion', 'dernier_bilan', 'dernier_examen'],
  agreement: ['accord', 'agreement', 'accord_parents', 'accord_des_parents', 'accord_parental', 'accord_famille', 'accord_de_la_famille']
}; // prettier-ignore

/** In the order of the template; the agreement of parents, which no text asks every service to keep, is missed by no file. */
export const DETAIL_KEYS = ['sex', 'birth_year', 'age', 'oriented_by', 'reasons', 'profile', 'entry', 'exit', 'exit_reason', 'last_review'] as const; // prettier-ignore
/** The columns of a case file, with those of details. */
export const withDetailColumns = <Columns extends object>(
  columns: Columns
): Columns & typeof DETAIL_COLUMNS => ({
  ...columns,
  ...DETAIL_COLUMNS
});
/** The same for their names. */
export const withDetailKeys = <Key extends string>(keys: readonly Key[]): (Key | DetailKey)[] => [
  ...keys,
  ...DETAIL_KEYS
];

/** Columns of words, in which persons may be named. */
export const WORD_KEYS: readonly DetailKey[] = ['oriented_by', 'reasons', 'exit_reason'];

/** The detail that each column tells. */
export const DETAIL_OF: Readonly<Record<DetailKey, DetailColumn>> = {
  sex: 'sex',
  birth_year: 'birthYear',
  age: 'birthYear',
  oriented_by: 'orientedBy',
  reasons: 'reasons',
  profile: 'profile',
  entry: 'entry',
  exit: 'exit',
  exit_reason: 'exitReason',
  last_review: 'lastReview',
  agreement: 'agreed'
};

type Lexicon<Code> = readonly (readonly [RegExp, Code])[];
const among = <Code>(lexicon: Lexicon<Code>, text: string): Code | null =>
  lexicon.find(([pattern]) => pattern.test(foldPlace(text)))?.[1] ?? null;

const SEX_WORDS: Lexicon<Sex> = [
  [/^(?:f|fille|feminin|female|girl|femme)$/, 'F'],
  [/^(?:m|g|garcon|masculin|male|boy|h|homme)$/, 'M']
];
/** Health before the school: « infirmière scolaire ». */
const ORIGIN_WORDS: Lexicon<Origin> = [
  [/^(?:health|sante|soins?$|pmi\b|cmp\b|cmpp\b|camsp|medecin|infirmi|hopital|orthophon|psychiatr)/, 'health'],
  [/^(?:school|l? ?ecole|education nationale|enseignant|directeur|directrice|direction|etablissement|college|equipe educative|psychologue scolaire|psyen|rased|inspection|scolaire)/, 'school'],
  [/^(?:social|(?:les )?services? soci|assistante? soci|travailleu.* soci|departement|conseil departemental|ase\b|ccas\b|cias\b|aemo\b|mds\b|utpas\b|udap\b|crip\b|prevention specialisee|protection de l enfance)/, 'social-services'],
  [/^(?:family|(?:la )?famille|parents?\b|mere\b|pere\b)/, 'family'],
  [/^(?:other|autres?\b|divers|association|centre social|mairie|justice|police|creche|partenaire)/, 'other']
]; // prettier-ignore
/** What a service writes where it does not know. */
const UNTOLD = /^(?:|nc|nr|np|na|inconnue?|non (?:renseigne|precise|connu)e?|sans objet)$/;
/** Whether a cell says that it is not known. */
const isUntold = (text: string): boolean => UNTOLD.test(foldPlace(text));

/** « F », « fille »; null for any other. */
export const readSex = (text: string): Sex | null => among(SEX_WORDS, text);
/** « assistante sociale », « PMI »; null for any other. */
export const readOrigin = (text: string): Origin | null => among(ORIGIN_WORDS, text);

/** « 2 », « profil 2 », « P2 »; null for any other. */
export function readProfile(text: string): NeedProfile | null {
  const [, figure] = /^(?:profile?|p|type)? ?(\d+)\b/.exec(foldPlace(text)) ?? [];
  return NEED_PROFILES.find((profile) => String(profile) === figure) ?? null;
}

const YEAR = /^(?:19|20)\d{2}$/;
/** Of a year that nothing tells: no date stays in its place. */
const UNREADABLE = '?';

/**
 * A cell of a column of births as it may be read: the year of a date, a year, an age, a mark for anything else. The day and the month, or a place, are
 * gone before anything else sees the table.
 */
export function withoutBirthday(text: string): string {
  const bare = text.trim();
  if (bare === '' || YEAR.test(bare)) return bare;
  const [, age] = /^(\d{1,2})(?: ?ans?)?$/i.exec(bare) ?? [];
  if (age !== undefined) return age;
  const [, short] = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})(?:\D|$)/.exec(bare) ?? [];
  const year = short?.padStart(4, '20') ?? /^(\d{4})-\d{2}/.exec(bare)?.[1] ?? readMonth(bare)?.slice(0, 4);
  return year !== undefined && YEAR.test(year) ? year : UNREADABLE;
}

/** What stands for words in which a person is named. */
const HIDDEN_WORDS = '…';
/** A cell of words as it may be read: those that name a person are gone before anything else sees the table. */
export const withoutNames = (text: string): string =>
  text
    .split(/([;|\n])/)
    .map((part) => (mentionsPerson(part) ? HIDDEN_WORDS : part))
    .join('');

const AGES = { least: 2, most: 25 };
const MOST_LETTERS = 60;
const SHOWN_LETTERS = 24;
const FORMULA = /^[=+@\t\r]|^-(?!$|\d)/;

/** One row, and how its doubts are told. */
interface Row {
  cell: Cell<DetailKey>;
  remark: Remark<DetailKey>;
  year: SchoolYear;
  today: string | undefined;
  /** Columns that the file lacks. */
  absent: ReadonlySet<string>;
}

/** A doubt; the value is quoted where it is short and names nobody. */
function doubt({ remark }: Row, code: string, column: DetailKey, text: string, expected?: string): null {
  const isShown = text.length <= SHOWN_LETTERS && !mentionsPerson(text);
  remark('doubtful', { code, column, ...(isShown && { found: text }), ...(expected && { expected }) });
  return null;
}

/** A value among those of a list; null, with a doubt, for any other. */
function coded<Value>(row: Row, column: DetailKey, read: (text: string) => Value | null, expected?: string) {
  const text = row.cell(column);
  if (isUntold(text)) return null;
  const code = expected === undefined ? 'detail-bad-origin' : 'detail-bad-word';
  return read(text) ?? doubt(row, code, column, text, expected);
}

function birthYearOf(row: Row): number | null {
  const { cell, year } = row;
  const isTold = (column: 'birth_year' | 'age') => cell(column) === UNREADABLE || !isUntold(cell(column));
  const column = isTold('birth_year') ? 'birth_year' : 'age';
  if (!isTold(column)) return null;
  const text = cell(column);
  const figure = Number(withoutBirthday(text));
  // An age in a column of years is an age.
  const age = figure < 100 ? figure : startYear(year) - figure;
  if (Number.isFinite(figure) && age >= AGES.least && age <= AGES.most) return startYear(year) - age;
  const expected = `${AGES.least}..${AGES.most}`;
  if (!Number.isFinite(figure)) row.remark('doubtful', { code: 'detail-bad-birth', column });
  else row.remark('doubtful', { code: 'detail-age', column, found: String(age), expected });
  return null;
}

function dateOf(row: Row, column: DetailKey): DayOrMonth | null {
  const text = row.cell(column);
  if (isUntold(text)) return null;
  const when = readDate(text) ?? readMonth(text);
  if (when === null) return doubt(row, 'detail-bad-date', column, text, '2025-09-14, 2025-09');
  const { today } = row;
  if (today !== undefined && when > today.slice(0, when.length)) doubt(row, 'detail-in-future', column, when);
  return when;
}

/** Whether a word of a service may be kept: short, and naming nobody. */
const isKeptWord = (text: string): boolean =>
  text !== HIDDEN_WORDS && text.length <= MOST_LETTERS && !FORMULA.test(text) && !mentionsPerson(text);

function wordsOf(row: Row, column: DetailKey): string[] {
  const parts = row
    .cell(column)
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part === HIDDEN_WORDS || !isUntold(part));
  const kept = parts.filter(isKeptWord);
  if (kept.length < parts.length) row.remark('doubtful', { code: 'detail-free-text', column });
  return [...new Set(kept)];
}

/** What a row tells of its child. */
export function detailsOf(row: Row): CaseDetails {
  const [entry, exit, lastReview] = (['entry', 'exit', 'last_review'] as const).map((column) =>
    dateOf(row, column)
  );
  if (entry && exit && exit.slice(0, entry.length) < entry.slice(0, exit.length))
    doubt(row, 'detail-exit-before-entry', 'exit', exit, entry);
  return {
    sex: coded(row, 'sex', readSex, 'F, M'),
    birthYear: birthYearOf(row),
    orientedBy: coded(row, 'oriented_by', readOrigin),
    reasons: wordsOf(row, 'reasons'),
    profile: coded(row, 'profile', readProfile, NEED_PROFILES.join(', ')),
    entry: entry ?? null,
    ...(!row.absent.has('exit') && { exit: exit ?? null }),
    ...(!row.absent.has('agreement') && { agreed: coded(row, 'agreement', readYes, 'oui, non') }),
    exitReason: wordsOf(row, 'exit_reason').join(', ') || null,
    lastReview: lastReview ? (lastReview.length === 10 ? lastReview : `${lastReview}-01`) : null,
    visitDays: []
  };
}
