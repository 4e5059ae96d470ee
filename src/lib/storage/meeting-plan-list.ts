// Years of meetings stored on this computer, at the reader's request only: their stored form.
import * as v from 'valibot';
import { meetingsKey } from './carried.ts';
import { KeptList } from './kept-list.ts';
import type { KeptYear, MeetingPlan } from './meeting-plan.ts';
import { Day, mergedList, Name, Time } from './versioned.ts';

/** Longer than any code of a team or of a function. */
const LONGEST = 300;
const Code = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST));
const Half = v.picklist(['am', 'pm']);
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const Meetings = v.array(v.object({ team: Code, number: whole(1, Infinity), date: Day, half: Half }));
const Absence = v.object({
  who: Code,
  weekday: v.exactOptional(whole(1, 5)),
  ...{ from: v.exactOptional(Day), to: v.exactOptional(Day) },
  half: v.exactOptional(v.nullable(Half)),
  readOn: v.exactOptional(Day)
});

/** In the order in which what cannot be read is said. */
const YEAR = {
  year: v.pipe(v.string(), v.regex(/^\d{4}-\d{4}$/)),
  preset: v.picklist(['presence', 'travel', 'balanced']),
  plan: Meetings,
  locked: Meetings,
  absences: v.array(Absence),
  cancelled: v.array(Code),
  convened: v.exactOptional(Meetings)
};
/** Absent rather than empty. */
const withConvened = <Value extends KeptYear>({ convened, ...year }: Value) =>
  convened && convened.length > 0 ? { ...year, convened } : year;

/** A year of meetings, only with what is known of it. */
export const MeetingYear: v.GenericSchema<unknown, KeptYear> = v.pipe(
  v.object(YEAR),
  v.transform((year): KeptYear => withConvened(year))
);
const Item = v.pipe(
  v.object({ id: Code, name: Name, made: Time, changed: Time, ...YEAR }),
  v.transform((item): MeetingPlan => withConvened(item))
);
export const MEETING_PLANS = mergedList('items', Item);

/** Stored years of one territory. @param territory `keptKeyOf` */
export const meetingPlanStore = (territory: string): KeptList<MeetingPlan> =>
  new KeptList(meetingsKey(territory), MEETING_PLANS);
