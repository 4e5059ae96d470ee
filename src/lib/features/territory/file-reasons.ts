// Why rows of a file are out, in words: a reason with its number of rows; and the themes of a case file that are none of the list.
import { FORMATS, isThemeName } from '$lib/engines/import/index.ts';
import type { FormatId } from '$lib/model/source-files.ts';
import { wordsFor } from '$lib/i18n/findings/finding-reader';
import type { Finding } from '$lib/model/findings';
import type { Inspection } from '$lib/session/territory/inspection';
import type { ProjectFile } from '$lib/session/territory/project-file';
import { rowsOut } from '$lib/session/territory/rows-out';

export interface FileReason {
  title: string;
  rows: number;
}

/** The most frequent first. */
export const reasonsOf = (findings: readonly Finding[], file: string): FileReason[] =>
  Object.entries(rowsOut(findings.filter((one) => one.file === file))).map(([code, rows]) => ({
    title: wordsFor(code)?.title ?? code,
    rows
  }));

/** Words of the column of themes that a service may add to the list, with their rows. */
export const themesToAdd = (inspection: Inspection | undefined): { theme: string; rows: number }[] =>
  inspection?.format === 'cases'
    ? (inspection.proposals?.values ?? []).flatMap(({ column, value, rows }) =>
        column === 'theme' && isThemeName(value) ? [{ theme: value, rows }] : []
      )
    : [];

const IDS: readonly string[] = FORMATS.map(({ id }) => id);
const isFormat = (kind: string): kind is FormatId => IDS.includes(kind);

/** Kinds that a file which is still in this tab may be given; none for a file that is no table. */
export function kindsToChoose({ kind, content, finding }: ProjectFile): readonly FormatId[] {
  const isTable = kind === null ? finding?.code === 'unknown-format' : isFormat(kind);
  return content !== null && isTable ? FORMATS.map(({ id }) => id) : [];
}
