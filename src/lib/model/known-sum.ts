// Sums over figures some of which are unknown: what is known, and how many are not.

export interface KnownSum {
  /** Sum of the known figures. */
  value: number;
  /** Figures that are unknown: above 0, the sum is a least value. */
  unknown: number;
}

/** A count of persons: a number, protected by disclosure control, or never published at this grain. */
export interface Count {
  value: number | null;
  status: 'published' | 'suppressed' | 'absent';
  /** Some of what it adds up is unknown: the true figure is this one or more. */
  atLeast?: true;
}

/** Adds up what is known; null is unknown, never 0. */
export function knownSum(figures: Iterable<number | null>): KnownSum {
  const sum: KnownSum = { value: 0, unknown: 0 };
  for (const figure of figures) {
    if (figure === null) sum.unknown += 1;
    else sum.value += figure;
  }
  return sum;
}

/** Nothing of the sum is known. */
export const isUnknown = ({ value, unknown }: KnownSum): boolean => unknown > 0 && value === 0;
