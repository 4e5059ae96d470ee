// The words of findings-maillage.ts in English.
import { quotedEn as quoted, type FindingLexicon } from '../finding-words.ts';

const AGAIN = 'Copy it or save it again. Nothing was changed.';
const ELSEWHERE = 'Open only files that Maillage saved. Nothing was changed.';

/** What a part of a folder is to its reader. */
function partName(path: string): string {
  if (path.endsWith('.pmtiles')) return 'the street map';
  if (path.startsWith('map/')) return 'a map of outlines';
  if (path.startsWith('graph/')) return 'a road graph';
  if (path.startsWith('sources/')) return 'an original file';
  return path.startsWith('kept/') ? 'a list of plans or a meeting' : 'a file to download';
}

export const MAILLAGE_FINDINGS_EN: FindingLexicon = {
  'maillage-too-large': {
    title: 'territory file too large',
    what: ({ found, expected }) =>
      `this file takes ${found ?? 'too many'} MB, the limit is ${expected ?? ''} MB`,
    fix: 'Save the territory without its source files.'
  },
  'maillage-unpacked': {
    title: 'content too large',
    what: ({ found, expected }) =>
      `the content of this file takes ${found ?? 'too many'} MB, the limit is ${expected ?? ''} MB`,
    fix: 'Save the territory without its source files.'
  },
  'maillage-ratio': {
    title: 'content compressed beyond reason',
    what: ({ found }) =>
      `the content of this file is ${found ?? 'far too many'} times larger than the file: it could freeze the computer`,
    fix: ELSEWHERE
  },
  'maillage-entries': {
    title: 'too many files',
    what: ({ found, expected }) =>
      `this file holds ${found ?? 'too many'} others, the limit is ${expected ?? ''}`,
    fix: 'Save the territory without its source files.'
  },
  'maillage-foreign': {
    title: 'another kind of file',
    what: () => 'this file was not saved by Maillage',
    fix: 'Choose a file whose name ends with .maillage.'
  },
  'maillage-version': {
    title: 'newer version',
    what: ({ found, expected }) =>
      `this file is of version ${found ?? 'unknown'}, this site reads versions 1 to ${expected ?? ''}`,
    fix: 'Open it on the site that saved it, or update this site.'
  },
  'maillage-truncated': {
    title: 'territory file cut short',
    what: () => 'this file is cut short or damaged',
    fix: AGAIN
  },
  'maillage-damaged': {
    title: 'changed content',
    what: ({ found }) => `in this file,${quoted(found)} is no longer as it was saved`,
    fix: AGAIN
  },
  'maillage-part-damaged': {
    title: 'damaged part, left out',
    what: ({ found = '' }) => `${partName(found)} is damaged in this folder (${found}); all the rest is open`,
    fix: 'Drop again the file that this part comes from, or open another copy of the folder.'
  },
  'maillage-missing': {
    title: 'incomplete content',
    what: ({ found }) => `in this file,${quoted(found)} is missing`,
    fix: AGAIN
  },
  'maillage-path': {
    title: 'forbidden name',
    what: ({ found }) => `this file holds a forbidden name${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-link': {
    title: 'forbidden link',
    what: ({ found }) => `this file holds a link to another place${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-duplicate': {
    title: 'name twice',
    what: ({ found }) => `this file holds the same name twice${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-unknown': {
    title: 'unknown content',
    what: ({ found }) => `this file holds${quoted(found)}, which is no part of a territory`,
    fix: ELSEWHERE
  },
  'maillage-json': {
    title: 'unreadable content',
    what: ({ found }) => `in this file,${quoted(found)} cannot be read`,
    fix: AGAIN
  },
  'maillage-manifest': {
    title: 'wrong description',
    what: ({ found }) => `the description of the territory is wrong${quoted(found)}`,
    fix: AGAIN
  },
  'maillage-logo': {
    title: 'logo refused',
    what: () => 'the logo holds a program or an outside address',
    fix: ELSEWHERE
  },
  'maillage-locked': {
    title: 'protected file',
    what: () => 'this file is protected by a passphrase',
    fix: 'Enter the passphrase chosen when it was saved.'
  },
  'maillage-passphrase': {
    title: 'passphrase refused',
    what: () => 'the passphrase is wrong, or the file was changed',
    fix: 'Check capitals and spaces, then try again. Without the passphrase, the file cannot be opened.'
  }
};
