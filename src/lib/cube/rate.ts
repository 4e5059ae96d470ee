// Children followed for 1,000 pupils: both are counted in one population, the levels that the rate names.
import { LEVELS, levelsOf, type Level, type School } from '../model/school.ts';
import type { Count } from './filter.ts';
import { pupilsAt } from './school-counts.ts';

export interface Rate {
  /** Children for 1,000 pupils. */
  value: number;
  children: number;
  pupils: number;
  /** Levels at which children and pupils are counted. */
  levels: readonly Level[];
}

/** Levels of a rate: the one asked for, or every one that the schools of the territory teach. */
export function rateLevels(schools: readonly School[], level: Level | 'ALL'): readonly Level[] {
  if (level !== 'ALL') return [level];
  return LEVELS.filter((one) => schools.some(({ kind }) => levelsOf(kind).includes(one)));
}

function childrenOf(levels: readonly Level[], childrenAt: (level: Level | 'ALL') => Count): number | null {
  if (levels.length === LEVELS.length) return childrenAt('ALL').value;
  return levels.reduce<number | null>((sum, level) => {
    const { value } = childrenAt(level);
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/**
 * @param levels `rateLevels`
 * @param childrenAt published count of the children of a place, at a level
 * @param schools all those of the place
 * @returns null where a count is unknown, and where no school of the place teaches one of the levels: its children are pupils elsewhere
 */
export function rateOf(
  levels: readonly Level[],
  childrenAt: (level: Level | 'ALL') => Count,
  schools: readonly School[]
): Rate | null {
  const counted = schools.filter(({ kind }) => levelsOf(kind).some((level) => levels.includes(level)));
  if (counted.some(({ pupils }) => pupils === null)) return null;
  const byLevel = levels.map((level) => counted.reduce((sum, school) => sum + pupilsAt(school, level), 0));
  if (byLevel.length === 0 || byLevel.includes(0)) return null;
  const children = childrenOf(levels, childrenAt);
  if (children === null) return null;
  const pupils = Math.round(byLevel.reduce((sum, count) => sum + count, 0));
  return { value: (children / pupils) * 1000, children, pupils, levels };
}
