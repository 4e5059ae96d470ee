// Inspectors' districts: a level of portraits where the official directory names them, and of nothing that counts children.
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { NO_FACTS } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { countSchools } from '../../../src/lib/cube/school-counts.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const NORTH = "Circonscription d'inspection du 1er degré de Fougères";
const SOUTH = 'Pays Malouin';
/** The schools of the first degree, in turn in one district and the other. */
const withDistricts: Dashboard = {
  ...smallDashboard,
  schools: smallDashboard.schools.map((school, at) =>
    school.kind === 'college' ? school : { ...school, district: at % 2 ? NORTH : SOUTH }
  )
};
const districtsOf = (dashboard: Dashboard) =>
  portraitPlaces(dashboard).filter(({ kind }) => kind === 'district');
const portraits = (dashboard: Dashboard) => {
  const cube = new CoverageCube(dashboard);
  return districtsOf(dashboard).map((place) => portraitOf(cube, NO_FACTS, place));
};

describe('the portrait of a district', () => {
  it('has its schools followed and waiting, every school of the directory in one district', () => {
    const found = portraits(withDistricts);
    expect(found.map(({ place: { name, code } }) => [name, code])).toEqual([
      ['Circonscription de Fougères', 'circonscription-de-fougeres'],
      ['Pays Malouin', 'circonscription-pays-malouin']
    ]);
    const first = smallDashboard.schools.filter(({ kind }) => kind !== 'college');
    const all = countSchools(first, found[0]!.year, 'ALL');
    const sum = (of: 'schools' | 'followed' | 'waiting') =>
      found.reduce((total, { counts }) => total + (counts[of] ?? NaN), 0);
    expect([sum('schools'), sum('followed'), sum('waiting')]).toEqual([
      all.schools,
      all.followed,
      all.waiting
    ]);
  });

  it('is none where no directory was given: no level, no place', () => {
    expect(districtsOf(smallDashboard)).toEqual([]);
    expect(new CoverageCube(smallDashboard).districts).toEqual([]);
  });
});

describe('an attack by districts', () => {
  it('finds no count of children: neither total, level, year nor indicator, shown or protected', () => {
    for (const portrait of portraits(withDistricts)) {
      const counts = [
        portrait.children,
        ...portrait.levels.map(({ count }) => count),
        ...portrait.evolution.map(({ children }) => children)
      ];
      expect(new Set(counts.map(({ value }) => value))).toEqual(new Set([null]));
      expect(counts.some(({ status }) => status === 'suppressed')).toBe(false);
      const names = portrait.indicators.map(({ name }) => name);
      expect(names).not.toContain('children');
      expect(names).not.toContain('rate');
    }
  });

  it('has nothing more to add up than without them: no place, total or cell of the release changes', () => {
    const others = (dashboard: Dashboard) =>
      portraitPlaces(dashboard).filter(({ kind }) => kind !== 'district');
    expect(others(withDistricts)).toEqual(others(smallDashboard));
    expect(withDistricts.pathways).toEqual(smallDashboard.pathways);
    const [cube, plain] = [new CoverageCube(withDistricts), new CoverageCube(smallDashboard)];
    for (const place of others(smallDashboard)) {
      const of = (one: CoverageCube) => {
        const { children, levels, evolution, indicators } = portraitOf(one, NO_FACTS, place);
        return { children, levels, evolution, indicators };
      };
      expect(of(cube)).toEqual(of(plain));
    }
  });
});
