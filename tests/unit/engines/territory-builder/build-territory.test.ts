// The one builder: sources in, the folder of a territory out; what may not be published stops it before any file.
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildTerritory,
  readConfig,
  type BuildProgress
} from '../../../../src/lib/engines/territory-builder/index.ts';
import type { BuildInput } from '../../../../src/lib/engines/territory-builder/build-territory.ts';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import { reportAnswers, reportLists } from '../../../../src/lib/engines/report/index.ts';
import { UnsafeTerritory, UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { utf8 } from '../../../../src/lib/engines/territory-builder/bytes.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';

let solver: LinearSolver;
let sources: Map<string, Uint8Array>;
let reference: BuildInput['reference'];
beforeAll(async () => {
  solver = await bootHighs();
  sources = smallSources(solver);
  reference = await keptReference();
});

function build(
  { config = {}, ...more }: Partial<Omit<BuildInput, 'config'>> & { config?: object } = {},
  files: ReadonlyMap<string, Uint8Array> = sources
) {
  const read = readConfig({ ...SMALL_CONFIG, ...config });
  if ('faults' in read) throw new Error(read.faults.join());
  return buildTerritory({
    config: read.config,
    open: async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    },
    reference,
    today: '2026-06',
    solver: async () => solver,
    ...more
  });
}
const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

it('tells in a site of the service how many children of the case file are not counted, and nothing of it in a public one', async () => {
  const report = json(sources.get('parcours/report.json'));
  const [read, lost] = [54 + 48_611, 48_611];
  const file = { read, kept: 54, out: { 'canary-reason': lost } };
  const counted = new Map([...sources, ['parcours/report.json', utf8(JSON.stringify({ ...report, file }))]]);
  const inside = await build({}, counted);
  expect(json(inside.files.get('tables/dashboard.json')).uncounted).toEqual({ children: lost, of: read });
  const { files } = await build({ config: { profile: 'public' } }, counted);
  const found = [...files].filter(([, bytes]) =>
    /uncounted|canary-reason|48611|48665/.test(Buffer.from(bytes).toString('latin1'))
  );
  expect(files.size).toBeGreaterThan(10);
  expect(found.map(([name]) => name)).toEqual([]);
});

it('carries what is given in kind from the list of sheets to the report, and to no table', async () => {
  const [header, sheet] = new TextDecoder().decode(sources.get('actions.csv')).trim().split('\n');
  const list = `${header};nature_apport;valeur_apport\n${sheet};"personnel ; locaux";"81234 ; 500"\n`;
  const { files, rows } = await build({}, new Map([...sources, ['actions.csv', utf8(list)]]));
  const programme = json(files.get('tables/programme.json')) as Programme;
  expect(programme.actions[0]!.in_kind).toEqual({ staff: 81_234, rooms: 500 });
  for (const { actions } of [rows, programme]) {
    const lists = reportLists({ ...rows, actions, staff: [] }, null);
    const asked = { year: '2025-2026', today: '2026-06-01', cases: null, records: null, kept: null } as const;
    const { answers } = reportAnswers({ ...lists, ...asked });
    expect(answers.find(({ id }) => id === 'money.inKind')?.value).toBe(81_734);
  }
  const told = [...files].filter(([, bytes]) => /in_kind|81234/.test(Buffer.from(bytes).toString('latin1')));
  expect(told.map(([name]) => name)).toEqual(['tables/programme.json']);
});

it('joins posts by the names of persons, and has none of them in any file, of the service or for the public', async () => {
  const named = new Map(
    [...sources].map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      if (!/\bR1\b/.test(text) || !name.endsWith('.csv')) return [name, bytes];
      const written = text.replaceAll(/\bR1\b/g, 'Kevin ZORBLAXE').replaceAll(/\bR2\b/g, 'QUINTARD Aminata');
      const lines = written
        .trimEnd()
        .split('\n')
        .map((line, at) => `${line};${at ? `06 12 34 56 ${10 + at}` : 'Téléphone'}`);
      return [name, new TextEncoder().encode(lines.join('\n'))];
    })
  );
  const { files, findings } = await build({}, named);
  const posts = Object.values(json(files.get('graph/split.json')).assignment) as string[];
  expect(posts).toEqual(['Référent 1', 'Référent 2']);
  expect(findings.map(({ code }) => code)).toContain('personal-codes');
  const open = await build({ config: { profile: 'public' } }, named).catch((error: unknown) => {
    if (error instanceof UnsafeTerritory || error instanceof UnusableInput)
      return { files: new Map<string, Uint8Array>() };
    throw error;
  });
  for (const all of [files, open.files])
    for (const [path, bytes] of all) {
      const parts = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
      for (const part of parts)
        expect(new TextDecoder().decode(part), path).not.toMatch(/ZORBLAXE|QUINTARD|Kevin|Aminata|06 12 34/);
    }
});

describe('a territory', () => {
  it('is a folder of files: tables, downloads, maps, times, logo, and every remark', async () => {
    const { files, figures } = await build();
    expect(figures).toEqual({
      ...{ communes: 3, qpvs: 1, schools: 4, colleges: 1, followed: 2, waiting: 1, referents: 2 }
    });
    expect([...files.keys()].filter((path) => !/^(?:tables|downloads)\//.test(path)).sort()).toEqual([
      'findings.json',
      'graph/car.bin',
      'graph/meetings.json',
      'graph/sessions.json',
      'graph/split.json',
      'graph/team.json',
      'map/around.pmtiles',
      'map/communes.geojson',
      'map/ground.geojson',
      'map/ground.pmtiles',
      'map/qpvs.geojson',
      'map/sectors.geojson',
      'territory/logo.svg'
    ]);
    const dashboard = json(files.get('tables/dashboard.json'));
    expect(dashboard.territory).toMatchObject({
      internal: true,
      demonstration: false,
      ground: { tiles: true, paper: true, source: 'operator' }
    });
    expect(json(files.get('graph/split.json')).assignment).toEqual({ '0590001F': 'R1', '0590002G': 'R2' });
    expect(json(files.get('downloads/cube.json')).cells.length).toBeGreaterThan(0);
  });

  it('says of each source how many rows were read, used, dropped and left aside', async () => {
    const { balances } = await build();
    expect(balances.find(({ file }) => file === 'ips.csv')).toEqual({
      ...{ file: 'ips.csv', read: 4, used: 3, dropped: 0, aside: 1 }
    });
    for (const { read, used, dropped, aside } of balances) expect(used + dropped + aside).toBe(read);
  });

  it('tells each stage and each file as it comes to it', async () => {
    const told: BuildProgress[] = [];
    await build({ onProgress: (progress) => told.push(progress) });
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual([
      'read',
      'join',
      'protect',
      'times',
      'write'
    ]);
    const read = told.filter(({ stage }) => stage === 'read');
    expect(read.map(({ done, of }) => [done, of])).toEqual(read.map((_, at) => [at, read.length]));
    expect(read[0]).toMatchObject({ file: 'communes.geojson' });
  });

  it('is left at once when it is stopped', async () => {
    const stop = new AbortController();
    const onProgress = ({ stage }: BuildProgress) => {
      if (stage === 'join') stop.abort(new Error('stopped'));
    };
    await expect(build({ onProgress, signal: stop.signal })).rejects.toThrow('stopped');
  });

  it('is the same, byte for byte, a second time', async () => {
    const [one, other] = [await build(), await build()];
    expect([...other.files.keys()]).toEqual([...one.files.keys()]);
    for (const [path, bytes] of one.files) expect(other.files.get(path), path).toEqual(bytes);
  });
});

describe('what may not be published', () => {
  it('are posts and who follows what, on a public site', async () => {
    const { files, figures, posts } = await build({ config: { profile: 'public' } });
    expect([figures.referents, posts.staff, posts.assignment]).toEqual([0, [], []]);
    const texts = [...files].filter(([path]) => !path.endsWith('.bin')).map(([path]) => path);
    expect(texts.filter((path) => /staff|assignment/.test(path))).toEqual([]);
    expect(json(files.get('graph/split.json')).posts).toEqual([]);
  });

  it('is a count that a reader can find again: no file comes out', async () => {
    const cube = json(sources.get('parcours/cube.json'));
    const cells = cube.cells.map((cell: { key: string[] }) =>
      cell.key.join(' ') === '59009 ALL ALL ALL' ? { key: cell.key, value: 4 } : cell
    );
    const spoiled = new Map(sources).set(
      'parcours/cube.json',
      new TextEncoder().encode(JSON.stringify({ ...cube, cells }))
    );
    await expect(build({}, spoiled)).rejects.toThrow(UnsafeTerritory);
  });

  it('is a count below the threshold of the territory', async () => {
    const refused = build({ config: { thresholds: { children: 40 } } });
    await expect(refused).rejects.toMatchObject({ finding: { code: 'pathways-threshold', found: '11' } });
  });
});

describe('rows of a pack', () => {
  it('stand where the configuration names no file, with their source, vintage and licence; a file given replaces them', async () => {
    const file = 'IPS des écoles, 2022';
    const row = {
      ...{ file, line: 2, uai: '0590001F', name: 'ECOLE DU PAQUET', kind: 'primaire' as const },
      ...{ sector: 'public' as const, commune: '59350', pupils: 90, ips: 88, year: '2022-2023' as const }
    };
    const base = {
      ips: [row as never],
      vintages: { [file]: { source: 'DEPP', vintage: '2022-2023', licence: 'Licence Ouverte 2.0' } }
    };
    const config = { base: { departements: ['59'] }, schools: [] };
    const packed = await build({ base, config });
    expect(packed.balances.find((one) => one.file === file)).toMatchObject({ read: 1, used: 1 });
    expect(packed.rows.origins?.['schools']).toMatchObject({ source: expect.stringContaining('DEPP') });
    expect(packed.findings.some((one) => one.code === 'licence-missing' && one.file === file)).toBe(false);
    const given = await build({ base });
    expect(given.rows.schools.map(({ name }) => name)).not.toContain('École du paquet');
    expect(given.balances.some((one) => one.file === file)).toBe(false);
  });
});
