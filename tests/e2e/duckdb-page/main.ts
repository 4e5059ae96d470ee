// The smallest page that opens the database: what the engine does, without the rest of the site.
import type { Database } from '../../../src/lib/tables/database.ts';
import { openDatabase } from '../../../src/lib/tables/open-database.ts';
import type { Progress } from '../../../src/lib/tables/progress.ts';
import { TableError } from '../../../src/lib/tables/table-error.ts';

export interface Opening {
  /** Code of the failure, or its message when it has none. */
  failure: string | null;
  tables: number;
  problems: string[];
  progress: Progress[];
}

export interface DatabasePage {
  /** @param stopAfter steps told of the engine, after which it is cancelled */
  open(stopAfter?: number): Promise<Opening>;
  /** Rows as JSON, or the words of the failure. */
  ask(text: string): Promise<string>;
}

declare global {
  interface Window {
    databasePage: DatabasePage;
  }
}

let database: Database | null = null;

window.databasePage = {
  async open(stopAfter = Infinity) {
    const progress: Progress[] = [];
    const stop = new AbortController();
    try {
      database = await openDatabase({
        fetch: (url, init) => fetch(url, init),
        base: location.origin,
        signal: stop.signal,
        onProgress: (step) => {
          progress.push(step);
          if (progress.filter(({ stage }) => stage === 'engine').length > stopAfter)
            stop.abort(new Error('cancelled'));
        }
      });
      const problems = database.problems.map(({ table, code }) => `${table} ${code}`);
      return { failure: null, tables: database.tables.length, problems, progress };
    } catch (error) {
      const failure = error instanceof TableError ? error.code : String(error);
      return { failure, tables: 0, problems: [], progress };
    }
  },
  async ask(text) {
    try {
      const rows = await database?.query({ name: 'asked', sql: { text, values: [], readable: text } });
      return JSON.stringify(rows);
    } catch (error) {
      return String(error);
    }
  }
};
