// Rows in doubt of some files, as one list: a damaged file may have hundreds of thousands.
import { doubtfulCells, droppedBlob, openFile, withHeader } from '../../engines/import/index.ts';
import type { Reading } from '../../model/source-files.ts';
import { UnusableInput } from '../../model/findings.ts';
import type { DoubtfulCell, FoundRows } from './protocol.ts';

export const sourceOf = async (file: Blob, name: string) => ({
  name,
  bytes: await droppedBlob(file, name).read(0, file.size)
});

/** A file under its header. @throws UnusableInput */
export async function doubtfulTable(
  file: Blob,
  name: string,
  { matches }: Reading
): Promise<ReturnType<typeof withHeader>> {
  return withHeader(await openFile(await sourceOf(file, name), matches), matches);
}

/** A line a cell, with what the file holds, in the order of the files. */
export async function doubtfulList(files: readonly FoundRows[], reading: Reading): Promise<DoubtfulCell[]> {
  const lists: DoubtfulCell[][] = [];
  for (const { name, content, findings } of files) {
    try {
      lists.push(doubtfulCells(await doubtfulTable(content, name, reading), findings));
    } catch (error) {
      // A file that went since it was read: its rows cannot be shown, the others can.
      if (!(error instanceof UnusableInput)) throw error;
    }
  }
  return lists.flat();
}
