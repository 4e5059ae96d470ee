// Numbers as French readers write them (English second): `692 734 €`, `12,5 %`, `−3`, `1 h 25`, `onze`.
// Thousands are parted by U+202F, units by a no-break space; Num.svelte widens the narrow ones on screen.
import { locale, localeTag } from './locale.ts';

const MINUS = '\u2212';
const NBSP = '\u00a0';
const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
  const tag = localeTag();
  const key = tag + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) formats.set(key, (formatter = new Intl.NumberFormat(tag, options)));
  return formatter.format(value).replace('-', MINUS).replace(`${NBSP}%`, '\u202f%');
}

/** Whole numbers are written without Intl, whose first formatter would take a twentieth of a first visit. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) return format(value, { maximumFractionDigits: 0 });
  const digits = String(Math.abs(value));
  const parted = digits.replace(/\B(?=(\d{3})+$)/g, locale() === 'fr' ? '\u202f' : ',');
  return value < 0 ? MINUS + parted : parted;
}

/** « 23e3b76319f4 »: of a fingerprint, enough to tell two releases apart when read aloud. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, 12);

export function integer(value: number): string {
  return whole(Math.round(value));
}

/** From a half by less, a rounding is left to Intl, which rounds decimals as they are written. */
const HALF = 1e-6;
/** Beyond, a half is not told apart any more. */
const LARGEST = 1e9;

/** A figure with its decimals, written without Intl; null where Intl alone writes it as it should be. */
function fixed(value: number, digits: number): string | null {
  const scale = 10 ** digits;
  const points = value * scale;
  if (!(points >= 0 && points < LARGEST) || Object.is(points, -0)) return null;
  if (Math.abs((points % 1) - 0.5) <= HALF) return null;
  const rounded = Math.round(points);
  if (digits === 0) return whole(rounded);
  const decimals = String(rounded % scale).padStart(digits, '0');
  return whole(Math.floor(rounded / scale)) + (locale() === 'fr' ? ',' : '.') + decimals;
}

export function decimal(value: number, digits: number): string {
  return (
    fixed(value, digits) ?? format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  );
}

/** A figure with the decimals that it has: `5`, `0,22`. */
export const plain = (value: number): string => format(value, { maximumFractionDigits: 3 });

/** @param ratio 0..1 */
export function percent(ratio: number, digits = 0): string {
  const written = fixed(ratio * 100, digits);
  if (written !== null) return written + (locale() === 'fr' ? '\u202f%' : '%');
  return format(ratio, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function euros(value: number): string {
  if (Number.isSafeInteger(value) && locale() === 'fr') return `${whole(value)}${NBSP}€`;
  return format(value, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
}

/** A change: `+6`, `−2`, `0`. */
export function signed(value: number, write: (absolute: number) => string = integer): string {
  if (value === 0) return write(0);
  return (value > 0 ? '+' : MINUS) + write(Math.abs(value));
}

/** Minutes as `45 min`, `1 h 25`, `2 h`; in English `1 h 25 min`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  if (rest === 0) return `${hours}${NBSP}h`;
  if (locale() !== 'fr') return `${hours}${NBSP}h${NBSP}${rest}${NBSP}min`;
  return `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}

/** Metres as `400 m` or `1,2 km`. */
export function distance(metres: number): string {
  const rounded = metres < 1000 ? Math.round(metres / 10) * 10 : metres;
  return rounded < 1000 ? `${integer(rounded)}${NBSP}m` : `${decimal(metres / 1000, 1)}${NBSP}km`;
}

/** A file's size: `850 o`, `4,3 ko`, `12 Mo`; `B`, `kB`, `MB` in English. */
export function fileSize(bytes: number): string {
  const unit = locale() === 'fr' ? 'o' : 'B';
  const [value, prefix] = bytes < 1000 ? [bytes, ''] : bytes < 1e6 ? [bytes / 1e3, 'k'] : [bytes / 1e6, 'M'];
  return `${value < 10 && prefix ? decimal(value, 1) : integer(value)}${NBSP}${prefix}${unit}`;
}

const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
    ' '
  );

/** A small number in words, as a sentence writes it; figures beyond sixteen. */
export function numberWord(value: number, gender: 'masculine' | 'feminine' = 'masculine'): string {
  const words = locale() === 'fr' ? FRENCH : ENGLISH;
  const word = words[value];
  if (word === undefined) return integer(value);
  return locale() === 'fr' && value === 1 && gender === 'feminine' ? 'une' : word;
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(localeTag()) + text.slice(1);
}
