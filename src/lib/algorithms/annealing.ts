// Simulated annealing (S. Kirkpatrick, C. Gelatt and M. Vecchi, Optimization by simulated annealing, Science 220, 1983).

/**
 * The largest rise of cost that a move may bring (the Metropolis rule: a rise d is accepted with probability exp(-d / temperature)).
 *
 * @param temperature in the unit of cost
 * @param draw uniform, 0 excluded where an unlimited rise is not wanted
 * @example
 * acceptedRise(10, 0.5); // 6.931: half of the moves that cost less than that are accepted
 */
export const acceptedRise = (temperature: number, draw: number): number => -temperature * Math.log(draw);

/**
 * By what the temperature is multiplied after each period to fall geometrically.
 *
 * @param hot, cold first and last temperature
 * @param period moves between two changes of it
 * @param moves in all
 * @example
 * coolingFactor(8, 1, 100, 300); // 0.5
 */
export const coolingFactor = (hot: number, cold: number, period: number, moves: number): number =>
  (cold / hot) ** (period / moves);
