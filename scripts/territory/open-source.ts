// A file of the operator's folder, or the clear reason why it cannot be read.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { sheetOfName, sizeRefusal, type SourceFile } from '../../src/lib/engines/import/index.ts';

/**
 * A file by its name, or the workbook of a sheet (« listes.xlsx#Écoles »), under the name that was asked.
 * @throws UnusableInput missing-file, unreadable-file, file-too-large
 */
export async function openSource(folder: string, name: string): Promise<SourceFile> {
  const path = join(folder, sheetOfName(name)?.workbook ?? name);
  try {
    const tooLarge = sizeRefusal(name, (await stat(path)).size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    return { name, bytes: new Uint8Array(await readFile(path)) };
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    const found = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const code = found === 'ENOENT' ? 'missing-file' : 'unreadable-file';
    throw new UnusableInput({ code, severity: 'dropped', file: name, found: folder }, { cause });
  }
}
