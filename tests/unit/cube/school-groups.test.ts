// Places below one commune: the groups of schools that the service names; their figures are those of their schools.
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { unfiltered } from '../../../src/lib/cube/filter.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { schoolGroups, zonePlaceKind } from '../../../src/lib/cube/school-groups.ts';
import type { School } from '../../../src/lib/model/school.ts';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const YEAR = smallDashboard.years.at(-1)!;

/** The small territory as one commune, its schools with the groups given. */
function oneCommune(
  given: (uai: string, at: number) => Partial<Pick<School, 'group' | 'network' | 'rep' | 'name'>>
): Dashboard {
  return {
    ...smallDashboard,
    communes: smallDashboard.communes.slice(0, 1),
    schools: smallDashboard.schools.map((school, at) => ({
      ...school,
      commune: smallDashboard.communes[0]!.code,
      group: null,
      network: null,
      rep: null,
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

const uais = smallDashboard.schools.map(({ uai }) => uai);
/** Every second school is in one network, whose head is the first. */
const inNetwork = (at: number): Partial<School> =>
  at % 2 === 0 ? { network: uais[0]!, rep: 'REP+', ...(at === 0 && { name: 'Collège Colbert' }) } : {};
const networked = oneCommune((_, at) => inNetwork(at));
const undrawn = (dashboard: Dashboard): Dashboard => ({
  ...dashboard,
  qpvs: dashboard.qpvs.map((qpv) => ({ ...qpv, geometry_quality: 'none' as const }))
});

it('without a list of the service the groups are its REP networks, after the collège at their head', () => {
  const [only, ...others] = schoolGroups(networked);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ code: 'reseau-rep-colbert', name: 'REP+ Colbert', network: true });
  expect(only!.schools.size).toBe(Math.ceil(uais.length / 2));
  expect(portraitPlaces(networked).filter(({ kind }) => kind === 'network')).toHaveLength(1);
});

it('a head that stands in another commune leaves its number, and an école isolée makes no group', () => {
  const elsewhere = oneCommune((uai, at) =>
    at < 2 ? { network: '9710661S', rep: 'REP' } : at === 2 ? { network: uai, rep: 'REP' } : {}
  );
  expect(schoolGroups(elsewhere).map(({ name }) => name)).toEqual(['REP 9710661S']);
});

it('the list of the service wins over the networks', () => {
  const both = oneCommune((_, at) => ({ ...inNetwork(at), group: 'Pont de Pierre' }));
  expect(schoolGroups(both)).toMatchObject([{ name: 'Pont de Pierre', network: false }]);
});

it('tables compare neighbourhoods where a perimeter says which schools are in, networks where none does', () => {
  expect(zonePlaceKind(networked)).toBe('qpv');
  expect(zonePlaceKind(undrawn(networked))).toBe('group');
  expect(zonePlaceKind({ ...networked, qpvs: [] })).toBe('group');
});

it('schools of no group, and those that left the lists, close the sum', () => {
  const [left] = networked.schools.filter(({ kind }) => kind !== 'college');
  const former: School = { ...left!, uai: '0590000Z', network: null, status: 'outside', followed_since: null, followed_until: YEAR }; // prettier-ignore
  const cube = new CoverageCube({ ...networked, formerSchools: [former] });
  const filter = unfiltered(YEAR);
  const outside = cube.outside(filter, 'group')!;
  const whole = cube.zone(filter);
  for (const figure of ['schools', 'followed', 'waiting'] as const)
    expect(cube.zones(filter, 'group').reduce((sum, zone) => sum + zone[figure], outside[figure])).toBe(
      whole[figure]
    );
  expect(outside.followed).toBeGreaterThan(0);
});
