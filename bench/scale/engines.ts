// The main engines at the size of a service, in Node: a split, a year of meetings, the agendas of that year.
import { planAgenda } from '../../src/lib/engines/agenda/index.ts';
import { compileProblem, heuristic } from '../../src/lib/engines/assignment/index.ts';
import { planMeetings } from '../../src/lib/engines/meetings/index.ts';
import { agendaYear } from '../../tests/fixtures/synthetic/agenda-year.ts';
import { syntheticProblem } from '../../tests/fixtures/synthetic/assignment-problem.ts';
import { DEMONSTRATION_YEAR, meetingYears } from '../../tests/fixtures/synthetic/meetings.ts';
import type { ServiceSize } from '../../tests/fixtures/synthetic/service.ts';

/** The demonstration's: schools a referent, schools of its year of meetings, children of its agendas. */
const [SCHOOLS_A_REFERENT, SCHOOLS_A_YEAR, CHILDREN_A_YEAR] = [13, 80, 400];
const MEETING_SECONDS = 5;
const SEED = 1;

/** Teams beyond which a year of meetings is not measured: whether it can be planned at all already lasts minutes to tell. */
const MOST_TEAMS = 400;

/** Seconds, but the last. */
export interface EngineTimes {
  firstSplit: number;
  quickSplit: number;
  firstMeetings: number | null;
  agendas: number;
  /** Percent: how much better than the year of meetings found in 5 s one could be at most. */
  meetingGap: number | null;
}

const secondsSince = (began: number) => (performance.now() - began) / 1000;

function splitTimes(schools: number): Pick<EngineTimes, 'firstSplit' | 'quickSplit'> {
  const referents = Math.round(schools / SCHOOLS_A_REFERENT);
  const file = syntheticProblem(SEED, { units: schools, referents, tolerance: 0.1 });
  const began = performance.now();
  let firstSplit = NaN;
  heuristic(compileProblem(file), {
    onPlan: () => {
      if (Number.isNaN(firstSplit)) firstSplit = secondsSince(began);
    }
  });
  return { firstSplit, quickSplit: secondsSince(began) };
}

async function meetingTimes(schools: number): Promise<Pick<EngineTimes, 'firstMeetings' | 'meetingGap'>> {
  const times = Math.round(schools / SCHOOLS_A_YEAR);
  const { teams, meetings, coordinators } = DEMONSTRATION_YEAR;
  if (times * teams > MOST_TEAMS) return { firstMeetings: null, meetingGap: null };
  const [year] = await meetingYears(
    { teams: times * teams, meetings: times * meetings, coordinators: times * coordinators },
    1
  );
  const began = performance.now();
  let firstMeetings: number | null = null;
  const { gap } = await planMeetings(year!, {
    seconds: MEETING_SECONDS,
    seed: SEED,
    onProgress: () => (firstMeetings ??= secondsSince(began))
  });
  return { firstMeetings, meetingGap: gap === null ? null : 100 * gap };
}

function agendaSeconds(children: number): number {
  const problem = agendaYear(SEED, 8, Math.round(children / CHILDREN_A_YEAR));
  const began = performance.now();
  planAgenda(problem);
  return secondsSince(began);
}

export async function engineTimes({ schools, children }: ServiceSize): Promise<EngineTimes> {
  return {
    ...splitTimes(schools),
    ...(await meetingTimes(schools)),
    agendas: agendaSeconds(children)
  };
}
