// One order for the page, the files and the shell.

/** Texts by their UTF-16 code units. */
export const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Rows by the JSON of their fields, in the order that `fields` says. */
export function byJson<Row>(rows: readonly Row[], fields: (row: Row) => readonly unknown[]): Row[] {
  return rows
    .map((row) => ({ row, text: JSON.stringify(fields(row)) }))
    .sort((one, other) => byCodeUnit(one.text, other.text))
    .map(({ row }) => row);
}
