// Names under which dropped files are told: one named after a person is told by a number, before anything shows or keeps it.
import { isOfChildren } from '$lib/model/source-files.ts';
import { numberedFileName, personInFileName, sheetOfName } from '$lib/engines/import/index.ts';
import { UnusableInput } from '$lib/model/findings.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import type { Inspection } from './inspection.ts';

/** The file that a person dropped: a workbook for one of its sheets. */
export const workbookOf = (name: string): string => sheetOfName(name)?.workbook ?? name;
const numberIn = (name: string): number => Number(/^fichier (\d+)(?:[.#]|$)/.exec(name)?.[1] ?? 0);

export class FileNames {
  /** Numbers given in this tab, by the names of the files: the same file dropped again takes its own place. */
  readonly #numbers = new Map<string, number>();

  /**
   * The files under names that say nobody's.
   * @param held those of the folder
   * @param inspect tells whether the rows of a file are of persons, or have columns of persons
   */
  async of(
    files: readonly File[],
    held: readonly { name: string }[],
    inspect: (file: File) => Promise<Pick<Inspection, 'kind' | 'personal'>>
  ): Promise<File[]> {
    const isOfPersons = (file: File) =>
      inspect(file).then(({ kind, personal }) => isOfChildren(kind) || personal.length > 0, notRead);
    const named = new Set<string>();
    for (const file of files) {
      const person = personInFileName(file.name);
      const book = workbookOf(file.name);
      if (person === null || named.has(book)) continue;
      if (person === 'is' || this.#numbers.has(book) || (await isOfPersons(file))) named.add(book);
    }
    let last = Math.max(0, ...held.map(({ name }) => numberIn(name)), ...this.#numbers.values());
    for (const book of named) if (!this.#numbers.has(book)) this.#numbers.set(book, ++last);
    return files.map((file) => {
      const book = workbookOf(file.name);
      if (!named.has(book)) return file;
      return new File([file], numberedFileName(file.name, this.#numbers.get(book)!), { type: file.type });
    });
  }
}

/** What cannot be read is told when it is inspected. */
function notRead(error: unknown): false {
  if (error instanceof UnusableInput || error instanceof Stopped) return false;
  throw error;
}

/** A case file under a name that says nobody's. */
export const caseFileNamed = (file: File): File =>
  personInFileName(file.name) === null
    ? file
    : new File([file], numberedFileName(file.name, 1), { type: file.type });
