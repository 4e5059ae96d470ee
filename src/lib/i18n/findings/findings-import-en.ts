// The words of findings-import.ts in English.
import {
  cellWordsEn as cell,
  figureWords,
  quotedEn as quoted,
  rangeWords,
  type FindingLexicon
} from './finding-words.ts';
import { formatName } from '../format-names.ts';

/** “€74,500.50” */
const eurosWords = (text = ''): string =>
  text.split('.')[1]
    ? `€${Number(text).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
    : `€${figureWords(text, 'en-GB')}`;
const restOf = (whole = '', part = ''): string => {
  const rest = Number(whole) - Number(part);
  return Number.isNaN(rest) ? '' : String(Math.round(rest * 100) / 100);
};

const AGAIN = 'Download it again, to its end.';

export const IMPORT_FINDINGS_EN: FindingLexicon = {
  'unknown-format': {
    title: 'unknown file',
    what: ({ found }) => `this file is none of those that Maillage can read; its columns: ${found ?? ''}`,
    fix: 'Compare its headers with those of the templates or of the official file.'
  },
  'wrong-file': {
    title: 'file taken for another',
    what: ({ found, expected }) =>
      `this file holds: ${formatName(found, 'en')}; here it must be: ${formatName(expected, 'en')}`,
    fix: 'Choose the other file, or drop this one in its own place.'
  },
  'no-geometry': {
    title: 'file without outlines',
    what: () => 'this file has the columns expected, but no outline',
    fix: 'Take it as GeoJSON or Shapefile (zip), not as CSV.'
  },
  geopackage: {
    title: 'GeoPackage',
    what: () => 'this file is a GeoPackage, which Maillage does not open',
    fix: 'In QGIS: right click on the layer, Export, GeoJSON format, CRS EPSG:4326; or take the GeoJSON or the Shapefile from the page of the file.'
  },
  'old-spreadsheet': {
    title: 'old Excel workbook',
    what: () => 'this file is an Excel workbook from before 2007 (.xls)',
    fix: 'Open it and save it as .xlsx or CSV.'
  },
  'open-document': {
    title: 'OpenDocument file without a table',
    what: () => 'this file is an OpenDocument text, presentation or drawing, and no workbook',
    fix: 'Copy the table to a workbook and save it as .ods or .xlsx.'
  },
  'gzip-file': {
    title: 'file compressed twice',
    what: () => 'this compressed file (.gz) holds another compressed file',
    fix: 'Decompress it, then give the file that it holds.'
  },
  'damaged-gzip': {
    title: 'damaged compressed file',
    what: () => 'this compressed file (.gz) is cut short or damaged',
    fix: AGAIN
  },
  'damaged-topojson': {
    title: 'damaged TopoJSON file',
    what: () => 'this TopoJSON file cannot be read: its outlines name lines that it does not hold',
    fix: AGAIN
  },
  'pdf-file': {
    title: 'PDF document',
    what: () => 'this file is a PDF document: its tables cannot be read',
    fix: 'Ask for the same data as CSV or as a workbook.'
  },
  'web-page': {
    title: 'web page',
    what: () => 'this file is a web page, not the file expected: the download probably failed',
    fix: 'Open it in a browser to read what the site answered, then download again.'
  },
  'xml-file': {
    title: 'XML file',
    what: () => 'this file is in XML (KML, GML or another), which Maillage does not open',
    fix: 'Take it as CSV, GeoJSON or Shapefile (zip).'
  },
  'truncated-archive': {
    title: 'archive cut short',
    what: () => 'this zip archive is cut short or damaged',
    fix: AGAIN
  },
  'other-archive': {
    title: 'archive with nothing to read',
    what: () => 'this zip archive holds neither a workbook nor a Shapefile',
    fix: 'Decompress it, then give the files that it holds.'
  },
  'damaged-spreadsheet': {
    title: 'damaged workbook',
    what: () => 'this workbook cannot be read: it is damaged, or protected by a password',
    fix: 'Open it, take its protection off, and save it again, or as CSV.'
  },
  'other-sheets': {
    title: 'other sheets of the workbook',
    what: ({ found, expected }) =>
      `only the sheet${quoted(expected)} was read; the others were not: ${found ?? ''}`,
    fix: 'To read another sheet, name it after the file: “listes.xlsx#Écoles”.'
  },
  'missing-sheet': {
    title: 'sheet that the workbook lacks',
    what: ({ found, expected }) =>
      `this workbook has no sheet${quoted(expected)}; its sheets: ${found ?? ''}`,
    fix: 'Give the sheet its name again, or drop the workbook again.'
  },
  'sheet-without-table': {
    title: 'sheet without a table',
    what: () => 'this sheet has no table: it is not read'
  },
  'hidden-sheet': {
    title: 'hidden sheet',
    what: ({ found }) => `the sheet${quoted(found)} is hidden in the workbook; it was read`,
    fix: 'Remove it if it should not have been.'
  },
  'damaged-shapefile': {
    title: 'incomplete or damaged Shapefile',
    what: () =>
      'this Shapefile cannot be read: a file is missing (.shp or .dbf), or one of them is cut short',
    fix: 'The zip must hold .shp, .shx, .dbf and .prj together.'
  },
  'other-layers': {
    title: 'other layers of the file',
    what: ({ found, expected }) =>
      `only the layer${quoted(expected)} was read; the others were not: ${found ?? ''}`,
    fix: 'Make one file per layer.'
  },
  'truncated-parquet': {
    title: 'Parquet file cut short',
    what: () => 'this Parquet file stops before its end: the download was interrupted',
    fix: AGAIN
  },
  'damaged-parquet': {
    title: 'damaged Parquet file',
    what: () => 'this Parquet file cannot be read',
    fix: AGAIN
  },
  'files-disagree': {
    title: 'files that disagree about a school',
    what: ({ found, expected }) => `${found ?? ''}; the other file says otherwise (${expected ?? ''})`,
    fix: 'Keep the more recent file, or correct one of the two.'
  },
  'licence-missing': {
    title: 'unknown licence',
    what: () => 'the licence of this file is not given',
    fix: 'Check on the page of the file that you may publish it, and write it in the configuration (key “licences”).'
  },
  'closed-school': { title: 'closed school', what: ({ found }) => `school${quoted(found)} is closed` },
  'duplicate-cite': {
    title: 'Cité éducative twice',
    what: ({ found, expected }) =>
      `the Cité éducative${quoted(found)} already stands above (${expected ?? ''}); the first is kept`
  },
  'duplicate-pair': {
    title: 'duplicate trip',
    what: ({ found, expected }) =>
      `the trip${quoted(found)} already stands above (${expected ?? ''}); the first is kept`
  },
  'bad-duration': {
    title: 'wrong duration or distance',
    what: ({ found }) =>
      `this is neither a duration in minutes nor a distance in kilometres:${quoted(found)}`,
    fix: 'Write a positive number.'
  },
  'bad-word': {
    title: 'unknown word',
    what: ({ found, expected }) => `word expected: ${expected ?? ''}; found${cell(found)}`,
    fix: 'Write one of the words expected.'
  },
  'person-name': {
    title: 'name of a person in place of a function',
    what: () => 'this cell seems to hold the name of a person; the row is left out',
    fix: 'Write the function ("Direction de l’école Pasteur", "Assistante sociale 2"), never the name.'
  },
  'note-too-long': {
    title: 'text too long',
    what: ({ found = '' }) =>
      `this text is too long${found && ` (${found} characters)`}; the row is left out`,
    fix: 'Write a shorter text (at most 120 characters).'
  },
  'quorum-without-profession': {
    title: 'presence needed, profession missing',
    what: () =>
      'presence is said to be needed, but the profession is missing; the member does not count in the quorum',
    fix: 'Fill in the column "profession".'
  },
  'bad-when': {
    title: 'unreadable day',
    what: ({ expected }) =>
      `this is neither a day nor a half-day${expected ? ` (expected: ${expected})` : ''}; the row is left out`,
    fix: 'Write one of the words expected, or a date.'
  },
  'period-reversed': {
    title: 'period that ends before it begins',
    what: ({ found, expected }) =>
      `the period begins on ${expected ?? '?'} and ends${quoted(found)}; the row is left out`,
    fix: 'Correct one of the two dates.'
  },
  'availability-dated': {
    title: 'availability without a day of the week',
    what: () => 'availability is given by day of the week, without a date',
    fix: 'Write a day of the week, or the dated absences.'
  },
  'bad-date': {
    title: 'wrong date',
    what: ({ found, expected }) =>
      `date expected (for instance ${expected ?? ''}), found${cell(found)}; it is taken as unknown`,
    fix: 'Correct the date, or leave the cell empty.'
  },
  understood: {
    title: 'value understood, though written otherwise',
    what: ({ found, expected }) => `${found ? `“${found}”` : 'this value'} was read as “${expected ?? ''}”`
  },
  'title-rows': {
    title: 'rows above the header',
    what: ({ found }) => `the rows down to row ${found ?? ''} are a title or a header; the table begins below`
  },
  'dos-text': {
    title: 'file in CP850',
    what: () => 'this file is written in CP850 (DOS); its accents were read as such'
  },
  'mac-text': {
    title: 'file in Mac OS Roman',
    what: () => 'this file is written in Mac OS Roman; its accents were read as such'
  },
  'unmarked-utf16': {
    title: 'file in UTF-16 without a mark',
    what: () => 'this file is in UTF-16 without saying so; it was read as such'
  },
  'reach-unknown': {
    title: 'communal sheet without a commune',
    what: ({ found }) => `the sheet${quoted(found)} is communal and names no commune; it is tied to none`,
    fix: 'Name its communes, or write “toutes”.'
  },
  'fte-assumed': {
    title: 'working time assumed',
    what: ({ found }) =>
      found
        ? `the working time${quoted(found)} cannot be read; a full-time post is assumed`
        : 'the working time is not given; a full-time post is assumed',
    fix: 'Write a share of full time, for instance 0.8 or 80%.'
  },
  'bad-count': {
    title: 'wrong number',
    what: ({ found, expected }) =>
      `whole number expected (${rangeWords(expected, ['from', 'to'], 'en-GB')}), found${cell(found)}`,
    fix: 'Write a whole number, without a unit.'
  },
  'followed-without-year': {
    title: 'school followed since an unknown date',
    what: ({ found }) => `school${quoted(found)} has been followed since an unknown year`,
    fix: 'Give the school year in which it began, for instance 2025-2026.'
  },
  'duplicate-id': {
    title: 'identifier twice',
    what: ({ found, expected }) =>
      `the identifier${quoted(found)} already stands above (${expected ?? ''}); the first row is kept`,
    fix: 'Give each row an identifier of its own.'
  },
  'duplicate-row': {
    title: 'row twice',
    what: ({ found, expected }) =>
      `a row above (${expected ?? ''}) already says:${quoted(found)}; the first is kept`,
    fix: 'Merge the two rows.'
  },
  'funders-lacking': {
    title: 'sheet of which a part has no known funder',
    what: ({ found, expected }) =>
      `the known funders give ${eurosWords(found)} of a cost of ${eurosWords(expected)}; ${eurosWords(restOf(expected, found))} have no known funder`,
    fix: 'If a column of the missing funder is not read, match it; the page Programme shows this part aside.'
  },
  'funders-disagree': {
    title: 'funding beyond the cost',
    what: ({ found, expected }) =>
      `the funding comes to ${eurosWords(found)}, and the cost is ${eurosWords(expected)}`,
    fix: 'Check the amounts of the sheet.'
  }
};
