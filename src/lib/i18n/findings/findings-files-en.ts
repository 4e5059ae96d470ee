// The words of findings-files.ts in English.
import { figureWords, quotedEn, type FindingLexicon } from './finding-words.ts';

const AGAIN = 'Download it again.';

export const FILE_FINDINGS_EN: FindingLexicon = {
  'missing-file': {
    title: 'missing file',
    what: ({ found }) =>
      found ? `this file does not exist in “${found}”` : 'this file is not among those dropped',
    fix: 'Check its name, then drop it or put it with the other files.'
  },
  'folder-incomplete': {
    title: 'files that are not in the folder',
    what: ({ found }) => `the folder was saved without these original files: ${found ?? ''}`,
    fix: 'Drop them again at step 2 of My territory, then change it. Nothing is lost: the territory is as it was.'
  },
  'maillage-alone': {
    title: 'Maillage folder',
    what: () => 'this is a saved Maillage folder',
    fix: 'Open it with “Open a folder”: it replaces the open territory.'
  },
  'gtfs-not-taken': {
    title: 'transport timetables',
    what: () => 'these are public transport timetables, and this page does not read them yet',
    fix: 'Remove it: times by public transport are prepared with the IT department.'
  },
  'certificate-not-taken': {
    title: 'certificate of protection',
    what: () => 'this is a certificate of protection, which holds no count',
    fix: 'Drop the case file.'
  },
  'bad-configuration': {
    title: 'settings file to correct',
    what: ({ found }) =>
      `this settings file does not fit: ${found ?? 'the territory cannot be built with it'}`,
    fix: 'It is left out. Choose the area on this page, or have the file corrected by whoever wrote it.'
  },
  'unreadable-file': {
    title: 'unreadable file',
    what: () => 'this file cannot be opened',
    fix: 'Check that it is a file, and that you may read it.'
  },
  'empty-file': { title: 'empty file', what: () => 'this file is empty', fix: AGAIN },
  'no-row': {
    title: 'file without data',
    what: () => 'this file holds no row of data',
    fix: 'Download it again, or take it out of the configuration.'
  },
  'not-text': {
    title: 'file that is not text',
    what: () => 'this file is not text: a workbook, an archive or a picture, perhaps',
    fix: 'Save it as CSV or GeoJSON.'
  },
  'too-many-columns': {
    title: 'table too wide',
    what: ({ found, expected }) =>
      `this table has ${figureWords(found, 'en-GB')} columns; the limit is ${figureWords(expected, 'en-GB')}`,
    fix: 'Keep the columns of use. If the data lie across, swap rows and columns.'
  },
  'latin1-text': {
    title: 'file in Latin-1',
    what: () => 'this file is in Latin-1 (Windows-1252); its accents were converted',
    fix: 'If names look damaged, save the file in UTF-8.'
  },
  'mixed-encodings': {
    title: 'lines of two encodings',
    what: ({ found }) =>
      `this file mixes UTF-8 and Latin-1 (Windows-1252): ${found ?? ''} line${Number(found) > 1 ? 's are' : ' is'} in Latin-1, this one the first; each was read in its own`,
    fix: 'Save the whole file in UTF-8.'
  },
  'truncated-text': {
    title: 'file cut short',
    what: () => 'this file stops in the middle of a letter: it was probably cut short',
    fix: AGAIN
  },
  'truncated-json': {
    title: 'GeoJSON file cut short',
    what: () => 'this file stops before its end: the download was interrupted',
    fix: AGAIN
  },
  'malformed-json': {
    title: 'badly written JSON file',
    what: ({ row }) => `this file is not valid JSON${row === undefined ? '' : ' at this line'}`,
    fix: 'Correct it there, or download it again.'
  },
  'not-geojson': {
    title: 'file that is not GeoJSON',
    what: () => 'this file is JSON, but neither a Feature nor a FeatureCollection',
    fix: 'Choose the GeoJSON format when you download it.'
  },
  'damaged-pack': {
    title: 'damaged starting data',
    what: () => 'this file of starting data cannot be read: it is cut short or damaged',
    fix: 'Reload the page. If it happens again, tell the service that publishes this site.'
  },
  'foreign-pack': {
    title: 'starting data of another version',
    what: () => 'this file of starting data comes from another version of Maillage',
    fix: 'Reload the page, so that the site and its data are of the same version.'
  },
  'missing-pack': {
    title: 'no starting data',
    what: () => 'this site does not have this file of starting data',
    fix: 'Drop the official files of your territory: outlines of communes and lists of schools.'
  },
  'unreachable-pack': {
    title: 'starting data out of reach',
    what: () => 'this file of starting data could not be downloaded',
    fix: 'Check the connection, then try again.'
  },
  'missing-column': {
    title: 'missing column',
    what: ({ expected, found }) =>
      `this column is missing (names accepted: ${expected ?? ''}); columns found: ${found ?? ''}`,
    fix: 'Check that the file is the one that this place expects.'
  },
  'unknown-projection': {
    title: 'unknown projection',
    what: ({ found }) => `the coordinates are neither in WGS84 degrees nor in Lambert-93 (${found ?? ''})`,
    fix: 'Convert the file to WGS84 (EPSG:4326).'
  },
  'lambert-93': {
    title: 'file in Lambert-93',
    what: () => 'the coordinates are in Lambert-93 (EPSG:2154); they were converted to degrees'
  },
  'swapped-coordinates': {
    title: 'swapped coordinates',
    what: () => 'latitude comes before longitude; the coordinates were put back in order'
  },
  'picture-file': {
    title: 'picture',
    what: () => 'this file is a picture: it holds no table',
    fix: 'The logo of the service is given in SVG or PNG.'
  },
  'text-document': {
    title: 'text document',
    what: () => 'this file is a text document or a presentation: its tables are not read',
    fix: 'Copy the table to a workbook and save it as .xlsx.'
  },
  'bzip-file': {
    title: 'compressed file',
    what: () => 'this file is compressed (.bz2)',
    fix: 'Take the extract as .osm.pbf, or decompress it.'
  },
  'saved-by-a-page': {
    title: 'file of another page',
    what: ({ found }) =>
      found === 'maillage-plan'
        ? 'this file is a plan saved by the page Sectors'
        : 'this file is a presentation saved by the page Presentation',
    fix: 'Open it on that page.'
  },
  'ignored-column': {
    title: 'column left out',
    what: () => 'this column is left out, as you asked'
  },
  'ignored-value': {
    title: 'value left out',
    what: ({ found }) => `the value${quotedEn(found)} is left out, as you asked`
  },
  'ignored-row': {
    title: 'row left out',
    what: ({ found }) =>
      `the value${quotedEn(found)} is left out, as you asked, and its row too, since the column is needed`
  },
  'not-a-holiday': {
    title: 'line of the calendar that is no holiday of the three zones',
    what: () => 'this line of the calendar tells no holiday of pupils in zones A, B or C'
  },
  corrected: {
    title: 'value corrected',
    what: ({ found, expected }) =>
      `${found ? `“${found}”` : 'the empty cell'} was replaced by “${expected ?? ''}”, as you corrected it`
  },
  'correction-refused': {
    title: 'correction refused',
    what: ({ found, expected }) =>
      `the file has changed: the correction expected ${expected ? `“${expected}”` : 'an empty cell'}${found ? `, the cell holds “${found}”` : ''}; it is not made`,
    fix: 'Export the list of doubtful rows again, and correct this one.'
  },
  'bad-correction': {
    title: 'correction without a cell',
    what: ({ found }) => `the correction${quotedEn(found)} does not say which file, row and column it is of`,
    fix: 'Leave the columns “File”, “Row” and “Column” as they were exported.'
  },
  'corrections-disagree': {
    title: 'two corrections of one cell',
    what: ({ found, expected }) =>
      `the same cell is corrected above as “${expected ?? ''}”; the correction${quotedEn(found)} is not made`,
    fix: 'Keep one of the two.'
  }
};
