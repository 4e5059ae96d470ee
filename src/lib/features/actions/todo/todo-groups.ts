// What is to be done, in groups: by due day, by who does it, or by commune.
import type { ActionsBook, NeedLine } from '$lib/figures/actions/actions-book.ts';
import { ownerWords } from '$lib/figures/actions/actions-words.ts';

export type TodoOrder = 'due' | 'person' | 'commune';

export interface TodoGroup {
  /** Of `due`: the state of its needs; else the name of the person or the commune. */
  key: string;
  lines: readonly NeedLine[];
}

const STATES: readonly NeedLine['state'][] = ['late', 'week', 'later'];

/** Groups that have a line, the most pressing first; persons and communes by name. */
export function todoGroups(
  lines: readonly NeedLine[],
  by: TodoOrder,
  { names }: ActionsBook['facts']
): TodoGroup[] {
  const keyOf = (line: NeedLine) =>
    by === 'due'
      ? line.state
      : by === 'commune'
        ? names.commune(line.of.commune)
        : ownerWords(line, names, true);
  const keys = [...new Set(lines.map(keyOf))];
  if (by === 'due') keys.sort((a, b) => STATES.indexOf(a as 'late') - STATES.indexOf(b as 'late'));
  else keys.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  return keys.map((key) => ({ key, lines: lines.filter((line) => keyOf(line) === key) }));
}
