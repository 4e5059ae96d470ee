// Steps of a subgradient ascent of a concave function: a Lagrangian dual, whose value bounds the cost of every plan.

/** How steps shorten. */
export interface StepRule {
  /** Share of the distance to the goal that the first steps aim at; 1 by default, at most 2. */
  first?: number;
  /** Tries without progress before the steps shorten, and by what factor. */
  patience: number;
  factor: number;
  /** Share at which the ascent ends. */
  shortest: number;
}

/**
 * Step lengths that aim at a goal (B. Polyak, Minimization of unsmooth functionals, 1969), shortened whenever the value makes no progress
 * (M. Held, P. Wolfe and H. Crowder, Validation of subgradient optimization, Mathematical Programming 6, 1974). The caller evaluates the
 * function, keeps its best point and goes back to it when steps shorten.
 *
 * @example
 * // Maximises -|x - 3| from 0, the goal being 0.
 * const steps = new AscentSteps({ patience: 3, factor: 0.5, shortest: 1e-3 });
 * let x = 0;
 * while (!steps.areSpent && x !== 3) {
 *   x += steps.length(Math.abs(x - 3), 1) * Math.sign(3 - x);
 *   steps.stall();
 * }
 * x; // 3
 */
export class AscentSteps {
  #share: number;
  #tries = 0;

  constructor(readonly rule: StepRule) {
    this.#share = rule.first ?? 1;
  }

  /** Steps are too short to be worth their time. */
  get areSpent(): boolean {
    return this.#share <= this.rule.shortest;
  }

  /** The last try made progress. */
  progress(): void {
    this.#tries = 0;
  }

  /** The last try made none. @returns whether steps have just shortened: time to go back to the best point */
  stall(): boolean {
    if (++this.#tries <= this.rule.patience) return false;
    this.#share *= this.rule.factor;
    this.#tries = 0;
    return true;
  }

  /**
   * By what to multiply the direction.
   *
   * @param gap goal less value
   * @param square squared length of the direction
   */
  length(gap: number, square: number): number {
    return (this.#share * gap) / square;
  }
}
