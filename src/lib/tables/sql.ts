// A question to the database: SQL whose values are bound and cast, never pasted.

export type SqlValue = string | number | boolean | null;

/** A piece of SQL. `text` has one `?` per value; `readable` has the values written out, for people to read and try. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly readable: string;
}

/** A named question and, in its type, the row that answers it. */
export interface Query<Row> {
  readonly name: string;
  readonly sql: Sql;
  /** Never set: carries the row's type. */
  readonly row?: Row;
}

export function question<Row>(name: string, sql: Sql): Query<Row> {
  return { name, sql };
}

/** An INTEGER to bind. */
export function int(value: number | null): Sql {
  return bound('INTEGER', value);
}

/** A DOUBLE to bind. */
export function real(value: number | null): Sql {
  return bound('DOUBLE', value);
}

/** A VARCHAR to bind; inside a template a plain string does the same. */
export function text(value: string | null): Sql {
  return bound('VARCHAR', value);
}

/** `(?, ?, ?)`, to stand after `in`. An empty list matches nothing. */
export function anyOf(values: readonly string[]): Sql {
  if (values.length === 0) return { text: '(NULL)', values: [], readable: '(NULL)' };
  const items = values.map(text);
  return {
    text: `(${items.map((item) => item.text).join(', ')})`,
    values: items.flatMap((item) => item.values),
    readable: `(${items.map((item) => item.readable).join(', ')})`
  };
}

/** Conditions that must all hold; none at all always holds. */
export function allOf(conditions: readonly Sql[]): Sql {
  const [first, ...others] = conditions;
  if (!first) return { text: 'true', values: [], readable: 'true' };
  return others.reduce((all, condition) => sql`${all} AND ${condition}`, first);
}

/**
 * SQL from a template. Strings and booleans are bound as VARCHAR and BOOLEAN, numbers through `int` or `real`;
 * an `Sql` is spliced in with its own values. Every bound value is cast, since an uncast `?` is planned blind.
 */
export function sql(parts: TemplateStringsArray, ...inserts: (Sql | string | boolean)[]): Sql {
  const pieces = inserts.map(asSql);
  const join = (of: (piece: Sql) => string): string =>
    dedent(parts.reduce((sum, part, index) => sum + indented(of(pieces[index - 1] as Sql), sum) + part));
  return {
    text: join((piece) => piece.text),
    values: pieces.flatMap((piece) => piece.values),
    readable: join((piece) => piece.readable)
  };
}

function asSql(insert: Sql | string | boolean): Sql {
  if (typeof insert === 'string') return text(insert);
  return typeof insert === 'boolean' ? bound('BOOLEAN', insert) : insert;
}

function bound(type: string, value: SqlValue): Sql {
  return { text: `?::${type}`, values: [value], readable: literal(value) };
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A piece whose further lines stand under the line that receives it. */
function indented(piece: string, before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return piece.replaceAll('\n', `\n${line.slice(0, line.length - line.trimStart().length)}`);
}

/** Takes away the indentation that all lines after the first share. */
function dedent(block: string): string {
  const lines = block.split('\n');
  const indents = lines.slice(1).filter((line) => line.trim() !== '');
  const margin = Math.min(...indents.map((line) => line.length - line.trimStart().length));
  const cut = Number.isFinite(margin) ? margin : 0;
  return lines
    .map((line, index) => (index === 0 ? line : line.slice(cut)).trimEnd())
    .join('\n')
    .trim();
}
