// What is timed of a year of meetings, in Node and in a worker alike: plan, repair, dates of one meeting, why a year is impossible;
// beside what a person does with a paper calendar.
import {
  checkPlan,
  planMeetings,
  possibleDates,
  referenceFigures,
  repairPlan,
  whyImpossible
} from '../../src/lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../../src/lib/model/meetings/meeting-problem.ts';
import type { Away } from '../../src/lib/model/meetings/meetings-file.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import { random } from '../../src/lib/algorithms/random.ts';
import { standardWork } from '../standard-work.ts';

export interface YearRun {
  problem: MeetingProblem;
  seed: number;
  /** Searches, each of so many seconds; the last one's plan is what the rest is measured on. */
  seconds: readonly number[];
  /** Absences of a coordinator on the day of a meeting, and as many of a partner of the quorum for three weeks. */
  absences: number;
}

/** Milliseconds, unless said otherwise. */
export interface YearTimes {
  first: number;
  /** Percent, by search. */
  gaps: number[];
  coordinator: number[];
  partner: number[];
  /** Repairs proven to move the fewest, or impossible: 1, else 0. */
  fewest: number[];
  /** Mean of the dates of some meetings in a row: one alone is under what a browser's clock tells. */
  dates: number[];
  /** Years with one team at fault; years whose teams cannot meet together. */
  conflicts: number[];
  joint: number[];
  /** Of the latter, those whose rules are named: 1, else 0. */
  told: number[];
  /** Percent less than at the first free date. */
  missing: number;
  road: number;
  /** One standard work, after them. */
  work: number;
}

const DATES_IN_A_ROW = 20;
/** School days of three weeks. */
const ABSENCE_DAYS = 15;
const percent = (less: number, than: number) => (100 * (than - less)) / than;

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[number, Result]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

/** A coordinator who drives out on a day cannot; what is past stays. */
function withoutCoordinator(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  { team, date }: PlannedMeeting
): MeetingProblem {
  const who = problem.teams.find(({ id }) => id === team)!.coordinator;
  const away: Away = { who, from: date, to: date };
  return { ...problem, away: [...problem.away, away], locked: plan.filter((one) => one.date < date) };
}

function withoutPartner(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  who: string,
  from: string,
  to: string
): MeetingProblem {
  return {
    ...problem,
    away: [...problem.away, { who, from, to }],
    locked: plan.filter((one) => one.date < from)
  };
}

/** Most meetings of a coordinator in a day. */
const A_DAY = 3;

/** Years with a coordinator who is there on a day less than the meetings need: each team could meet, all of them cannot. */
function shortYears(problem: MeetingProblem): MeetingProblem[] {
  return problem.coordinators.map(({ id }) => {
    const held = problem.teams.reduce((sum, team) => sum + (team.coordinator === id ? team.meetings : 0), 0);
    const days = Math.ceil(held / A_DAY) - 1;
    const step = problem.calendar.length / days;
    const there = new Set(Array.from({ length: days }, (_, i) => problem.calendar[Math.floor(i * step)]));
    const absent = problem.calendar.filter((date) => !there.has(date));
    return {
      ...problem,
      teams: problem.teams.map((team) =>
        team.coordinator === id ? { ...team, quorum: {}, band: [1, 400] as const } : team
      ),
      away: [...problem.away, ...absent.map((date) => ({ who: id, from: date, to: date }))]
    };
  });
}

export async function timesOf(solver: LinearSolver, run: YearRun): Promise<YearTimes> {
  const { problem, seed, seconds, absences } = run;
  const boot = () => Promise.resolve(solver);
  const times: YearTimes = {
    first: 0,
    gaps: [],
    coordinator: [],
    partner: [],
    fewest: [],
    dates: [],
    conflicts: [],
    joint: [],
    told: [],
    missing: 0,
    road: 0,
    work: 0
  };
  let plan: readonly PlannedMeeting[] = [];
  for (const [i, limit] of seconds.entries()) {
    const began = performance.now();
    let first: number | null = null;
    const found = await planMeetings(problem, {
      seconds: limit,
      seed,
      onProgress: () => (first ??= performance.now() - began)
    });
    plan = found.meetings!;
    if (checkPlan(problem, plan).broken.length > 0) throw new Error('a plan breaks a rule');
    times.gaps.push(100 * found.gap!);
    if (i === 0) times.first = first!;
  }
  const person = referenceFigures(problem).byHand!.figures;
  const ours = checkPlan(problem, plan).figures;
  times.missing = percent(ours.absences, person.absences);
  times.road = percent(ours.minutes, person.minutes);

  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const quorum = problem.teams.flatMap(({ members }) => members.filter((member) => member.class !== ''));
  for (let i = 0; i < absences; i++) {
    const at = Math.floor(next() * (problem.calendar.length - ABSENCE_DAYS));
    const [from, to] = [problem.calendar[at]!, problem.calendar[at + ABSENCE_DAYS - 1]!];
    const cases = {
      coordinator: withoutCoordinator(problem, plan, pick(plan)),
      partner: withoutPartner(problem, plan, pick(quorum).partner, from, to)
    };
    for (const kind of ['coordinator', 'partner'] as const) {
      const [spent, found] = await timed(() => repairPlan(cases[kind], plan, { solver: boot }));
      times[kind].push(spent);
      times.fewest.push(found.status === 'planned' && !found.fewest ? 0 : 1);
    }
  }

  const { teams } = problem;
  for (let row = 0; row < teams.length; row += 3) {
    const [spent] = await timed(() => {
      for (let i = 0; i < DATES_IN_A_ROW; i++) {
        const { id: team, meetings } = teams[(row + i) % teams.length]!;
        possibleDates(problem, plan, { team, number: 1 + (i % meetings) });
      }
    });
    times.dates.push(spent / DATES_IN_A_ROW);
  }

  // The team at fault is one of the year: those before it are asked too.
  for (let at = 0; at < problem.teams.length; at += 3) {
    const teams = problem.teams.map((team, i) =>
      i === at ? { ...team, quorum: { ...team.quorum, nobody: 1 } } : team
    );
    const [spent, conflict] = await timed(() => whyImpossible({ ...problem, teams }));
    if (conflict.length === 0) throw new Error('an impossible year is not told');
    times.conflicts.push(spent);
  }
  for (const short of shortYears(problem)) {
    if (whyImpossible(short).length > 0) continue;
    const [spent, found] = await timed(() => planMeetings(short, { seconds: 0, seed, solver: boot }));
    times.joint.push(spent);
    times.told.push(found.status === 'infeasible' ? 1 : 0);
  }
  times.work = standardWork();
  return times;
}
