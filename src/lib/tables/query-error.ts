// Error of a failed query, with the query's name.
import type { Sql } from './sql.ts';

/** `cause` is the engine's own error, or a TableError when the engine has crashed. */
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
