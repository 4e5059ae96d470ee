// The meetings of the demonstration: synthetic members and diaries by which each of its teams can hold its meetings of the year.
import {
  planMeetings,
  schoolDays,
  whyImpossible,
  yearProblem,
  yearsWith,
  holidayZone
} from '../../../src/lib/engines/meetings/index.ts';
import { MEETINGS_VERSION, type MeetingsFile } from '../../../src/lib/model/meetings/meetings-file.ts';
import type { Post, SupportTeam } from '../../../src/lib/model/service.ts';
import { seededRandom } from '../random.ts';
import type { School } from '../../../src/lib/model/school.ts';
import { syntheticDiaries } from './diaries.ts';
import { withPlaces } from './member-places.ts';

const SEED = 20262027;
const YEAR = '2026-2027';
const DEPARTEMENT = '59';
const TRIES = 50;
/** Days ahead to which the first coordinator has convened meetings, the second, and so on. */
const CONVENED_AHEAD = [21, 14, 7];
/** Rooms of a town hall that meetings are held in. */
const ROOMS = 3;
/** One team in six invites as many as come on average, the others one more: about one in eleven is away. */
const AS_MANY = 6;

/** Minutes between communes; the town hall of each is where its team meets. */
export async function demoMeetings(
  teams: readonly SupportTeam[],
  staff: readonly Post[],
  schools: readonly School[],
  minutes: Record<string, Record<string, number>>
): Promise<MeetingsFile> {
  const coordinators = staff
    .filter(({ role }) => role === 'coordinator')
    .map(({ id, base_commune }) => ({ id, commune: base_commune }));
  const year = yearsWith().find((one) => one.year === YEAR)!;
  const days = schoolDays({ year, zone: holidayZone(DEPARTEMENT), departement: DEPARTEMENT });
  const convenedAhead = Object.fromEntries(
    coordinators.map(({ id }, at) => [id, CONVENED_AHEAD[at % CONVENED_AHEAD.length]!])
  );
  const communes = [...new Set(teams.map(({ commune }) => commune))].sort();
  const rooms = Object.fromEntries(communes.map((code, at) => [code, `mairie, salle ${1 + (at % ROOMS)}`]));
  const convened = teams.map(({ id, commune, professionals }, at) => ({
    id,
    commune,
    professionals: (professionals ?? 0) + (at % AS_MANY === 0 ? 0 : 1)
  }));
  for (let seed = SEED; seed < SEED + TRIES; seed++) {
    const file: MeetingsFile = {
      version: MEETINGS_VERSION,
      synthetic: true,
      departement: DEPARTEMENT,
      coordinators,
      closed: [],
      rooms,
      convenedAhead,
      ...syntheticDiaries(convened, coordinators, days, seededRandom(seed, 'meetings'))
    };
    const { problem } = yearProblem({ file, teams, days, minutes, preset: 'balanced' });
    if (!problem || whyImpossible(problem).length > 0) continue;
    if ((await planMeetings(problem, { seconds: 0 })).status === 'planned')
      return { ...file, members: withPlaces(file.members, teams, schools) };
  }
  throw new Error('no diaries by which every team can meet');
}
