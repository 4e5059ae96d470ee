// Names under which dropped files are told: one named after a person is told by a number, before anything shows or keeps it.
import { isOfChildren } from '$lib/model/source-files.ts';
import {
  isListName,
  numberedFileName,
  personInFileName,
  sheetOfName,
  childrenFileName
} from '$lib/engines/import/index.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PlacesOfCases } from '$lib/workers/disclosure/protocol.ts';
import { UnusableInput } from '$lib/model/findings.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import type { Inspection } from './inspection.ts';

/** The file that a person dropped: a workbook for one of its sheets. */
const workbookOf = (name: string): string => sheetOfName(name)?.workbook ?? name;
/** How a step on files is named. */
export const stepOf = (files: readonly File[]): string =>
  files.length === 1 ? workbookOf(files[0]!.name) : m.folder_step_files({ shown: integer(files.length) });
const numberIn = (name: string): number => Number(/^fichier (\d+)(?:[ .#]|$)/.exec(name)?.[1] ?? 0);

export class FileNames {
  /** Numbers given in this tab, by the names of the files: the same file dropped again takes its own place. */
  readonly #numbers = new Map<string, number>();

  /**
   * The files under names that say nobody's.
   * @param held those of the folder
   * @param inspect tells whether the rows of a file are of children, or have columns of persons
   * @param places that the name of a list of children may hold
   */
  async of(
    files: readonly File[],
    held: readonly { name: string }[],
    inspect: (file: File) => Promise<Pick<Inspection, 'kind' | 'personal'>>,
    places: readonly string[] = []
  ): Promise<File[]> {
    const isTold = (file: File, isSigned: boolean) =>
      inspect(file).then(
        ({ kind, personal }) => isOfChildren(kind) || (isSigned && personal.length > 0),
        notRead
      );
    const named = new Set<string>();
    for (const file of files) {
      const person = personInFileName(file.name);
      const book = workbookOf(file.name);
      if (named.has(book) || (person === null && isListName(file.name, places))) continue;
      if (person === 'is' || this.#numbers.has(book) || (await isTold(file, person !== null)))
        named.add(book);
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

/**
 * A case file under a name that says nobody's.
 * @param number among the files given with it
 * @param places that its name may hold
 */
export const caseFileNamed = (file: File, number: number, { names }: Pick<PlacesOfCases, 'names'>): File => {
  const places = [...names.communes, ...names.qpvs, ...names.schools].map(({ name }) => name);
  const told = childrenFileName(file.name, number, places);
  return told === file.name ? file : new File([file], told, { type: file.type });
};
