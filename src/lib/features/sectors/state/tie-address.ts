// Sets of schools and named parts as a link and a file write them: `0590001A.0590002B~...`, `Nord*0590001A.0590002B~...`.
import { tidyName } from '$lib/model/scenario.ts';
import { tieOf, withPart, type Part, type Ties } from '$lib/engines/assignment';

const UAI = /^\d{7}[A-Z]$/;
/** Signs that have a meaning in a link or in the id of a unit. */
const RESERVED = /[~*./|]+/g;
const MOST = 200;

export const partName = (text: string): string => tidyName(text.replace(RESERVED, ' ')).slice(0, 40).trim();

const schoolsOf = (text: string) => tieOf(text.split('.').filter((uai) => UAI.test(uai)));

export const writeTies = (ties: Ties): string => ties.map((set) => set.join('.')).join('~');

export function readTies(text: string | null): Ties {
  const sets = (text ?? '').split('~', MOST).map(schoolsOf);
  return sets.filter((set) => set.length > 1);
}

export const writeParts = (parts: readonly Part[]): string =>
  parts.map(({ name, schools }) => `${name}*${schools.join('.')}`).join('~');

export function readParts(text: string | null): readonly Part[] {
  return (text ?? '').split('~', MOST).reduce<Part[]>((parts, one) => {
    const [name = '', schools = ''] = one.split('*');
    const part = { name: partName(name), schools: schoolsOf(schools) };
    return part.name === '' || part.schools.length === 0 ? parts : withPart(parts, part);
  }, []);
}
