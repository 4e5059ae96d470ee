// Lists that go beyond the one commune that was chosen: the agglomeration is offered.
import { isOfChildren } from '$lib/model/source-files.ts';
import type { TerritorySettings } from '$lib/session/territory/project-config.ts';
import { isTable, type ProjectFile } from '$lib/session/territory/project-file.ts';

/** Lists of a service, whose rows aside are of other places; those of a list of children may be of other years. */
const isList = ({ kind }: ProjectFile): boolean => kind !== null && isTable(kind) && !isOfChildren(kind);

/** Lists left out, none of whose rows is of the one commune chosen; or rows of other communes, where they are more than its own. */
export type Beyond = { files: readonly string[] } | { rows: number };

/** Null where the lists stay within what was chosen. */
export function beyondCommune(
  files: readonly ProjectFile[],
  settings: Pick<TerritorySettings, 'intervention'> | null
): Beyond | null {
  if (settings?.intervention?.length !== 1) return null;
  const lists = files.filter(isList);
  const sum = (of: 'aside' | 'used') =>
    lists.reduce((all, { state, counts }) => all + ((state === 'used' && counts?.[of]) || 0), 0);
  if (sum('aside') > sum('used')) return { rows: sum('aside') };
  const outside = lists.flatMap(({ state, name }) => (state === 'outside' ? [name] : []));
  return outside.length > 0 ? { files: outside } : null;
}
