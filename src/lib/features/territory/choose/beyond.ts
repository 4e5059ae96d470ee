// Lists that go beyond the one commune that was chosen: the agglomeration is offered.
import { isOfChildren } from '$lib/model/source-files.ts';
import type { TerritorySettings } from '$lib/session/territory/project-config.ts';
import { isTable, type ProjectFile } from '$lib/session/territory/project-file.ts';

/** Lists of a service, whose rows aside are of other places; those of a list of children may be of other years. */
const isList = ({ kind, state }: ProjectFile): boolean =>
  state === 'used' && isTable(kind) && !isOfChildren(kind);

/** Rows of other communes, where they are more than those of the one commune chosen; 0 otherwise. */
export function rowsBeyond(
  files: readonly ProjectFile[],
  settings: Pick<TerritorySettings, 'intervention'> | null
): number {
  if (settings?.intervention?.length !== 1) return 0;
  const lists = files.filter(isList);
  const sum = (of: 'aside' | 'used') => lists.reduce((all, { counts }) => all + (counts?.[of] ?? 0), 0);
  return sum('aside') > sum('used') ? sum('aside') : 0;
}
