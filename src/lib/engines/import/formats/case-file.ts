// A case file as it was dropped: CSV, or a workbook whose first table is one. The same rows, the same remarks.
import { UnusableInput, type Imported } from '../../../model/findings.ts';
import type { Case } from '../../../model/pathway.ts';
import { importCases, MOST_BYTES, type CaseLists } from './cases.ts';
import { openFile } from '../readers/open.ts';
import type { SourceFile } from '../readers/source-file.ts';

/**
 * Opens and reads a case file.
 *
 * @throws UnusableInput when the file is too large, cannot be opened, draws places, lacks a column, or has none of its rows left.
 */
export async function readCaseFile(source: SourceFile, lists: CaseLists = {}): Promise<Imported<Case>> {
  const { name: file, bytes } = source;
  if (bytes.length > MOST_BYTES) return importCases(source, lists);
  const table = await openFile(source);
  if (table.drawn) throw new UnusableInput({ code: 'case-file-drawn', severity: 'dropped', file });
  return importCases(table, lists);
}
