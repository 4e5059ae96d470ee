// The words of findings-cases.ts in English.
import { cellWordsEn as cell, quotedEn as quoted, type FindingLexicon } from './finding-words.ts';

/** What the absence of a column leaves unknown. */
const ABSENT: Readonly<Record<string, string>> = {
  qpv: 'the QPV of residence',
  level: 'the level',
  theme: 'the theme',
  family_id: 'the family',
  visits: 'the visits'
};

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
    title: 'column not read',
    what: () => 'this column is not read',
    fix: 'Say what it holds if it is of use; remove it from a case file.'
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
    what: ({ found, expected }) =>
      `level expected: ${expected ?? ''}; found${cell(found)}; the child counts in the totals`
  },
  'bad-theme': {
    title: 'unknown theme',
    what: ({ found, expected }) => `theme expected: ${expected ?? ''}; found${cell(found)}`
  },
  'bad-visits': {
    title: 'wrong number of visits',
    what: ({ found }) => `whole number of visits expected, without sign or comma; found${cell(found)}`
  },
  'unknown-cell': {
    title: 'not told',
    what: () => 'this cell is empty; the child counts, and this is not known',
    fix: 'Fill it in if you can.'
  },
  'no-place': {
    title: 'no known school or commune',
    what: ({ found }) =>
      `no school or commune of the territory can be recognised${found ? `:${quoted(found)}` : ''}`,
    fix: 'Give the UAI number, or the name and the commune of the school.'
  },
  'place-elsewhere': {
    title: 'outside the territory',
    what: ({ found }) => `neither the school nor the commune is in the territory:${quoted(found)}`,
    fix: 'Check the school and the commune, or take the row out.'
  },
  'home-unknown': {
    title: 'commune of residence not told',
    what: ({ found, expected }) =>
      `commune of residence not recognised${found ? ` (“${found}”)` : ''}; the child counts in the commune of the school (${expected ?? ''})`,
    fix: 'Give the commune where the child lives.'
  },
  'school-not-found': {
    title: 'school not recognised',
    what: ({ found }) => `school${quoted(found)} is none of the territory; the child counts in the commune`,
    fix: 'Correct the number, or the name and the commune of the school.'
  },
  'qpv-not-found': {
    title: 'QPV not recognised',
    what: ({ found }) => `QPV${quoted(found)} is none of the territory; the child counts in the commune`,
    fix: 'Correct the code, or leave the cell empty outside a QPV.'
  },
  'own-theme': {
    title: 'theme that is not in the list',
    what: ({ found }) => `theme${quoted(found)} is not in the list; the child counts in the totals`,
    fix: 'Add this theme, or choose the one of the list that it stands for.'
  },
  'year-assumed': {
    title: 'school year assumed',
    what: ({ found }) => `the file does not tell the school year; all children are counted in ${found ?? ''}`,
    fix: 'If it is another, add a column “School year”, or the year in the name of the file.'
  },
  'no-case-id': {
    title: 'no case number',
    what: () =>
      'the file has no case number: each row counts as a child, and a child entered twice counts twice',
    fix: 'Add a column “Case number”.'
  },
  'homes-of-schools': {
    title: 'no commune of residence',
    what: () => 'the file does not tell where the children live: each counts in the commune of the school'
  },
  'no-school-column': {
    title: 'no school',
    what: () => 'the file does not tell the schools: children count in their commune, and in no school'
  },
  'absent-column': {
    title: 'not told by the file',
    what: ({ found }) =>
      `the file does not tell ${ABSENT[found ?? ''] ?? found ?? ''}: nothing of it is shown`
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
