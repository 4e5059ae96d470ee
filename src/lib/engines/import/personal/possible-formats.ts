// What a table with persons can be: a list of children is a case file, whatever its other columns.
import { FORMATS, type FileFormat } from '../format-list.ts';
import type { FormatId } from '../../../model/source-files.ts';
import type { RowTable } from '../readers/row-table.ts';

/** Lists of which each row is another school. */
const ONCE_A_SCHOOL: readonly FormatId[] = ['followed-schools', 'school-groups'];

/** The formats that a table may be taken for. */
export function possibleFormats({ ofChildren, manyPerSchool }: RowTable): readonly FileFormat[] {
  if (ofChildren) return FORMATS.filter(({ id }) => id === 'cases');
  return manyPerSchool ? FORMATS.filter(({ id }) => !ONCE_A_SCHOOL.includes(id)) : FORMATS;
}
