// Pupils and meetings that no file gives: never nothing, always a hypothesis that is named.
import { describe, expect, it } from 'vitest';
import {
  demandOf,
  neutralShareIn,
  visitsMadeIn,
  type DemandRows
} from '../../../../src/lib/engines/territory-builder/travel/school-demand.ts';
import { DEFAULT_WORKLOAD, workloadOf } from '../../../../src/lib/model/workload.ts';
import { assumedWords } from '../../../../src/lib/figures/assumed-demand.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

type Schools = DemandRows['schools'];
type Teams = DemandRows['teams'];

const PUBLISHED: Omit<DemandRows, 'schools' | 'teams'> = {
  ...{ release: null, communes: [], years: ['2024-2025', '2025-2026'], asOf: '2025-11' },
  territory: { demonstration: false }
};

/** Without any published count. */
const demandIn = (schools: Schools, teams: Teams) => demandOf({ schools, teams, ...PUBLISHED });

const school = (uai: string, kind: string, pupils: number | null, team: string | null = 'E1') =>
  ({ ...smallDashboard.schools[0]!, uai, kind, pupils, team, status: 'followed' }) as Schools[number];
const team = (id: string, meetings: number | null) => ({ id, meetings }) as Teams[number];
const schools = [
  school('a', 'maternelle', 80),
  school('b', 'maternelle', 100),
  school('c', 'maternelle', 120),
  school('d', 'maternelle', null),
  school('e', 'primaire', null, 'E2'),
  school('f', 'college', 600, null)
];

describe('a school without a number of pupils', () => {
  const demand = demandIn(schools, [team('E1', 8), team('E2', 6)]);
  it('counts for the median of its kind, else of the first degree, and is marked', () => {
    expect(demand('d')).toEqual({ pupils: 100, meetings: 2, homeMetres: 600, assumed: ['pupils'] });
    expect(demand('e')).toEqual({ pupils: 100, meetings: 6, homeMetres: 600, assumed: ['pupils'] });
    expect(demand('a')).toEqual({ pupils: 80, meetings: 2, homeMetres: 600 });
    expect(demand('f')).toEqual({ pupils: 600, meetings: 0, homeMetres: 600 });
  });

  it('never weighs as if it had no pupil, even where no number is known at all', () => {
    const unknown = demandIn([school('x', 'primaire', null, null)], []);
    expect(unknown('x')).toEqual({ pupils: 100, meetings: 0, homeMetres: 600, assumed: ['pupils'] });
    const { parts } = workloadOf({ ...unknown('x'), children: null }, DEFAULT_WORKLOAD);
    expect(parts.visits).toBeGreaterThan(0);
  });
});

describe('a team without a number of meetings', () => {
  it('counts for the median of the others, else for four a year, and its schools are marked', () => {
    const demand = demandIn(schools, [team('E1', 8), team('E2', null)]);
    expect(demand('e')).toMatchObject({ meetings: 8, assumed: ['pupils', 'meetings'] });
    const alone = demandIn(schools, [team('E1', null)]);
    expect(alone('a')).toEqual({ pupils: 80, meetings: 1, homeMetres: 600, assumed: ['meetings'] });
    expect(alone('e').meetings).toBe(0);
  });
});

describe('what is assumed', () => {
  it('is said once, with how many schools and which value', () => {
    const demand = demandIn(schools, [team('E1', 8), team('E2', null)]);
    const words = assumedWords(schools.map(({ uai }) => demand(uai)));
    expect(words).toEqual([
      '2 écoles sans effectif connu\u202f: leur charge est calculée avec 100 élèves chacune (hypothèse).',
      'Une école dont les réunions d’équipe ne sont pas connues\u202f: 8 par an sont supposées.'
    ]);
    expect(assumedWords([{ pupils: 80, meetings: 1, assumed: ['pupils'] }, { pupils: 120, meetings: 1, assumed: ['pupils'] }])[0]).toContain('80 à 120 élèves'); // prettier-ignore
    expect(assumedWords([{ pupils: 80, meetings: 1 }])).toEqual([]);
  });
});

describe('the visits that a service makes', () => {
  const cell = (school_year: string, children: number | null, visits: number | null, zone_kind = 'epci') =>
    ({ ...{ school_year, zone_kind, zone: 'x', level: 'ALL', theme: 'ALL' }, children, visits }) as const;
  const made = (cells: readonly ReturnType<typeof cell>[], changes: Partial<typeof PUBLISHED> = {}) =>
    visitsMadeIn({
      ...PUBLISHED,
      release: { cells } as unknown as DemandRows['release'],
      ...changes
    });

  it('are those published of the last whole year, over its children and ten months; a year under way tells too few', () => {
    const cells = [
      cell('2024-2025', 100, 1450),
      cell('2025-2026', 100, 200),
      cell('2024-2025', 10, 900, 'commune')
    ];
    expect(made(cells)).toBe(1.5);
    expect(made(cells, { asOf: '2026-06' })).toBe(0.2);
  });

  it('are unknown where they are not published, never 0, and in the demonstration', () => {
    expect(made([])).toBeNull();
    expect(made([cell('2024-2025', 100, null)])).toBeNull();
    expect(made([cell('2024-2025', null, null)])).toBeNull();
    expect(made([cell('2024-2025', 100, 0)])).toBeNull();
    expect(made([cell('2024-2025', 100, 1450)], { territory: { demonstration: true } })).toBeNull();
  });

  it('are what the work of each school counts, until a hypothesis takes their place', () => {
    const cells = [cell('2024-2025', 100, 1500)];
    const release = { cells } as unknown as DemandRows['release'];
    const demand = demandOf({ schools: [school('a', 'primaire', 100)], teams: [], ...PUBLISHED, release })(
      'a'
    );
    expect(demand.visitsMade).toBe(1.5);
    const visits = (visitsPerMonth: number | null) =>
      workloadOf({ ...demand, children: 12 }, { ...DEFAULT_WORKLOAD, visitsPerMonth }).visits;
    expect([visits(null), visits(3)]).toEqual([5, 10]);
  });

  it('are at neutral places by the share that is published, as the road of each school counts them', () => {
    const shared = (school_year: string, neutral?: number) => ({
      ...cell(school_year, 100, 1450),
      ...(neutral !== undefined && { neutral })
    });
    const of = (...cells: ReturnType<typeof shared>[]) => ({
      ...PUBLISHED,
      release: { cells } as unknown as DemandRows['release']
    });
    const published = of(shared('2024-2025', 18), shared('2025-2026', 40));
    expect(neutralShareIn(published)).toBe(0.18);
    expect(neutralShareIn(of(shared('2024-2025')))).toBeNull();
    expect(neutralShareIn({ ...published, territory: { demonstration: true } })).toBeNull();
    const demand = demandOf({ schools: [school('a', 'primaire', 100)], teams: [], ...published })('a');
    expect(demand.neutralShare).toBe(0.18);
  });
});
