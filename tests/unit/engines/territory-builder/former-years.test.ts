// The lists of one more year dropped in a folder: the former years keep their costs, teams, posts and schools.
import { beforeAll, describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../src/lib/cube/changes.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import type { BuildInput } from '../../../../src/lib/engines/territory-builder/build-territory.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { statusIn } from '../../../../src/lib/model/school.ts';
import { type TerritoryFiles, YEAR_FACTS_PATH } from '../../../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { IPS_HEADER, UAIS } from '../../../fixtures/import/files.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';

const [A, B, C] = UAIS;
let solver: LinearSolver;
let sources: Map<string, Uint8Array>;
let reference: BuildInput['reference'];
beforeAll(async () => {
  solver = await bootHighs();
  sources = smallSources(solver);
  reference = await keptReference();
});

const bytes = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
async function build(given: Record<string, Uint8Array>, former?: TerritoryFiles, config: object = {}) {
  const files = new Map([...sources, ...Object.entries(given)]);
  const read = readConfig({
    ...SMALL_CONFIG,
    pathways: [],
    travel: undefined,
    basemap: undefined,
    logo: undefined,
    ...config
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return buildTerritory({
    config: read.config,
    open: async (name) => {
      const content = files.get(name);
      if (!content) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes: content };
    },
    reference,
    today: '2023-11',
    solver: async () => solver,
    ...(former && { former })
  });
}
const dashboardOf = ({ files }: { files: TerritoryFiles }) =>
  parseDashboard(new TextDecoder().decode(files.get('tables/dashboard.json')));
const cubeOf = (built: { files: TerritoryFiles }) => new CoverageCube(dashboardOf(built));
const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);

/** Lists of 2023-2024: B is followed no more, C is; another cost, two teams, one referent more. */
const NEXT = {
  'suivies.csv': bytes(
    'uai;statut;suivie_depuis;demandee_depuis;equipe;referent',
    `${A};suivie;2021-2022;;EPS-01;R1`,
    `${C};suivie;2023-2024;2022-09;;R1`
  ),
  'actions.csv': bytes('fiche;titre;niveau;theme;communes;cout', 'FA-1;Lire;communal;parentalité;59350;5000'),
  'equipes.csv': bytes(
    'equipe;nom;qpv;commune;coordination;reunions;professionnels',
    'EPS-01;Lille;QN05930M;59350;C1;4;8',
    'EPS-02;Roubaix;;59512;C1;6;8'
  ),
  'postes.csv': bytes(
    'poste;role;etp;base;commune_base',
    ...['R1', 'R2', 'R3'].map((id) => `${id};référent;1;Mairie;59350`)
  )
};

describe('lists of a new year dropped in a folder that has those of the year before', () => {
  it('leave to the former year its costs, its teams, its posts and its followed schools', async () => {
    const former = await build({});
    expect(dashboardOf(former).years).toEqual(['2022-2023']);
    const next = await build(NEXT, former.files);
    const cube = cubeOf(next);
    expect(cube.dashboard.years).toEqual(['2022-2023', '2023-2024']);
    const { budget, teams, meetings, referents, followed, lost, gained } = changesBetween(
      cube,
      '2022-2023',
      '2023-2024'
    );
    expect([budget.before.value, budget.after.value]).toEqual([1200.5, 5000]);
    expect([teams.before.value, teams.after.value]).toEqual([1, 2]);
    expect([meetings.before.value, meetings.after.value]).toEqual([4, 10]);
    expect([referents.before.value, referents.after.value]).toEqual([2, 3]);
    expect([followed.before.value, followed.after.value]).toEqual([2, 2]);
    expect([lost.map(({ uai }) => uai), gained.map(({ uai }) => uai)]).toEqual([[B], [C]]);
    expect(lost[0]).toMatchObject({ followed_since: '2022-2023', followed_until: '2022-2023' });
    expect(codes(next)).toContain('schools-left');
    for (const code of ['schools-left', 'list-of-year-replaced']) expect(findingCodes()).toContain(code);
    // The year after, both are still there.
    const later = await build({}, next.files, { followed: [], teams: [], actions: [], staff: [] });
    expect(dashboardOf(later).serviceYears.map(({ school_year }) => school_year)).toEqual(
      cube.dashboard.years
    );
  });

  it('keep a school that no list of schools has any more in the years in which it was followed', async () => {
    const former = await build({});
    const ips = (uai: string, name: string, commune: string) =>
      `2022-2023;LILLE;059;NORD;${uai};${name};${commune};X;public;120.0;90`;
    const closed = bytes(
      IPS_HEADER,
      ips(A, 'ECOLE PRIMAIRE A', '59350'),
      ips(C, 'ECOLE MATERNELLE C', '59009')
    );
    const cube = cubeOf(await build({ ...NEXT, 'ips.csv': closed }, former.files));
    expect(cube.has(B)).toBe(false);
    const { followed, lost } = changesBetween(cube, '2022-2023', '2023-2024');
    expect([followed.before.value, followed.after.value]).toEqual([2, 2]);
    expect(lost.map(({ uai }) => uai)).toEqual([B]);
    const roubaix = { kind: 'commune' as const, code: '59512' };
    expect(changesBetween(cube, '2022-2023', '2023-2024', roubaix).followed.before.value).toBe(1);
  });

  it('are of the year that their name says, and of the former one as long as they repeat it', async () => {
    const former = await build({});
    const same = await build({ 'suivies.csv': NEXT['suivies.csv'] }, former.files);
    expect(dashboardOf(same).serviceYears.map(({ school_year }) => school_year)).toEqual(['2022-2023']);
    const named = await build({ 'actions 2021-2022.csv': NEXT['actions.csv'] }, former.files, {
      actions: 'actions 2021-2022.csv'
    });
    expect(dashboardOf(named).years).toEqual(['2021-2022', '2022-2023']);
    const corrected = await build({ 'actions.csv': NEXT['actions.csv'] }, former.files);
    expect(dashboardOf(corrected).serviceYears).toMatchObject([
      { school_year: '2022-2023', budget_euros: 5000 }
    ]);
    expect(codes(corrected)).toContain('list-of-year-replaced');
  });
});

it('a school whose list tells when it left is followed until then', async () => {
  const list = bytes(
    'uai;statut;suivie_depuis;suivie_jusqu_en',
    `${A};suivie;2020-2021;`,
    `${B};hors;2019-2020;2021-2022`,
    `${C};suivie;2023-2024;`
  );
  const { schools, years } = dashboardOf(await build({ 'suivies.csv': list }));
  expect(years).toEqual(['2023-2024']);
  const left = schools.find(({ uai }) => uai === B)!;
  const statuses = (['2018-2019', '2019-2020', '2021-2022', '2022-2023'] as const).map((year) =>
    statusIn(left, year)
  );
  expect(statuses).toEqual(['outside', 'followed', 'followed', 'outside']);
});

describe('a folder saved before years were kept', () => {
  it('gives the year that its pages show, and another territory gives nothing', async () => {
    const former = new Map((await build({})).files);
    former.delete(YEAR_FACTS_PATH);
    const next = await build(NEXT, former);
    expect(dashboardOf(next).serviceYears).toMatchObject([
      { school_year: '2022-2023', teams: 1, meetings: 4, budget_euros: 1200.5 },
      { school_year: '2023-2024', teams: 2, meetings: 10, budget_euros: 5000 }
    ]);
    const dashboard = dashboardOf({ files: former });
    const other = { ...dashboard, territory: { ...dashboard.territory, siren: '200000001' } };
    former.set('tables/dashboard.json', new TextEncoder().encode(JSON.stringify(other)));
    expect(dashboardOf(await build(NEXT, former)).years).toEqual(['2023-2024']);
    for (const damaged of [
      '{',
      '{"version":1,"siren":"200093201","years":[{"year":"jadis","followed":{"schools":[{}]}}]}'
    ]) {
      former.set(YEAR_FACTS_PATH, new TextEncoder().encode(damaged));
      expect(dashboardOf(await build(NEXT, former)).years).toEqual(['2023-2024']);
    }
  });
});
