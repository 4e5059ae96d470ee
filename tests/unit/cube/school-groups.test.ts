// Places below one commune: the groups of schools that the service names; their figures are those of their schools.
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { unfiltered } from '../../../src/lib/cube/filter.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { schoolGroups, zonePlaceKind } from '../../../src/lib/cube/school-groups.ts';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const YEAR = smallDashboard.years.at(-1)!;

/** The small territory as one commune, its schools with the groups given. */
function oneCommune(given: (uai: string, at: number) => { group?: string }): Dashboard {
  return {
    ...smallDashboard,
    communes: smallDashboard.communes.slice(0, 1),
    schools: smallDashboard.schools.map((school, at) => ({
      ...school,
      commune: smallDashboard.communes[0]!.code,
      group: null,
      ...given(school.uai, at)
    }))
  };
}

const named = oneCommune((_, at) => (at === 0 ? {} : { group: at % 2 ? 'Pont de Pierre' : 'Épinette' }));

it('a territory of several communes has none: its places are its communes', () => {
  expect(schoolGroups(smallDashboard)).toEqual([]);
  expect(zonePlaceKind(smallDashboard)).toBe('commune');
});

it('the groups that the service names come first, each with an address', () => {
  expect(schoolGroups(named).map(({ code, name }) => [code, name])).toEqual([
    ['groupe-epinette', 'Épinette'],
    ['groupe-pont-de-pierre', 'Pont de Pierre']
  ]);
  expect(zonePlaceKind(named)).toBe('group');
  expect(portraitPlaces(named).filter(({ kind }) => kind === 'group')).toHaveLength(2);
});

it('paired schools that are known by a UAI are no place', () => {
  const paired = oneCommune((uai) => ({ group: uai }));
  expect(schoolGroups(paired)).toEqual([]);
});

it('two names that make one address have two', () => {
  const alike = oneCommune((_, at) => ({ group: at % 2 ? 'A-B' : 'A B' }));
  expect(new Set(schoolGroups(alike).map(({ code }) => code)).size).toBe(2);
});

it('the figures of groups and of the schools outside them add up to the whole, and no child is counted in one', () => {
  const cube = new CoverageCube(named);
  const zones = cube.zones(unfiltered(YEAR), 'group');
  const whole = cube.zone(unfiltered(YEAR));
  const grouped = named.schools.filter(({ group, kind }) => group !== null && kind !== 'college').length;
  expect(zones.reduce((sum, zone) => sum + zone.schools, 0)).toBe(grouped);
  expect(zones.reduce((sum, zone) => sum + zone.waiting, 0)).toBeLessThanOrEqual(whole.waiting);
  for (const zone of zones) {
    expect(zone.children).toEqual({ value: null, status: 'absent' });
    expect(zone.rate).toBeNull();
  }
});
