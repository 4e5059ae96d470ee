// Words for an error of the database or of one of its tables: what happened, what remains, what to do.
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** The shape of a table error; its codes are those of tables/table-error.ts. */
export interface TableTrouble {
  code: string;
  table?: string | undefined;
  found?: string | undefined;
  expected?: string | undefined;
}

type Values = Record<'code' | 'table' | 'found' | 'expected' | 'received' | 'announced', string> &
  Record<'hasTable' | 'hasFound' | 'hasBoth', 'yes' | 'no'>;
interface In {
  locale: Locale;
}
type Words = readonly [
  what: (values: Values, options: In) => string,
  fix: (inputs: object, options: In) => string
];

const WORDS: Readonly<Record<string, Words>> = {
  'one-file': [m.table_error_one_file, m.table_error_fix_site],
  'no-webassembly': [m.table_error_no_webassembly, m.table_error_fix_browser],
  'engine-unreachable': [m.table_error_engine_unreachable, m.table_error_fix_connection],
  'engine-failed': [m.table_error_engine_failed, m.table_error_fix_retry],
  'engine-closed': [m.table_error_engine_closed, m.table_error_fix_retry],
  'out-of-memory': [m.table_error_out_of_memory, m.table_error_fix_tabs],
  'manifest-missing': [m.table_error_manifest_missing, m.table_error_fix_rebuild],
  'manifest-unreachable': [m.table_error_manifest_unreachable, m.table_error_fix_connection],
  'manifest-invalid': [m.table_error_manifest_invalid, m.table_error_fix_rebuild],
  'manifest-version': [m.table_error_manifest_version, m.table_error_fix_reload],
  'table-absent': [m.table_error_table_absent, m.table_error_fix_others],
  'table-missing': [m.table_error_table_missing, m.table_error_fix_rebuild],
  'table-unreachable': [m.table_error_table_unreachable, m.table_error_fix_connection],
  'table-truncated': [m.table_error_table_truncated, m.table_error_fix_connection],
  'table-altered': [m.table_error_table_altered, m.table_error_fix_reload],
  'table-unreadable': [m.table_error_table_unreadable, m.table_error_fix_rebuild],
  'table-version': [m.table_error_table_version, m.table_error_fix_reload],
  'table-columns': [m.table_error_table_columns, m.table_error_fix_reload],
  'table-rejected': [m.table_error_table_rejected, m.table_error_fix_retry],
  'table-rows': [m.table_error_table_rows, m.table_error_fix_rebuild]
};
const UNKNOWN: Words = [m.table_error_unknown, m.table_error_fix_retry];

const yesOrNo = (value: unknown) => (value ? 'yes' : 'no');

/** One trouble in two sentences: what happened, what to do. A code without words is quoted as it is. */
export function tableErrorSentence(trouble: TableTrouble, locale: Locale): string {
  const { code, table = '', found = '', expected = '' } = trouble;
  const [what, fix] = WORDS[code] ?? UNKNOWN;
  const count = (text: string) => Number(text).toLocaleString(locale);
  const values: Values = {
    ...{ code, found, expected },
    table: table && m.table_error_table({ table }, { locale }),
    received: count(found),
    announced: count(expected),
    hasTable: yesOrNo(table),
    hasFound: yesOrNo(found),
    hasBoth: yesOrNo(found && expected)
  };
  const seen = what(values, { locale });
  return `${seen.charAt(0).toUpperCase()}${seen.slice(1)}. ${fix({}, { locale })}`;
}

/** A trouble that trying again may cure, with nothing else changed. */
export function canRetry({ code }: Pick<TableTrouble, 'code'>): boolean {
  return code !== 'one-file' && code !== 'no-webassembly' && WORDS[code]?.[1] !== m.table_error_fix_rebuild;
}
