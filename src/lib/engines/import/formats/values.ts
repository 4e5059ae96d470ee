// Codes, numbers and kinds of schools as official files write them.
import type { SchoolKind } from '../../../model/school.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Cell, Remark } from '../rows.ts';

/** Letter of an UAI by the remainder of its seven digits divided by 23. */
const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * An UAI in capitals, or null when it is not one: seven digits and their check letter. Spaces, hyphens and a leading zero that a
 * spreadsheet dropped are put right: the letter proves the number.
 */
export function readUai(text: string): string | null {
  const uai = text
    .toUpperCase()
    .replace(/[\s.\u00a0\u202f-]/g, '')
    .padStart(8, '0');
  if (!/^\d{7}[A-Z]$/.test(uai)) return null;
  return uaiOf(Number(uai.slice(0, 7))) === uai ? uai : null;
}

/** The UAI of a number: its seven digits and their check letter. */
export function uaiOf(number: number): string {
  return String(number).padStart(7, '0') + UAI_LETTERS[number % UAI_LETTERS.length]!;
}

/** The INSEE code of a commune, with the leading zero that spreadsheets drop; null when it is not one. */
export function readInsee(text: string): string | null {
  if (!/^(?:\d{4,5}|2[AB]\d{3})$/i.test(text)) return null;
  return text.toUpperCase().padStart(5, '0');
}

/** The INSEE code of a commune, or its name as written; null when it can be neither. Names are looked up once the territory is known. */
export const readCommune = (text: string): string | null =>
  readInsee(text) ?? (/\p{L}{2}/u.test(text) ? text : null);

/** The INSEE code of a département: `2`, `002` and `02` are one, so are `02A` and `2A`. */
export function readDepartement(text: string): string | null {
  const code = text.toUpperCase().replace(/^0+/, '').padStart(2, '0');
  return /^(?:\d{2,3}|2[AB])$/.test(code) ? code : null;
}

/** The code of a QPV in capitals, without the spaces of some lists; null when it is not one. */
export function readQpv(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s.\u00a0\u202f-]/g, '');
  return /^Q[PN]?\d[A-Z0-9]{3,7}$/.test(code) ? code : null;
}

/** Degrees from « 50.36, 3.52 », latitude first; null when it is no position. */
export function readPosition(text: string): { lat: number; lon: number } | null {
  const [, lat = '', lon = ''] =
    /^\s*[[(]?\s*(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)\s*[\])]?\s*$/.exec(text) ?? [];
  if (lat === '') return null;
  return Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180
    ? { lat: Number(lat), lon: Number(lon) }
    : null;
}

/** Digits, with spaces between thousands alone: « 1 234,5 », never « 1 2 3 ». */
const SPACED_NUMBER = /^-?\s?(?:\d+|\d{1,3}(?:\s\d{3})+)(?:[.,]\d+)?$/;

/** A number with a decimal comma or point, perhaps with spaces between thousands; undefined when it is not one. */
export function readNumber(text: string): number | undefined {
  const bare = text.trim();
  return SPACED_NUMBER.test(bare) ? Number(bare.replace(/\s/g, '').replace(',', '.')) : undefined;
}

const EUROS_BEFORE = /^(?:€|euros?|eur)\s?(-?\s?[\d.,\s]*\d)\s?(k)?(?:\s?(?:ttc|ht))?$/;
const EUROS_AFTER = /^(-?\s?[\d.,\s]*\d)\s?(k)?\s?(?:€|euros?|eur)?(?:\s?(?:ttc|ht))?$/;

/** An amount in euros: « 180 000 € », « € 8 000 », « 12,5 k€ », « 1.200,50 EUR »; undefined when it is not one. */
export function readEuros(text: string): number | undefined {
  const bare = text.toLowerCase().trim();
  const [, figure = '', thousands] = EUROS_BEFORE.exec(bare) ?? EUROS_AFTER.exec(bare) ?? [];
  // Cents have two digits: three after a mark are thousands.
  const plain = figure.replace(/[.,](?=\d{3}(?:[.,]|$))/g, '');
  const euros = readNumber(plain);
  return euros === undefined || thousands === undefined ? euros : euros * 1_000;
}

/** A share of a full-time post: « 0,8 », « 80 % », « 0,8 ETP », « mi-temps »; undefined when it is not one. */
export function readShare(text: string): number | undefined {
  const bare = foldPlace(text.replace('%', ' pct ').replace(',', '.').replace('.', 'point'));
  if (/^(?:temps plein|temps complet|plein temps)$/.test(bare)) return 1;
  if (/^mi temps$/.test(bare)) return 0.5;
  const [, figure = '', percent] = /^(\d+(?:point\d+)?) ?(?:(pct)(?: etp)?|etp)?$/.exec(bare) ?? [];
  const share = readNumber(figure.replace('point', '.'));
  if (share === undefined) return undefined;
  // A post is never of more than one person: 80 alone can only be per cent.
  return percent !== undefined || (share >= 10 && share <= 100) ? share / 100 : share;
}

/** A whole number, perhaps with its unit: « 8 », « 8 professionnels »; undefined for « 4 à 5 » or « environ 10 ». */
export function readCount(text: string): number | undefined {
  const [, figure] = /^([\d\s\u00a0\u202f]*\d)(?:\s*[a-zà-ÿ.()]+)?$/i.exec(text) ?? [];
  return figure === undefined ? readNumber(text) : readNumber(figure);
}

/** A note that says how a cell was read, where it is not written as expected; the same reading is told once a file. */
export function understood<Key extends string>(
  remark: Remark<Key>,
  column: Key,
  found: string,
  expected: string
): void {
  remark('note', { code: 'understood', column, found, expected });
}

/** A number within bounds; null otherwise, with a finding unless the cell is empty. « NS »: not significant, a note. */
export function boundedNumber<Key extends string>(
  cell: Cell<Key>,
  column: Key,
  [least, most]: readonly [number, number],
  remark: Remark<Key>,
  read: (text: string) => number | undefined = readNumber
): number | null {
  const text = cell(column);
  if (text === '') return null;
  if (text.toUpperCase() === 'NS') {
    remark('note', { code: 'not-significant', column, found: text });
    return null;
  }
  const value = read(text);
  if (value !== undefined && value >= least && value <= most) {
    if (readNumber(text) !== value) understood(remark, column, text, String(value).replace('.', ','));
    return value;
  }
  remark('doubtful', {
    code: 'bad-number',
    column,
    found: text,
    expected: `${least}..${most}`
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
