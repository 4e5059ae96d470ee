// The vocabulary of a service's own lists: French words, or the codes of the site's own exports.
import { THEMES, type Theme } from '../../../model/pathway.ts';
import { isSchoolYear, schoolYear, type Month, type SchoolYear } from '../../../model/school-year.ts';
import type { SchoolStatus } from '../../../model/school.ts';
import type { Action, Post } from '../../../model/service.ts';
import { foldPlace } from '../names.ts';
import { readInsee } from './values.ts';

type Lexicon<Code> = readonly (readonly [RegExp, Code])[];

const among = <Code>(lexicon: Lexicon<Code>, text: string): Code | null =>
  lexicon.find(([pattern]) => pattern.test(foldPlace(text)))?.[1] ?? null;

const STATUSES: Lexicon<SchoolStatus> = [
  [/^(?:non suivi|hors|outside)/, 'outside'],
  [/^(?:suivi|followed|oui$)/, 'followed'],
  [/^(?:en attente|attente|waiting)/, 'waiting'],
  [/^(?:lie|linked|partenaire|college lie)/, 'linked']
];
const ROLES: Lexicon<Post['role']> = [
  [/^(?:responsable|chef|direct|head)/, 'head'],
  [/^coord/, 'coordinator'],
  [/^refer/, 'referent']
];
const LEVELS: Lexicon<Action['level']> = [
  [/^ingenierie/, 'ingenierie'],
  [/^intercommunal/, 'intercommunal'],
  [/^communal/, 'communal']
];
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

export const readStatus = (text: string) => among(STATUSES, text);
export const readRole = (text: string) => among(ROLES, text);
export const readActionLevel = (text: string) => among(LEVELS, text);
export const readYes = (text: string) => among(YES, text);
export const readTheme = (text: string): Theme | null =>
  THEMES.find((theme) => theme === text) ?? among(THEME_WORDS, text);

/** « 2025-2026 », « 2025/2026 », « 2025-26 » or « 2025 »: the school year that begins then; null when it is not one. */
export function readSchoolYear(text: string): SchoolYear | null {
  const [, start, end] = /^(\d{4})(?:\s*[-/]\s*(\d{2}|\d{4}))?$/.exec(text.trim()) ?? [];
  if (start === undefined) return null;
  const year = schoolYear(Number(start));
  const fits = end === undefined || year.endsWith(end);
  return fits && isSchoolYear(year) ? year : null;
}

/** « 2025-09 », « 2025-09-15 », « 09/2025 » or « 15/09/2025 »; null when it is no month. */
export function readMonth(text: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2}.*)?$/.exec(text) ?? [];
  const [, frenchMonth, frenchYear] = /^(?:\d{1,2}\/)?(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [y, m] = [year ?? frenchYear, (month ?? frenchMonth)?.padStart(2, '0')];
  return y !== undefined && m !== undefined && Number(m) >= 1 && Number(m) <= 12
    ? (`${y}-${m}` as Month)
    : null;
}

/** INSEE codes of a cell, whatever separates them; the parts that are no code are in `wrong`. */
export function readCodes(text: string): { codes: string[]; wrong: string[] } {
  const parts = text.split(/[^0-9A-Za-zÀ-ÿ*]+/).filter((part) => part !== '' && part !== '*');
  const codes: string[] = [];
  const wrong: string[] = [];
  for (const part of parts) {
    const code = readInsee(part);
    if (code === null) wrong.push(part);
    else if (!codes.includes(code)) codes.push(code);
  }
  return { codes, wrong };
}
