// Busy half-days of a diary as absences: whole days in a row make one period.
import type { Away, HalfDay } from '../../../model/meetings/meetings-file.ts';
import { dayNumber, weekdayOf } from '../../../model/meetings/days.ts';
import type { Slot } from '../../../model/meetings/meeting-problem.ts';

const LAST_WEEKDAY = 5;

/**
 * @param who a partner, a coordinator or the room of a commune
 * @param busy half-days; those of a weekend are passed over
 * @param readOn the day on which the diary was read, an ISO date
 */
export function absencesOf(who: string, busy: readonly Slot[], readOn: string): Away[] {
  const halves = new Map<string, Set<HalfDay>>();
  for (const { date, half } of busy) {
    if (weekdayOf(dayNumber(date)) > LAST_WEEKDAY) continue;
    const day = halves.get(date);
    if (day) day.add(half);
    else halves.set(date, new Set([half]));
  }
  const absences: (Away & { from: string; to: string })[] = [];
  for (const [date, taken] of [...halves].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const before = absences.at(-1);
    const [half] = taken.size === 1 ? taken : [null];
    if (
      half === null &&
      before?.half === undefined &&
      before &&
      dayNumber(date) === dayNumber(before.to) + 1
    ) {
      before.to = date;
    } else absences.push({ who, from: date, to: date, ...(half && { half }), readOn });
  }
  return absences;
}
