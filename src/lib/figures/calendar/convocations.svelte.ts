// Meetings that people were convened to, at the date of then: one that has moved since is to be convened again.
import { addDays } from '$lib/model/meetings/days.ts';
import { sameSlot, type PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import type { MeetingsFile } from '$lib/model/meetings/meetings-file.ts';

const holds = (list: readonly PlannedMeeting[], meeting: PlannedMeeting): boolean =>
  list.some((one) => one.team === meeting.team && sameSlot(one, meeting));

export class Convocations {
  list: readonly PlannedMeeting[] = $state.raw([]);
  #first: readonly PlannedMeeting[] = $state.raw([]);

  /** People were convened, or no longer are, since the year was opened. */
  get isTouched(): boolean {
    return this.list !== this.#first;
  }

  has(meeting: PlannedMeeting): boolean {
    return holds(this.list, meeting);
  }

  /** People were convened when the year was opened. */
  wasConvened(meeting: PlannedMeeting): boolean {
    return holds(this.#first, meeting);
  }

  /** Says that people were convened to meetings, or were not. Nothing else of a meeting is kept: who misses one, least of all. */
  mark(meetings: readonly PlannedMeeting[], done = true): void {
    const others = this.list.filter(
      (one) => !meetings.some((meeting) => meeting.team === one.team && sameSlot(meeting, one))
    );
    const kept = meetings.map(({ team, number, date, half }) => ({ team, number, date, half }));
    this.list = done ? [...others, ...kept] : others;
  }

  /** Those of a year that is opened. */
  begin(list: readonly PlannedMeeting[]): void {
    this.list = this.#first = list;
  }
}

/**
 * In the demonstration, the meetings of a first calendar that its fictitious coordinators have convened, each so many days ahead.
 * @param today ISO date
 * @param leaderOf coordinator of a team
 */
export function fictitiousConvocations(
  { convenedAhead = {} }: Pick<MeetingsFile, 'convenedAhead'>,
  plan: readonly PlannedMeeting[],
  today: string,
  leaderOf: (team: string) => string | undefined
): PlannedMeeting[] {
  return plan.filter(({ team, date }) => {
    const ahead = convenedAhead[leaderOf(team) ?? ''];
    return ahead !== undefined && date <= addDays(today, ahead);
  });
}
