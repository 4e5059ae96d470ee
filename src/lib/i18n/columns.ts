// Names and meanings of columns in the reader's language: those of the site's tables, and those of the lists of others. Their messages (messages/columns)
// are named by the columns themselves.
import { messages } from './columns/paraglide/record.js';
import { locale } from './locale.ts';

/** `rep_plus` for `repPlus`, `estime_de_soi` for `estime-de-soi`. */
const spelt = (name: string) => name.replace(/[- ]|(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

/** The message of a name; undefined: there is none. */
const named = (kind: string, name: string): string | undefined =>
  messages[`${kind}_${spelt(name)}`]?.[locale() === 'fr' ? 0 : 1]?.({});

/** A column of the site's tables; its technical name, said in the SQL console alone, when it has no other: a test detects it. */
export const columnTitle = (column: string): string => named('column', column) ?? column;

/** What a column of a table means: columns of the same name share it, unless their table has its own. Empty when it is undescribed: a test detects it. */
export const columnMeaning = (table: string, column: string): string =>
  named('meaning', `${table}_${column}`) ?? named('meaning', column) ?? '';

/** « élèves » of a catalogue's unit; a sign (« ha ») as it is. */
export const unitWords = (unit: string): string =>
  named('unit', unit.normalize('NFD').replace(/\p{M}/gu, '')) ?? unit;

/** A column of a format by its name in the code; the name itself where it has no words. */
export const columnName = (format: string, column: string): string =>
  named('listed', `${format}_${column}`) ?? named('listed', column) ?? column;

/** A value of a coded column; the value itself where it has no words. */
export const codedValueName = (value: string): string => named('coded', value) ?? value;
