// A plan after a change: the fewest meetings that move, then the least cost.
import type { LinearSolver } from '../../../model/linear.ts';
import { MeetingBound } from '../plan/lagrangian-bound.ts';
import { MeetingSearch } from '../plan/search.ts';
import { jointConflict } from '../plan/joint-conflict.ts';
import { meetingsOf, slotsOf } from '../plan/slots.ts';
import { PlanState, type TeamSlots } from '../plan/plan-state.ts';
import { teamPath } from '../plan/team-path.ts';
import { Absences, compileMeetings, IMPOSSIBLE, type Meetings } from '../problem/compile-meetings.ts';
import type { MeetingProblem, PlannedMeeting, Slot } from '../../../model/meetings/meeting-problem.ts';
import type { Away } from '../../../model/meetings/meetings-file.ts';
import type { ConflictRule } from '../../../model/meetings/meeting-rules.ts';

export interface MeetingMove {
  team: string;
  number: number;
  /** Null for a meeting that was not planned. */
  from: Slot | null;
  to: Slot;
}

export interface RepairedPlan {
  status: 'planned' | 'infeasible' | 'unknown';
  meetings: PlannedMeeting[];
  /** Meetings of the new plan whose date is none of the team's former dates. */
  moves: MeetingMove[];
  /** No plan moves fewer. */
  fewest: boolean;
  cost: number | null;
  /** No plan costs less, whatever it moves; and at most so much better is possible, as a share of the cost. */
  bound: number | null;
  gap: number | null;
  conflict: readonly ConflictRule[];
}

export interface RepairOptions {
  /** Absences of members that were declared: a meeting that moves goes to no date on which one of them is away, while it has another. */
  declared?: readonly Away[];
  /** Of these, those whose meetings move too, where they can; the meetings of the others stay where they may. */
  leaving?: readonly Away[];
  /** At most so long, where the first repair is not proven the one of the fewest moves. */
  seconds?: number;
  /** In its place, rounds of work: the same repair on every machine. */
  rounds?: number;
  seed?: number;
  solver?: () => Promise<LinearSolver>;
  stop?: () => boolean;
}

/** More than any plan costs: no declared absence is worth a better plan, and no move is worth fewer declared absences. */
const TOUCHED = 1e6;
const MOVE = 1e8;
const ROUNDS = 50;
/** Iterations of the bound of a repaired plan. */
const ITERATIONS = 40;
const HOT = 3;
const CYCLE = 20;

/** Moves that the plan of each team alone needs: no plan of all of them moves fewer. */
function fewestMoves(m: Meetings, stays: readonly ReadonlySet<number>[]): number {
  let sum = 0;
  const gap = m.gap.map((costs) => costs.map((cost) => (cost >= IMPOSSIBLE ? IMPOSSIBLE : 0)));
  const free = { ...m, gap, spacing: 0 };
  for (let team = 0; team < m.teams; team++) {
    const node = Float64Array.from(m.possible[team]!, (slot) => (stays[team]!.has(slot) ? 0 : 1));
    sum += Math.round(teamPath(free, team, node)?.cost ?? 0);
  }
  return sum;
}

/** Each move with where it comes from: the former dates that are given up, in order. */
function movesOf(m: Meetings, former: readonly Int32Array[], plan: Readonly<TeamSlots>): MeetingMove[] {
  return plan.flatMap((slots, team) => {
    const [before, now] = [former[team]!, slots ?? new Int32Array(0)];
    const meetings = meetingsOf(
      m,
      plan.map((own, other) => (other === team ? own : null))
    );
    const left = meetingsOf(
      m,
      former.map((own, other) => (other === team ? own.filter((slot) => !now.includes(slot)) : null))
    );
    let next = 0;
    return meetings.flatMap(({ team: id, number, date, half }, i) => {
      if (before.includes(now[i]!)) return [];
      const from = left[next++];
      return [
        { team: id, number, from: from ? { date: from.date, half: from.half } : null, to: { date, half } }
      ];
    });
  });
}

/**
 * Repairs a plan for a problem that has changed: meetings that may stay do, unless fewer moves need otherwise.
 * @param before the plan made before the change
 */
export async function repairPlan(
  problem: MeetingProblem,
  before: readonly PlannedMeeting[],
  { declared = [], leaving = [], seconds = 2.5, rounds, seed = 1, solver, stop }: RepairOptions = {}
): Promise<RepairedPlan> {
  const began = performance.now();
  const m = compileMeetings(problem);
  const former = slotsOf(m, before);
  const [touched, left] = [touchedSlots(m, declared), touchedSlots(m, leaving)];
  const stays = former.map(
    (slots, team) => new Set([...slots].filter((slot) => left[team * m.slots + slot] === 0))
  );
  const bonus = Float64Array.from(touched, (is) => is * TOUCHED);
  stays.forEach((slots, team) => {
    for (const slot of slots) bonus[team * m.slots + slot] = -MOVE;
  });
  const least = fewestMoves(m, stays);
  const start = former.map((slots, team) => (isWhole(m, team, slots) ? slots : null));
  const search = new MeetingSearch(m, { seed, start, bonus });
  if (!search.begin()) {
    const conflict = await jointConflict(problem, search, solver);
    const status = conflict.length > 0 ? 'infeasible' : 'unknown';
    return { status, meetings: [], moves: [], fewest: false, cost: null, bound: null, gap: null, conflict };
  }
  const moves = () => movesOf(m, former, search.plan as TeamSlots);
  const countOf = (of: (team: number, slot: number) => boolean) =>
    search.plan!.reduce((sum, slots, team) => sum + slots.filter((slot) => of(team, slot)).length, 0);
  const moved = () => countOf((team, slot) => !stays[team]!.has(slot));
  const missed = () =>
    countOf((team, slot) => !stays[team]!.has(slot) && touched[team * m.slots + slot] === 1);
  let [count, open] = [moved(), missed()];
  const isOpen = (done: number) =>
    rounds === undefined ? performance.now() - began < seconds * 1000 : done * ROUNDS < rounds;
  for (let i = 0; (count > least || open > 0) && isOpen(i) && !stop?.(); i++) {
    if (search.run(ROUNDS, (HOT * (i % CYCLE)) / CYCLE)) [count, open] = [moved(), missed()];
  }
  if (declared.length > 0) {
    search.settle();
    count = moved();
  }
  const plan = search.plan as Int32Array[];
  const state = new PlanState(m);
  const cost = plan.reduce((sum, slots, team) => sum + state.put(team, slots), 0);
  const limit = new MeetingBound(m);
  limit.run(ITERATIONS, cost);
  const bound = Number.isFinite(limit.value) ? Math.max(0, Math.min(limit.value, cost)) : null;
  return {
    status: 'planned',
    meetings: meetingsOf(m, plan),
    moves: moves(),
    fewest: count <= least,
    cost,
    bound,
    gap: bound === null ? null : cost > 0 ? (cost - bound) / cost : 0,
    conflict: []
  };
}

/** 1 where a member of the team, or one who comes to it, is declared away, at `team * slots + slot`. */
function touchedSlots(m: Meetings, declared: readonly Away[]): Uint8Array {
  const absences = new Absences(m.problem.calendar, declared);
  const touched = new Uint8Array(m.teams * m.slots);
  m.problem.teams.forEach(({ id, members }, team) => {
    const others = declared.filter(({ teams }) => teams?.includes(id));
    for (const who of [...members.map(({ partner }) => partner), ...others.map((one) => one.who)])
      absences.of(who).forEach((is, slot) => {
        if (is) touched[team * m.slots + slot] = 1;
      });
  });
  return touched;
}

/** Whether a team may keep its former year as it is, clashes with others aside. */
function isWhole(m: Meetings, team: number, slots: Int32Array): boolean {
  if (slots.length !== m.count[team]) return false;
  return slots.every((slot, i) => {
    const lock = m.locks[team]![i]!;
    if (m.missing[team * m.slots + slot]! >= IMPOSSIBLE || (lock >= 0 && lock !== slot)) return false;
    if (i === 0) return true;
    const days = m.date[slot >> 1]! - m.date[slots[i - 1]! >> 1]!;
    return m.gap[team]![days]! < IMPOSSIBLE;
  });
}
