// Meetings of a year in Node: first plan, what is left to gain, repair after an absence, dates of one meeting, why a year is impossible;
// beside what a person does with a paper calendar.
import {
  checkPlan,
  compileMeetings,
  findDates,
  greedyPlan,
  meetingsOf,
  planMeetings,
  repairPlan,
  slotsOf,
  whyImpossible,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../src/lib/engines/meetings/index.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { random } from '../../../src/lib/model/random.ts';
import { measured, type Bench, type Measurement, type Progress, type Target } from '../measurement.ts';
import { DEMONSTRATION_YEAR, LARGE_YEAR, meetingYears, type YearShape } from '../synthetic/meetings.ts';

const SEEDS = 5;
const SECONDS = [10, 60];
/** Absences of a coordinator on the day of a meeting, and of a partner of the quorum for three weeks, by seed. */
const REPAIRS = 18;
const DATES = 100;
const WEEKS = 15;
const atMost = (most: number): Target => ({ at: 'median', most });
const percent = (less: number, than: number) => (100 * (than - less)) / than;

interface Times {
  first: number[];
  gaps: number[][];
  repairs: number[];
  fewest: number[];
  dates: number[];
  conflicts: number[];
  absences: number[];
  road: number[];
}

/** Changes that a year sees: who is away, and when; what is past stays. */
function changes(problem: MeetingProblem, plan: readonly PlannedMeeting[], seed: number): MeetingProblem[] {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const past = (date: string) => plan.filter((meeting) => meeting.date < date);
  const quorum = problem.teams.flatMap(({ members }) => members.filter((member) => member.class !== ''));
  return Array.from({ length: REPAIRS }, (_, i) => {
    if (i % 2 === 0) {
      const { team, date } = pick(plan);
      const who = problem.teams.find(({ id }) => id === team)!.coordinator;
      return { ...problem, away: [...problem.away, { who, from: date, to: date }], locked: past(date) };
    }
    const at = Math.floor(next() * (problem.calendar.length - WEEKS));
    const [from, to] = [problem.calendar[at]!, problem.calendar[at + WEEKS - 1]!];
    return {
      ...problem,
      away: [...problem.away, { who: pick(quorum).partner, from, to }],
      locked: past(from)
    };
  });
}

async function timesOf(problem: MeetingProblem, seed: number, times: Times, tell: Progress): Promise<void> {
  const solver = await bootHighs();
  let plan: readonly PlannedMeeting[] = [];
  for (const [i, seconds] of SECONDS.entries()) {
    const began = performance.now();
    let first: number | null = null;
    const found = await planMeetings(problem, {
      seconds,
      onProgress: () => (first ??= performance.now() - began)
    });
    plan = found.meetings!;
    if (checkPlan(problem, plan).broken.length > 0) throw new Error('a plan breaks a rule');
    times.gaps[i]!.push(100 * found.gap!);
    if (i === 0) times.first.push(first!);
    tell(`  graine ${seed}, ${seconds} s : ${found.gap === null ? '-' : (100 * found.gap).toFixed(2)} %`);
  }
  const m = compileMeetings(problem);
  const person = checkPlan(problem, meetingsOf(m, greedyPlan(m))).figures;
  const ours = checkPlan(problem, plan).figures;
  times.absences.push(percent(ours.absences, person.absences));
  times.road.push(percent(ours.minutes, person.minutes));
  for (const changed of changes(problem, plan, seed)) {
    const began = performance.now();
    const repaired = await repairPlan(changed, plan, { solver: () => Promise.resolve(solver) });
    times.repairs.push(performance.now() - began);
    times.fewest.push(repaired.status === 'planned' && !repaired.fewest ? 0 : 1);
  }
  const slots = slotsOf(m, plan);
  for (let i = 0; i < DATES; i++) {
    const team = i % m.teams;
    const began = performance.now();
    findDates(m, slots, team, 1 + (i % m.count[team]!));
    times.dates.push(performance.now() - began);
  }
  for (const team of problem.teams.slice(0, REPAIRS)) {
    const nobody = { ...problem, teams: [{ ...team, quorum: { ...team.quorum, absent: 1 } }] };
    const began = performance.now();
    whyImpossible(nobody);
    times.conflicts.push(performance.now() - began);
  }
}

async function measurementsOf(label: string, shape: YearShape, progress: Progress): Promise<Measurement[]> {
  const times: Times = {
    first: [],
    gaps: SECONDS.map(() => []),
    repairs: [],
    fewest: [],
    dates: [],
    conflicts: [],
    absences: [],
    road: []
  };
  for (const [i, problem] of (await meetingYears(shape, SEEDS)).entries()) {
    progress(`${label}, graine ${i + 1}`);
    await timesOf(problem, i + 1, times, progress);
  }
  const proven = (100 * times.fewest.filter((one) => one === 1).length) / times.fewest.length;
  return [
    measured(`${label} : premier plan`, 'ms', times.first, atMost(200)),
    ...SECONDS.map((seconds, i) =>
      measured(
        `${label} : mieux possible au plus, après ${seconds} s`,
        '%',
        times.gaps[i]!,
        i === 0 ? { at: 'p95', most: 6 } : null
      )
    ),
    measured(`${label} : réparation`, 'ms', times.repairs, atMost(50)),
    measured(`${label} : réparation, la pire`, 'ms', [Math.max(...times.repairs)], atMost(3000)),
    measured(`${label} : réparations prouvées les plus courtes, ou impossibles`, '%', [proven]),
    measured(`${label} : trouver une date`, 'ms', times.dates, atMost(1)),
    measured(`${label} : pourquoi impossible`, 'ms', times.conflicts, atMost(500)),
    measured(`${label} : absences en moins qu’au premier jour libre`, '%', times.absences),
    measured(`${label} : route en moins qu’au premier jour libre`, '%', times.road)
  ];
}

export const run: Bench = async ({ progress }) => [
  ...(await measurementsOf('27 équipes, 110 réunions', DEMONSTRATION_YEAR, progress)),
  ...(await measurementsOf('60 équipes, 250 réunions', LARGE_YEAR, progress))
];
