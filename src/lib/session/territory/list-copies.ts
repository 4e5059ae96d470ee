// The copies of its lists that a folder keeps, so that it can be changed when it is opened again.
import { isOfChildren, type FormatId } from '$lib/model/source-files.ts';
import { UnusableInput } from '$lib/model/findings.ts';
import type { ConfigReading, TerritorySettings } from './project-config.ts';
import { isInternalOnly, isTable, type FileKind, type ProjectFile } from './project-file.ts';
import type { ProjectTools } from './project-types.ts';

type Profile = TerritorySettings['profile'];

/** Posts, members and absences are in no public folder. */
export const isOutsidePublic = (kind: FileKind | null): boolean => kind === 'staff' || isInternalOnly(kind);

/** A list that the folder is without, and can be built without: a public site shows nothing of it but counts, which the folder has kept. */
export const isSpared = ({ kind, content }: ProjectFile, profile: Profile | undefined): boolean =>
  content === null && profile === 'public' && isOutsidePublic(kind);

/** @throws UnusableInput `folder-incomplete` with the files that a build lacks: without them, the territory would lose what they say */
export function refuseAbsent(files: readonly ProjectFile[]): void {
  const absent = files.filter(({ content }) => content === null);
  if (absent.length === 0) return;
  const found = absent.map(({ name }) => name).join(', ');
  throw new UnusableInput({ code: 'folder-incomplete', severity: 'dropped', found });
}

/** Copies made already, by what they were made of. */
const made = new WeakMap<Blob, { key: string; copy: Blob | null }>();

/** The copy of a file that a folder may keep; null when none may be. */
export async function copyOf(
  copy: ProjectTools['copy'],
  { name, content, kind }: ProjectFile,
  { reading, profile }: { reading: ConfigReading; profile: Profile | undefined }
): Promise<Blob | null> {
  const isPublic = profile !== 'internal';
  if (!content || !isTable(kind) || isOfChildren(kind) || (isPublic && isOutsidePublic(kind))) return null;
  const key = JSON.stringify([name, kind, isPublic, reading]);
  const known = made.get(content);
  if (known?.key === key) return known.copy;
  const file = content instanceof File ? content : new File([content], name);
  const found = await copy(file, { format: kind as FormatId, reading, isPublic });
  made.set(content, { key, copy: found });
  return found;
}
