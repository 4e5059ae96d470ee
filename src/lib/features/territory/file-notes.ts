// What is said of a whole file under its name: columns that are not read, sheets that were hidden, odd encodings.
import type { Finding } from '$lib/model/findings.ts';
import type { TerritoryProject } from '$lib/session/territory/project.svelte.ts';
import type { ProjectFile } from '$lib/session/territory/project-file.ts';

/** Notes of a whole file that its line tells. */
const TOLD = [
  'total-rows',
  'year-assumed',
  'no-case-id',
  'homes-of-schools',
  'no-school-column',
  'absent-column',
  'hidden-sheet',
  'other-sheets',
  'dos-text',
  'mac-text',
  'mixed-encodings',
  'truncated-text',
  'visit-places-unread'
];

export interface FileNotes {
  /** Headers of the columns that are not read. */
  unread: readonly string[];
  told: readonly Finding[];
}

/** What was found of a file in the last build, or when it was looked at. */
export function notesOf(
  { built, inspections }: Pick<TerritoryProject, 'built' | 'inspections'>,
  { name, state, findings: own = [] }: Pick<ProjectFile, 'name' | 'state' | 'findings'>
): FileNotes {
  if (state !== 'used') return { unread: [], told: [] };
  const findings = [...(built?.findings ?? []), ...own].filter(
    ({ file, row }) => file === name && row === undefined
  );
  const unread = findings.flatMap(({ code, column }) =>
    (code === 'unknown-column' || code === 'ignored-column') && column ? [column] : []
  );
  const seen = inspections.get(name)?.proposals?.columns.map(({ header }) => header) ?? [];
  return {
    unread: [...new Set([...unread, ...seen])],
    told: findings.filter(({ code }) => TOLD.includes(code))
  };
}
