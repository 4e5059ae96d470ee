// A file of the operator's folder, or the clear reason why it cannot be read.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { sheetOfName, sizeRefusal, splitWorkbook } from '../../src/lib/engines/import/index.ts';
import type { SourceFile } from '../../src/lib/model/source-files.ts';

/**
 * A file by its name, or one sheet of a workbook (« listes.xlsx#Écoles ») without the others: they are not saved with it.
 * @throws UnusableInput missing-file, unreadable-file, file-too-large
 */
export async function openSource(folder: string, name: string): Promise<SourceFile> {
  const path = join(folder, sheetOfName(name)?.workbook ?? name);
  try {
    const tooLarge = sizeRefusal(name, (await stat(path)).size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    const bytes = new Uint8Array(await readFile(path));
    const sheets = sheetOfName(name) ? await splitWorkbook({ name: sheetOfName(name)!.workbook, bytes }) : [];
    return sheets.find((sheet) => sheet.name === name) ?? { name, bytes };
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    const found = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const code = found === 'ENOENT' ? 'missing-file' : 'unreadable-file';
    throw new UnusableInput({ code, severity: 'dropped', file: name, found: folder }, { cause });
  }
}
