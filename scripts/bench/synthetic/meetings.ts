// Years of team meetings drawn from a seed: the teams of the demonstration, and a service of 60 teams and 250 meetings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../setup.mjs';
import { seededRandom } from '../../demo/random.ts';
import { syntheticDiaries } from '../../demo/meetings/diaries.ts';
import {
  minutesBetweenTowns,
  planMeetings,
  SCHOOL_YEARS,
  schoolDays,
  whyImpossible,
  yearProblem,
  type MeetingProblem,
  type YearTeam
} from '../../../src/lib/engines/meetings/index.ts';
import { MEETINGS_VERSION, type MeetingsFile } from '../../../src/lib/model/meetings-file.ts';
import type { TeamFile } from '../../../src/lib/engines/travel/index.ts';

export interface YearShape {
  teams: number;
  meetings: number;
  coordinators: number;
}
export const DEMONSTRATION_YEAR: YearShape = { teams: 27, meetings: 110, coordinators: 3 };
export const LARGE_YEAR: YearShape = { teams: 60, meetings: 250, coordinators: 6 };

const MEMBERS = 9;
const MOST_MEETINGS = 6;
const DEPARTEMENT = '59';
const YEAR = '2026-2027';

const built = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, 'static', path), 'utf8')) as T;

/** The demonstration's own teams, then others until the shape is met; each new team goes to the coordinator with the fewest meetings. */
function teamsOf(
  shape: YearShape,
  file: MeetingsFile,
  seed: number
): { teams: YearTeam[]; coordinators: MeetingsFile['coordinators'] } {
  const random = seededRandom(seed, 'teams of a large year');
  const { teams: known } = built<{ teams: YearTeam[] }>('tables/programme.json');
  const communes = [...new Set(known.map(({ commune }) => commune))];
  const coordinators = Array.from(
    { length: shape.coordinators },
    (_, k) => file.coordinators[k] ?? { id: `Coordination ${k + 1}`, commune: random.pick(communes) }
  );
  const load = new Map(coordinators.map(({ id }) => [id, 0]));
  const teams: YearTeam[] = known.map((team) => ({ ...team }));
  for (const team of teams) load.set(team.coordinator, load.get(team.coordinator)! + (team.meetings ?? 0));
  while (teams.length < shape.teams) {
    const coordinator = coordinators.reduce((a, b) => (load.get(b.id)! < load.get(a.id)! ? b : a)).id;
    teams.push({ id: `EPS-${teams.length + 1}`, commune: random.pick(communes), coordinator, meetings: 4 });
    load.set(coordinator, load.get(coordinator)! + 4);
  }
  const held = () => teams.reduce((sum, { meetings }) => sum + (meetings ?? 0), 0);
  while (held() < shape.meetings) {
    const team = random.pick(teams.filter(({ meetings }) => (meetings ?? 0) < MOST_MEETINGS));
    team.meetings = (team.meetings ?? 0) + 1;
  }
  return { teams, coordinators };
}

/** Years that can be planned, each from a seed of its own. */
export async function meetingYears(shape: YearShape, count: number): Promise<MeetingProblem[]> {
  const file = built<MeetingsFile>('graph/meetings.json');
  const { towns, seconds } = built<TeamFile>('graph/team.json');
  const year = SCHOOL_YEARS.find((one) => one.year === YEAR)!;
  const days = schoolDays({ year, zone: 'B', departement: DEPARTEMENT });
  const years: MeetingProblem[] = [];
  for (let seed = 1; years.length < count; seed++) {
    const { teams, coordinators } = teamsOf(shape, file, seed);
    const convened = teams.map((team) => ({ ...team, professionals: MEMBERS }));
    const diaries = syntheticDiaries(
      convened,
      coordinators,
      days,
      seededRandom(seed, 'meetings of the bench')
    );
    const { problem } = yearProblem({
      file: {
        version: MEETINGS_VERSION,
        synthetic: true,
        departement: DEPARTEMENT,
        coordinators,
        closed: [],
        ...diaries
      },
      teams,
      days,
      minutes: minutesBetweenTowns(towns, seconds.car ?? []),
      preset: 'balanced'
    });
    if (!problem || whyImpossible(problem).length > 0) continue;
    if ((await planMeetings(problem, { seconds: 0 })).status === 'planned') years.push(problem);
  }
  return years;
}
