// The load of the year of meetings that Réunions showed last in this tab: other pages count with it. Kept nowhere else.
import type { MeetingLoad } from '../model/workload.ts';

let shown: { territory: string; load: MeetingLoad } | null = $state.raw(null);

/** @param territory `keptKeyOf` @param load null when no meeting has a date */
export function tellMeetingLoad(territory: string, load: MeetingLoad | null): void {
  shown = load && { territory, load };
}

/** Null when no year is planned in this tab. */
export const meetingLoad = (territory: string): MeetingLoad | null =>
  shown?.territory === territory ? shown.load : null;
