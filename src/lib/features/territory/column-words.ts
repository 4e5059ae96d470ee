// Names of our columns and words, as a list of the service writes them.
import type { Importer } from '$lib/engines/import/index.ts';
import { kindName, levelName, statusWord, themeName } from '$lib/i18n/terms';

type Columns = Pick<Importer<string, unknown>, 'columns'>;

/** First of the headers that a column is read under. */
export const columnWords = ({ columns }: Columns, column: string): string => columns[column]?.[0] ?? column;

const NAMES: readonly ((word: never) => string | undefined)[] = [levelName, kindName, themeName, statusWord];

/** A coded value in words; itself when it has no other. */
export function valueWords(value: string): string {
  for (const name of NAMES) {
    try {
      const words = name(value as never);
      if (words) return words;
    } catch {
      // Not one of these codes.
    }
  }
  return value;
}
