// Tables as Parquet. A numeric column cannot hold texts: a second column says which values are protected or not comparable.
import type { BasicType } from 'hyparquet-writer';
import type { CsvCell } from './csv.ts';
import { isWord, plainCell, type ExportTable } from './table.ts';

interface ParquetColumn {
  name: string;
  type: BasicType;
  data: (string | number | null)[];
  nullable: true;
}

const text = (cell: CsvCell): string | null => {
  const plain = plainCell(cell);
  return plain === null ? null : String(plain);
};

const number = (cell: CsvCell): number | null =>
  typeof cell === 'number' && Number.isFinite(cell) ? cell : null;

/** Columns of the file, with duplicate names made unique. */
export function parquetColumns(table: ExportTable): ParquetColumn[] {
  const taken = new Set<string>();
  const named = (name: string): string => {
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`;
    taken.add(free);
    return free;
  };
  return table.columns.flatMap(({ title, type }, at): ParquetColumn[] => {
    const cells = table.rows.map((row) => row[at]);
    const name = named(title);
    if (type !== 'number') return [{ name, type: 'STRING', data: cells.map(text), nullable: true }];
    const figures: ParquetColumn = { name, type: 'DOUBLE', data: cells.map(number), nullable: true };
    if (!cells.some(isWord)) return [figures];
    const words = cells.map((cell) => (isWord(cell) ? text(cell) : null));
    return [figures, { name: named(`${title}_protection`), type: 'STRING', data: words, nullable: true }];
  });
}

export async function parquetFile(table: ExportTable): Promise<Blob> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  return new Blob([parquetWriteBuffer({ columnData: parquetColumns(table) })], {
    type: 'application/vnd.apache.parquet'
  });
}
