// What a half-day can hold: meetings one after the other, the road between them, each beginning on a quarter of an hour.
import {
  HALVES,
  HOUR_STEP,
  hoursOf,
  NEAR_MINUTES,
  type MeetingHours
} from '../../../model/meetings/meeting-problem.ts';
import { DEFAULT_WORKLOAD } from '../../../model/workload.ts';

/** Hours where none are chosen. */
export const usualHours = (): MeetingHours => hoursOf(DEFAULT_WORKLOAD.meetingMinutes);

/** Minutes from the beginning of a meeting to that of the next one, the road between them included. */
export const minutesToNext = ({ meeting }: MeetingHours, road: number): number =>
  HOUR_STEP * Math.ceil((meeting + road) / HOUR_STEP);

/** Most minutes of road between two meetings of a half-day, of whichever half; negative where one alone fits. */
export function mostBetween(hours: MeetingHours | undefined): number {
  if (!hours) return NEAR_MINUTES;
  const { meeting } = hours;
  const held = HALVES.map((half) => hours[half][1] - hours[half][0] - meeting);
  return Math.min(NEAR_MINUTES, HOUR_STEP * Math.floor(Math.min(...held) / HOUR_STEP) - meeting);
}

/** Whether one meeting fits in a half-day. */
export const fitsAlone = (hours: MeetingHours | undefined, half: (typeof HALVES)[number]): boolean =>
  !hours || hours[half][0] + hours.meeting <= hours[half][1];

/** Minutes that are left for the road at noon after one meeting of the morning, or after two with so much road between them. */
export function noonAfter(hours: MeetingHours | undefined, between: number | null): number {
  if (!hours) return Infinity;
  const { am, pm, meeting } = hours;
  return pm[0] - am[0] - meeting - (between === null ? 0 : minutesToNext(hours, between));
}

/** Minutes that anyone has for the road at noon, whichever meetings they come from. */
export const leastNoon = (hours: MeetingHours | undefined): number =>
  hours ? hours.pm[0] - hours.am[1] : Infinity;
