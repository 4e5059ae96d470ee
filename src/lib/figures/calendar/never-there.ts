// Members of teams who can come to no meeting of the calendar in use, from the diaries, which are fetched for it alone.
import { yearProblem, yearRemarks } from '$lib/engines/meetings/index.ts';
import { loadMeetings } from './load-meetings.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';

export interface NeverThere {
  /** The calendar that it is of. */
  of: KeptYear;
  members: readonly { partner: string; team: string }[];
  /** Functions by partner. */
  functions: ReadonlyMap<string, string>;
}

/** None in a territory without diaries. @param load of the territory shown */
export async function neverIn(calendar: KeptYear, load: typeof fetch): Promise<NeverThere> {
  const { programme, file, minutes } = await loadMeetings(load);
  const { plan, absences, preset } = calendar;
  const problem =
    file &&
    yearProblem({
      file: { ...file, away: [...file.away, ...absences] },
      teams: programme.teams,
      days: [...new Set(plan.map(({ date }) => date))].sort(),
      minutes,
      preset
    }).problem;
  return {
    of: calendar,
    members: problem
      ? yearRemarks(problem, plan).alwaysAway.map(({ partner, team }) => ({ partner, team }))
      : [],
    functions: new Map(file?.members.map(({ partner, function: name }) => [partner, name]))
  };
}
