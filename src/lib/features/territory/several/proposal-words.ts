// What two files say differently, as questions: two answers, who gave each and when, and what it changes.
import {
  lastSaveOf,
  type MergePlan,
  type MergeProposal,
  type MergeSideName
} from '$lib/engines/merge/index.ts';
import { fullDay } from '$lib/i18n/dates';
import { locale } from '$lib/i18n/locale';
import { shortValue } from '$lib/i18n/findings/merge-words';
import { say } from '$lib/i18n/findings/say';
import { countedChanges } from '$lib/i18n/findings/save-words';
import { integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName } from '$lib/i18n/place-names';
import { isRecord, isText } from '$lib/model/documents/json.ts';
import type { Json, MergedListName, SaveEntry } from '$lib/model/documents/save-history';
import { pageOf } from '$lib/pages/register';
import type { MaillageSource } from '$lib/storage/maillage/content.ts';
import type { TwoFolders } from '$lib/session/territory/union.svelte.ts';
import { halfDayWords, savedBy } from './words';

type Places = Parameters<typeof placeName>[0];
type Asked = Pick<MergeProposal, 'where' | 'key'>;

export interface AnswerWords {
  value: string;
  /** Who gave it, in which half-day; empty where no log says. */
  who: string;
  /** What it changes; empty where that is not known. */
  effect: string;
}

const PAGES = {
  plans: 'sectors',
  decision: 'sectors',
  calendar: 'meetings',
  meetings: 'meetings',
  agenda: 'meetings',
  answers: 'report'
} as const;
/** The page where a key is changed. */
export function pageOfKey({ where, key }: Asked) {
  if (where === 'sessions') return pageOf(key.startsWith('story/') ? 'council' : 'programme');
  return pageOf(where in PAGES ? PAGES[where as keyof typeof PAGES] : 'territory');
}

const pathOf = (key: string) => key.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));

/** « Qui suit l’école Henri Matisse ? » */
export function questionOf({ where, key }: Asked, places: Places): string {
  const path = pathOf(key);
  const [first = '', second = '', third = ''] = path;
  const last = path.at(-1) ?? '';
  const list = say(locale(), `merge_list_${where}`);
  const [, team, number] = /^(.+) (\d+)$/.exec(last) ?? [];
  if (path.at(-2) === 'referents') return m.merge_q_follows({ name: placeName(places, last) });
  if (path.at(-2) === 'coordinators') return m.merge_q_coordinates({ name: postName(last) });
  if ((where === 'calendar' || where === 'meetings') && team && number)
    return m.merge_q_meeting({ team, number });
  if (where === 'sources') return m.merge_q_source({ name: first });
  if (where === 'releases') return m.merge_q_release({ name: first });
  if (where === 'corrections') return m.merge_q_correction({ file: first, column: third });
  if (where === 'answers' && first === 'typed' && third)
    return m.merge_q_answer({ year: second, line: third });
  if (path.length === 1 && where !== 'config') return m.merge_q_entry({ list });
  return m.merge_q_key({ list, key: path.filter((part) => !part.startsWith('#')).join(', ') });
}

/** A value as it is shown: a post by its name, a date in full. */
export function answerValue({ key }: Pick<Asked, 'key'>, value: Json): string {
  if (value === null) return m.merge_v_none();
  const isPost = pathOf(key).at(-2) === 'referents' && isText(value);
  if (isPost) return postName(value);
  if (isRecord(value) && isText(value['date']) && isText(value['half'])) {
    const half = value['half'] === 'am' ? m.log_morning() : m.log_afternoon();
    return m.merge_v_meeting({ day: fullDay(value['date']), half });
  }
  return (isText(value) ? value : shortValue(value, locale())) ?? m.merge_v_some();
}

/** Schools that a post then follows, in the same plan. */
function schoolsOf({ where, key }: Asked, post: string, side: MergePlan['a']): number {
  const plan = key.slice(0, key.lastIndexOf('/') + 1);
  return [...side.keys[where].keys].filter(([one, value]) => one.startsWith(plan) && value === post).length;
}

/** Rows of a file, and those that the other is without. */
function rowsWords(own: MaillageSource | undefined, other: MaillageSource | undefined): string {
  if (!own) return '';
  const linesIn = (source: MaillageSource | undefined) =>
    source?.content && /\.(?:csv|txt|tsv)$/i.test(source.name)
      ? new TextDecoder().decode(source.content).split(/\r?\n/).filter(Boolean)
      : null;
  const [lines, others] = [linesIn(own), linesIn(other)];
  if (lines && others) {
    const known = new Set(others);
    const apart = lines.filter((line) => !known.has(line)).length;
    return m.merge_v_rows_apart({ shown: integer(lines.length - 1), own: integer(apart) });
  }
  const count = own.read ?? (lines && lines.length - 1);
  return count === null ? m.merge_v_rows_unread() : m.merge_v_rows({ count, shown: integer(count) });
}

function effectWords(proposal: MergeProposal, name: MergeSideName, { plan }: TwoFolders): string {
  const value = proposal[name];
  if (value === null) return '';
  if (pathOf(proposal.key).at(-2) === 'referents' && isText(value)) {
    const count = schoolsOf(proposal, value, plan[name]);
    return m.merge_v_follows({ name: postName(value), count, shown: integer(count) });
  }
  return proposal.where === 'releases' ? m.merge_v_release() : '';
}

/** A file by its rows, and those that the other is without. */
function fileWords({ key }: Asked, name: MergeSideName, { own, other }: TwoFolders): string {
  const [file = ''] = pathOf(key);
  const [mine, theirs] = [own, other].map(({ sources }) => sources.find((one) => one.name === file));
  return name === 'a' ? rowsWords(mine, theirs) : rowsWords(theirs, mine);
}

/** @param role function of the reader */
export function answerOf(
  proposal: MergeProposal,
  name: MergeSideName,
  two: TwoFolders,
  role: string
): AnswerWords {
  const entry = lastSaveOf(proposal, two.plan[name]);
  const who =
    entry === 'pending' ? (name === 'a' ? m.merge_pending() : '') : entry ? signed(entry, role) : '';
  return {
    value:
      (proposal.where === 'sources' && fileWords(proposal, name, two)) ||
      answerValue(proposal, proposal[name]),
    who,
    effect: effectWords(proposal, name, two)
  };
}

const signed = ({ by, at }: SaveEntry, role: string) => `${savedBy(by, role)}, ${halfDayWords(at)}`;

/** What is taken from one of the two, in counted words. */
export function takenWords({ units }: MergePlan, name: MergeSideName): string[] {
  const changed: Partial<Record<MergedListName, number>> = {};
  for (const { fate, where } of units) if (fate === name) changed[where] = (changed[where] ?? 0) + 1;
  return countedChanges(changed);
}

/** Who saved the other file last; null where no log says. */
export const otherBy = ({ other }: Pick<TwoFolders, 'other'>): string | null =>
  other.history?.log.at(-1)?.by ?? null;
