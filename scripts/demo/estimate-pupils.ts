// Pupils of schools that no open list counts (maternelles): our estimate, marked as such in every row.
import { upperMedian } from '../../src/lib/algorithms/statistics.ts';
import type { SchoolFact } from './facts.ts';

/** A maternelle has three year groups where an élémentaire has five. */
const MATERNELLE_SHARE = 3 / 5;
const LEAST = 45;
const MOST = 110;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const clamp = (value: number) => Math.min(MOST, Math.max(LEAST, Math.round(value)));

/**
 * Estimates by UAI. The maternelles of a commune share three fifths of the pupils of its public élémentaires; any other school
 * gets the median of its kind in the territory.
 */
export function estimatePupils(schools: readonly SchoolFact[]): Map<string, number> {
  const estimates = new Map<string, number>();
  const known = (kind: string, commune?: string) =>
    schools.flatMap((school) => {
      const fits = school.kind === kind && school.sector === 'public';
      return fits && school.pupils !== null && (!commune || school.commune === commune)
        ? [school.pupils]
        : [];
    });
  for (const school of schools) {
    if (school.pupils !== null) continue;
    const sisters = schools.filter(({ kind, commune }) => kind === school.kind && commune === school.commune);
    const estimate =
      school.kind === 'maternelle'
        ? (sum(known('elementaire', school.commune)) * MATERNELLE_SHARE) / sisters.length
        : (upperMedian(known(school.kind)) ?? 0);
    estimates.set(school.uai, clamp(estimate));
  }
  return estimates;
}
