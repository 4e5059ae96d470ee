// The words of table-errors.ts in English, code by code.
import type { TableTrouble, TroubleWords } from './table-errors.ts';

const RETRY = 'Try again.';
const RELOAD = 'Reload the page: the site may have been updated.';
const CONNECTION = 'Check the connection, then try again.';
const REBUILD = 'The site must be published again: tell the person who runs it.';

const bytes = (count = ''): string => `${Number(count).toLocaleString('en-GB')} bytes`;
const of = ({ found, expected }: TableTrouble): string =>
  found !== undefined && expected !== undefined ? ` (${found} instead of ${expected})` : '';

const WORDS: Record<string, TroubleWords> = {
  'no-webassembly': {
    what: () => 'This browser cannot run the database (WebAssembly is missing or switched off)',
    fix: 'Open the site in a recent version of Firefox, Chrome, Edge or Safari.'
  },
  'engine-unreachable': {
    what: () => 'The database engine could not be downloaded in full',
    fix: CONNECTION
  },
  'engine-failed': { what: () => 'The database engine has stopped', fix: RETRY },
  'engine-closed': { what: () => 'The database has been closed', fix: RETRY },
  'out-of-memory': {
    what: (table) => `There is not enough memory to ${table ? `load ${table}` : 'open the database'}`,
    fix: 'Close other tabs, then try again.'
  },
  'manifest-missing': { what: () => 'The list of tables cannot be found on the site', fix: REBUILD },
  'manifest-unreachable': { what: () => 'The list of tables could not be downloaded', fix: CONNECTION },
  'manifest-invalid': { what: () => 'The list of tables cannot be read', fix: REBUILD },
  'manifest-version': {
    what: (_table, trouble) => `The list of tables is of another version than the site${of(trouble)}`,
    fix: RELOAD
  },
  'table-absent': {
    what: (table) => `${table} was not made for this territory`,
    fix: 'The other tables answer.'
  },
  'table-missing': { what: (table) => `${table} cannot be found on the site`, fix: REBUILD },
  'table-unreachable': { what: (table) => `${table} could not be downloaded`, fix: CONNECTION },
  'table-truncated': {
    what: (table, { found, expected }) =>
      `${table} is incomplete (${bytes(found)} received of ${bytes(expected)})`,
    fix: CONNECTION
  },
  'table-altered': { what: (table) => `${table} is not the one that the site announces`, fix: RELOAD },
  'table-unreadable': { what: (table) => `${table} cannot be read`, fix: REBUILD },
  'table-version': {
    what: (table, trouble) => `${table} is of another version than the site${of(trouble)}`,
    fix: RELOAD
  },
  'table-columns': {
    what: (table, { found }) => `${table} does not have the columns expected${found ? ` (${found})` : ''}`,
    fix: RELOAD
  },
  'table-rejected': { what: (table) => `${table} was refused by the database`, fix: RETRY },
  'table-rows': {
    what: (table, trouble) => `${table} does not have the number of rows announced${of(trouble)}`,
    fix: REBUILD
  }
};

/** One trouble in two sentences: what happened, what to do. A code without words is quoted as it is. */
export function tableErrorSentenceEn(trouble: TableTrouble): string {
  const words = WORDS[trouble.code];
  if (!words) return `The database cannot be opened (${trouble.code}). ${RETRY}`;
  const what = words.what(trouble.table ? `the table “${trouble.table}”` : '', trouble);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${words.fix}`;
}
