// Simulated annealing of plans for the capacitated p-median problem: points shift and swap between clusters, medians move to a neighbour.
import { coolingFactor, isAccepted } from '../../algorithms/annealing.ts';
import type { Random } from '../../algorithms/random.ts';
import type { MedianPlan, MedianProblem } from './median-problem.ts';
import { MedianState } from './median-state.ts';

/** The nearest other points of each point, nearest first. */
export interface Neighbours {
  /** How many each point has. */
  count: number;
  /** Neighbours of point i at `i * count`. */
  list: Int32Array;
}

/** As many as two clusters hold: the clusters that meet around a point are among them. */
export function neighboursOf({ n, p, distance }: MedianProblem): Neighbours {
  const count = Math.min(n - 1, Math.max(8, Math.ceil((2 * n) / p)));
  const list = new Int32Array(n * count);
  // The distance and the point in one number: the native order of numbers is ten times faster than a comparison.
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) keys[j] = j === i ? Infinity : distance[i * n + j]! * n + j;
    keys.sort();
    for (let c = 0; c < count; c++) list[i * count + c] = keys[c]! % n;
  }
  return { count, list };
}

export interface Annealing {
  /** Moves evaluated: a plan depends on them alone, never on the speed of the machine. */
  moves: number;
  /** First temperature, as a multiple of the mean distance to the nearest median at the start. */
  heat: number;
  next: Random;
  /** Polled now and then; true ends the annealing with the best plan so far. */
  stop?: () => boolean;
}

/** Last temperature, in the same measure. */
const COLD = 0.004;
/** Moves between two changes of temperature and price. */
const PERIOD = 1000;
/** Shares of the moves: a median moves; else a point shifts; else it swaps with a neighbour, else with any point of that cluster. */
const MEDIAN_MOVES = 0.04;
const SHIFTS = 0.45;
const NEIGHBOUR_SWAPS = 0.7;

/**
 * Simulated annealing (S. Kirkpatrick, C. Gelatt and M. Vecchi, 1983) over shifts, swaps and moved medians, the neighbourhoods of
 * I. Osman and N. Christofides (1994). Demand above capacity is allowed at a price that grows while there is some and falls while there
 * is none (strategic oscillation, F. Glover, 1986).
 *
 * @param medians p different points to start from
 * @returns the best plan within the capacities; null when none was met
 */
export function anneal(
  problem: MedianProblem,
  { count, list }: Neighbours,
  medians: readonly number[],
  { moves, heat, next, stop }: Annealing
): MedianPlan | null {
  const { n, p, demand } = problem;
  const state = new MedianState(problem, medians);
  let best: MedianPlan | null = state.excess === 0 ? state.plan() : null;
  if (count === 0) return best;
  const distance = Math.max(1, state.cost / n);
  const unit =
    (distance * n) /
    Math.max(
      1,
      demand.reduce((sum, one) => sum + one, 0)
    );
  const cooling = coolingFactor(heat, COLD, PERIOD, moves);
  let temperature = heat * distance;
  let price = unit;
  const neighbour = (i: number, share: number) => list[i * count + Math.floor(share * count)]!;
  const accepts = (delta: number) => isAccepted(delta, temperature, next);

  /** @returns whether the plan changed */
  const move = (): boolean => {
    const kind = next();
    if (kind < MEDIAN_MOVES) {
      const k = Math.floor(next() * p);
      const c = neighbour(state.median[k]!, next() * next());
      if (state.served[c] !== -1) return false;
      const [cost, excess] = [state.costOfMedian(k, c), state.excessOfMedian(k, c)];
      if (!accepts(cost + price * excess)) return false;
      state.setMedian(k, c, cost, excess);
      return true;
    }
    const i = Math.floor(next() * n);
    const beside = neighbour(i, next());
    const [a, b] = [state.cluster[i]!, state.cluster[beside]!];
    if (a === b) return false;
    if (kind < SHIFTS) {
      if (state.size[a] === 1) return false;
      const [cost, excess] = [state.costOfShift(i, b), state.excessOfTransfer(a, b, demand[i]!)];
      if (!accepts(cost + price * excess)) return false;
      state.shift(i, b, cost, excess);
      return true;
    }
    const o = kind < NEIGHBOUR_SWAPS ? beside : state.member(b, next());
    const cost = state.costOfShift(i, b) + state.costOfShift(o, a);
    const excess = state.excessOfTransfer(a, b, demand[i]! - demand[o]!);
    if (!accepts(cost + price * excess)) return false;
    state.swap(i, o, cost, excess);
    return true;
  };

  for (let done = 0; done < moves && stop?.() !== true; done += PERIOD) {
    for (let one = 0; one < PERIOD; one++) {
      if (move() && state.excess === 0 && state.cost < (best?.objective ?? Infinity)) best = state.plan();
    }
    temperature *= cooling;
    price = state.excess > 0 ? Math.min(50 * unit, 1.02 * price) : Math.max(0.1 * unit, price / 1.02);
  }
  return best;
}
