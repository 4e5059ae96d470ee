// What the messages of a finding name: its values in words (amounts, limits, boxes, kinds), and whether each is known.
import type { Finding } from '../../model/findings.ts';
import { formatName } from '../format-names.ts';
import type { Locale } from '../locale.ts';
import { say, sayIfAny, type Values } from './say.ts';

type Seen = Pick<Finding, 'found' | 'expected'>;

/** A value that is a word (`valueWord`) in a language; another as it is. */
function inWords(value: string | undefined, language: Locale): string | undefined {
  const [, word = '', figure = ''] = /^#([a-z-]+)(?: (\d+))?$/.exec(value ?? '') ?? [];
  return sayIfAny(language, `finding_value_${word.replace(/-/g, '_')}`, { figure }) ?? value;
}

/** The same finding, its values that are words said in a language. */
export const withValueWords = (finding: Finding, language: Locale): Finding => ({
  ...finding,
  found: inWords(finding.found, language),
  expected: inWords(finding.expected, language)
});

/** « 20 000 » for `20000`; any other text as it is. */
const figure = (text: string, language: Locale): string =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? new Intl.NumberFormat(language).format(Number(text)) : text;

/** « un nombre de 0 à 100 000 » for `0..100000`; any other text as it is. */
function limits(text: string, key: string, language: Locale): string {
  const [, least, most] = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(text) ?? [];
  if (least === undefined || most === undefined) return text;
  return say(language, key, { least: figure(least, language), most: figure(most, language) });
}

/** « 74 500,50 € », “€74,500.50” */
function euros(text: string, language: Locale): string {
  const amount = text.split('.')[1]
    ? Number(text).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : figure(text, language);
  return language === 'fr' ? `${amount} €` : `€${amount}`;
}

function rest(whole: string, part: string): string {
  const left = Number(whole) - Number(part);
  return Number.isNaN(left) ? '' : String(Math.round(left * 100) / 100);
}

/** « de 2,70° E à 3,40° E et de 50,40° N à 50,80° N », from `west south east north`; '' for any other text. */
function box(text: string, language: Locale): string {
  const sides = text.split(' ').map(Number);
  if (sides.length !== 4 || !sides.every(Number.isFinite)) return '';
  const letters = ['EO', 'NS', 'EO', 'NS'].map((two) => (language === 'fr' ? two : two.replace('O', 'W')));
  const [west = '', south = '', east = '', north = ''] = sides.map(
    (side, at) =>
      `${Math.abs(side).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}° ${letters[at]![side < 0 ? 1 : 0]}`
  );
  return say(language, 'finding_box', { west, south, east, north });
}

/** What a part of a folder is to its reader. */
function folderPart(path: string, language: Locale): Values {
  const kind = (): string => {
    if (path.endsWith('.pmtiles')) return 'ground';
    if (path.startsWith('map/')) return 'outlines';
    if (path.startsWith('graph/')) return 'roads';
    return path.startsWith('kept/') ? 'kept' : 'download';
  };
  const [, name = ''] = /^sources\/(?!.*\.pmtiles$)(.*)/.exec(path) ?? [];
  const part = say(language, `finding_part_of_folder_${kind()}`);
  return { part, name, isSource: yesOrNo(name !== '') };
}

/** `0590001F 59300`: a school and the commune that it stands in, when there is one. */
function placed(text: string): Values {
  const [school = '', commune] = text.split(' ');
  return { school, commune: commune ?? '', hasCommune: yesOrNo(commune !== undefined) };
}

type Both = (write: (text: string, language: Locale) => string) => Compute;
type Compute = (values: { found: string; expected: string }, language: Locale) => Values;

const both: Both =
  (write) =>
  ({ found, expected }, language) => ({
    found: write(found, language),
    expected: write(expected, language)
  });
const limited =
  (key: string): Compute =>
  ({ expected }, language) => ({ expected: limits(expected, key, language) });
const megabytes: Compute = ({ found }, language) => ({
  found: language === 'fr' ? found : found.replace(',', '.')
});

/** Values that are worked out, by code. */
const computeOf = (code: string): Compute | undefined => {
  switch (code) {
    case 'appointments-read':
    case 'too-many-columns':
      return both(figure);
    case 'bad-count':
      return limited('finding_limits');
    case 'bad-number':
    case 'bad-rep':
    case 'bad-position':
    case 'bad-geometry':
    case 'bad-qpv-code':
      return limited('finding_limits_number');
    case 'funders-lacking':
    case 'funders-disagree':
      return (values, language) => ({
        ...both(euros)(values, language),
        rest: euros(rest(values.expected, values.found), language)
      });
    case 'pbf-antimeridian':
    case 'pbf-elsewhere':
    case 'ground-elsewhere':
      return both(box);
    case 'ground-too-large':
    case 'ground-heavy':
      return megabytes;
    case 'wrong-file':
      return both(formatName);
    case 'absent-column':
      return ({ found }, language) => ({ found: sayIfAny(language, `finding_absent_${found}`) ?? found });
    case 'kind-assumed':
      return ({ expected }, language) => ({
        expected: sayIfAny(language, `finding_kind_${expected}`) ?? expected
      });
    case 'ground-no-mode':
      return ({ found }, language) => ({ found: sayIfAny(language, `finding_mode_${found}`) ?? '' });
    case 'maillage-part-damaged':
      return ({ found }, language) => folderPart(found, language);
    case 'position-outside-commune':
      return ({ found }) => placed(found);
    default:
      return undefined;
  }
};

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** All that a message of a finding may name; `quoted`, `seen`, … are ends of sentences that many have, messages themselves. */
export function valuesInWords(finding: Finding, language: Locale): Values {
  const { found = '', expected = '' }: Seen = withValueWords(finding, language);
  const known = { found, expected, ...computeOf(finding.code)?.({ found, expected }, language) };
  const values = {
    ...known,
    code: finding.code,
    severity: finding.severity,
    column: finding.column ?? '',
    proposed: finding.proposed ?? '',
    hasFound: yesOrNo(known.found !== ''),
    hasExpected: yesOrNo(known.expected !== ''),
    hasProposed: yesOrNo(Boolean(finding.proposed)),
    hasRow: yesOrNo(finding.row !== undefined),
    isMany: yesOrNo(Number(found) > 1),
    areMany: yesOrNo(Number(expected) > 1)
  };
  const part = (name: string, when = true) =>
    when ? say(language, `finding_part_${name}`, { ...values, cell }) : '';
  const cell = say(language, 'finding_part_cell', values);
  return {
    ...values,
    cell,
    quoted: part('quoted', known.found !== ''),
    bracketed: part('bracketed', known.found !== ''),
    shape: part('shape'),
    seen: part('seen', known.found !== '' || known.expected !== ''),
    instead: part('instead'),
    suchAs: part('such_as')
  };
}
