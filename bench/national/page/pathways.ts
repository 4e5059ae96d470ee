// The table of pathways that the bench asks: synthetic, always the same, in codes rather than words, as an Arrow stream.
import {
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint16,
  Uint8,
  type DataType
} from 'apache-arrow';
import { mulberry32 } from '../../../src/lib/algorithms/random.ts';

/** How many of each a column tells apart; visits go up to 20. */
export const SIZES = { year: 5, commune: 35_000, departement: 95, level: 3, theme: 5, visits: 20 } as const;

type Name = keyof typeof SIZES;
export type Pathways = Record<Name, Uint8Array | Uint16Array>;

const NAMES = Object.keys(SIZES) as Name[];

/** A row is a child followed in a year: where the child lives, on what the work bears, how many visits. */
export function syntheticPathways(rows: number): Pathways {
  const random = mulberry32(rows);
  const column = (size: number) => {
    const cells = size > 255 ? new Uint16Array(rows) : new Uint8Array(rows);
    for (let row = 0; row < rows; row++) cells[row] = Math.floor(random() * size);
    return cells;
  };
  const columns = Object.fromEntries(NAMES.map((name) => [name, column(SIZES[name])])) as Pathways;
  const each = Math.ceil(SIZES.commune / SIZES.departement);
  columns.commune.forEach((commune, row) => (columns.departement[row] = Math.floor(commune / each)));
  return columns;
}

export function pathwaysStream(pathways: Pathways): Uint8Array {
  const children = NAMES.map((name) => {
    const data = pathways[name];
    const shape = { length: data.length, nullCount: 0 };
    return data instanceof Uint16Array
      ? makeData({ ...shape, type: new Uint16(), data })
      : makeData({ ...shape, type: new Uint8(), data });
  });
  const fields = NAMES.map((name, at) => new Field<DataType>(name, children[at]!.type, false));
  const length = pathways.year.length;
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return tableToIPC(new Table([new RecordBatch(new Schema(fields), data)]), 'stream');
}
