// What a folder carries when it is saved: each file once.
import { expect, it } from 'vitest';
import type { Autosave } from '../../../../src/lib/session/territory/autosave.svelte.ts';
import {
  folderContent,
  folderFile,
  openFolderFile
} from '../../../../src/lib/session/territory/folder-file.ts';
import {
  newFile,
  type FileKind,
  type ProjectFile
} from '../../../../src/lib/session/territory/project-file.ts';
import type { TerritoryProject } from '../../../../src/lib/session/territory/project.svelte.ts';
import {
  carriedOf,
  carriedText,
  carry,
  decisionKey,
  plansKey,
  reportKey
} from '../../../../src/lib/storage/carried.ts';
import { keepDecision, keptDecision } from '../../../../src/lib/storage/kept-decision.ts';
import { SCENARIOS } from '../../../../src/lib/storage/scenario-list.ts';
import { settingsOf } from '../../../../src/lib/session/decision/sectors-address.ts';
import type { MaillageContent } from '../../../../src/lib/storage/maillage/index.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { contentOf } from '../../../fixtures/maillage/content.ts';

const AGENT = { at: 0, header: 'Agent', kind: 'name', why: 'values', treatment: 'coded' } as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const used = (name: string, text: string, kind: FileKind): ProjectFile => ({
  ...newFile(name, bytes(text).length, new Blob([text])),
  kind,
  state: 'used'
});

const YEAR = { year: '2024-2025', status: 'optimal', cells: 9, gap: 0, seconds: 1 };
const PUBLISHED = { k: 11, families: 3, method: 'exact', audit: { open: [] }, withheld: [] };
/** As releases were kept by former versions. */
const REPORT = {
  ...PUBLISHED,
  years: [{ ...YEAR, notEmpty: 7, primary: 2, secondary: 1, loss: 63, bound: 63 }],
  file: { read: 48_611 }
};

const projectOf = (profile: 'public' | 'internal') =>
  ({
    built: {
      territory: { siren: '200000001', name: 'Ville' },
      files: new Map([
        ['map/ground.pmtiles', bytes('tiles')],
        ['graph/car.bin', bytes('roads of cars')]
      ])
    },
    config: { profile },
    created: null,
    files: [
      used('nord-fond.pmtiles', 'tiles', 'ground'),
      used('nord-voiture.bin', 'roads of cars', 'graph-car'),
      { ...used('fond.geojson', 'lines', 'basemap'), personal: [] },
      { ...used('suivies.csv', 'a;b', 'followed-schools'), personal: [] },
      used('parcours/report.json', JSON.stringify(REPORT), 'protection-report'),
      { ...used('postes.csv', 'Léa;b', 'staff'), personal: [AGENT] }
    ],
    personalOf: (file: ProjectFile) => Promise.resolve(file.personal),
    copyOf: ({ name }: ProjectFile) => Promise.resolve(name === 'suivies.csv' ? new Blob(['copy']) : null)
  }) as unknown as TerritoryProject;

const carried = async (profile: 'public' | 'internal', sources: 'asked' | 'kept' | false) => {
  const content = await folderContent(projectOf(profile), { sources });
  return content.sources.flatMap((one) =>
    one.content && one.format !== 'protection-report'
      ? [`${one.name}: ${new TextDecoder().decode(one.content)}`]
      : []
  );
};

it('carries graphs and tiles once, in the territory, and other files when asked, but those with columns of persons', async () => {
  expect(await carried('internal', 'asked')).toEqual(['fond.geojson: lines', 'suivies.csv: a;b']);
});

it('carries copies of its lists, never the originals, where they were not asked for or the folder is public', async () => {
  for (const profile of ['public', 'internal'] as const)
    expect(await carried(profile, false), profile).toEqual(['suivies.csv: copy']);
  expect(await carried('public', 'asked')).toEqual(['suivies.csv: copy']);
});

it('keeps on this computer the files without persons', async () => {
  expect(await carried('public', 'kept')).toEqual(['fond.geojson: lines', 'suivies.csv: a;b']);
});

it('says nothing in a public folder of the rows of a case file, nor of how many hidden counts are small or empty', async () => {
  const report = async (profile: 'public' | 'internal') => {
    const { sources } = await folderContent(projectOf(profile), { sources: 'kept' });
    const { content } = sources.find(({ format }) => format === 'protection-report')!;
    return JSON.parse(new TextDecoder().decode(content)) as unknown;
  };
  expect(await report('internal')).toEqual(REPORT);
  expect(await report('public')).toEqual({ ...PUBLISHED, years: [YEAR] });
});

it('comes back in one step to what this computer kept, decisions included, once another file has taken its place', async () => {
  const [decided, plans] = [decisionKey('200000001'), plansKey('200000001')];
  const kept = { [decided]: 'theirs', [plans]: 'theirs' };
  stubWorkers({ read: () => toResult(() => contentOf({ kept })) });
  const shown: unknown[] = [];
  const restore = ({ config }: { config: unknown }) => Promise.resolve(void shown.push(config));
  const project = Object.assign(projectOf('internal'), { isOpen: true, restore });
  const open = async (isOn: boolean) => {
    carry(decided, 'mine');
    carry(plans, null);
    const stored = { isOn, replaced: null } as Autosave;
    await openFolderFile(project, new File(['zip'], 'autre.maillage'), '', { stored });
    expect([decided, plans].map(carriedText)).toEqual(['theirs', 'theirs']);
    return stored;
  };
  const stored = await open(true);
  expect(stored.replaced?.name).toBe('Ville');
  await stored.replaced!.back();
  expect([decided, plans].map(carriedText)).toEqual(['mine', null]);
  expect([shown.at(-1), stored.replaced]).toEqual([{ profile: 'internal' }, null]);
  // What nobody keeps is asked about before it is lost.
  expect((await open(false)).replaced).toBeNull();
});

it('a folder of version 1.0 whose répartition names no number of visits is opened with the two that it meant, written out and said once', async () => {
  const siren = '245901160';
  const [decided, plans] = [decisionKey(siren), plansKey(siren)];
  const plan = { referents: { '0590001F': 'R1' }, coordinators: {} };
  const told = { tolerance: '5', visites: '3' };
  const decision = (settings: object) =>
    JSON.stringify({ version: 1, split: { plan, settings, name: 'Proposition' } });
  const scenario = (id: string, settings: object) => ({
    ...{ id, name: id, plan, settings, made: 1, changed: 1 }
  });
  const scenarios = [scenario('a', {}), scenario('b', { tolerance: '5' }), scenario('c', told)];
  const listed = JSON.stringify({ version: 1, scenarios, gone: {} });
  const split = (version: number) => ({ version, posts: [], schools: [], minutes: [], roads: { R1: 90 } });
  const opened: MaillageContent['files'][] = [];
  const restore = ({ files }: { files: MaillageContent['files'] }) =>
    Promise.resolve(void opened.push(files));
  const project = Object.assign(projectOf('internal'), { isOpen: false, restore });
  const open = async (version: number, settings: object) => {
    const files = new Map([
      ...contentOf().files,
      ['graph/split.json', bytes(JSON.stringify(split(version)))]
    ]);
    const kept = { [decided]: decision(settings), [plans]: listed };
    stubWorkers({ read: () => toResult(() => contentOf({ files, kept })) });
    await openFolderFile(project, new File(['zip'], 'ville.maillage'), '', {
      stored: { isOn: false } as Autosave
    });
    return keptDecision(siren)!.split!;
  };
  const visitsOf = (settings: Readonly<Record<string, string>>) =>
    settingsOf(settings).workload.visitsPerMonth;

  const usual = await open(3, {});
  expect(settingsOf(usual.settings)).toEqual({
    ...settingsOf({}),
    workload: { ...settingsOf({}).workload, visitsPerMonth: 2 }
  });
  expect(usual.former).toBe(true);
  expect(SCENARIOS.read(carriedText(plans)!)!.items.map((one) => visitsOf(one.settings))).toEqual([2, 2, 3]);
  const now = JSON.parse(new TextDecoder().decode(opened.at(-1)!.get('graph/split.json'))) as object;
  expect(now).toMatchObject({ version: 4, roads: {} });
  // Said once: what the tab keeps of it from then on is of this version.
  keepDecision(siren, keptDecision(siren)!);
  expect(keptDecision(siren)!.split).toEqual({ plan, name: 'Proposition', settings: usual.settings });

  expect((await open(3, told)).former).toBeUndefined();
  expect((await open(2, {})).former).toBeUndefined();
  const present = await open(4, {});
  expect([present.settings, present.former]).toEqual([{}, undefined]);
});

it('what is typed in a tab stays out of a file of the same territory opened after it', async () => {
  const siren = '245901160';
  stubWorkers({ read: () => toResult(() => contentOf()) });
  const project = Object.assign(projectOf('internal'), { isOpen: true, restore: () => Promise.resolve() });
  carry(reportKey(siren), 'typed for another file');
  carry(decisionKey(siren), 'decided for another file');
  const stored = { isOn: true, replaced: null } as Autosave;
  await openFolderFile(project, new File(['zip'], 'autre.maillage'), '', { stored });
  expect(carriedOf(siren, 'internal')).toEqual(contentOf().kept);
  await stored.replaced!.back();
  expect(carriedText(reportKey(siren))).toBe('typed for another file');
});

it('a save comes from the one before it and says what changed, in figures alone; what this computer keeps is no save', async () => {
  const saved: MaillageContent[] = [];
  stubWorkers({ write: (content: MaillageContent) => toResult(() => (saved.push(content), bytes('file'))) });
  const project = Object.assign(projectOf('internal'), { history: null }) as TerritoryProject;
  const save = () => folderFile(project, { sources: false, passphrase: '' });
  await save();
  await save();
  Object.assign(project, { config: { profile: 'internal', contact: 'Marie Dupont' } });
  expect((await folderContent(project, { sources: 'kept' })).history).toEqual(saved[1]!.history);
  await save();
  const [first, again, last] = saved.map(({ history }) => history!);
  expect(again).toEqual(first);
  expect(last!.saves).toEqual([...first!.saves, expect.any(String)]);
  expect(last!.territory).toBe(first!.territory);
  expect(last!.log.at(-1)).toMatchObject({ by: null, from: first!.saves, changed: { config: 1 } });
  expect(last!.log.at(-1)!.at).toMatch(/^\d{4}-\d{2}-\d{2} [ap]m$/);
  expect(JSON.stringify(last)).not.toMatch(/Marie|Dupont|Léa/);
});
