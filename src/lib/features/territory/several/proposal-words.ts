// What two files say differently, as questions: two answers, who gave each and when, and what it changes.
import {
  lastSaveOf,
  type MergePlan,
  type MergeProposal,
  type MergeSideName
} from '$lib/engines/merge/index.ts';
import { askedPosts } from '$lib/figures/openings-words';
import { fullDay } from '$lib/i18n/dates';
import { locale } from '$lib/i18n/locale';
import { shortValue } from '$lib/i18n/findings/merge-words';
import { say } from '$lib/i18n/findings/say';
import { countedChanges } from '$lib/i18n/findings/save-words';
import { hourWords } from '$lib/i18n/hours';
import { euros, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName } from '$lib/i18n/place-names';
import { questionWords } from '$lib/i18n/report-words';
import { isRecord, isText } from '$lib/model/documents/json.ts';
import type { Json, MergedListName, SaveEntry } from '$lib/model/documents/save-history';
import { REVIEW_DECISIONS, type MeetingRecord } from '$lib/model/meetings/meeting-record.ts';
import { pageOf } from '$lib/pages/register';
import type { DeclaredAbsence } from '$lib/storage/kept-decision.ts';
import { SCENARIOS } from '$lib/storage/scenario-list.ts';
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

/** Parts of a key, as they were before they were one text. */
const partsOfKey = (key: string): string[] =>
  key.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));

/** Parts that group others and say nothing to a reader. */
const SILENT = ['now', 'was', 'plan', 'split', 'calendar', 'actions', 'labels', 'thresholds', 'road'];

const PARTS: Readonly<Record<string, () => string>> = {
  name: m.merge_part_name,
  service: m.merge_part_service,
  contact: m.merge_part_contact,
  publisher: m.merge_part_publisher,
  note: m.merge_part_note,
  controller: m.merge_part_controller,
  dpo: m.merge_part_dpo,
  basis: m.merge_part_basis,
  intervention: m.merge_part_intervention,
  children: m.merge_part_children,
  families: m.merge_part_families,
  retention: m.merge_part_retention,
  kinds: m.merge_part_kinds,
  quorum: m.merge_part_quorum,
  licences: m.merge_part_licences,
  logo: m.merge_part_logo,
  profile: m.merge_part_profile,
  settings: m.merge_part_settings,
  linked: m.merge_part_linked,
  coordinators: m.merge_part_coordinators,
  outings: m.merge_part_outings,
  parkingMinutes: m.merge_part_parkingMinutes,
  peak: m.merge_part_peak,
  homeMetres: m.merge_part_homeMetres,
  preset: m.merge_part_preset,
  absences: m.merge_part_absences,
  cancelled: m.merge_part_cancelled,
  adopted: m.merge_part_adopted,
  saved: m.merge_part_saved,
  columns: m.merge_part_columns,
  values: m.merge_part_values,
  ignored: m.merge_part_ignored,
  sheet: m.merge_part_sheet,
  place: m.merge_part_place,
  room: m.merge_part_room,
  commune: m.merge_part_commune,
  seats: m.merge_part_seats,
  enrolled: m.merge_part_enrolled,
  present: m.merge_part_present,
  providers: m.merge_part_providers,
  companions: m.merge_part_companions,
  transport: m.merge_part_transport,
  needs: m.merge_part_needs,
  ready: m.merge_part_ready,
  status: m.merge_part_status,
  delays: m.merge_part_delays,
  title: m.merge_part_title,
  steps: m.merge_part_steps,
  story: m.merge_part_story,
  typed: m.merge_part_typed,
  given: m.merge_part_given,
  exits: m.merge_part_exits,
  year: m.merge_part_year
};

/** What a key is about: words for each part that has some, the others as they are. */
const keyPartWords = (parts: readonly string[]): string =>
  parts
    .filter((part) => !SILENT.includes(part) && !part.startsWith('#'))
    .map((part) => PARTS[part]?.() ?? say(locale(), 'merge_quoted', { text: part }))
    .join(', ');

/** Of a session: its day and its hours are one choice. */
const TIMES = ['date', 'begin', 'end', 'half'];

/** Name of a kept plan in one of the texts, or its id. */
function planName(id: string, texts: readonly (string | undefined)[]): string {
  const plans = texts.flatMap((text) => (text === undefined ? [] : (SCENARIOS.read(text)?.items ?? [])));
  return plans.find((plan) => plan.id === id)?.name ?? id;
}

function sessionQuestion([first = '', side = '', field = '', ...rest]: readonly string[]): string | null {
  const [, id = ''] = /^n° (.+)$/.exec(first) ?? [];
  if (id === '') return null;
  if (side === '') return m.merge_q_session_entry({ id });
  if (TIMES.includes(field)) return m.merge_q_session({ id });
  const key = [id, keyPartWords([field, ...rest])].join(', ');
  return m.merge_q_key({ list: say(locale(), 'merge_list_sessions'), key });
}

function decisionQuestion(where: MergedListName, [first, second]: readonly string[]): string | null {
  if (where !== 'decision' && where !== 'calendar') return null;
  if (first === 'cost') return m.merge_q_cost();
  if (first === 'means' && second === 'posts') return m.merge_q_posts();
  return first === 'absence' ? m.merge_q_absence() : null;
}

/**
 * « Qui suit l’école Henri Matisse ? »; proposals of one question are one choice.
 *
 * @param plans texts that name the kept plans
 */
function questionOf(
  { where, key }: Asked,
  places: Places,
  plans: readonly (string | undefined)[] = []
): string {
  const path = partsOfKey(key);
  const [first = '', second = '', third = ''] = path;
  const last = path.at(-1) ?? '';
  const list = say(locale(), `merge_list_${where}`);
  if (where === 'plans') {
    const [name, inside] = [planName(first, plans), path.slice(1)];
    const follows = followsQuestion(inside, places);
    if (follows !== null) return m.merge_q_in_plan({ question: follows, name });
    return m.merge_q_key({ list, key: keyPartWords([name, ...inside]) });
  }
  const [, team, number] = /^(.+) (\d+)$/.exec(last) ?? [];
  const follows = followsQuestion(path, places);
  if (follows !== null) return follows;
  if ((where === 'calendar' || where === 'meetings') && team && number)
    return m.merge_q_meeting({ team, number });
  if (where === 'sources') return m.merge_q_source({ name: first });
  if (where === 'releases') return m.merge_q_release({ name: first });
  if (where === 'corrections') return m.merge_q_correction({ file: first, column: third });
  if (where === 'answers' && first === 'typed' && third)
    return m.merge_q_answer({ year: second, line: questionWords({ id: third }) });
  if (where === 'answers' && first === 'meetings' && team && number)
    return m.merge_q_record({ team, number, year: second });
  const question = where === 'sessions' ? sessionQuestion(path) : decisionQuestion(where, path);
  if (question !== null) return question;
  if (path.length === 1 && where !== 'config') return m.merge_q_entry({ list });
  return m.merge_q_key({ list, key: keyPartWords(path) });
}

function followsQuestion(path: readonly string[], places: Places): string | null {
  const last = path.at(-1) ?? '';
  if (path.at(-2) === 'referents') return m.merge_q_follows({ name: placeName(places, last) });
  return path.at(-2) === 'coordinators' ? m.merge_q_coordinates({ name: postName(last) }) : null;
}

const SHOWN_OF_RECORD = { continue: m.meetings_record_continue, reorient: m.meetings_record_reorient, end: m.meetings_record_end }; // prettier-ignore

function recordValue(value: Readonly<Record<string, unknown>>): string {
  const { date, held, seen, decisions } = value as unknown as MeetingRecord;
  if (!held) return m.merge_v_unheld({ day: fullDay(date) });
  const said = REVIEW_DECISIONS.map((one) => `${SHOWN_OF_RECORD[one]().toLowerCase()} ${decisions[one]}`);
  return m.merge_v_held({ day: fullDay(date), seen: integer(seen), decisions: said.join(', ') });
}

/** A field of a session; null where it is none that has words of its own. */
function sessionValue(path: readonly string[], value: Json): string | null {
  const [, side, field] = path;
  if (side === undefined)
    return isRecord(value) && value['removed'] === true ? m.merge_v_removed() : m.merge_v_changed();
  if (field === 'date' && isText(value)) return fullDay(value);
  if (field === 'half') return value === true ? m.merge_v_half() : '';
  if (typeof value !== 'number') return null;
  if (field === 'begin') return m.merge_v_from({ time: hourWords(value) });
  return field === 'end' ? m.merge_v_until({ time: hourWords(value) }) : null;
}

/** A value as it is shown: a post by its name, a date in full. */
export function answerValue({ where, key }: Asked, value: Json): string {
  if (value === null) return m.merge_v_none();
  const path = partsOfKey(key);
  const isPost = path.at(-2) === 'referents' && isText(value);
  if (isPost) return postName(value);
  if (where === 'sessions' && path[0]?.startsWith('n° ')) {
    const words = sessionValue(path, value);
    if (words !== null) return words;
  }
  if (where === 'decision' && key === 'cost')
    return typeof value === 'number' ? euros(value) : m.merge_v_sheet();
  if (where === 'decision' && key === 'means/posts' && typeof value === 'number') return askedPosts(value);
  if (key === 'absence' && isRecord(value)) {
    const { post, from, to } = value as unknown as DeclaredAbsence;
    return m.merge_v_absence({ post: postName(post), from: fullDay(from), to: fullDay(to) });
  }
  if (where === 'answers' && path[0] === 'meetings' && isRecord(value)) return recordValue(value);
  if (isRecord(value) && isText(value['date']) && isText(value['half'])) {
    const half = value['half'] === 'am' ? m.log_morning() : m.log_afternoon();
    return m.merge_v_meeting({ day: fullDay(value['date']), half });
  }
  if (typeof value === 'boolean') return value ? m.merge_v_yes() : m.merge_v_no();
  const texts = Array.isArray(value) ? (value as readonly Json[]) : [];
  if (texts.length > 0 && texts.every((one) => isText(one) || typeof one === 'number'))
    return texts.join(', ');
  return (isText(value) ? value : shortValue(value, locale())) ?? m.merge_v_some();
}

/** One question of several proposals, with the words of each, in the order of the first. */
export function byQuestion<Item extends Asked & { id: string }>(
  items: readonly Item[],
  places: Places,
  plans: readonly (string | undefined)[]
): { question: string; asked: readonly Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const question = questionOf(item, places, plans);
    groups.set(question, [...(groups.get(question) ?? []), item]);
  }
  return [...groups].map(([question, asked]) => ({ question, asked }));
}

/** Values of one question, each said once; what a session was before stands for nothing. */
export const valuesWords = <Item extends Asked>(
  asked: readonly Item[],
  valueOf: (item: Item) => string
): string => {
  const rank = ({ key }: Asked) => TIMES.indexOf(partsOfKey(key).at(-1) ?? '');
  const now = asked
    .filter(({ where, key }) => where !== 'sessions' || partsOfKey(key)[1] !== 'was')
    .sort((one, other) => rank(one) - rank(other));
  return [...new Set((now.length > 0 ? now : asked).map(valueOf))].filter(Boolean).join(', ');
};

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
  if (partsOfKey(proposal.key).at(-2) === 'referents' && isText(value)) {
    const count = schoolsOf(proposal, value, plan[name]);
    return m.merge_v_follows({ name: postName(value), count, shown: integer(count) });
  }
  return proposal.where === 'releases' ? m.merge_v_release() : '';
}

/** A file by its rows, and those that the other is without. */
function fileWords({ key }: Asked, name: MergeSideName, { own, other }: TwoFolders): string {
  const [file = ''] = partsOfKey(key);
  const [mine, theirs] = [own, other].map(({ sources }) => sources.find((one) => one.name === file));
  return name === 'a' ? rowsWords(mine, theirs) : rowsWords(theirs, mine);
}

/** The words of one side of a question. @param role function of the reader */
export function sideWords(
  asked: readonly MergeProposal[],
  name: MergeSideName,
  two: TwoFolders,
  role: string
): AnswerWords {
  const entry = lastSaveOf(asked, two.plan[name]);
  const who =
    entry === 'pending' ? (name === 'a' ? m.merge_pending() : '') : entry ? signed(entry, role) : '';
  const valueOf = (one: MergeProposal) =>
    (one.where === 'sources' && fileWords(one, name, two)) || answerValue(one, one[name]);
  return { value: valuesWords(asked, valueOf), who, effect: effectWords(asked[0]!, name, two) };
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
