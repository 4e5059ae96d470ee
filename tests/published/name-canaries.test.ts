// Canaries: names of children, parents and agents planted in every list and in a case file are searched for in every file of both sites.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { protect } from '../../src/lib/engines/disclosure/index.ts';
import { readCaseFile } from '../../src/lib/engines/import/index.ts';
import { checkProfile } from '../../src/lib/engines/publish/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { textFile, UAIS } from '../fixtures/import/files.ts';
import { SMALL_CONFIG } from '../fixtures/territory/small.ts';
import { builtWith } from './planted.ts';
import { ROOT } from './published-files.ts';
import { search } from './search.ts';

/** Surnames that nobody has, so that the lists of names of the program itself are not found; a telephone, an e-mail, an address, a birth. */
const CHILD = /QUIBROUX/i;
const PARENT = /VANTORCHE/i;
const AGENT = /LESTROUILLE/i;
const OTHERS = [
  /06[ .]?98[ .]?76[ .]?54[ .]?32/,
  /zz-canari@/,
  /rue des Canaris/i,
  /17\/03\/2016|2016-03-17/
];
/** A code made of a name: whoever has the list of the staff could find it again. */
const CODED = /\bP-[A-Z]{5}\b/;
const NAMES = [CHILD, PARENT, AGENT, ...OTHERS];
/** In the name of each list of the service: what is made of a list never says what its file was called. */
const FILE = /zzfichier/i;

const [A, B, C] = UAIS;
const FIRST = ['Lucas', 'Emma', 'Kevin', 'Yasmine', 'Léa', 'Mohamed', 'Camille', 'Inès'];
const AGENTS = ['Sandrine LESTROUILLE', 'Mme Lestrouille-Petit', 'LESTROUILLE Karim'];
const list = (name: string, ...lines: string[]) => textFile(name, `${lines.join('\n')}\n`);

/** Sixty children, with a column of each kind that services have. */
const CASES = list(
  'parcours.csv',
  'N° dossier;Nom;Prénom;Né(e) le;Nom de la mère;Responsable légal;Adresse;Téléphone;Courriel;N° CAF;Observations;;Année;UAI;Commune;Niveau;Thématique;Famille;Visites;Référent',
  ...Array.from({ length: 60 }, (_, i) =>
    [
      ...[`D-${i}`, 'QUIBROUX', FIRST[i % 8], '17/03/2016', 'Nadia VANTORCHE', 'M. Vantorche Paul'],
      ...['12 rue des Canaris', '06 98 76 54 32', 'zz-canari@exemple.org', '1234567'],
      `Vu avec ${FIRST[i % 8]} Quibroux et Mme Vantorche`,
      i % 2 ? `QUIBROUX ${FIRST[i % 8]}` : '',
      ...['2022-2023', UAIS[i % 3], ['59350', '59512', '59009'][i % 3], 'élémentaire'],
      ...[i % 2 ? 'santé' : 'parentalité', `F-${i >> 1}`, '2', AGENTS[i % 3]]
    ].join(';')
  )
);
const LISTS = [
  list(
    'suivies.csv',
    ...['Écoles suivies – Sandrine LESTROUILLE', ''],
    'UAI;Statut;Suivie depuis;Demandée depuis;Équipe;Référent;Directrice;Mail direction;Observations',
    `${A};suivie;2021-2022;;EPS-01;${AGENTS[0]};Nadia VANTORCHE;zz-canari@exemple.org;signalement de Lucas Quibroux`,
    `${B};suivie;2022-2023;;EPS-01;${AGENTS[1]};Emma Vantorche;;`,
    `${C};en attente;;2022-09;;;Paul Vantorche;;`,
    'QUIBROUX Lucas;suivie;2022-2023;;;;;;'
  ),
  list(
    'postes.csv',
    'Agent;poste;role;etp;base;commune_base;longitude;latitude;coordination;Portable',
    `${AGENTS[2]};${AGENTS[2]};coordination;1;Mairie;59350;;;;06 98 76 54 32`,
    `${AGENTS[0]};${AGENTS[0]};référent;0,8;Mairie;59350;;;${AGENTS[2]};`,
    `${AGENTS[1]};${AGENTS[1]};référent;1;Mairie;59512;;;${AGENTS[2]};`
  ),
  list(
    'equipes.csv',
    'equipe;nom;qpv;commune;coordination;reunions;professionnels;animée par',
    `EPS-01;Lille;QN05930M;59350;${AGENTS[2]};4;8;${AGENTS[0]}`
  ),
  list(
    'actions.csv',
    'fiche;titre;niveau;theme;communes;cout;financement_etat;financement_epci;telephone',
    'FA-1;Lire ensemble à la médiathèque;communal;parentalité;59350;1200,50;1000;200,50;06 98 76 54 32'
  ),
  list('partenaires.csv', 'categorie;commune;nombre;contact', `centre social;59350;3;Nadia VANTORCHE`),
  list('correspondants.csv', 'commune;pourvu;nom;mail', '59350;oui;Paul VANTORCHE;zz-canari@exemple.org'),
  list(
    'membres.csv',
    'equipe;fonction;profession;poids;quorum;telephone',
    'EPS-01;Direction de l’école A;école;3;oui;06 98 76 54 32',
    'EPS-01;PMI;santé;2;non;',
    ...['EPS-01;Médecin scolaire;santé;2;non;', 'EPS-01;Service social;social;2;non;'],
    ...['EPS-01;CAF;social;1;non;', 'EPS-01;Mme Vantorche;santé;2;non;']
  ),
  list(
    'reperes.csv',
    ...['mois;note', '2022-09;Ouverture d’un poste', '2023-01;Nouvelle liste des quartiers prioritaires'],
    ...['2023-03;Ouverture d’une permanence', '2023-09;Changement de règle', '2024-01;Deux écoles de plus'],
    '2022-10;Départ de Karim LESTROUILLE'
  )
];

const fileOf = (name: string) => `zzfichier ${name}`;

let solver: LinearSolver;
async function build(change: object): Promise<TerritoryFiles> {
  const { rows: cases } = await readCaseFile(CASES);
  expect(cases).toHaveLength(60);
  const schools = UAIS.map((uai) => ({ uai, kind: 'elementaire' as const }));
  const structure = { communes: ['59350', '59512', '59009'], qpvs: [], schools };
  const { cube, report } = protect(solver, cases, structure, { epci: SMALL_CONFIG.siren });
  const json = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const asked = JSON.stringify({ ...SMALL_CONFIG, milestones: 'reperes.csv', ...change });
  const names = new RegExp(`"(?:${LISTS.map(({ name }) => name.replace('.', '\\.')).join('|')})"`, 'g');
  return builtWith(
    [
      ...LISTS.map(({ name, bytes }) => ({ name: fileOf(name), bytes })),
      { name: 'parcours/cube.json', bytes: json(cube) },
      { name: 'parcours/report.json', bytes: json(report) }
    ],
    JSON.parse(asked.replace(names, (name) => `"${fileOf(name.slice(1, -1))}"`)) as object
  );
}

const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PROFILES = ['public', 'internal'] as const;
const built = new Map<string, TerritoryFiles>();
beforeAll(async () => {
  solver = await bootHighs();
  for (const profile of PROFILES) {
    const files = await build({ profile });
    built.set(profile, files);
    writeFiles(join(folder, profile), files);
  }
});

const shell = join(ROOT, 'build/_app/publish/pages.js');
describe.each(PROFILES)('names planted in the lists and cases of a site that is %s', (profile) => {
  it('are in no file of the territory: tables, downloads, catalogue, remarks; names of files are in its remarks alone', async () => {
    expect(await search(join(folder, profile), [FILE])).toEqual([`findings.json: ${FILE}`]);
    expect(await search(join(folder, profile), [...NAMES, CODED])).toEqual([]);
    const text = (path: string) => new TextDecoder().decode(built.get(profile)!.get(path));
    // The lists were read: what is no name is there.
    expect(text('tables/dashboard.json')).toContain('2021-2022');
    expect(text('findings.json')).toContain('personal-columns');
    if (profile === 'internal') expect(text('graph/team.json')).toMatch(/Référent 2/);
  });

  it.skipIf(!existsSync(shell))(
    'are in no page or file of the site that is published',
    async () => {
      const files = built.get(profile)!;
      checkProfile(files, profile);
      await writeTerritorySite(files, join(folder, `${profile}-site`));
      expect(await search(join(folder, `${profile}-site`), [...NAMES, FILE])).toEqual([]);
    },
    300_000
  );
});
