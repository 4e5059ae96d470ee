// Canaries: words planted in the lists of meetings are searched for in every file of a territory and of its site. Members and diaries stay in the service.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { checkProfile } from '../../src/lib/engines/publish/index.ts';
import { carry, meetingsKey } from '../../src/lib/storage/carried.ts';
import { MEETINGS_PATH } from '../../src/lib/model/meetings/meetings-file.ts';
import { folderContent } from '../../src/lib/session/territory/folder-file.ts';
import type { TerritoryProject } from '../../src/lib/session/territory/project.svelte.ts';
import { readMaillage, writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { MEETING_PLANS } from '../../src/lib/storage/meeting-plan-list.ts';
import * as cipher from '../../src/lib/storage/cipher.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { textFile } from '../fixtures/import/files.ts';
import { SMALL_CONFIG } from '../fixtures/territory/small.ts';
import { builtWith } from './planted.ts';
import { ROOT } from './published-files.ts';
import { search } from './search.ts';

/** In a function, a profession, a date, a team that does not exist, the name of a person, a reason and a header. */
const FUNCTION = /canari[ -]fonction/i;
const PROFESSION = /canari[ -]profession/i;
const DIARY = /2033-03-1[0-9]|13\/03\/2033/;
const NEVER = /canari[ -](?:nom|motif)/i;
/** Header of a column that is not read: told where the service corrects its lists. */
const COLUMN = /canari-colonne/i;
const STRAY = /canari[ -](?:equipe|inconnu|commune)/i;
const FILES = /canari[ -]fichier/i;
/** In a plan of the page Réunions, kept with the territory. */
const KEPT = /canari[ -](?:plan|garde)|2033-03-2[0-9]/i;
const ALL = [FUNCTION, PROFESSION, DIARY, NEVER, COLUMN, STRAY, FILES, KEPT];

const LISTS = [
  textFile(
    'canari-fichier-membres.csv',
    [
      'equipe;fonction;profession;poids;quorum;canari-colonne',
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

const PLACES = {
  members: LISTS[0]!.name,
  availabilities: LISTS[1]!.name,
  rooms: LISTS[2]!.name
};

const build = (change: object) => builtWith(LISTS, { ...PLACES, ...change });

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));
let internal: TerritoryFiles;
let open: TerritoryFiles;
beforeAll(async () => {
  internal = await build({});
  open = await build({ profile: 'public', pathways: undefined });
  writeFiles(join(folder, 'internal'), internal);
  writeFiles(join(folder, 'public'), open);
});

const shell = join(ROOT, 'build/_app/publish/pages.js');
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

  it.skipIf(!existsSync(shell))(
    'are in no page, frame, story or list of the site that is published for the public',
    async () => {
      await writeTerritorySite(open, join(folder, 'site'));
      expect(await search(join(folder, 'site'), ALL)).toEqual([]);
    },
    300_000
  );
});

describe('a plan of meetings kept with a territory', () => {
  const { siren } = SMALL_CONFIG;
  const plan = MEETING_PLANS.write({
    items: [
      {
        ...{ id: 'canari-plan', name: 'Canari-garde', made: 1, changed: 1, year: '2032-2033' },
        preset: 'balanced',
        plan: [{ team: 'EPS-01', number: 1, date: '2033-03-22', half: 'am' }],
        locked: [],
        absences: [{ who: 'service-canari-fonction-1', from: '2033-03-23', to: '2033-03-24' }],
        cancelled: []
      }
    ],
    gone: {}
  });
  beforeAll(() => carry(meetingsKey(siren), plan));
  afterAll(() => carry(meetingsKey(siren), null));
  const saved = async (files: TerritoryFiles, profile: string) => {
    const project = {
      built: { files, territory: { siren } },
      config: { ...SMALL_CONFIG, profile },
      files: []
    };
    const content = await folderContent(project as unknown as TerritoryProject, { sources: false });
    return readMaillage(await writeMaillage(content), { cipher });
  };

  it('travels in the file of a territory of the service, and in no file of a public one', async () => {
    expect((await saved(internal, 'internal')).kept).toEqual({ [meetingsKey(siren)]: plan });
    expect((await saved(open, 'public')).kept).toEqual({});
  });

  it('is in no file of the territory that is opened from it', async () => {
    const { files } = await saved(internal, 'internal');
    writeFiles(join(folder, 'opened'), files);
    expect(await search(join(folder, 'opened'), [KEPT])).toEqual([]);
    // It would be found.
    writeFiles(join(folder, 'planted'), new Map([['kept/plan.json', new TextEncoder().encode(plan)]]));
    expect(await search(join(folder, 'planted'), [KEPT])).toHaveLength(1);
  });

  it.skipIf(!existsSync(shell))(
    'is in no page nor file of a site made from it, of the service or for the public',
    async () => {
      const sites = { internal: await saved(internal, 'internal'), public: await saved(open, 'public') };
      for (const [name, { files }] of Object.entries(sites)) {
        await writeTerritorySite(files, join(folder, `site-${name}`));
        expect(await search(join(folder, `site-${name}`), [KEPT]), name).toEqual([]);
      }
    },
    300_000
  );
});
