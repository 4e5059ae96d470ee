// Years of meetings: their stored form.
import type { KeptMeeting, KeptYear, MeetingPlan } from './meeting-plan.ts';
import type { Away, HalfDay } from '../model/meetings/meetings-file.ts';
import { isRecord, isRecordOf, isText, isTime, parsedJson } from '../model/documents/json.ts';
import { tidyName } from '../model/scenario.ts';
import type { MergedList } from './merged-list.ts';

/** Of the stored form, which is versioned JSON. */
const VERSION = 1;
/** Longer than any code of a team or of a function. */
const LONGEST = 300;
const PRIORITIES = ['presence', 'travel', 'balanced'] as const;

const isCode = (value: unknown): value is string => isText(value) && value !== '' && value.length <= LONGEST;
const isHalf = (value: unknown): value is HalfDay => value === 'am' || value === 'pm';
/** A day of the calendar, as an ISO date. */
const isDay = (value: unknown): value is string => {
  if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
};
const optional = (value: unknown, is: (one: unknown) => boolean) => value === undefined || is(value);

/** Each item read, or null when one of them is none. */
function listOf<Item>(value: unknown, read: (one: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(read);
  return items.includes(null) ? null : (items as Item[]);
}

function meetingOf(value: unknown): KeptMeeting | null {
  if (!isRecord(value)) return null;
  const { team, number, date, half } = value;
  if (!isCode(team) || !isDay(date) || !isHalf(half)) return null;
  if (!Number.isSafeInteger(number) || (number as number) < 1) return null;
  return { team, number: number as number, date, half };
}

function awayOf(value: unknown): Away | null {
  if (!isRecord(value)) return null;
  const { who, weekday, from, to, half, readOn } = value;
  const isWeekday = (one: unknown) =>
    Number.isSafeInteger(one) && (one as number) >= 1 && (one as number) <= 5;
  if (!isCode(who) || !optional(weekday, isWeekday)) return null;
  if (![from, to, readOn].every((day) => optional(day, isDay))) return null;
  if (half !== null && !optional(half, isHalf)) return null;
  return {
    who,
    ...(weekday !== undefined && { weekday: weekday as number }),
    ...(from !== undefined && { from: from as string }),
    ...(to !== undefined && { to: to as string }),
    ...(half !== undefined && { half: half as HalfDay | null }),
    ...(readOn !== undefined && { readOn: readOn as string })
  };
}

/** Which part of a year cannot be read; null when all can. */
export type YearPart = 'year' | 'preset' | 'plan' | 'locked' | 'absences' | 'cancelled' | 'convened';

/** A year of meetings, only with what is known of it, or the first part that is none. */
export function readYear(value: Readonly<Record<string, unknown>>): KeptYear | YearPart {
  const { year, preset } = value;
  const plan = listOf(value.plan, meetingOf);
  const locked = listOf(value.locked, meetingOf);
  const absences = listOf(value.absences, awayOf);
  const cancelled = listOf(value.cancelled, (one) => (isCode(one) ? one : null));
  const convened = listOf(value.convened ?? [], meetingOf);
  if (!isText(year) || !/^\d{4}-\d{4}$/.test(year)) return 'year';
  const priority = PRIORITIES.find((one) => one === preset);
  if (!priority) return 'preset';
  if (!plan) return 'plan';
  if (!locked) return 'locked';
  if (!absences) return 'absences';
  if (!cancelled) return 'cancelled';
  if (!convened) return 'convened';
  const known = { year, preset: priority, plan, locked, absences, cancelled };
  return convened.length > 0 ? { ...known, convened } : known;
}

function itemOf(value: unknown): MeetingPlan | null {
  if (!isRecord(value)) return null;
  const { id, name, made, changed } = value;
  if (!isCode(id) || !isText(name) || !isTime(made) || !isTime(changed)) return null;
  const year = readYear(value);
  return typeof year === 'string' ? null : { id, name: tidyName(name), made, changed, ...year };
}

export const writeMeetingPlans = ({ items, gone }: MergedList<MeetingPlan>): string =>
  JSON.stringify({ version: VERSION, items, gone });

/** List of a stored text, validated since others may have changed it; null when it is damaged or of another version. */
export function readMeetingPlans(text: string): MergedList<MeetingPlan> | null {
  const value = parsedJson(text);
  if (!isRecord(value) || value.version !== VERSION) return null;
  const items = listOf(value.items, itemOf);
  const { gone } = value;
  if (!items || !isRecordOf(gone, isTime)) return null;
  return { items, gone };
}
