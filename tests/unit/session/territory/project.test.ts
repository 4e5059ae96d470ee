import { describe, expect, it, vi } from 'vitest';
import { readConfig, type Config } from '../../../../src/lib/engines/territory-builder/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { TerritoryProject } from '../../../../src/lib/session/territory/project.svelte.ts';
import type { Inspection } from '../../../../src/lib/session/territory/inspection.ts';
import type { OpenTerritory } from '../../../../src/lib/session/territory/project-types.ts';
import type { BuiltGround } from '../../../../src/lib/workers/ground/protocol.ts';
import { Stopped } from '../../../../src/lib/workers/stopped.ts';

import {
  file,
  folder,
  openFolder,
  refusedBy,
  seen,
  SIREN,
  states
} from '../../../fixtures/territory/steps.ts';
import { startAt } from '../../../fixtures/territory/start.ts';

describe('a territory folder', () => {
  it('shows the base on every page as soon as the agglomeration is chosen', async () => {
    const { project, opened } = await openFolder();
    expect(project.isOpen).toBe(true);
    expect(opened.at(-1)?.name).toBe('Ville');
  });

  it('takes files dropped before the agglomeration is chosen', async () => {
    const { project, built } = folder();
    await project.add([file('schools.csv')]);
    expect(states(project)).toEqual({ 'schools.csv': 'waiting' });
    expect(built).toEqual([]);
    await project.choose(startAt(SIREN, ['59'], 'Ville'));
    expect(states(project)).toEqual({ 'schools.csv': 'used' });
  });

  it('asks nothing any more of a list that lacked its commune, once a territory of one commune is chosen', async () => {
    const { project } = folder({
      inspect: async (_, { matches }) => seen('teams', { needsMatch: matches.teams?.given === undefined })
    });
    await project.add([file('teams.csv')]);
    expect(states(project)).toEqual({ 'teams.csv': 'matching' });
    await project.choose({ ...startAt(SIREN, ['59'], 'Ville'), intervention: ['59392'] });
    expect(states(project)).toEqual({ 'teams.csv': 'used' });
    expect(project.config).not.toHaveProperty('matches');
  });

  it('has a line a sheet of a workbook, which the workbook dropped again replaces whole', async () => {
    const sheets = ['Écoles', 'Équipes'].map((sheet) => file(`listes.xlsx#${sheet}`));
    const { project, built } = await openFolder({
      split: async (files) => files.flatMap((one) => (one.name === 'listes.xlsx' ? sheets : [one]))
    });
    await project.add([file('listes.xlsx'), file('a.csv')]);
    expect(states(project)).toEqual({
      ...{ 'listes.xlsx#Écoles': 'used', 'listes.xlsx#Équipes': 'used', 'a.csv': 'used' }
    });
    expect(built.at(-1)!.config['followed']).toEqual(['listes.xlsx#Écoles', 'listes.xlsx#Équipes', 'a.csv']);
    sheets.pop();
    await project.add([file('listes.xlsx')]);
    expect(states(project)).toEqual({ 'a.csv': 'used', 'listes.xlsx#Écoles': 'used' });
  });

  it('keeps good files when another of the same drop is bad, and says why it is left out', async () => {
    const { project } = await openFolder();
    await project.add([file('bad.csv'), file('schools.csv')]);
    expect(states(project)).toEqual({ 'bad.csv': 'refused', 'schools.csv': 'used' });
    expect(project.files[0]?.finding?.code).toBe('missing-column');
  });

  it('changes nothing when a drop has no row of the territory', async () => {
    const { project, opened } = await openFolder();
    const before = opened.length;
    await project.add([file('elsewhere.csv')]);
    expect(states(project)).toEqual({ 'elsewhere.csv': 'outside' });
    expect(opened.length).toBe(before);
    expect(project.config).not.toHaveProperty('followed');
  });

  it('keeps the former version of a file when its new one is refused', async () => {
    let good = true;
    const { project } = await openFolder({
      inspect: async () =>
        seen('followed-schools', good ? {} : { finding: { code: 'empty-file', severity: 'dropped' } })
    });
    await project.add([file('schools.csv', 'first')]);
    good = false;
    await project.add([file('schools.csv', 'second')]);
    expect(states(project)).toEqual({ 'schools.csv': 'used' });
    expect(await project.files[0]?.content?.text()).toBe('first');
    expect(project.files[0]?.finding?.code).toBe('empty-file');
  });

  it('takes back a drop, and the one before it', async () => {
    const { project, opened } = await openFolder();
    const base = opened.at(-1);
    await project.add([file('one.csv')]);
    await project.add([file('two.csv')]);
    await project.undo();
    expect(states(project)).toEqual({ 'one.csv': 'used' });
    await project.undo();
    expect(project.files).toEqual([]);
    expect(opened.at(-1)).toBe(base);
    await project.undo();
    expect(project.isOpen).toBe(false);
    expect(opened.at(-1)).toBeNull();
    expect(project.lastStep).toBeNull();
  });

  it('stops a build, and the territory that was open stays', async () => {
    let reject: (error: Error) => void = () => undefined;
    const whole = await openFolder({ stop: () => reject(new Stopped()) });
    const { project, tools, opened } = whole;
    tools.build = () => new Promise((_, no) => (reject = no));
    const adding = project.add([file('schools.csv')]);
    await expect.poll(() => project.isBuilding).toBe(true);
    project.stop();
    await adding;
    expect(states(project)).toEqual({ 'schools.csv': 'stopped' });
    expect(opened.length).toBe(1);
    expect(project.isBusy).toBe(false);
  });

  it('puts the protected counts of a case file in the folder, never the file', async () => {
    const { project, built } = await openFolder();
    await project.add([file('cases-2025.csv')]);
    expect(states(project)).toEqual({
      'cases-2025.csv': 'used',
      'parcours/cube.json': 'used',
      'parcours/report.json': 'used'
    });
    expect([...built.at(-1)!.sources.keys()]).toEqual(['parcours/cube.json', 'parcours/report.json']);
    expect(project.config).toMatchObject({ pathways: 'parcours' });
    await project.remove('cases-2025.csv');
    expect(project.files).toEqual([]);
    expect(project.config).not.toHaveProperty('pathways');
  });

  it('makes the counts of a case file with the lists of visits beside it, again when one comes or goes', async () => {
    const made: string[][] = [];
    const { project } = await openFolder({
      inspect: async ({ name }) => seen(name.startsWith('cases') ? 'cases' : 'visits'),
      protect: async (_, { visits }) => {
        made.push(visits.map(({ name }) => name));
        const counts = { read: 5, used: 5, aside: 0, dropped: 0, doubtful: 0 };
        return { cube: '{}', report: '{}', counts };
      }
    });
    await project.add([file('cases.csv'), file('visites.csv')]);
    expect(made).toEqual([['visites.csv']]);
    await project.add([file('visites-2.csv')]);
    await project.correct([{ file: 'visites.csv', row: 2, column: 'date', found: '', value: '' }], 'Date');
    await project.remove('visites.csv');
    expect(made.slice(1)).toEqual([
      ['visites.csv', 'visites-2.csv'],
      ['visites.csv', 'visites-2.csv'],
      ['visites-2.csv']
    ]);
    expect(states(project)).toMatchObject({ 'cases.csv': 'used', 'parcours/cube.json': 'used' });
    expect(project.config).not.toHaveProperty('corrections');
  });

  it('keeps nothing of the rows of a case file, a correction of one included', async () => {
    const { project } = await openFolder();
    await project.add([file('cases.csv')]);
    const cell = { row: 2, column: 'Niveau', found: 'CM9', value: 'CM2' };
    await project.correct([{ file: 'cases.csv', ...cell }], 'Correction');
    expect(project.config).not.toHaveProperty('corrections');
    await project.correct([{ file: 'schools.csv', ...cell }], 'Correction');
    expect(project.config).toMatchObject({ corrections: [{ file: 'schools.csv' }] });
  });

  it('offers the corrections of a list to the same list under a new name, each seen, and takes them in one step', async () => {
    const { project } = await openFolder();
    const lines = ['ecole;commune;statut', 'J. Macé;Ville;suivie', 'Pasteur;Ville;oui ?'];
    await project.add([file('ecoles-2025.csv', lines.join('\n'))]);
    const mace = { file: 'ecoles-2025.csv', row: 2, column: 'ecole', found: 'J. Macé', value: 'Jean Macé' };
    const other = { file: 'ecoles-2025.csv', row: 3, column: 'statut', found: 'oui ?', value: 'suivie' };
    await project.correct([mace, other], 'Corrections');
    expect(await project.carriedOver()).toEqual([]);
    const next = [
      'ecole;commune;statut',
      'Zola;Ville;suivie',
      'J. Macé;Ville;suivie',
      'Pasteur;Ville;suivie'
    ];
    await project.add([file('ecoles-2026.csv', next.join('\n'))]);
    await project.remove('ecoles-2025.csv');
    const [offer] = await project.carriedOver();
    expect(offer).toMatchObject({
      file: 'ecoles-2026.csv',
      from: ['ecoles-2025.csv'],
      of: 2,
      corrections: [
        { file: 'ecoles-2026.csv', row: 3, column: 'ecole', found: 'J. Macé', value: 'Jean Macé' }
      ]
    });
    expect(project.reading.corrections).toEqual([mace, other]);
    await project.correct(offer!.corrections, 'Reprendre');
    expect(project.reading.corrections).toHaveLength(3);
    expect(await project.carriedOver()).toEqual([]);
    await project.undo();
    expect(project.reading.corrections).toEqual([mace, other]);
  });

  it('takes forty files at once, in one build', async () => {
    const { project, built } = await openFolder();
    const before = built.length;
    await project.add(Array.from({ length: 40 }, (_, at) => file(`list-${at}.csv`)));
    expect(project.files.filter(({ state }) => state === 'used')).toHaveLength(40);
    expect(built.length).toBe(before + 1);
  });

  it('protects the counts again when the audience changes', async () => {
    let protectedFor: string[] = [];
    const { project } = await openFolder({
      protect: async (_file, { settings }) => {
        protectedFor = [...protectedFor, settings.profile];
        return { cube: '{}', report: '{}', counts: { read: 5, used: 5, aside: 0, dropped: 0, doubtful: 0 } };
      }
    });
    await project.add([file('cases.csv')]);
    await project.configure({ ...project.settings!, profile: 'internal' }, 'Site interne');
    expect(protectedFor).toEqual(['public', 'internal']);
    expect(project.config).toMatchObject({ profile: 'internal', pathways: 'parcours' });
  });

  it('goes back to the former settings when the territory may not be published with the new ones', async () => {
    const { project, tools, opened } = await openFolder({ unsafeReasons: () => ['deux effectifs'] });
    tools.build = async () => {
      throw new Error('unsafe');
    };
    await project.configure({ ...project.settings!, children: 12 }, 'Réglages');
    expect(project.unsafe).toEqual(['deux effectifs']);
    expect(project.settings?.children).toBeNull();
    expect(opened.length).toBe(1);
  });

  it('is not built again without files that it was saved without: nothing is lost', async () => {
    const { project, tools, built } = folder();
    const territory = { siren: SIREN, name: 'Ville' } as OpenTerritory['territory'];
    tools.readConfig = () =>
      (({ config }: { config: Config }) => config)(
        readConfig({ siren: SIREN, base: { departements: ['59'] }, followed: 'suivies.csv' }) as {
          config: Config;
        }
      );
    tools.reopened = (files) => ({
      files,
      findings: [],
      balances: [],
      territory,
      figures: { communes: 1, schools: 1 }
    });
    await project.restore({
      config: {},
      files: new Map(),
      sources: [{ name: 'suivies.csv', size: 10, sha256: 'a'.repeat(64), content: null }],
      created: '2026-11-26'
    });
    await project.configure({ ...project.settings!, contact: 'contact@example.org' }, 'Réglages');
    expect(project.refusal).toMatchObject({ code: 'folder-incomplete', found: 'suivies.csv' });
    expect([built.length, project.settings?.contact]).toEqual([0, '']);
    expect(states(project)).toEqual({ 'suivies.csv': 'used' });
    await project.add([file('suivies.csv')]);
    expect([built.length, project.refusal]).toEqual([1, null]);
  });

  it('leaves a configuration out when nothing can be built with it, and reads the lists that came with it', async () => {
    const read = readConfig({ siren: SIREN, schools: [], base: { departements: ['59'] }, name: 'Autre' });
    const bad = (one: unknown) => {
      if ('config' in read && (one as { siren: string }).siren === SIREN) return read.config;
      throw new UnusableInput({ code: 'bad-configuration', severity: 'dropped', found: 'siren' });
    };
    const { project } = await openFolder({
      inspect: async ({ name }) =>
        name.endsWith('.json')
          ? seen(null, { config: { siren: name === 'config.json' ? SIREN : 'x' } })
          : seen('followed-schools'),
      readConfig: bad,
      async build(request, push) {
        if (request.config['name'] === 'Autre') throw new UnusableInput({ code: 'bad-configuration', severity: 'dropped', found: 'clé manquante' }); // prettier-ignore
        return folder().tools.build(request, push);
      }
    });
    await project.add([file('config.json'), file('other.json'), file('schools.csv')]);
    expect(states(project)).toEqual({
      'config.json': 'refused',
      'other.json': 'refused',
      'schools.csv': 'used'
    });
    expect([project.refusal, project.settings?.name]).toEqual([null, '']);
  });

  it('waits with the lists of a refused configuration while no agglomeration is chosen', async () => {
    const read = readConfig({ siren: SIREN, schools: [], base: { departements: ['59'] } });
    const { project } = folder({
      inspect: async ({ name }) =>
        name.endsWith('.json') ? seen(null, { config: {} }) : seen('followed-schools'),
      readConfig: () => ('config' in read ? read.config : Promise.reject(new Error()) as never), // prettier-ignore
      build: () => Promise.reject(new UnusableInput({ code: 'unknown-siren', severity: 'dropped' }))
    });
    await project.add([file('config.json'), file('schools.csv')]);
    expect(states(project)).toEqual({ 'config.json': 'refused', 'schools.csv': 'waiting' });
    expect([project.refusal, project.settings]).toEqual([null, null]);
  });

  it('keeps an internal folder as it was when its counts are too fine for the public, and goes on working', async () => {
    const read = readConfig({ siren: SIREN, schools: [], base: { departements: ['59'] }, profile: 'internal', pathways: 'parcours' }); // prettier-ignore
    if ('faults' in read) throw new Error(read.faults.join());
    const { tools } = folder();
    const { project } = folder({
      readConfig: () => read.config,
      reopened: (files) => ({ files, findings: [], balances: [], territory: { siren: SIREN, name: 'Ville' }, figures: { communes: 1, schools: 1 } }) as unknown as OpenTerritory, // prettier-ignore
      async build(request, push) {
        const report = 'parcours/report.json';
        if (!request.sources.has(report)) throw refusedBy(report, 'missing-file');
        if (request.config['profile'] !== 'internal') throw refusedBy(report, 'pathways-threshold');
        return tools.build(request, push);
      }
    });
    const source = (name: string) => ({ name, size: 2, sha256: '', content: new Blob(['{}']) });
    await project.restore({
      config: {},
      files: new Map(),
      sources: [source('parcours/cube.json'), source('parcours/report.json')],
      created: ''
    });
    await project.configure({ ...project.settings!, profile: 'public' }, 'Site public');
    expect(project.refusal?.code).toBe('pathways-threshold');
    expect(project.settings?.profile).toBe('internal');
    expect(states(project)).toEqual({ 'parcours/cube.json': 'used', 'parcours/report.json': 'used' });
    await project.add([file('schools.csv')]);
    expect([project.refusal, states(project)['schools.csv']]).toEqual([null, 'used']);
    await project.configure({ ...project.settings!, contact: 'contact@example.org' }, 'Réglages');
    expect([project.refusal, project.settings?.contact]).toEqual([null, 'contact@example.org']);
  });

  it('closes, and the site shows its own territory again', async () => {
    const { project, opened } = await openFolder();
    await project.close();
    expect(opened.at(-1)).toBeNull();
    expect(project.isOpen).toBe(false);
    expect(project.files).toEqual([]);
  });
});

describe('an extract of OpenStreetMap dropped in a folder', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const made = (word: string): BuiltGround => ({
    graphs: { car: bytes(`${word} car`), foot: bytes(`${word} foot`) },
    tiles: bytes(`${word} tiles`),
    paper: null,
    summary: {} as BuiltGround['summary'],
    findings: []
  });
  const kinds: Record<string, Inspection['kind']> = {
    pbf: 'openstreetmap',
    pmtiles: 'ground',
    geojson: 'basemap'
  };
  const inspect = async ({ name }: File) =>
    seen(kinds[name.split('.').at(-1)!] ?? 'followed-schools', { date: '2026-11-01' });
  const names = ({ files }: TerritoryProject) => files.map(({ name }) => name);

  it('is read at once and leaves graphs and a street map in the folder, not itself', async () => {
    const shares: (number | null)[] = [];
    const { project, built } = await openFolder({
      inspect,
      streets: async (_file, _built, onProgress) => {
        onProgress(0.5);
        shares.push(project.files[0]!.progress);
        expect(project.isBusy).toBe(true);
        return made('nord');
      }
    });
    await project.add([file('nord.osm.pbf')]);
    expect(shares).toEqual([0.5]);
    expect(states(project)).toEqual({
      'nord.osm.pbf': 'taken',
      'nord-voiture.bin': 'used',
      'nord-pied.bin': 'used',
      'nord-fond.pmtiles': 'used'
    });
    expect(project.files[0]).toMatchObject({ kind: 'openstreetmap', date: '2026-11-01', content: null });
    expect(project.config).toMatchObject({
      travel: { graph: { car: 'nord-voiture.bin', foot: 'nord-pied.bin' } },
      ground: 'nord-fond.pmtiles'
    });
    expect([...built.at(-1)!.sources.keys()]).not.toContain('nord.osm.pbf');
    await project.undo();
    expect(project.files).toEqual([]);
    expect(project.config).not.toHaveProperty('ground');
  });

  it('takes the place of the former street map, as an archive dropped after it does', async () => {
    const { project } = await openFolder({ inspect, streets: async ({ name }) => made(name) });
    await project.add([file('fond.geojson')]);
    expect(project.config).toMatchObject({ basemap: 'fond.geojson' });
    await project.add([file('nord.osm.pbf')]);
    expect(names(project)).not.toContain('fond.geojson');
    await project.add([file('ign.pmtiles')]);
    expect(names(project)).not.toContain('nord-fond.pmtiles');
    expect(project.config).toMatchObject({
      ground: 'ign.pmtiles',
      travel: { graph: { car: 'nord-voiture.bin' } }
    });
    await project.undo();
    expect(project.config).toMatchObject({ ground: 'nord-fond.pmtiles' });
  });

  it('that does not cover the territory is refused with its reason, and the former street map stays', async () => {
    const { project } = await openFolder({
      inspect,
      streets: async ({ name }) => {
        throw refusedBy(name, 'pbf-elsewhere');
      }
    });
    await project.add([file('ign.pmtiles')]);
    await project.add([file('porto.osm.pbf')]);
    expect(states(project)).toEqual({ 'ign.pmtiles': 'used', 'porto.osm.pbf': 'refused' });
    expect(project.files[1]?.finding?.code).toBe('pbf-elsewhere');
    expect(project.config).toMatchObject({ ground: 'ign.pmtiles' });
  });

  it('says on the line of an archive what is doubtful of it, the archive being used', async () => {
    const heavy = { code: 'ground-heavy', severity: 'doubtful', file: 'ign.pmtiles', found: '31,0' } as const;
    const plain = folder();
    const { project } = await openFolder({
      inspect,
      build: async (request, push) => ({
        ...(await plain.tools.build(request, push)),
        findings: [heavy],
        balances: []
      })
    });
    await project.add([file('ign.pmtiles')]);
    expect(project.files).toMatchObject([{ state: 'used', finding: { code: 'ground-heavy' } }]);
  });

  it('stopped at any moment leaves the former street map', async () => {
    let end = (_error: Error) => undefined as void;
    const { project } = await openFolder({
      inspect,
      streets: () => new Promise((_, reject) => (end = reject)),
      stop: () => end(new Stopped())
    });
    await project.add([file('ign.pmtiles')]);
    const work = project.add([file('nord.osm.pbf')]);
    await vi.waitFor(() => expect(states(project)['nord.osm.pbf']).toBe('extracting'));
    project.stop();
    await work;
    expect(states(project)).toEqual({ 'ign.pmtiles': 'used', 'nord.osm.pbf': 'stopped' });
    expect(project.isBusy).toBe(false);
    expect(project.config).toMatchObject({ ground: 'ign.pmtiles' });
  });

  it('waits for the agglomeration, and is read again when another file came meanwhile', async () => {
    let readings = 0;
    let end = (_error: Error) => undefined as void;
    const { project } = folder({
      inspect,
      streets: () =>
        ++readings > 1 ? Promise.resolve(made('nord')) : new Promise((_, reject) => (end = reject)),
      stop: () => end(new Stopped())
    });
    await project.add([file('nord.osm.pbf')]);
    expect(states(project)).toEqual({ 'nord.osm.pbf': 'waiting' });
    const work = project.choose(startAt(SIREN, ['59'], 'Ville'));
    await vi.waitFor(() => expect(readings).toBe(1));
    await project.add([file('schools.csv')]);
    await work;
    expect(states(project)).toMatchObject({
      'nord.osm.pbf': 'taken',
      'schools.csv': 'used',
      'nord-fond.pmtiles': 'used'
    });
  });

  it('is in a folder saved without its files: what was made of it is taken from the territory itself', async () => {
    const ground = bytes('tiles of the north');
    const { project } = folder({
      readConfig: (config) => {
        const read = readConfig(config);
        if ('faults' in read) throw new Error(read.faults.join());
        return read.config;
      },
      reopened: (files) => ({ ...opened, files })
    });
    const opened = { findings: [], balances: [], territory: { siren: SIREN, name: 'Ville' }, figures: { communes: 1, schools: 1 } } as unknown as OpenTerritory; // prettier-ignore
    await project.restore({
      config: { siren: SIREN, base: { departements: ['59'] }, ground: 'nord-fond.pmtiles' },
      files: new Map([['map/ground.pmtiles', ground]]),
      sources: [{ name: 'nord-fond.pmtiles', size: ground.length, sha256: '', content: null }],
      created: ''
    });
    expect(await project.files[0]!.content!.text()).toBe('tiles of the north');
  });
});
