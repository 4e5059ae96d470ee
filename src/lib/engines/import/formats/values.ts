// Codes, numbers and kinds of schools as official files write them.
import type { SchoolKind } from '../../../model/school.ts';
import { foldPlace } from '../names.ts';
import type { Cell, Remark } from '../rows.ts';

/** Letter of an UAI by the remainder of its seven digits divided by 23. */
const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** An UAI in capitals, or null when it is not one: seven digits and their check letter. */
export function readUai(text: string): string | null {
  const uai = text.toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return null;
  return UAI_LETTERS[Number(uai.slice(0, 7)) % UAI_LETTERS.length] === uai[7] ? uai : null;
}

/** The INSEE code of a commune, with the leading zero that spreadsheets drop; null when it is not one. */
export function readInsee(text: string): string | null {
  const code = text.toUpperCase().padStart(5, '0');
  return /^(?:\d{2}|2[AB])\d{3}$/.test(code) ? code : null;
}

/** The INSEE code of a département: `2`, `002` and `02` are one, so are `02A` and `2A`. */
export function readDepartement(text: string): string | null {
  const code = text.toUpperCase().replace(/^0+/, '').padStart(2, '0');
  return /^(?:\d{2,3}|2[AB])$/.test(code) ? code : null;
}

/** A number with a decimal comma or point, perhaps with spaces between thousands; undefined when it is not one. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number within bounds; null otherwise, with a finding unless the cell is empty. « NS »: not significant, a note. */
export function boundedNumber<Key extends string>(
  cell: Cell<Key>,
  column: Key,
  [least, most]: readonly [number, number],
  remark: Remark<Key>
): number | null {
  const text = cell(column);
  if (text === '') return null;
  if (text.toUpperCase() === 'NS') {
    remark('note', { code: 'not-significant', column, found: text });
    return null;
  }
  const value = readNumber(text);
  if (value !== undefined && value >= least && value <= most) return value;
  remark('doubtful', {
    code: 'bad-number',
    column,
    found: text,
    expected: `un nombre de ${least} à ${most}`
  });
  return null;
}

/** Tried in this order; « E E PU » and « E P PR » are the ministry's short forms, « elelmentaire » and « primiare » its misspellings. */
const KIND_WORDS: readonly (readonly [RegExp, SchoolKind])[] = [
  [/^(?:college|clg)\b/, 'college'],
  [/prim(?:ai|ia|ei)r|^e p\b/, 'primaire'],
  [/\bele?l?e?ment|^e e\b/, 'elementaire'],
  [/\bmaternelle|^e m\b/, 'maternelle'],
  [/\b(?:groupe?|gpe|gr|pole) (?:scolaire|educatif)\b/, 'primaire'],
  [/\bcollege\b/, 'college']
];

/** Kind of a school from its name or type; null when no word says: « NOTRE DAME » may be any kind. */
export function kindOfName(name: string): SchoolKind | null {
  const folded = foldPlace(name);
  return KIND_WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
