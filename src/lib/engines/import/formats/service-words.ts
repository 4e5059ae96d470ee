// The vocabulary of a service's own lists: French words, or the codes of the site's own exports.
import { THEMES, type Theme } from '../../../model/pathway.ts';
import {
  isSchoolYear,
  schoolYear,
  schoolYearOf,
  type Month,
  type SchoolYear
} from '../../../model/school-year.ts';
import type { Level, SchoolStatus } from '../../../model/school.ts';
import {
  ACTION_FORMS,
  IN_KIND,
  type Action,
  type ActionForm,
  type InKind,
  type Post
} from '../../../model/service.ts';
import { foldPlace } from '../../../model/names.ts';
import { readInsee } from './values.ts';

type Lexicon<Code> = readonly (readonly [RegExp, Code])[];

const among = <Code>(lexicon: Lexicon<Code>, text: string): Code | null =>
  lexicon.find(([pattern]) => pattern.test(foldPlace(text)))?.[1] ?? null;

const STATUSES: Lexicon<SchoolStatus> = [
  [/^(?:non suivi|non$|hors|outside|sorti|arret|plus suivi)/, 'outside'],
  [/^(?:(?:ecole )?suivi|followed|oui$|en cours(?: de suivi)?$)/, 'followed'],
  [
    /^(?:en attente|attente|(?:en |sur )?liste d attente|waiting|demande|en demande|en cours de demande|a suivre|sollicit)/,
    'waiting'
  ],
  [/^(?:lie|linked|rattache|partenaire|college (?:lie|rattache))/, 'linked']
];
/** « Suivi terminé », « suivie ? »: words after which a school is perhaps followed no more. */
const NO_MORE = /\b(?:termin|arret|fini|jusqu|cess|clos|clotur|suspend|reprendre|abandon)/;
const ROLES: Lexicon<Post['role']> = [
  [/^(?:responsable|chef|direct|head)/, 'head'],
  [/^coord/, 'coordinator'],
  [/^refer/, 'referent'],
  [/^(?:autre|other)/, 'other']
];
const LEVELS: Lexicon<Action['level']> = [
  [/^ingenierie/, 'ingenierie'],
  [/^intercommunal/, 'intercommunal'],
  [/^communal/, 'communal']
];
const IN_KIND_WORDS: Record<InKind, RegExp> = {
  staff: /^staff$|\b(?:personnels?|agents?|salaries?|benevol\w*|temps de travail|heures?)\b/,
  rooms: /^rooms$|\b(?:locaux|local|salles?|batiments?)\b/,
  material: /^material$|\b(?:materiels?|fournitures?|equipements?|vehicules?)\b/
};
const FORM_WORDS: Record<ActionForm, RegExp> = {
  individuelle: /\bindividu/,
  'petit-groupe': /\bpetits?[ -]groupes?\b/,
  collective: /\bcollecti|\bgroupes?\b/
};
const YES: Lexicon<boolean> = [
  [/^(?:oui|o|1|vrai|true|x|pourvu)$/, true],
  [/^(?:non|n|0|faux|false|vacant)$/, false]
];
const THEME_WORDS: Lexicon<Theme> = [
  [/^(?:soutien a la )?parent/, 'parentalite'],
  [/^(?:acces aux soins|sante|soin|bien etre)/, 'sante'],
  [/^expression/, 'expression-orale'],
  [/^estime/, 'estime-de-soi'],
  [/^(?:culture|sport)/, 'culture-sport']
];

/** Level of a child, by its name or by a grade, perhaps with the letter of its class: TPS to GS, CP to CM2, 6e to 3e. */
const CHILD_LEVELS: Lexicon<Level> = [
  [
    /^(?:ecole )?maternelle$|^(?:tps|ps|ms|gs|toute petite section|petite section|moyenne section|grande section)(?: ?[a-d1-4])?$/,
    'maternelle'
  ],
  [/^(?:ecole )?elementaire$|^(?:cp|ce ?1|ce ?2|cm ?1|cm ?2)(?: ?[a-d])?$/, 'elementaire'],
  [/^college$|^(?:[3-6] ?(?:e|eme)|sixieme|cinquieme|quatrieme|troisieme)(?: ?[a-h1-9])?$/, 'college']
];

/** Level of a grade, or of a class of several when all are of one level: « CM1-CM2 », « classe de CP ». */
export function readLevel(text: string): Level | null {
  const whole = among(CHILD_LEVELS, text.replace(/^classe\s+(?:de|d['’])\s*/i, ''));
  if (whole !== null) return whole;
  const levels = text.split(/[-/,;+&]|\bet\b/).map((part) => among(CHILD_LEVELS, part));
  return levels.every((level) => level === levels[0]) ? (levels[0] ?? null) : null;
}

export function readStatus(text: string): SchoolStatus | null {
  const status = among(STATUSES, text);
  const isOver = text.includes('?') || NO_MORE.test(foldPlace(text));
  return status === 'followed' && isOver ? null : status;
}
export const readRole = (text: string) => among(ROLES, text);
export const readActionLevel = (text: string) => among(LEVELS, text);
/** What a text says to be given in kind: one nature or several, in our order where it is one phrase; none when a part says none. */
export function readInKind(text: string): InKind[] {
  const parts = text.split(/[;,/+|&\n]|\s(?:et|and)\s/i).filter((part) => part.trim() !== '');
  const natures = parts.map((part) => IN_KIND.filter((kind) => IN_KIND_WORDS[kind].test(foldPlace(part))));
  return natures.some((found) => found.length === 0) ? [] : [...new Set(natures.flat())];
}
/** « Collective en petit groupe » is one form, « individuelle et collective » is none of the three. */
export function readForm(text: string): ActionForm | null {
  const told = foldPlace(text);
  const [one, ...others] = ACTION_FORMS.filter((form) => FORM_WORDS[form].test(told));
  if (one === 'individuelle' && others.length > 0) return null;
  return one ?? null;
}
export const readYes = (text: string) => among(YES, text);
export const readTheme = (text: string): Theme | null =>
  THEMES.find((theme) => theme === text) ?? among(THEME_WORDS, text);

/** First letters that tell a French month apart, January first. */
const MONTH_NAMES = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];

/** Two digits of a year that can be no month. */
const NO_MONTH = 13;

/** « 2025-2026 », « 2025/26 », « 25/26 » or « rentrée 2025 »: the school year that begins then; null otherwise, for a date too. */
export function readServiceYear(text: string): SchoolYear | null {
  const bare = foldPlace(text).replace(/^(?:rentree|annee|depuis)(?: (?:scolaire|de|la|rentree))*\s*/, '');
  const [, short = '', next] = /^(\d{2}) (\d{2})$/.exec(bare) ?? [];
  if (Number(short) >= NO_MONTH && Number(next) === Number(short) + 1)
    return schoolYear(2000 + Number(short));
  const [, start, end] = /^(\d{4})(?: (\d{2}|\d{4}))?$/.exec(bare) ?? [];
  if (start === undefined) return null;
  const year = schoolYear(Number(start));
  return (end === undefined || year.endsWith(end)) && isSchoolYear(year) ? year : null;
}

/** A school year, or the one that contains a date or a month; null otherwise. */
export function readSchoolYear(text: string): SchoolYear | null {
  const year = readServiceYear(text);
  if (year !== null) return year;
  const month = readMonth(text);
  return month && schoolYearOf(month);
}

/** Days of spreadsheets, counted from 30 December 1899, from 2000 to 2049. */
const FIRST_DAY = 36_526;
const LAST_DAY = 54_788;
const DAY_MS = 86_400_000;
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** The month of a date that a spreadsheet wrote as its number of days: « 45536 »; null when it is none. */
function readDays(text: string): Month | null {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.trunc(Number(text)) : 0;
  if (days < FIRST_DAY || days > LAST_DAY) return null;
  return new Date(DAY_ZERO_MS + days * DAY_MS).toISOString().slice(0, 7) as Month;
}

/**
 * « 2025-09 », « 2025-09-15 », « 09/2025 », « 15/09/2025 », « 15.9.25 », « sept-25 » or « septembre 2025 », or the number of days of a
 * spreadsheet; null when it is no month.
 */
export function readMonth(text: string): Month | null {
  const days = readDays(text.trim());
  if (days !== null) return days;
  const folded = foldPlace(text.replace(/T\d{2}:.*$/, ''));
  const [, year, month, isoDay] = /^(\d{4}) (\d{1,2})(?: (\d{1,2}))?$/.exec(folded) ?? [];
  if (year !== undefined) return monthOf(year, Number(month), isoDay);
  const [, day, frenchMonth, frenchYear] = /^(?:(\d{1,2}) )?(\d{1,2}) (\d{4}|\d{2})$/.exec(folded) ?? [];
  if (frenchYear?.length === 4 || (frenchYear !== undefined && day !== undefined)) {
    return monthOf(frenchYear, Number(frenchMonth), day);
  }
  const [, namedDay, name = '', namedYear] =
    /^(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4}|\d{2})$/.exec(folded) ?? [];
  const at = MONTH_NAMES.findIndex((start) => name.startsWith(start));
  return namedYear === undefined ? null : monthOf(namedYear, at + 1, namedDay);
}

/** A year of four digits, or two after 2000, a month from 1 to 12, and a day that the month has. */
function monthOf(written: string, month: number, day = '1'): Month | null {
  if (month < 1 || month > 12) return null;
  const year = written.padStart(4, '20');
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) return null;
  return `${year}-${String(month).padStart(2, '0')}` as Month;
}

/** Words for every commune of the territory. */
const EVERYWHERE =
  /^(?:tou(?:te?s|s)\b.*|tout le territoire|ensemble .*|territoire.*|epci|agglomeration|intercommunal.*)$/;

/** The communes of a cell: codes, or names as written, whatever separates them; `everywhere` when it says all of them. */
export function readReach(text: string): { communes: string[]; everywhere: boolean } {
  const bare = text.replace(/[[\]"]/g, ' ').trim();
  if (bare === '*' || EVERYWHERE.test(foldPlace(bare))) return { communes: [], everywhere: true };
  const tokens = bare.split(/[^0-9A-Za-zÀ-ÿ]+/).filter(Boolean);
  const onlyCodes = tokens.every((token) => readInsee(token) !== null);
  const parts = onlyCodes ? tokens : bare.split(/[,;/|+&\n]|\s(?:et|and)\s/i);
  const communes = parts.flatMap((part) => {
    const code = /\b(?:\d{5}|2[AB]\d{3})\b/i.exec(part)?.[0] ?? part.trim();
    return readInsee(code) ?? (code === '' ? [] : code);
  });
  return { communes: [...new Set(communes)], everywhere: false };
}

/** Words for a home or a team outside every QPV. */
export const isOutsideQpv = (text: string): boolean => /^(?:|-|non|hors.*|aucun)$/i.test(text);
