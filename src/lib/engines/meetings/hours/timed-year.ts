// The hours of a plan: in each half-day the meetings of a coordinator follow one another, in the order of the shortest day.
import {
  HALVES,
  type MeetingHours,
  type MeetingProblem,
  type PlannedMeeting,
  type TimedMeeting
} from '../../../model/meetings/meeting-problem.ts';
import { toursOf, type DayTour } from './day-tours.ts';
import { minutesToNext, usualHours } from '../problem/half-day.ts';

/** The meetings of a day with their hours, in its order. */
export function timedDay(
  { minutes }: Pick<MeetingProblem, 'minutes'>,
  hours: MeetingHours,
  { stops }: Pick<DayTour, 'stops'>
): TimedMeeting[] {
  return HALVES.flatMap((half) => {
    let begin = hours[half][0];
    return stops
      .filter(({ meeting }) => meeting.half === half)
      .map(({ meeting, commune }, i, own) => {
        const before = own[i - 1];
        if (before) begin += minutesToNext(hours, minutes[before.commune]?.[commune] ?? 0);
        return { ...meeting, begin, end: begin + hours.meeting };
      });
  });
}

/** Every meeting of a plan with its hours, in the order of dates and hours. */
export function timedYear(problem: MeetingProblem, plan: readonly PlannedMeeting[]): TimedMeeting[] {
  const hours = problem.hours ?? usualHours();
  const order = ({ date, begin, team }: TimedMeeting) => `${date} ${String(begin).padStart(4, '0')} ${team}`;
  return toursOf({ ...problem, hours }, plan)
    .flatMap((tour) => timedDay(problem, hours, tour))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
