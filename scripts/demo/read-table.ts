// Reads the plain `;` tables of data/ and geo/: no quotes inside. They are ours, so a bad one stops the build and says where.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of a table, and where it stands. */
export interface Row {
  cells: ReadonlyMap<string, string>;
  file: string;
  /** 1-based line, header counted. */
  line: number;
}

/** A fact that cannot be read. The message is one French line: file, line, column, what was expected, what was found. */
export class BadFact extends Error {
  constructor(place: string, expected: string, found?: string) {
    super(`${place} : attendu ${expected}${found === undefined ? '' : `, trouvé « ${found} »`}`);
    this.name = 'BadFact';
  }
}

const placeOf = ({ file, line }: Row, column: string) => `${file}, ligne ${line}, colonne « ${column} »`;

/** Rows of a file under `root`. @throws BadFact when it is absent, or a line has more or fewer cells than the header */
export function readTable(root: string, file: string): Row[] {
  const path = join(root, file);
  if (!existsSync(path)) throw new BadFact(file, 'ce fichier, absent du dépôt');
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = header.split(';');
  return lines.map((text, at) => {
    const cells = text.split(';');
    const line = at + 2;
    if (cells.length !== names.length) {
      throw new BadFact(`${file}, ligne ${line}`, `${names.length} cases`, String(cells.length));
    }
    return { cells: new Map(names.map((name, column) => [name, cells[column] ?? ''])), file, line };
  });
}

/** Text of a cell, perhaps empty. @throws BadFact when there is no such column */
export function text(row: Row, name: string): string {
  const found = row.cells.get(name);
  if (found === undefined) throw new BadFact(row.file, `une colonne « ${name} »`);
  return found;
}

/** Text of a cell, null when empty. */
export function textOrNull(row: Row, name: string): string | null {
  return text(row, name) || null;
}

/** Number of a cell. @throws BadFact when it is empty or no number */
export function number(row: Row, name: string): number {
  const found = text(row, name);
  if (found === '' || !Number.isFinite(Number(found)))
    throw new BadFact(placeOf(row, name), 'un nombre', found);
  return Number(found);
}

/** Number of a cell, null when empty. */
export function numberOrNull(row: Row, name: string): number | null {
  return text(row, name) === '' ? null : number(row, name);
}

/** One of a few words. @throws BadFact when it is another */
export function oneOf<const Word extends string>(row: Row, name: string, words: readonly Word[]): Word {
  const found = text(row, name);
  const word = words.find((candidate) => candidate === found);
  if (word === undefined) throw new BadFact(placeOf(row, name), words.join(', '), found);
  return word;
}

/** The same, null when the cell is empty. */
export function oneOfOrNull<const Word extends string>(
  row: Row,
  name: string,
  words: readonly Word[]
): Word | null {
  return text(row, name) === '' ? null : oneOf(row, name, words);
}
