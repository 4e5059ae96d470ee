// Where the rows of a list are: codes of schools, names and codes of communes. Nothing else of a row is taken.
import { foldHeader } from '../../model/names.ts';
import type { PlaceMention } from '../../model/packs.ts';
import { readUai } from './formats/values.ts';
import type { RowTable } from './readers/row-table.ts';

/** Headers of what may be a commune; a code or a name that is one of none is left aside later. */
const OF_COMMUNES = /^(?:com(?:mune)?s?|ville|localite|municipalite|lieu|(?:code)?insee)/;

/**
 * A mention a row that has one.
 *
 * @param table opened without its columns of persons
 */
export function placeMentions({ header, records }: Pick<RowTable, 'header' | 'records'>): PlaceMention[] {
  const columns = header.flatMap((name, at) => (OF_COMMUNES.test(foldHeader(name)) ? [at] : []));
  return records.flatMap(({ cells }) => {
    const uai = cells.reduce<string | null>(
      (found, cell) => found ?? readUai(cell.trim().toUpperCase()),
      null
    );
    const communes = columns.flatMap((at) => (cells[at]?.trim() ? [cells[at].trim()] : []));
    return uai === null && communes.length === 0 ? [] : [{ uai, communes }];
  });
}
