// Who saves a territory, and when: the function of the reader, a half-day in words.
import { looksLikePerson } from '$lib/engines/import/index.ts';
import { fullDay } from '$lib/i18n/dates';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName } from '$lib/i18n/place-names';
import { usableAssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { SaveEntry } from '$lib/model/documents/save-history';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
import { textOf } from '$lib/session/territory/reopened.ts';
/** Referents and coordinations of the territory. */
export function rolesIn(files: TerritoryFiles): string[] {
  const path = 'graph/split.json';
  const posts = (files.has(path) && usableAssignmentFile(textOf(files, path))?.posts) || [];
  return [
    ...new Set(
      posts.flatMap(({ id, coordinator }) => (coordinator ? [coordinator, postName(id)] : [postName(id)]))
    )
  ];
}

/** Whether a text may sign a save. In doubt it may not: « Dupont 2 » and « léa » are names. */
export const isRole = (text: string, roles: readonly string[]): boolean =>
  roles.includes(text) ||
  !looksLikePerson(
    text.replace(/\d+/g, ' ').replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))
  );

/** « Coordination 2 », « Coordination 1, vous ». @param role function of the reader; empty: not said */
export function savedBy(by: string | null, role: string): string {
  if (!by) return m.log_nobody();
  return by === role ? m.log_you({ role: by }) : by;
}

/** « mardi 1er décembre 2026, après-midi » */
export const halfDayWords = (at: SaveEntry['at']): string => {
  const [day = '', half] = at.split(' ');
  return `${fullDay(day)}, ${half === 'am' ? m.log_morning() : m.log_afternoon()}`;
};
