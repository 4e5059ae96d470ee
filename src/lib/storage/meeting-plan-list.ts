// Years of meetings stored on this computer, at the reader's request only: their stored form.
import type { Away, HalfDay } from '../model/meetings/meetings-file.ts';
import { meetingsKey } from './carried.ts';
import {
  jsonDay,
  jsonList,
  jsonName,
  jsonNullable,
  jsonObject,
  jsonOf,
  jsonOptional,
  jsonTime,
  jsonWhole,
  jsonWord,
  unreadKey,
  type JsonReader
} from './json-readers.ts';
import { KeptList } from './kept-list.ts';
import type { KeptMeeting, KeptYear, MeetingPlan } from './meeting-plan.ts';
import { mergedList } from './versioned.ts';

/** Longer than any code of a team or of a function. */
const LONGEST = 300;
const code = jsonOf(
  (value): value is string => typeof value === 'string' && value !== '' && value.length <= LONGEST
);
const half = jsonWord<HalfDay>('am', 'pm');
const meetings = jsonList(jsonObject<KeptMeeting>({ team: code, number: jsonWhole(1), date: jsonDay, half }));
const absence = jsonObject<Omit<Away, 'teams'>>({
  who: code,
  weekday: jsonOptional(jsonWhole(1, 5)),
  ...{ from: jsonOptional(jsonDay), to: jsonOptional(jsonDay) },
  half: jsonOptional(jsonNullable(half)),
  readOn: jsonOptional(jsonDay)
});

/** In the order in which what cannot be read is said. */
const YEAR = {
  year: jsonOf((value): value is string => typeof value === 'string' && /^\d{4}-\d{4}$/.test(value)),
  preset: jsonWord('presence', 'travel', 'balanced'),
  ...{ plan: meetings, locked: meetings, absences: jsonList(absence), cancelled: jsonList(code) },
  convened: jsonOptional(meetings)
};
/** Meetings that people were convened to are absent rather than none. */
const year =
  <Value extends KeptYear>(read: JsonReader<Value>): JsonReader<Value> =>
  (value) => {
    const { convened, ...known } = read(value) ?? {};
    if (!('plan' in known)) return undefined;
    return { ...known, ...(convened && convened.length > 0 && { convened }) } as Value;
  };

/** A year of meetings, only with what is known of it. */
export const jsonMeetingYear = year(jsonObject<KeptYear>(YEAR));
/** Which part of a year cannot be read; null when all can. */
export const unreadPart = (value: Readonly<Record<string, unknown>>): string | null =>
  unreadKey<KeptYear>(YEAR, value);

export const MEETING_PLANS = mergedList(
  'items',
  year(jsonObject<MeetingPlan>({ id: code, name: jsonName, made: jsonTime, changed: jsonTime, ...YEAR }))
);

/** Stored years of one territory. @param territory `keptKeyOf` */
export const meetingPlanStore = (territory: string): KeptList<MeetingPlan> =>
  new KeptList(meetingsKey(territory), MEETING_PLANS);
