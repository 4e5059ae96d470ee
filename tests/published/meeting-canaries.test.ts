// Canaries: words planted in the lists of meetings are searched for in every file of a territory and of its site. Members and diaries stay in the service.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptReference } from '../../scripts/territory/reference.ts';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { buildTerritory, readConfig } from '../../src/lib/engines/build/index.ts';
import { checkProfile } from '../../src/lib/engines/publish/index.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { MEETINGS_PATH } from '../../src/lib/model/meetings-file.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { textFile } from '../fixtures/import/files.ts';
import { SMALL_CONFIG, smallSources } from '../fixtures/territory/small.ts';
import { ROOT } from './published-files.ts';
import { search } from './search.ts';

/** In a function, a profession, a date, a team that does not exist, the name of a person, a reason and a header. */
const FUNCTION = /canari[ -]fonction/i;
const PROFESSION = /canari[ -]profession/i;
const DIARY = /2033-03-1[0-9]|13\/03\/2033/;
const NEVER = /canari[ -](?:nom|motif)/i;
const STRAY = /canari[ -](?:equipe|inconnu|commune)/i;
const FILES = /canari[ -]fichier/i;
const ALL = [FUNCTION, PROFESSION, DIARY, NEVER, STRAY, FILES];

const LISTS = [
  textFile(
    'canari-fichier-membres.csv',
    [
      'equipe;fonction;profession;poids;quorum;canari-motif-colonne',
      'EPS-01;Service canari-fonction 1;canari-profession;3;oui;canari-motif',
      'EPS-01;Mme Canari-Nom;école;3;oui;',
      'EPS-01;Directrice Marie Canari-Nom;école;3;oui;',
      'canari-equipe;Service canari-fonction 2;;;;'
    ].join('\n')
  ),
  textFile(
    'canari-fichier-absences.csv',
    [
      'qui;jour;demi_journee;du;au;motif',
      'Service canari-fonction 1;;;2033-03-11;2033-03-12;canari-motif',
      'Service canari-fonction 1;canari-motif;;;;canari-motif',
      'Service canari-inconnu 1;lundi;;;;canari-motif',
      'C1;;;2033-03-13;2033-03-14;canari-motif',
      'Mme Canari-Nom;lundi;;;;canari-motif',
      'Service;;;2033-03-15;2033-03-16;canari-motif'
    ].join('\n')
  ),
  textFile(
    'canari-fichier-salles.csv',
    ['commune;jour;demi_journee;du;au', '59350;;;2033-03-17;2033-03-18', 'Canari-commune;lundi;;;'].join('\n')
  )
];

let solver: LinearSolver;
const PLACES = {
  members: LISTS[0]!.name,
  availabilities: LISTS[1]!.name,
  rooms: LISTS[2]!.name
};

async function build(change: object): Promise<TerritoryFiles> {
  const sources = new Map([
    ...smallSources(solver),
    ...LISTS.map(({ name, bytes }) => [name, bytes] as const)
  ]);
  const read = readConfig({ ...SMALL_CONFIG, ...PLACES, ...change });
  if ('faults' in read) throw new Error(read.faults.join());
  const { files } = await buildTerritory({
    config: read.config,
    open: async (name) => {
      const bytes = sources.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    },
    reference: await keptReference(),
    today: '2026-06',
    solver: async () => solver
  });
  return files;
}

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));
let internal: TerritoryFiles;
let open: TerritoryFiles;
beforeAll(async () => {
  solver = await bootHighs();
  internal = await build({});
  open = await build({ profile: 'public', pathways: undefined });
  writeFiles(join(folder, 'internal'), internal);
  writeFiles(join(folder, 'public'), open);
}, 120_000);

describe('words planted in the lists of meetings', () => {
  it('are in no file of a public territory, tables, downloads, catalogue and remarks', async () => {
    expect(await search(join(folder, 'public'), ALL)).toEqual([]);
    expect([...open.keys()]).toContain(MEETINGS_PATH);
  });

  it('would be found: those that a territory of the service keeps are in its file of meetings', async () => {
    const found = await search(join(folder, 'internal'), [FUNCTION, PROFESSION, DIARY]);
    expect(found.filter((line) => line.startsWith(MEETINGS_PATH))).toHaveLength(3);
  });

  it('are nowhere else in a territory of the service than in its file of meetings and its remarks', async () => {
    const found = await search(join(folder, 'internal'), ALL);
    const files = new Set(found.map((line) => line.split(':')[0]));
    expect([...files].sort()).toEqual(['findings.json', MEETINGS_PATH]);
    expect(await search(join(folder, 'internal'), [NEVER])).toEqual([]);
  });

  it('are refused in a site for the public, whichever of its lists holds them', () => {
    const json = (value: object) => new TextEncoder().encode(JSON.stringify(value));
    expect(() => checkProfile(open, 'public')).not.toThrow();
    const empty = JSON.parse(new TextDecoder().decode(open.get(MEETINGS_PATH))) as Record<string, unknown>;
    const full = JSON.parse(new TextDecoder().decode(internal.get(MEETINGS_PATH))) as Record<string, unknown>;
    for (const key of ['members', 'quorum', 'coordinators', 'away', 'closed']) {
      const forged = new Map(open).set(MEETINGS_PATH, json({ ...empty, [key]: full[key] }));
      expect(() => checkProfile(forged, 'public'), key).toThrow('publish-posts');
    }
    for (const other of [{}, [], null, { notes: 'x' }, { ...empty, notes: ['Mme Durand'] }]) {
      const forged = new Map(open).set(MEETINGS_PATH, json(other as object));
      expect(() => checkProfile(forged, 'public'), JSON.stringify(other)).toThrow('publish-posts');
    }
  });

  const shell = join(ROOT, 'build/_app/publish/pages.js');
  it.skipIf(!existsSync(shell))(
    'are in no page, frame, story or list of the site that is published for the public',
    async () => {
      await writeTerritorySite(open, join(folder, 'site'));
      expect(await search(join(folder, 'site'), ALL)).toEqual([]);
    },
    300_000
  );
});
