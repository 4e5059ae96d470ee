// The counts of one more year dropped alone in a folder that was saved: no published year is lost, and nothing can be found again.
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import type { BuildInput } from '../../../../src/lib/engines/territory-builder/build-territory.ts';
import {
  audit,
  besideFormer,
  protect,
  raiseThreshold,
  readCube
} from '../../../../src/lib/engines/disclosure/index.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { UnsafeTerritory, UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { cleanCopy, droppedBlob, kindOfFile, openFile } from '../../../../src/lib/engines/import/index.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import type { SchoolYear } from '../../../../src/lib/model/school-year.ts';
import { folderContent } from '../../../../src/lib/session/territory/folder-file.ts';
import { thresholdsIn } from '../../../../src/lib/session/territory/project-config.ts';
import { TerritoryProject } from '../../../../src/lib/session/territory/project.svelte.ts';
import type { ProjectTools } from '../../../../src/lib/session/territory/project-types.ts';
import { yearsWords } from '../../../../src/lib/features/territory/words.ts';
import { hideMore, sameCases, takeLater } from '../../../../src/lib/session/territory/releases.ts';
import { reopened } from '../../../../src/lib/session/territory/reopened.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';
import { startAt } from '../../../fixtures/territory/start.ts';

const SIREN = SMALL_CONFIG.siren;
const COMMUNES = ['59350', '59512', '59009'];
const SIZES = [30, 20, 12];
let solver: LinearSolver;
let reference: BuildInput['reference'];
let lists: Map<string, Uint8Array>;
beforeAll(async () => {
  solver = await bootHighs();
  reference = await keptReference();
  lists = smallSources(solver);
});

/** Children of some years, one school a commune; a file of them is their JSON. */
const casesOf = (years: readonly SchoolYear[], less = 0) =>
  years.flatMap((school_year) =>
    COMMUNES.flatMap((commune, at) =>
      Array.from({ length: SIZES[at]! - (at === 0 ? less : 0) }, (_, i): Case => ({
        ...{
          case_id: `${school_year}-${commune}-${i}`,
          family_id: `${commune}-${i}`,
          school_year,
          qpv: null
        },
        ...{ uai: `059000${at + 1}${'FGH'[at]}`, commune, level: 'elementaire', visits: 2 },
        theme: i % 3 ? 'sante' : 'parentalite'
      }))
    )
  );
const caseFile = (name: string, years: readonly SchoolYear[], less = 0) =>
  new File([JSON.stringify(casesOf(years, less))], name);

const kindOf = async (file: File) => {
  if (file.name.startsWith('cas')) return 'cases';
  if (file.name.endsWith('.json'))
    return file.name.includes('cube') ? 'protected-counts' : 'protection-report';
  const seen = await kindOfFile(droppedBlob(file, file.name));
  return seen.kind === 'table' ? seen.format : seen.kind === 'basemap' ? 'basemap' : null;
};
const sourceOf = async (file: Blob, name: string) => ({
  name,
  bytes: new Uint8Array(await file.arrayBuffer())
});

/** The tools of the page, without its workers. */
const tools: ProjectTools = {
  inspect: async (file) => ({
    ...{ kind: (await kindOf(file)) as never, format: null, proposals: null, needsMatch: false },
    ...{ corrections: null, config: null, date: null, finding: null },
    personal: /\.csv$/.test(file.name) && !file.name.startsWith('cas') ? ((await openFile(await sourceOf(file, file.name))).personal ?? []) : [] // prettier-ignore
  }),
  async copy(file, { format, ...asked }) {
    const bytes = await cleanCopy(await sourceOf(file, file.name), format, asked);
    return bytes && new Blob([bytes as BlobPart]);
  },
  split: async (files) => [...files],
  doubtful: async () => [],
  carried: async () => [],
  async build({ config: json, sources, former }) {
    const read = readConfig(json);
    if ('faults' in read) throw new Error(read.faults.join());
    const built = await buildTerritory({
      config: read.config,
      reference,
      today: '2026-06',
      ...(former && { former }),
      solver: async () => solver,
      open: async (name) => {
        const content = sources.get(name);
        if (!content) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
        return sourceOf(content, name);
      }
    });
    return { ...reopened(built.files), balances: built.balances, findings: built.findings };
  },
  async protect(file, { settings, former, replace }) {
    const cubes = former.map(({ cube, years }) => ({ ...readCube(JSON.parse(cube), ''), years: [...years] }));
    const { cases, ...beside } = besideFormer(cubes, JSON.parse(await file.text()) as Case[], replace);
    const made = cases.length === 0 ? null : protect(solver, cases, { communes: COMMUNES, qpvs: [], schools: ['0590001F', '0590002G', '0590003H'].map((uai) => ({ uai, kind: 'primaire' as const })) }, {
      ...thresholdsIn(settings), method: 'gauss', epci: SIREN }); // prettier-ignore
    return {
      cube: made && JSON.stringify(made.cube),
      report: made && JSON.stringify(made.report),
      counts: { read: cases.length, used: cases.length, aside: 0, dropped: 0, doubtful: 0 },
      years: { ...beside, made: made?.report.years.map(({ year }) => year) ?? [] }
    };
  },
  visits: async () => ({ counts: { read: 0, used: 0, aside: 0, dropped: 0, doubtful: 0 }, findings: [] }),
  streets: async () => {
    throw new Error('not asked');
  },
  stop: () => undefined,
  readConfig: (json) => {
    const read = readConfig(json);
    if ('faults' in read) throw new Error(read.faults.join());
    return read.config;
  },
  reopened,
  unsafeReasons: (error) => (error instanceof UnsafeTerritory ? error.reasons : null),
  open: async () => undefined
};

const listFile = (name: string) => new File([lists.get(name)! as BlobPart], name);
async function opened(profile: 'public' | 'internal' = 'public'): Promise<TerritoryProject> {
  const project = new TerritoryProject(tools);
  await project.add(['communes.geojson', 'ips.csv', 'suivies.csv'].map(listFile));
  await project.choose(startAt(SIREN, [], 'Ville'));
  await project.configure({ ...project.settings!, profile }, 'Réglages');
  return project;
}
const cipher = { encrypt: async (bytes: Uint8Array) => bytes, decrypt: async (bytes: Uint8Array) => bytes };
const savedAs = async (project: TerritoryProject, sources: 'kept' | false) =>
  writeMaillage(await folderContent(project, { sources }));
/** The folder as another visit finds it: written to one file, and read again. */
async function again(project: TerritoryProject, sources: 'kept' | false = 'kept'): Promise<TerritoryProject> {
  return openedFrom(await savedAs(project, sources));
}
async function openedFrom(bytes: Uint8Array): Promise<TerritoryProject> {
  const { config, files, sources: carried, created } = await readMaillage(bytes, { cipher });
  const visit = new TerritoryProject(tools);
  await visit.restore({
    config,
    files,
    created,
    sources: carried.map(({ name, bytes: size, sha256, content }) => ({
      ...{ name, size, sha256, content: content ? new Blob([content as BlobPart]) : null }
    }))
  });
  return visit;
}
const textIn = ({ built }: TerritoryProject, path: string) =>
  new TextDecoder().decode(built!.files.get(path));
const childrenOf = (project: TerritoryProject) => {
  const cube = new CoverageCube(parseDashboard(textIn(project, 'tables/dashboard.json')));
  const filter = { level: 'ALL' as const, theme: 'ALL' as const, place: null, year: '2025-2026' as const };
  return Object.fromEntries(cube.evolution(filter).map(({ year, children }) => [year, children.value]));
};
const FORMER: SchoolYear[] = ['2023-2024', '2024-2025'];

describe('a folder saved with two years of counts, opened again without their case file', () => {
  let saved: TerritoryProject;
  beforeAll(async () => {
    const first = await opened();
    await first.add([caseFile('cas.csv', FORMER)]);
    saved = await again(first);
  });

  it('has three years once the cases of the third are dropped alone, and no count of the three can be found again', async () => {
    const project = await again(saved);
    expect(project.files.some(({ kind }) => kind === 'cases')).toBe(false);
    await project.add([caseFile('cas-2025.csv', ['2025-2026'])]);
    expect(childrenOf(project)).toMatchObject({ '2023-2024': 62, '2024-2025': 62, '2025-2026': 62 });
    const cube = readCube(JSON.parse(textIn(project, 'downloads/cube.json')), 'cube.json');
    expect(cube.years).toEqual([...FORMER, '2025-2026']);
    expect(audit(solver, [cube]).open).toEqual([]);
    expect(project.config).toMatchObject({ pathways: ['parcours', 'parcours-2025-2026'] });
    // Saved and opened once more, it is the same.
    const later = await again(project);
    expect(childrenOf(later)).toEqual(childrenOf(project));
    await later.configure({ ...later.settings!, name: 'Autre nom' }, 'Réglages');
    expect(childrenOf(later)).toEqual(childrenOf(project));
    // The step is taken back whole.
    await project.undo();
    expect(Object.keys(childrenOf(project))).not.toContain('2025-2026');
  });

  it('keeps what was published when a new file says otherwise, asks, and replaces it only when told', async () => {
    const project = await again(saved);
    await project.add([caseFile('cas.csv', ['2024-2025', '2025-2026'], 3)]);
    expect(childrenOf(project)).toMatchObject({ '2024-2025': 62, '2025-2026': 59 });
    const line = project.files.find(({ name }) => name === 'cas.csv')!;
    expect(line.years).toMatchObject({ made: ['2025-2026'], kept: ['2024-2025'], replaced: [] });
    expect(line.years!.changed[0]).toMatchObject({ year: '2024-2025', published: 62, found: 59 });
    const files = project.files.map((file) =>
      file === line ? { ...file, replaces: true, state: 'waiting' as const } : file
    );
    await project.step('Remplacer', { files }, false);
    expect(childrenOf(project)).toMatchObject({ '2023-2024': 62, '2024-2025': 59, '2025-2026': 59 });
    expect(project.built!.findings).toContainEqual(
      expect.objectContaining({ code: 'year-replaced', found: '2024-2025' })
    );
  });

  it('adds a cube of the shell to the years that it holds', async () => {
    const project = await again(saved);
    const { cube, report } = protect(solver, casesOf(['2025-2026']), { communes: COMMUNES, qpvs: [], schools: ['0590001F', '0590002G', '0590003H'].map((uai) => ({ uai, kind: 'primaire' as const })) }, { method: 'gauss' }); // prettier-ignore
    await project.add([
      new File([JSON.stringify(cube)], 'cube.json'),
      new File([JSON.stringify(report)], 'report.json')
    ]);
    expect(Object.keys(childrenOf(project))).toEqual(expect.arrayContaining([...FORMER, '2025-2026']));
  });
});

describe('the same children in two files of one drop', () => {
  it('are counted once, from the first file, until the reader says that the later one replaces it; taken back, the first counts again', async () => {
    const project = await opened();
    await project.add([
      caseFile('cas-septembre.csv', ['2025-2026']),
      caseFile('cas-mars.csv', ['2025-2026'], 3),
      caseFile('cas-copie.csv', ['2025-2026'])
    ]);
    expect(childrenOf(project)).toMatchObject({ '2025-2026': 62 });
    const lineOf = (name: string) => project.files.find((file) => file.name === name);
    expect(lineOf('cas-copie.csv')!.years).toMatchObject({ made: [], same: ['cas-septembre.csv'] });
    expect(yearsWords(lineOf('cas-copie.csv')!.years!)).toContain('d’après cas-septembre.csv');
    const [pair, ...others] = sameCases(project.files);
    expect([pair!.former.name, pair!.file.name, others.length]).toEqual([
      'cas-septembre.csv',
      'cas-mars.csv',
      0
    ]);
    await project.step('Remplacer', { files: takeLater(project.files, pair!) });
    expect(lineOf('cas-septembre.csv')).toBeUndefined();
    expect(childrenOf(project)).toMatchObject({ '2025-2026': 59 });
    await project.undo();
    expect(childrenOf(project)).toMatchObject({ '2025-2026': 62 });
  });

  it('a year that the first file alone has stays', async () => {
    const project = await opened();
    await project.add([caseFile('cas-a.csv', FORMER), caseFile('cas-b.csv', ['2024-2025', '2025-2026'], 3)]);
    await project.step('Remplacer', { files: takeLater(project.files, sameCases(project.files)[0]!) });
    expect(childrenOf(project)).toMatchObject({ '2023-2024': 62, '2024-2025': 59, '2025-2026': 59 });
  });
});

describe('years protected for the service, in a folder set to a public site', () => {
  it('are refused with a question; hiding more keeps them, and nothing of 1 to 10 is shown', async () => {
    const first = await opened('internal');
    await first.add([caseFile('cas.csv', FORMER)]);
    const project = await again(first);
    await project.configure({ ...project.settings!, profile: 'public' }, 'Site public');
    expect(project.refusal?.code).toBe('pathways-threshold');
    expect(project.refused?.profile).toBe('public');
    expect(project.settings?.profile).toBe('internal');
    await hideMore(project, 'Masquer davantage', async ({ cube, report }, { k, families }) => {
      const raised = raiseThreshold(solver, readCube(JSON.parse(cube), ''), { k, families });
      return { cube: JSON.stringify(raised.cube), report: JSON.stringify({ ...JSON.parse(report), k }) };
    });
    expect([project.refusal, project.settings?.profile]).toEqual([null, 'public']);
    expect(childrenOf(project)).toMatchObject({ '2023-2024': 62, '2024-2025': 62 });
    const cube = readCube(JSON.parse(textIn(project, 'downloads/cube.json')), 'cube.json');
    expect(cube.cells.every(({ value = 11 }) => value >= 11)).toBe(true);
    expect(audit(solver, [cube], { k: 11 }).open).toEqual([]);
    await project.undo();
    expect(project.settings?.profile).toBe('internal');
  });
});

/** Names planted in every list, and the posts: none of them may be in a folder for the public. */
const PLANTED =
  /dupont@|lefebvre@|Dupont|Lefebvre|Kowalski|Zorro|06 12 34|R7[12]|Camille|Sandrine|P-[A-Z]{5}/;
const planted = (name: string, ...lines: string[]) => new File([`${lines.join('\n')}\n`], name);
const LISTS_WITH_NAMES = () => [
  planted(
    'suivies.csv',
    ...[
      'Écoles suivies du PRE',
      '',
      'UAI;Statut;Suivie depuis;Demandée depuis;Équipe;Référent;Directeur;Remarques'
    ],
    '0590001F;suivie;2021-2022;;EPS-01;Camille Dupont;Sandrine Lefebvre;Voir Mme Kowalski au 06 12 34 56 78',
    '0590002G;suivie;2022-2023;;EPS-01;Zorro Kowalski;Jean Zorro;',
    '0590003H;en attente;;2022-09;;;Luc Dupont;',
    'Camille Dupont;suivie;2022-2023;;;;;'
  ),
  planted(
    'postes.csv',
    ...['poste;role;etp;base;commune_base;coordination', 'C1;coordination;1;Mairie;59350;'],
    ...['R71;référent;0,8;Mairie;59350;C1', 'R72;référent;1;Mairie;59512;C1']
  ),
  planted(
    'actions 2024-2025.csv',
    'fiche;titre;niveau;theme;communes;cout;financement_etat;financement_epci;courriel',
    'FA-1;Lire ensemble à la médiathèque;communal;parentalité;59350;1200,50;1000;200,50;camille.dupont@exemple.org',
    'FA-2;Ateliers d’écriture;communal;parentalité;59512;300;300;;sandrine.lefebvre@exemple.org',
    'FA-3;Petits déjeuners;communal;santé;59512;300;300;;sandrine.lefebvre@exemple.org',
    'FA-4;Jeux de société en famille;communal;parentalité;59350;300;300;;luc.dupont@exemple.org',
    'FA-5;Café des parents;communal;parentalité;59350;300;300;;luc.dupont@exemple.org'
  ),
  planted(
    'correspondants.csv',
    ...['commune;pourvu;nom;telephone', '59350;oui;Sandrine Lefebvre;06 12 34 56 78', '59512;non;;']
  ),
  planted('partenaires.csv', 'categorie;commune;nombre;contact', 'centre social;59350;3;Luc Dupont'),
  planted(
    'equipes 2024-2025.csv',
    'equipe;nom;commune;coordination;reunions;professionnels',
    'EPS-01;Lille;59350;Sandrine Lefebvre;4;8'
  ),
  planted(
    'membres.csv',
    'equipe;fonction;profession;poids;quorum',
    'EPS-01;Direction de l’école A;école;3;oui'
  ),
  ...['ips.csv', 'rep.csv', 'positions.csv', 'communes.geojson', 'qpv.geojson', 'fond.geojson'].map(listFile)
];
async function withNames(profile: 'public' | 'internal'): Promise<TerritoryProject> {
  const project = new TerritoryProject(tools);
  await project.add(LISTS_WITH_NAMES());
  await project.choose(startAt(SIREN, [], 'Ville'));
  await project.configure({ ...project.settings!, profile }, 'Réglages');
  await project.add([caseFile('cas.csv', FORMER)]);
  return project;
}
const dashboard = (project: TerritoryProject) => parseDashboard(textIn(project, 'tables/dashboard.json'));

describe('a public folder saved without its files, every list of the service in it', () => {
  let first: TerritoryProject;
  let bytes: Uint8Array;
  beforeAll(async () => {
    first = await withNames('public');
    bytes = await savedAs(first, false);
  });

  it('holds no name and no post, in its lists or anywhere', async () => {
    expect(first.files.filter(({ state }) => state !== 'used')).toEqual([]);
    const entries = Object.entries(unzipSync(bytes));
    expect(entries.filter(([path]) => path.startsWith('sources/')).length).toBeGreaterThan(8);
    expect(
      entries.flatMap(([path, content]) => PLANTED.exec(new TextDecoder().decode(content))?.map((found) => `${path}: ${found}`) ?? []) // prettier-ignore
    ).toEqual([]);
    expect(entries.map(([path]) => path).filter((path) => /postes|membres/.test(path))).toEqual([]);
  });

  it('has three years once the cases of the third are dropped alone, and says all that it said', async () => {
    const project = await openedFrom(bytes);
    await project.add([caseFile('cas-2025.csv', ['2025-2026'])]);
    expect(project.refusal).toBeNull();
    expect(childrenOf(project)).toMatchObject({ '2023-2024': 62, '2024-2025': 62, '2025-2026': 62 });
    const cube = readCube(JSON.parse(textIn(project, 'downloads/cube.json')), 'cube.json');
    expect(audit(solver, [cube]).open).toEqual([]);
    const [before, after] = [dashboard(first), dashboard(project)];
    expect(before.posts).toEqual({ referents: 2, coordinators: 1 });
    for (const part of ['schools', 'communes', 'posts', 'milestones'] as const)
      expect(after[part], part).toEqual(before[part]);
    expect(project.built!.files.get('map/ground.pmtiles')).toEqual(
      first.built!.files.get('map/ground.pmtiles')
    );
    expect(after.serviceYears).toEqual(before.serviceYears);
    expect(project.files.map(({ name, state }) => `${name} ${state}`)).toContain('postes.csv used');
    // Saved and opened once more, it goes on.
    const later = await again(project, false);
    await later.configure({ ...later.settings!, name: 'Autre nom' }, 'Réglages');
    expect([later.refusal, later.settings?.name]).toEqual([null, 'Autre nom']);
    expect(dashboard(later).posts).toEqual(before.posts);
  });

  it('asks for the list of posts alone, by its name, when it becomes a folder of the service', async () => {
    const project = await openedFrom(bytes);
    await project.configure({ ...project.settings!, profile: 'internal' }, 'Site interne');
    expect(project.refusal).toMatchObject({ code: 'folder-incomplete', found: 'postes.csv, membres.csv' });
    expect(project.settings?.profile).toBe('public');
    expect(dashboard(project)).toEqual(dashboard(first));
  });
});
