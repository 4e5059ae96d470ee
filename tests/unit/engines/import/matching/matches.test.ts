// Headers and words of a service's own, matched once and remembered.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  FORMATS,
  importExpected,
  importFile,
  kindOfFile,
  matchColumn,
  MatchesSchema,
  matchValue,
  openFile,
  proposeMatches,
  readCaseFile,
  withHeader
} from '../../../../../src/lib/engines/import/index.ts';
import { recogniseNear } from '../../../../../src/lib/engines/import/matching/recognise-near.ts';
import { droppedBytes } from '../../../../../src/lib/engines/import/dropped/dropped-file.ts';
import type { FormatId, Matches } from '../../../../../src/lib/model/source-files.ts';
import { codedValueName, columnName } from '../../../../../src/lib/i18n/columns.ts';
import { findingSentence } from '../../../../../src/lib/i18n/findings/findings.ts';
import { codedColumns } from '../../../../../src/lib/engines/import/matching/coded-columns.ts';
import { xlsxFile } from '../../../../fixtures/import/containers.ts';
import { textFile, UAIS } from '../../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';

const [A, B, C] = UAIS;
const LEVELS = ['CM2', 'PS', '6e', 'ULIS', 'ulis', 'CE1'];
const CASES = textFile(
  'dossiers-2025.csv',
  [
    'N° fiche;Année scolaire;École;Quartier;Commune;Niveau;Thématique;Famille;Visites;Observations',
    ...LEVELS.map((level, at) => `2025-014${at};2025-2026;${A};;59606;${level};parentalité;F${at};4;RAS`)
  ].join('\n')
);
const opened = (source: { name: string; bytes: Uint8Array }, matches?: Matches) => openFile(source, matches);
const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);

describe('a column that no one recognises', () => {
  const actions = textFile(
    'actions.csv',
    [
      'fiche;titre;niveau;theme;cout;etat;Fondation X;Votée le;Bilan;Année;Classes',
      'F1;Lire;communal;parentalité;100 000;60 000;40 000;12/03/2025;bon;2025;3',
      'F2;Dire;communal;santé;74 500,50;40 000;34 500,50;14/04/2025;moyen;2025;2'
    ].join('\n')
  );

  it('is asked when it holds amounts or dates, though every value of the others is understood', async () => {
    const { columns, values } = proposeMatches(await opened(actions), 'actions');
    expect(values).toEqual([]);
    const held = Object.fromEntries(columns.map(({ header, holds }) => [header, holds]));
    expect(held).toEqual({
      'Fondation X': 'euros',
      'Votée le': 'dates',
      Bilan: null,
      Année: null,
      Classes: null
    });
    expect(columns.slice(0, 2).every(({ holds }) => holds)).toBe(true);
  });

  it('is named among what a build says of its file, and not once it is matched', async () => {
    const read = async (matches?: Matches) =>
      importExpected(await opened(actions, matches), 'actions', { matches })
        .findings.filter(({ code }) => code === 'unknown-column')
        .map(({ column }) => column);
    expect(await read()).toEqual(['Fondation X', 'Votée le', 'Bilan', 'Année', 'Classes']);
    expect(await read(matchColumn({}, 'actions', 'Fondation X', 'paid-caf'))).not.toContain('Fondation X');
  });

  it('leaves a part of the cost without a known funder: said in French amounts, of no column to change', async () => {
    const { findings } = importExpected(await opened(actions), 'actions', {});
    const lacking = findings.filter(({ code }) => code === 'funders-lacking');
    expect(lacking).toMatchObject([{ row: 2 }, { row: 3, found: '40000', expected: '74500.5' }]);
    expect(lacking[1]).not.toHaveProperty('column');
    expect(findingSentence(lacking[1]!).replace(/[\u00a0\u202f]/g, ' ')).toContain(
      'les financeurs connus donnent 40 000 € sur un coût de 74 500,50 € ; 34 500,50 € n’ont pas de financeur connu'
    );
  });
});

describe('a case file with a header of its own', () => {
  it('is recognised before it is asked about', async () => {
    expect(await kindOfFile(droppedBytes(CASES))).toMatchObject({ kind: 'table', format: 'cases' });
  });

  it('has « N° fiche » proposed as the case number, and « ULIS » left to say', async () => {
    const { missing, columns, values } = proposeMatches(await opened(CASES), 'cases');
    expect(missing).toEqual([]);
    expect(columns[0]).toMatchObject({ header: 'N° fiche', asked: true, filled: 6, distinct: 6 });
    expect(columns[0]!.sample).toEqual(['2025-0140', '2025-0141', '2025-0142']);
    expect(columns[0]!.proposals[0]!.column).toBe('case_id');
    expect(columns.filter(({ asked }) => asked)).toHaveLength(1);
    expect(values).toMatchObject([{ column: 'level', header: 'Niveau', value: 'ULIS', rows: 2 }]);
    expect(values[0]!.choices).toEqual(['maternelle', 'elementaire', 'college']);
  });

  it('is read whole once both are said, and keeps them for the next file', async () => {
    let matches: Matches = matchColumn({}, 'cases', 'N° fiche', 'case_id');
    matches = matchValue(matches, 'cases', 'level', 'ULIS', 'elementaire');
    matches = matchColumn(matches, 'cases', 'Observations', null);
    const table = await opened(CASES, matches);
    expect(proposeMatches(table, 'cases', matches)).toMatchObject({ missing: [], columns: [], values: [] });
    const read = await readCaseFile(CASES, {}, { matches });
    expect(read.rows.map(({ level }) => level)).toEqual([
      'elementaire',
      'maternelle',
      'college',
      'elementaire',
      'elementaire',
      'elementaire'
    ]);
    expect(read.findings).toContainEqual(
      expect.objectContaining({
        code: 'understood',
        column: 'Niveau',
        found: 'ULIS',
        expected: 'elementaire'
      })
    );
    expect(read.findings).toContainEqual(
      expect.objectContaining({ code: 'ignored-column', column: 'Observations' })
    );
    expect(codes(read)).not.toContain('unknown-column');
    const imported = await importFile(CASES, { matches });
    expect(imported).toMatchObject({ format: 'cases', counts: { read: 6, kept: 6 } });
  });

  it('counts the children whose level is ignored, in the totals', async () => {
    let matches: Matches = matchColumn({}, 'cases', 'N° fiche', 'case_id');
    matches = matchValue(matches, 'cases', 'level', 'ULIS', null);
    const read = await readCaseFile(CASES, {}, { matches });
    expect(read.rows).toHaveLength(read.read);
    expect(read.rows.filter(({ level }) => level === null)).toHaveLength(2);
    expect(codes(read)).toContain('ignored-value');
  });
});

describe('what was said of a format', () => {
  it('does not hide the usual headers of another file', async () => {
    const matches = matchColumn({}, 'followed-schools', 'Code RNE école', 'uai');
    const usual = textFile('a.csv', `uai;statut\n${A};suivie\n`);
    const own = textFile('b.csv', `Code RNE école;statut\n${B};suivie\n`);
    for (const [source, uai] of [
      [usual, A],
      [own, B]
    ] as const) {
      const { rows } = importExpected(await opened(source), 'followed-schools', { matches });
      expect(rows).toMatchObject([{ uai }]);
    }
  });

  it('takes a header from the column that it would be read as', async () => {
    // « nom » is the teacher's here; the school is under another header.
    const matches = matchColumn(
      matchColumn({}, 'followed-schools', 'Nom', null),
      'followed-schools',
      'Groupe',
      'name'
    );
    const source = textFile('a.csv', 'Nom;Groupe;Commune;Statut\nMme X;Jules Ferry;Anzin;suivie\n');
    const { rows, findings } = importExpected(await opened(source), 'followed-schools', { matches });
    expect(rows).toMatchObject([{ named: { name: 'Jules Ferry', commune: 'Anzin' } }]);
    expect(codes({ findings })).toContain('ignored-column');
  });

  it('finds the header under a title, and the sheet of a workbook', async () => {
    const grid = [
      ['Suivi des écoles, 2025', null, null],
      ['Établ. scolaire', 'Où en est-on', null],
      [A, 'ok', null],
      [B, 'peut-être', null]
    ];
    let matches = matchColumn({}, 'followed-schools', 'Établ. scolaire', 'uai');
    matches = matchColumn(matches, 'followed-schools', 'Où en est-on', 'status');
    matches = matchValue(matches, 'followed-schools', 'status', 'OK', 'followed');
    matches = matchValue(matches, 'followed-schools', 'status', 'peut-être', 'waiting');
    const read = await importFile(await xlsxFile(grid), { matches });
    expect(read.rows).toMatchObject([
      { uai: A, status: 'followed' },
      { uai: B, status: 'waiting' }
    ]);
  });

  it('is asked under the true header: a row whose words name columns elsewhere is no header', async () => {
    const list = textFile('p.csv', 'Genre;Localité;Qté\nCAF;Commune;2\nÉtat;Ville;1\n');
    const { header, records } = await opened(list);
    expect([header[0], records.length]).toEqual(['Genre', 2]);
    const titled = await xlsxFile([
      ['Nos partenaires', null, null],
      ['Genre', 'Localité', 'Nature'],
      ['CAF', 'Commune', '2']
    ]);
    expect(withHeader(await opened(titled)).header).toEqual(['Genre', 'Localité', 'Nature']);
    expect(withHeader(await opened(list)).header).toEqual(header);
  });

  it('goes through JSON and its schema unchanged, unknown formats apart', () => {
    let matches: Matches = matchColumn({}, 'cases', 'N° fiche', 'case_id');
    matches = matchValue(matches, 'cases', 'level', 'ULIS', null);
    matches = matchColumn(matches, 'staff', 'Tél', null);
    const parsed = v.parse(
      MatchesSchema,
      JSON.parse(JSON.stringify({ ...matches, 'of-tomorrow': { columns: {} } }))
    );
    expect(parsed).toEqual(matches);
    expect(v.safeParse(MatchesSchema, { cases: { columns: { case_id: 3 } } }).success).toBe(false);
  });

  it('is forgotten on request, and a header has one meaning at a time', () => {
    let matches = matchColumn({}, 'cases', 'Fiche', 'case_id');
    matches = matchColumn(matches, 'cases', 'fiche', 'family_id');
    expect(matches.cases?.columns).toEqual({ family_id: ['fiche'] });
    expect(matchColumn(matches, 'cases', 'FICHE', undefined).cases).toEqual({
      columns: {},
      ignored: [],
      values: {}
    });
    const said = matchValue(matches, 'cases', 'level', 'Ulis', 'college');
    expect(matchValue(said, 'cases', 'level', 'ULIS', undefined).cases?.values).toEqual({ level: {} });
  });

  it('cannot reach what every object holds', async () => {
    const hostile = v.parse(
      MatchesSchema,
      JSON.parse('{"cases":{"columns":{"constructor":["a"]},"values":{"__proto__":{"x":"y"}}}}')
    );
    const read = await importFile(SAMPLES.cases, { matches: hostile });
    expect(read.counts.dropped).toBe(0);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('proposals', () => {
  it('find the format of each sample when its headers are said otherwise', async () => {
    const asked: [FormatId, string, readonly string[]][] = [
      ['followed-schools', `Code établissement;Situation de l'école;Début\n${A};suivie;2024-2025\n${B};en attente;\n`, ['uai', 'status']],
      ['staff', 'Identifiant du poste;Métier;Temps travail;Lieu de travail;Ville de la base\nR1;référent;80 %;Mairie;59014\nC1;coordination;1;Mairie;59606\n', ['id', 'role', 'fte', 'base', 'commune']],
      ['teams', 'Code équipe;Localité;Nb de séances;Membres\nE1;59014;4;8\nE2;59606;5;7\n', ['id', 'commune', 'meetings', 'professionals']],
      ['actions', 'Réf. action;Nom du projet;Échelle action;Coût prévisionnel\nF1;Lire;communal;1 200 €\nF2;Jouer;intercommunal;800 €\n', ['id', 'title', 'level', 'cost']],
      ['partners', 'Type de structure;Ville;Nombre de structures\nCCAS;Anzin;2\nassociation;Lille;5\n', ['category', 'count']]
    ]; // prettier-ignore
    for (const [format, text, columns] of asked) {
      const table = await opened(textFile('f.csv', text));
      expect(recogniseNear(table)[0]?.format, text).toBe(format);
      const proposed = proposeMatches(table, format);
      const guessed = new Map(
        proposed.columns.filter((one) => one.asked).map((one) => [one.proposals[0]?.column, one.header])
      );
      for (const column of columns) {
        if (proposed.free.includes(column))
          expect([...guessed.keys()], `${format} ${column}`).toContain(column);
      }
      // The guesses, taken as they are, make a file that is read.
      let matches: Matches = {};
      for (const [column, header] of guessed) matches = matchColumn(matches, format, header, column!);
      expect((await importFile(textFile('f.csv', text), { matches })).counts.kept).toBe(2);
    }
  });

  it('tell an official file whose headers were renamed by what its values look like', async () => {
    const text = `Année;Établissement;Intitulé;Insee;Valeur\n2022-2023;${A};Ecole A;59606;89,5\n2022-2023;${B};Ecole B;59014;101,2\n2022-2023;${C};Ecole C;59014;98\n`;
    const proposed = proposeMatches(await opened(textFile('ips.csv', text)), 'ips');
    const best = Object.fromEntries(
      proposed.columns.map(({ header, proposals }) => [header, proposals[0]?.column])
    );
    expect(best).toMatchObject({ Année: 'year', Établissement: 'uai', Insee: 'commune' });
  });

  it('say nothing of a file that is read whole', async () => {
    for (const { id } of FORMATS) {
      const { missing, values } = proposeMatches(await opened(SAMPLES[id]), id);
      expect([id, missing, values]).toEqual([id, [], []]);
    }
  });

  it('find nothing near in a table of another kind', async () => {
    const source = textFile('courses.csv', 'produit;prix;rayon\npommes;2,50;fruits\nsavon;3,20;hygiène\n');
    expect(recogniseNear(await opened(source))).toEqual([]);
    const towns = textFile(
      'c.csv',
      'code;nom;lat;lon\n59606;Valenciennes;50.36;3.52\n59014;Anzin;50.37;3.5\n'
    );
    expect(recogniseNear(await opened(towns))).toEqual([]);
  });

  it('have words for every column and every choice', () => {
    const same = ['profession', 'commune', 'communes', 'code', 'position', 'population', 'latitude'];
    for (const { id, importer } of FORMATS) {
      for (const column of Object.keys(importer.columns)) {
        if (!same.includes(column)) expect(columnName(id, column), `${id} ${column}`).not.toBe(column);
      }
      // « estime-de-soi » is a code, « estime de soi » a name.
      const choices = Object.values(codedColumns(id)).flatMap((coded) => coded.choices);
      for (const choice of choices) expect(codedValueName(choice), choice).toMatch(/^(?!.+-de-)[a-zà-ÿ -]+$/);
    }
  });
});
