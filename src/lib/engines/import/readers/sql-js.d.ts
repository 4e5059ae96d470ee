// The build of sql.js that carries its WebAssembly: no file beside it is asked for.
declare module 'sql.js/dist/sql-wasm-inline.js' {
  type SqlValue = number | string | Uint8Array | null;

  interface Statement {
    step(): boolean;
    get(): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }

  interface Database {
    prepare(sql: string): Statement;
    exec(sql: string): { columns: string[]; values: SqlValue[][] }[];
    run(sql: string, values?: readonly SqlValue[]): Database;
    export(): Uint8Array;
    close(): void;
  }

  interface SqlJs {
    Database: new (bytes?: Uint8Array) => Database;
  }

  export default function initSqlJs(): Promise<SqlJs>;
}
