// The words of findings-cases.ts in English.
import { cellWordsEn as cell, quotedEn as quoted, type FindingLexicon } from './finding-words.ts';

export const CASE_FINDINGS_EN: FindingLexicon = {
  'file-too-large': {
    title: 'file too heavy',
    what: ({ found, expected }) => `this file weighs ${found ?? ''} MB; the limit is ${expected ?? ''} MB`,
    fix: 'Keep only your département, the columns asked for and the years needed, then give it again; nothing of it was read.'
  },
  'case-file-drawn': {
    title: 'file of places',
    what: () => 'this file draws places: it is not a case file',
    fix: 'Give a CSV or XLSX file, one row per child and school year.'
  },
  'no-usable-row': {
    title: 'no usable row',
    what: ({ found }) => `none of the ${found ?? ''} rows can be kept`,
    fix: 'Correct the rows pointed out.'
  },
  'unknown-column': {
    title: 'unknown column',
    what: () => 'this column is not asked for; it was ignored',
    fix: 'Take out of the file all that is not asked for.'
  },
  'empty-cell': { title: 'empty cell', what: () => 'this cell is empty', fix: 'Fill it in.' },
  formula: {
    title: 'spreadsheet formula',
    what: ({ found }) => `this cell begins like a formula:${quoted(found)}`,
    fix: 'Replace the formula with its value.'
  },
  'bad-school-year': {
    title: 'wrong school year',
    what: ({ found, expected }) =>
      `school year expected (for instance ${expected ?? ''}), found${cell(found)}`,
    fix: 'Write both years, never a date.'
  },
  'unknown-school': {
    title: 'unknown school',
    what: ({ found, proposed }) =>
      `school${quoted(found)} is not in the list of schools${proposed ? `; the one of that name in that commune is ${proposed}` : ''}`,
    fix: 'Correct the number, or add the school to the list.'
  },
  'unknown-qpv': {
    title: 'unknown QPV',
    what: ({ found }) => `QPV${quoted(found)} is not in the list of QPV`,
    fix: 'Correct the code, or leave the cell empty outside a QPV.'
  },
  'bad-level': {
    title: 'unknown level',
    what: ({ found, expected }) => `level expected: ${expected ?? ''}; found${cell(found)}`
  },
  'bad-theme': {
    title: 'unknown theme',
    what: ({ found, expected }) => `theme expected: ${expected ?? ''}; found${cell(found)}`
  },
  'bad-visits': {
    title: 'wrong number of visits',
    what: ({ found }) => `whole number of visits expected, without sign or comma; found${cell(found)}`
  },
  'duplicate-case': {
    title: 'child twice in the year',
    what: ({ found, expected }) =>
      `this child already appears in that year (${found ?? ''}), row ${expected ?? ''}; the first row is kept`,
    fix: 'One row per child and school year.'
  },
  'uai-check-letter': {
    title: 'wrong check letter of a UAI',
    what: ({ found }) =>
      `the letter of UAI number${quoted(found)} does not match its digits; the row is kept`,
    fix: 'Check this number.'
  },
  'level-of-another-school': {
    title: 'level foreign to the school',
    what: ({ found, expected }) => `level “${found ?? ''}” in a school “${expected ?? ''}”; the row is kept`,
    fix: 'Check the level and the number of the school.'
  },
  'personal-columns': {
    title: 'personal columns left out',
    what: ({ found }) => `personal columns left out: ${found ?? ''}. They are not read, shown or kept`
  },
  'personal-codes': {
    title: 'names replaced by a code',
    what: ({ found }) => `names of persons replaced by a code: ${found ?? ''}. The names are not kept`,
    fix: 'Number the posts and the cases in your lists.'
  },
  'children-list': {
    title: 'list of children',
    what: () =>
      'this file is a list of children: several rows for one school, or personal columns. It cannot stand for a list of schools',
    fix: 'Drop it as a case file, or drop a list with one row a school.'
  }
};
