// Canaries: names of persons planted in every column of the lists of actions are in no file of a territory, of its exports and of its site; sessions stay in the service.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { checkProfile } from '../../src/lib/engines/publish/index.ts';
import { SESSIONS_PATH, type SessionsFile } from '../../src/lib/model/actions/session-rows.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { textFile } from '../fixtures/import/files.ts';
import { builtWith } from './planted.ts';
import { ROOT } from './published-files.ts';
import { search } from './search.ts';

const NAME = 'Canari-Nom Lucie';
const HIDDEN = /canari[ -]nom/i;
/** What the service may say inside, and no public file may hold: a place, a function, a day, numbers. */
const INSIDE = /canari[ -](?:lieu|fonction)|2033-0[1-6]-\d\d/i;

const COLUMNS =
  'seance;fiche;date;debut;fin;lieu;commune;places;inscrits;presents;intervenant;accompagnateur;transport;besoins;prets;statut'.split(';'); // prettier-ignore
const two = (number: number) => String(number).padStart(2, '0');
const session = (list: number, line: number): string[] => [
  ...[`S${list}-${line}`, `FA-${1 + line}`, `2033-${two(1 + (line % 6))}-${two(3 + line)}`, `${8 + (line % 9)}h`, `${10 + (line % 9)}h`], // prettier-ignore
  ...[`Canari-lieu ${line}`, '59350', '12', '10', '9', `canari-fonction ${line}`, `R${1 + (line % 2)}`],
  ...['car', 'salle transport', 'salle', 'tenue']
];
/** A list a column, each with one name in it. */
const SESSIONS = COLUMNS.map((_, at) => {
  const rows = Array.from({ length: 15 }, (_, line) =>
    session(at, line).map((cell, i) => (i === at && line === 7 ? NAME : cell))
  );
  return textFile(`seances-${at}.csv`, [COLUMNS, ...rows].map((row) => row.join(';')).join('\n'));
});
const LISTS = [
  ...SESSIONS,
  textFile(
    'fiches.csv',
    [
      'fiche;titre;niveau;theme;communes;cout;financement_etat;periode;forme;debut;issue_de',
      ...Array.from({ length: 20 }, (_, line) => {
        const own = ['école', 'collective', '2024-2025', 'FA-1'].map((cell, at) =>
          at === line - 1 ? NAME : cell
        );
        return [
          `FA-${line + 1}`,
          `Ateliers de langage ${line}`,
          'communal',
          'parentalité',
          '59350',
          1000,
          1000,
          ...own
        ].join(';');
      })
    ].join('\n')
  ),
  textFile('relais.csv', `commune;pourvu;fonction;presence\n59350;oui;${NAME};${NAME}`),
  textFile('lieux.csv', `commune;salle;places;debut;fin\n59350;${NAME};12;9h;20h\n59350;Salle;${NAME};9h;20h`)
];
const PLACES = {
  sessions: SESSIONS.map(({ name }) => name),
  actions: 'fiches.csv',
  correspondents: 'relais.csv',
  rooms: 'lieux.csv'
};

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));
let internal: TerritoryFiles;
let open: TerritoryFiles;
const sessionsOf = (files: TerritoryFiles) =>
  (JSON.parse(new TextDecoder().decode(files.get(SESSIONS_PATH))) as SessionsFile).sessions;
beforeAll(async () => {
  internal = await builtWith(LISTS, PLACES);
  open = await builtWith(LISTS, { ...PLACES, profile: 'public', pathways: undefined });
  writeFiles(join(folder, 'internal'), internal);
  writeFiles(join(folder, 'public'), open);
});

const shell = join(ROOT, 'build/_app/publish/pages.js');
describe('a name in any column of the lists of actions', () => {
  it('is in no file, export or remark of the service, which has the sessions all the same', async () => {
    expect(await search(join(folder, 'internal'), [HIDDEN])).toEqual([]);
    expect(sessionsOf(internal).length).toBeGreaterThan(100);
    expect(await search(join(folder, 'internal'), [INSIDE])).toContainEqual(
      expect.stringContaining(SESSIONS_PATH)
    );
  });

  it('is in no file for the public, nor is any session, which a site for the public refuses', async () => {
    expect(await search(join(folder, 'public'), [HIDDEN, INSIDE])).toEqual([]);
    expect(sessionsOf(open)).toEqual([]);
    expect(() => checkProfile(open, 'public')).not.toThrow();
    const forged = new Map(open).set(SESSIONS_PATH, internal.get(SESSIONS_PATH)!);
    expect(() => checkProfile(forged, 'public')).toThrow('publish-posts');
  });

  it.skipIf(!existsSync(shell))(
    'is in no page, frame, story or list of the sites that are made, for the service or for the public',
    async () => {
      for (const [name, files, words] of [
        ['service', internal, [HIDDEN]],
        ['ville', open, [HIDDEN, INSIDE]]
      ] as const) {
        await writeTerritorySite(files, join(folder, name));
        expect(await search(join(folder, name), words), name).toEqual([]);
      }
    },
    300_000
  );
});
