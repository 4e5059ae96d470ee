// The words of findings-rows.ts in English.
import type { Finding } from '../../model/findings.ts';
import { cellWordsEn, quotedEn as quoted, rangeWords, type FindingLexicon } from './finding-words.ts';

const instead =
  (what: string) =>
  ({ found, expected }: Finding) =>
    `${what}: found${cellWordsEn(found)}${expected ? `, expected ${rangeWords(expected, ['a number from', 'to'], 'en-GB')}` : ''}`;

/** The same where any of the kind would do: `expected` is one of the territory. */
const suchAs =
  (what: string) =>
  ({ found, expected, proposed }: Finding) =>
    `${what}: found${cellWordsEn(found)}${proposed ? `; the school of that name in that commune is ${proposed}` : expected ? ` (for instance ${expected})` : ''}`;

export const ROW_FINDINGS_EN: FindingLexicon = {
  'stray-quote': {
    title: 'quotation mark left open',
    what: () => 'a quotation mark opens and never closes; it was read as a letter',
    fix: 'Double this quotation mark, or take it out.'
  },
  'formula-error': {
    title: 'formula that failed',
    what: ({ found }) => `the formula of this cell failed:${quoted(found)}; the value is taken as unknown`,
    fix: 'Correct the formula in the workbook, or write the value.'
  },
  'formula-without-result': {
    title: 'formula without a result',
    what: ({ found }) =>
      `this cell holds a formula without its result:${quoted(found)}; the value is taken as unknown`,
    fix: 'Open the workbook and save it so that formulas are computed, or write the value.'
  },
  'short-row': {
    title: 'row too short',
    what: ({ found = '?', expected = '?' }) =>
      `this row has ${found} cells instead of ${expected}; the last ones are taken as empty`,
    fix: 'Check that no separator is missing.'
  },
  'cut-row': {
    title: 'file cut short in its last row',
    what: ({ found = '?', expected = '?' }) =>
      `the file stops in the middle of this row, which has ${found} cells instead of ${expected}: the download was probably interrupted`,
    fix: 'Download it again: rows are missing after this one.'
  },
  'long-row': {
    title: 'row too long',
    what: ({ found = '?', expected = '?' }) =>
      `this row has ${found} cells instead of ${expected}; its values would go in the wrong columns`,
    fix: 'Put the text that holds the separator in quotation marks.'
  },
  'bad-uai': {
    title: 'wrong UAI number',
    what: suchAs('this is not a UAI number (seven digits and their check letter)'),
    fix: 'Correct the number of the school.'
  },
  'duplicate-uai': {
    title: 'UAI number twice',
    what: ({ found, expected }) =>
      `school${quoted(found)} already stands above${expected ? ` (${expected})` : ''}; the first row is kept`,
    fix: 'Take out the extra row.'
  },
  'bad-insee': {
    title: 'wrong INSEE code',
    what: suchAs('this is not the INSEE code of a commune'),
    fix: 'Write all five characters, with the leading zero.'
  },
  'bad-departement': {
    title: 'wrong département code',
    what: suchAs('this is not the code of a département')
  },
  'bad-year': { title: 'wrong school year', what: suchAs('this is not a school year') },
  'bad-number': {
    title: 'wrong number',
    what: instead('this number is not possible here; the value is taken as unknown')
  },
  'not-significant': {
    title: 'value not significant',
    what: () => 'the source writes NS (not significant); the value is taken as unknown'
  },
  'bad-rep': { title: 'unknown network', what: instead('this is not a priority education network') },
  'no-position': {
    title: 'school that the source does not place',
    what: ({ found }) => `the source gives no position to school${quoted(found)}`
  },
  'bad-position': {
    title: 'wrong position',
    what: instead('this is not a position on Earth'),
    fix: 'Check latitude and longitude, in degrees.'
  },
  'not-a-school': {
    title: 'row that is not a school',
    what: ({ found }) => `${found ?? 'this row'} is part of another school`
  },
  'network-heading': {
    title: 'heading of a network',
    what: ({ found }) => `this row announces the network${quoted(found)} and describes no school`
  },
  'bad-geometry': {
    title: 'unusable outline',
    what: instead('this outline cannot be drawn'),
    fix: 'Check this feature in mapping software.'
  },
  'self-crossing': {
    title: 'outline that crosses itself',
    what: ({ found }) =>
      `this outline crosses itself, near ${found ?? ''}; it is kept, but its limits are doubtful there`,
    fix: 'In QGIS: Vector, Geometry Tools, Fix Geometries.'
  },
  'too-many-vertices': {
    title: 'outline too detailed',
    what: ({ found, expected }) =>
      `this outline has ${found ?? ''} vertices; the limit is ${expected ?? ''} per feature`,
    fix: 'Simplify it (QGIS: Vector, Geometry Tools, Simplify, tolerance of 5 m), or take the generalised file.'
  },
  'duplicate-commune': {
    title: 'commune twice',
    what: ({ found, expected }) =>
      `commune${quoted(found)} already stands above${expected ? ` (feature ${expected})` : ''}; the first outline is kept`
  },
  'bad-qpv-code': {
    title: 'wrong QPV code',
    what: instead('this is not the code of a priority neighbourhood')
  },
  'duplicate-qpv': {
    title: 'QPV twice',
    what: ({ found, expected }) =>
      `neighbourhood${quoted(found)} already stands above${expected ? ` (feature ${expected})` : ''}; the first is kept`
  }
};
