// SQL templates with bound and cast values, never concatenated.

export type SqlValue = string | number | boolean | null;

/** A fragment of SQL. `text` has one `?` per value; `readable` has the values written out, for display. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly readable: string;
}

/** A named query, typed by its rows. */
export interface Query<Row> {
  readonly name: string;
  readonly sql: Sql;
  /** Never set: carries the type of the rows. */
  readonly row?: Row;
}

export function namedQuery<Row>(name: string, sql: Sql): Query<Row> {
  return { name, sql };
}

/** Binds an INTEGER. */
export function int(value: number | null): Sql {
  return bound('INTEGER', value);
}

/** Binds a DOUBLE. */
export function real(value: number | null): Sql {
  return bound('DOUBLE', value);
}

/** Binds a VARCHAR; inside a template a plain string does the same. */
export function text(value: string | null): Sql {
  return bound('VARCHAR', value);
}

/** `(?, ?, ?)`, for use after `in`. An empty list matches nothing. */
export function anyOf(values: readonly string[]): Sql {
  if (values.length === 0) return { text: '(NULL)', values: [], readable: '(NULL)' };
  const items = values.map(text);
  return {
    text: `(${items.map((item) => item.text).join(', ')})`,
    values: items.flatMap((item) => item.values),
    readable: `(${items.map((item) => item.readable).join(', ')})`
  };
}

/** Conjunction of conditions; true without any. */
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

/** Indents the further lines of a fragment. */
function indented(piece: string, before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return piece.replaceAll('\n', `\n${line.slice(0, line.length - line.trimStart().length)}`);
}

/** Removes the common indentation of all lines after the first. */
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
