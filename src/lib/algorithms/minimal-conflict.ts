// A smallest set of rules that cannot hold together: none of them could be left out.

/**
 * QuickXplain (U. Junker, QuickXplain: preferred explanations and relaxations for over-constrained problems, AAAI 2004). Rules that come
 * first are preferred to be left out of the conflict last. Needs about k log(n / k) + k trials for k of n rules.
 *
 * @param rules that do not hold together, as the caller knows
 * @param holds whether rules can hold together; true of no rule at all. What is told wrongly to hold makes the conflict larger, never
 *   false.
 * @returns rules of which all together do not hold, and of which any fewer do
 * @example
 * // Whole numbers of which no more than 10 fit.
 * const fits = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) <= 10;
 * explainConflict([1, 7, 2, 6], fits); // [7, 6]
 */
export function explainConflict<Rule>(
  rules: readonly Rule[],
  holds: (rules: readonly Rule[]) => boolean
): Rule[] {
  const explain = (base: readonly Rule[], hasGrown: boolean, open: readonly Rule[]): readonly Rule[] => {
    if (hasGrown && !holds(base)) return [];
    if (open.length <= 1) return open;
    const half = open.length >> 1;
    const [first, second] = [open.slice(0, half), open.slice(half)];
    const ofSecond = explain([...base, ...first], first.length > 0, second);
    const ofFirst = explain([...base, ...ofSecond], ofSecond.length > 0, first);
    return [...ofFirst, ...ofSecond];
  };
  return [...explain([], false, rules)];
}

/**
 * The same of rules that may hold together.
 *
 * @returns empty when they do
 * @example
 * minimalConflict([1, 2], (some) => some.length < 3); // []
 */
export const minimalConflict = <Rule>(
  rules: readonly Rule[],
  holds: (rules: readonly Rule[]) => boolean
): Rule[] => (rules.length === 0 || holds(rules) ? [] : explainConflict(rules, holds));
