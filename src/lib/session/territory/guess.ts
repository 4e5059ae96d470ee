// Which territory the files that were dropped are of, by the packs of the site.
import {
  guessedDepartements,
  guessStart,
  readPack,
  type StartGuess
} from '../../engines/territory-builder/index.ts';
import type { PlaceMention } from '../../model/packs.ts';
import { loadPacks, loadPreList, loadReference } from './packs.ts';
import { isTable, type ProjectFile } from './project-file.ts';

/**
 * Of a list of children, codes of schools and names of communes alone are read.
 *
 * @param dropped names of the files as they were dropped: a workbook with a list of children has lost its own, « PRE Maubeuge.xlsx »
 * @param base address of the site without a final slash
 * @throws UnusableInput as `loadPacks`
 */
export async function guessOf(
  files: readonly ProjectFile[],
  dropped: readonly string[],
  mentions: (file: Blob, name: string) => Promise<PlaceMention[]>,
  base: string,
  fetcher: typeof fetch
): Promise<StartGuess> {
  const lists = files.flatMap(({ kind, name, content }) =>
    content && (isTable(kind) || kind === 'cases') ? [{ name, content }] : []
  );
  const [{ reference }, found] = await Promise.all([
    loadReference(base, fetcher),
    Promise.all(lists.map(({ name, content }) => mentions(content, name)))
  ]);
  const pres = await loadPreList(base, reference, fetcher);
  const names = [...files.map(({ name }) => name), ...dropped];
  const sources = { mentions: found.flat(), titles: names.map((name) => name.replace(/[_#.-]+/g, ' ')) };
  const packs = await loadPacks(base, guessedDepartements(sources, reference, pres), fetcher);
  return guessStart(
    sources,
    packs.map((bytes) => readPack(bytes)),
    reference,
    pres
  );
}
