// A question that failed, by its name.
import type { Sql } from './sql.ts';

/** `cause` is the engine's own error, or a TableError when the engine itself is lost. */
export class QueryError extends Error {
  readonly query: string;
  readonly sql: Sql;

  constructor(query: string, sql: Sql, cause: unknown) {
    super(`query ${query}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'QueryError';
    this.query = query;
    this.sql = sql;
  }
}
