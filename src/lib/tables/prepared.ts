// Questions with values are prepared once and asked many times: planning them costs more than running them.
import type { Table } from 'apache-arrow';
import type { Connection } from './connection.ts';
import type { SqlValue } from './sql.ts';

interface Statement {
  query(...values: SqlValue[]): Table | Promise<Table>;
}

/** What the browser's connection and Node's have in common, but for waiting. */
export interface Preparer {
  query(text: string): Table | Promise<Table>;
  prepare(text: string): Statement | Promise<Statement>;
}

/** Texts with values come from the site's own questions, so the statements kept are few. */
export function runPrepared(connection: Preparer): Connection['run'] {
  const statements = new Map<string, Promise<Statement>>();
  const prepare = (text: string): Promise<Statement> => {
    const statement = Promise.resolve().then(() => connection.prepare(text));
    statements.set(text, statement);
    statement.catch(() => statements.delete(text));
    return statement;
  };
  return async (text, values = []) => {
    if (values.length === 0) return connection.query(text);
    const statement = await (statements.get(text) ?? prepare(text));
    return statement.query(...values);
  };
}
