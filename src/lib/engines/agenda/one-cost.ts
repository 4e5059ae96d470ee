// The four figures of an agenda as one whole number, the first counting before all that follow it.
import type { Option } from './team-options.ts';

/** What a situation may choose: sets of meetings and their costs, less the least of the situation. */
export interface Choices {
  masks: Int32Array;
  costs: Float64Array;
}

export interface TeamCosts {
  situations: Choices[];
  /** Situations that each meeting can see. */
  most: number[];
  /** 1 where a meeting's square is in the cost; 0 where it would not be exact. */
  square: 0 | 1;
  /** Of the four figures as one number. */
  weights: { over: number; longest: number; reviews: number };
  /** Sums of the least of each situation. */
  least: { over: number; longest: number; reviews: number };
}

/** Whole numbers stay exact far above, with the prices of meetings added. */
const MOST_COST = 2 ** 51;

const FIGURES = ['over', 'longest', 'reviews'] as const;

/** What each set of meetings costs, as one whole number. @param most situations that each meeting can see */
export function teamCosts(options: readonly Option[][], most: readonly number[]): TeamCosts {
  const room = most.map((count) => Math.min(count, options.length));
  const leasts = options.map((of) => ({
    over: Math.min(...of.map(({ over }) => over)),
    longest: Math.min(...of.map(({ longest }) => longest)),
    reviews: Math.min(...of.map(({ reviews }) => reviews))
  }));
  const sum = (figure: (typeof FIGURES)[number]) => leasts.reduce((total, least) => total + least[figure], 0);
  const range = (figure: (typeof FIGURES)[number]) =>
    options.reduce((total, of) => total + Math.max(...of.map((option) => option[figure])), 0) - sum(figure);
  const squares = room.reduce((total, count) => total + count * count, 0);
  const weightsWith = (square: 0 | 1) => {
    const reviews = square * squares + 1;
    const longest = reviews * (range('reviews') + 1);
    return { over: longest * (range('longest') + 1), longest, reviews };
  };
  const isExact = weightsWith(1).over * (range('over') + 1) < MOST_COST;
  const square = isExact ? 1 : 0;
  const weights = weightsWith(square);
  return {
    situations: options.map((of, at) => ({
      masks: Int32Array.from(of, ({ meetings }) => meetings),
      costs: Float64Array.from(of, (option) =>
        FIGURES.reduce((cost, key) => cost + weights[key] * (option[key] - leasts[at]![key]), 0)
      )
    })),
    most: room,
    square,
    weights,
    least: { over: sum('over'), longest: sum('longest'), reviews: sum('reviews') }
  };
}
