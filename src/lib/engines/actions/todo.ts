// What must be ready for each session, by when, and the sessions that will not be held.
import {
  isAhead,
  isWithin,
  type ActionYear,
  type DateRange,
  type NeedToMeet
} from '../../model/actions/action-year.ts';
import { OTHER_NEED_DELAY, type NeedDelay } from '../../model/actions/needs.ts';
import { addDays, dayNumber, weekdayOf } from '../../model/meetings/days.ts';

/** Days ahead that are « this week ». */
const WEEK = 7;

/** Days before a session at which a need is asked, and at the latest. */
export const delayOf = (delays: ActionYear['delays'], need: string): NeedDelay =>
  Object.hasOwn(delays, need) ? delays[need]! : OTHER_NEED_DELAY;

/** Needs not met, of sessions from today on; in no order. */
export function todoOf({ today, delays, sessions }: ActionYear): NeedToMeet[] {
  const week = addDays(today, WEEK);
  return sessions
    .filter((session) => isAhead(session) && session.date >= today)
    .flatMap(({ id, date, needs, ready }) =>
      [...new Set(needs)]
        .filter((need) => !ready.includes(need))
        .map((need) => {
          const [first, second] = delayOf(delays, need);
          const [ask, latest] = [addDays(date, -first), addDays(date, -second)];
          const state = latest < today ? 'late' : ask <= week ? 'week' : 'later';
          return { session: id, need, ask, latest, state };
        })
    );
}

/** Sessions with a late need without which they are not held, each once. */
export const compromisedBy = (todo: readonly NeedToMeet[], stops: readonly string[]): string[] => [
  ...new Set(
    todo.filter(({ need, state }) => state === 'late' && stops.includes(need)).map(({ session }) => session)
  )
];

/**
 * The day on which a due day is shown: itself, or for a Sunday or a day of holidays the last working day before it. The due day does not change.
 *
 * @returns ISO date
 */
export function shownDay(date: string, holidays: readonly DateRange[]): string {
  const isFree = (day: string) => isWithin(day, holidays);
  if (weekdayOf(dayNumber(date)) < 7 && !isFree(date)) return date;
  let shown = addDays(date, -1);
  while (weekdayOf(dayNumber(shown)) > 5 || isFree(shown)) shown = addDays(shown, -1);
  return shown;
}
