// Plans a year: a first plan at once, better ones while there is time, and beside them what no plan can cost less than.
import { compileMeetings, IMPOSSIBLE, type Meetings } from '../problem/compile-meetings.ts';
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { MeetingBound } from './lagrangian-bound.ts';
import { jointConflict } from './joint-conflict.ts';
import type { ConflictRule } from '../../../model/meetings/meeting-rules.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { MeetingSearch } from './search.ts';
import type { TeamSlots } from './plan-state.ts';
import { meetingsOf, slotsOf } from './slots.ts';

export interface MeetingProgress {
  meetings: readonly PlannedMeeting[] | null;
  cost: number | null;
  bound: number | null;
  /** At most so much better is possible, as a share of the cost. */
  gap: number | null;
  seconds: number;
  /** Of the work, 0 to 1. */
  done: number;
}

export interface PlanOptions {
  seconds?: number;
  /** Parts of the work done whatever the time: with no second, the same plan on every machine. */
  leastParts?: number;
  seed?: number;
  /** A plan to begin with; none by default. */
  start?: readonly PlannedMeeting[];
  /** To prove that several teams cannot all meet, and to tell why. */
  solver?: () => Promise<LinearSolver>;
  onProgress?: (progress: MeetingProgress) => void;
  /** Asked between two parts of the work; the best plan so far is the answer. */
  stop?: () => boolean;
  /** Lets events come in, between two parts of the work. */
  pause?: () => Promise<void> | undefined;
}

export interface MeetingSolution extends MeetingProgress {
  /** `unknown`: no plan was found, and no proof that there is none. */
  status: 'planned' | 'infeasible' | 'unknown';
  conflict: readonly ConflictRule[];
}

/** Cycles of the search: each begins hot. */
const CYCLES = 4;
/** Each part of the work, about 20 ms for thirty teams: rounds of the search, iterations of the bound. */
const ROUNDS = 200;
const ITERATIONS = 10;
/** Parts after which it is told how far the work is. */
const TOLD = 8;

export async function planMeetings(
  problem: MeetingProblem,
  options: PlanOptions = {}
): Promise<MeetingSolution> {
  const { seconds = 10, leastParts = 1, seed = 1, start, solver, onProgress, stop, pause } = options;
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  const m = compileMeetings(problem);
  const search = new MeetingSearch(m, { seed, ...(start && { start: wholeTeams(m, start) }) });
  let done = 0;
  const progress = (bound: MeetingBound | null): MeetingProgress => {
    const cost = search.plan ? search.cost : null;
    const least =
      bound && Number.isFinite(bound.value) ? Math.max(0, Math.min(bound.value, search.cost)) : null;
    return {
      meetings: search.plan && meetingsOf(m, search.plan as TeamSlots),
      cost,
      bound: least,
      gap: cost === null || least === null ? null : cost > 0 ? (cost - least) / cost : 0,
      seconds: spent(),
      done
    };
  };
  if (!search.begin()) {
    const conflict = await jointConflict(problem, search, solver);
    return { ...progress(null), status: conflict.length > 0 ? 'infeasible' : 'unknown', conflict };
  }
  onProgress?.(progress(null));
  const bound = new MeetingBound(m);
  const proven = () => bound.value < IMPOSSIBLE && search.cost - bound.value < 1e-3;
  for (let part = 0; part < leastParts || (spent() < seconds && !stop?.()); part++) {
    if (proven()) break;
    const before = { cost: search.cost, bound: bound.value };
    // Without time to spend, the cycles are those of the parts.
    done = seconds > 0 ? spent() / seconds : part / leastParts;
    const heat = 1 - ((done * CYCLES) % 1);
    search.run(ROUNDS, heat);
    if (!bound.settled) bound.run(ITERATIONS, search.cost);
    if (search.cost < before.cost || bound.value > before.bound || part % TOLD === 0)
      onProgress?.(progress(bound));
    const waiting = pause?.();
    if (waiting) await waiting;
  }
  done = 1;
  return { ...progress(bound), status: 'planned', conflict: [] };
}

/** A plan as slots, the teams of which a meeting lacks left to be placed. */
const wholeTeams = (m: Meetings, plan: readonly PlannedMeeting[]): TeamSlots =>
  slotsOf(m, plan).map((slots, team) => (slots.length === m.count[team] ? slots : null));
