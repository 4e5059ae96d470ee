// What is driven among homes that nobody knows, around one school, in radii of the disc that holds them.

/** Least squares over simulated outings (docs/deplacements.md); sqrt(k): J. Beardwood, J. Halton and J. Hammersley (1959). */
const FIRST = 0.06;
const NEXT = 1.36;

/** Trials beyond which a binomial law is taken at its mean: the error is under a thousandth. */
const MANY = 500;

/** Radii driven among `homes` homes beside one school in one outing, over the tour through schools; 0 without a home. */
export const localLeg = (homes: number): number => (homes === 0 ? 0 : FIRST + NEXT * (Math.sqrt(homes) - 1));

/** Mean of `figure` over a binomial law of `trials` (whole) of probability `chance`. */
function binomialMean(trials: number, chance: number, figure: (count: number) => number): number {
  if (chance >= 1) return figure(trials);
  let weight = 1;
  for (let k = 0; k < trials; k++) weight *= 1 - chance;
  let sum = weight * figure(0);
  for (let k = 1; k <= trials; k++) {
    weight *= ((trials - k + 1) * chance) / (k * (1 - chance));
    sum += weight * figure(k);
  }
  return sum;
}

/**
 * Mean of {@link localLeg} where each of some visits is met with a probability.
 *
 * @param visits not always whole: the fraction of one occurs with that probability
 * @example
 * expectedLocalLeg(2, 1); // what two homes in one outing ask for: 0.06 + 1.36 (sqrt(2) - 1)
 */
export function expectedLocalLeg(visits: number, chance: number): number {
  if (visits > MANY) return localLeg(visits * chance);
  const whole = Math.floor(visits);
  const part = visits - whole;
  const least = binomialMean(whole, chance, localLeg);
  return part === 0 ? least : least + part * (binomialMean(whole + 1, chance, localLeg) - least);
}

/** What `k` visits to one school in one outing ask for on average, by `k`. */
export interface LocalTables {
  /** Stops to park at. */
  parkings: Float64Array;
  /** Radii driven. */
  legs: Float64Array;
}

/**
 * Tables up to `most` visits. A share of the visits is at a neutral place beside the school, one stop for all of an outing; the others are each
 * at a home.
 */
export function localTables(neutralShare: number, most: number): LocalTables {
  const tables = { parkings: new Float64Array(most + 1), legs: new Float64Array(most + 1) };
  let noneNeutral = 1;
  for (let k = 1; k <= most; k++) {
    noneNeutral *= 1 - neutralShare;
    tables.parkings[k] = k * (1 - neutralShare) + (1 - noneNeutral);
    tables.legs[k] = neutralShare === 0 ? localLeg(k) : expectedLocalLeg(k, 1 - neutralShare);
  }
  return tables;
}
