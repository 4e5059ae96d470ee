// Loads what the page of meetings plans from: the teams, their members and diaries, the times between town halls.
import { base } from '$app/paths';
import { parseProgramme, type Programme } from '$lib/cube/programme.ts';
import { minutesBetweenTowns } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem } from '$lib/model/meetings/meeting-problem.ts';
import { parseTeamFile } from '$lib/engines/travel/index.ts';
import { MEETINGS_PATH, MEETINGS_VERSION, type MeetingsFile } from '$lib/model/meetings/meetings-file.ts';

export interface MeetingsData {
  programme: Programme;
  /** Null in a territory without one. */
  file: MeetingsFile | null;
  minutes: MeetingProblem['minutes'];
}

/** @throws {Error} when the file is of another version */
function parseMeetings(text: string): MeetingsFile {
  const value = JSON.parse(text) as Partial<MeetingsFile> | null;
  if (value?.version !== MEETINGS_VERSION)
    throw new Error(`meetings.json: version ${MEETINGS_VERSION} expected, found ${value?.version}`);
  return value as MeetingsFile;
}

export async function loadMeetings(load: typeof fetch): Promise<MeetingsData> {
  const [programme, meetings, team] = await Promise.all(
    ['tables/programme.json', MEETINGS_PATH, 'graph/team.json'].map((path) => load(`${base}/${path}`))
  );
  if (!programme!.ok) throw new Error(`programme.json: ${programme!.status}`);
  const times = team!.ok ? parseTeamFile(await team!.text()) : null;
  return {
    programme: parseProgramme(await programme!.text()),
    file: meetings!.ok ? parseMeetings(await meetings!.text()) : null,
    minutes: times ? minutesBetweenTowns(times.towns, times.seconds.car ?? []) : {}
  };
}
