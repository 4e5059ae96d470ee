// Where plans stand among plans drawn at random: all measured by the travel that the search estimates, in minutes a week.
import {
  assignmentOf,
  balance,
  compileProblem,
  namedAssignment,
  type Problem,
  type SchoolProblem
} from '$lib/engines/assignment';
import { checkPlan } from '$lib/engines/proof';
import type { Plan } from '$lib/model/plan';

export interface PlanMark {
  id: 'today' | 'screen' | 'best';
  minutes: number;
  /** Every post within its band. */
  isBalanced: boolean;
  /** Sectors beyond one piece each; null where nothing says which schools touch. */
  extraPieces: number | null;
}

/** The mark of a plan; null when a school has no referent, or no way to it: its travel is not that of a whole plan. */
function markOf(file: SchoolProblem, problem: Problem, id: PlanMark['id'], plan: Plan): PlanMark | null {
  const at = assignmentOf(problem, unitsOf(file, plan));
  if (at.some((j, i) => j < 0 || problem.travel[i * problem.m + j] === Infinity)) return null;
  const { objective, extraComponents } = balance(problem, at);
  const { breaches } = checkPlan(file, namedAssignment(problem, at));
  const isBalanced = breaches.every(({ rule }) => rule.rule !== 'tolerance');
  return { id, minutes: objective / 10, isBalanced, extraPieces: extraComponents };
}

/** unit -> referent of a plan of schools, one unit a school. */
const unitsOf = (file: SchoolProblem, { referents }: Plan): Record<string, string> =>
  Object.fromEntries(
    file.units.flatMap(({ id, schools: [uai = ''] }) => (referents[uai] ? [[id, referents[uai]]] : []))
  );

export const marksOf = (
  file: SchoolProblem,
  plans: readonly (readonly [PlanMark['id'], Plan])[]
): PlanMark[] => {
  const problem = compileProblem(file);
  return plans.flatMap(([id, plan]) => markOf(file, problem, id, plan) ?? []);
};

export interface Histogram {
  /** Minutes a week where the axis begins and ends, where the bars begin, and the width of one. */
  from: number;
  to: number;
  start: number;
  width: number;
  counts: number[];
  most: number;
  /** Whole hours of the axis, in minutes. */
  ticks: number[];
}

const WIDTHS = [5, 10, 15, 20, 30, 60, 120];
const MOST_BARS = 36;
const HOURS = [1, 2, 5, 10, 20, 50];
const MOST_TICKS = 5;

/** Bars of round widths over what was drawn and the marks. @param minutes of each plan drawn */
export function histogramOf(minutes: ArrayLike<number>, marks: readonly number[] = []): Histogram {
  const drawn = Array.from(minutes);
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const width = WIDTHS.find((one) => (high - low) / one <= MOST_BARS) ?? Math.ceil((high - low) / MOST_BARS);
  const start = Math.floor(low / width) * width;
  const counts = new Array<number>(Math.floor((high - start) / width) + 1).fill(0);
  for (const one of drawn) counts[Math.floor((one - start) / width)]!++;
  const from = Math.min(start, ...marks);
  const to = Math.max(start + counts.length * width, ...marks);
  const step = 60 * (HOURS.find((one) => (to - from) / (60 * one) <= MOST_TICKS) ?? 100);
  const first = Math.ceil(from / step) * step;
  const ticks = Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, t) => first + t * step);
  return { from, to, start, width, counts, most: Math.max(...counts), ticks: to < first ? [] : ticks };
}

/** How many of the plans drawn need less travel. */
export const fewer = (minutes: ArrayLike<number>, mark: number): number =>
  Array.from(minutes).filter((one) => one < mark - 1e-6).length;
