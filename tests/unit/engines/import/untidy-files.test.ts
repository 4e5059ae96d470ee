// Files as services and ministries write them: titles above the header, merged headers, a sheet of notes, old encodings, one column of positions.
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile, readCaseFile } from '../../../../src/lib/engines/import/import-file.ts';
import { withHeader } from '../../../../src/lib/engines/import/header-row.ts';
import { proposeMatches } from '../../../../src/lib/engines/import/matching/propose.ts';
import { readCsv } from '../../../../src/lib/engines/import/readers/csv.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { openFile, splitWorkbook } from '../../../../src/lib/engines/import/readers/open.ts';
import { oneSheet } from '../../../../src/lib/engines/import/readers/one-sheet.ts';
import { openDocumentFile, workbookFile, xlsxFile } from '../../../fixtures/import/containers.ts';
import { droppedOf, textFile, UAIS } from '../../../fixtures/import/files.ts';
import { damagedFiles, draws } from '../../../draws.ts';

const [A, B] = UAIS;
const HEADER = ['uai', 'statut', 'suivie_depuis'];
const codes = ({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code);
const MAC: Record<string, number> = { é: 0x8e, è: 0x8f, ê: 0x90, à: 0x88, ç: 0x8d, ô: 0x99, É: 0x83 };
const macFile = (name: string, text: string) => ({
  name,
  bytes: Uint8Array.from(text, (letter) => MAC[letter] ?? letter.charCodeAt(0))
});
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    })
  );

describe('a table that does not begin with its header', () => {
  it('is read under a title of several rows, in a workbook and in CSV', async () => {
    const grid = [
      ['Écoles suivies par la réussite éducative', null, null],
      ['Mise à jour : septembre 2025', null, null],
      HEADER,
      [A, 'suivie', '2024-2025'],
      [B, 'en attente', null]
    ];
    const csv = grid.map((row) => row.map((cell) => cell ?? '').join(';')).join('\n');
    for (const source of [
      await xlsxFile(grid),
      textFile('l.csv', csv),
      textFile('l.csv', csv.replace(/;;\n/g, '\n'))
    ]) {
      const read = await importFile(source);
      expect([read.format, read.counts.read, read.counts.kept]).toEqual(['followed-schools', 2, 2]);
      expect(codes(read)).toEqual(['title-rows']);
    }
  });

  it('is read under a header of two rows with merged cells', async () => {
    const read = await importFile(
      await xlsxFile([
        ['UAI', 'Suivi', null, 'Équipe'],
        [null, 'statut', 'suivie depuis', null],
        [A, 'suivie', '2024-2025', 'EPS-1']
      ])
    );
    expect(read.rows).toMatchObject([
      { uai: A, status: 'followed', followed_since: '2024-2025', team: 'EPS-1' }
    ]);
    expect(codes(read)).toContain('title-rows');
  });

  it('is found on the sheet after the notes, and the notes are named', async () => {
    const read = await importFile(
      await workbook([
        [
          'Lisez-moi',
          [['Ce classeur donne les écoles suivies.'], ['Une ligne par école.'], ['Contact : le service.']]
        ],
        ['Écoles', [HEADER, [A, 'suivie', '2024-2025']]]
      ])
    );
    expect(read.format).toBe('followed-schools');
    expect(read.findings).toMatchObject([{ code: 'other-sheets', found: 'Lisez-moi', expected: 'Écoles' }]);
  });

  it('stands any rows above it: rows and reasons add up', () => {
    const cell = fc.oneof(fc.constantFrom('uai', 'statut', 'suivie', A, ''), fc.string({ maxLength: 8 }));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (above) => {
        const text = [...above, HEADER, [A, 'suivie', '2024-2025']].map((row) => row.join(';')).join('\n');
        try {
          const table = withHeader(readCsv(textFile('f.csv', text)));
          expect(table.records.length + droppedOf(table).length).toBe(table.read);
        } catch (error) {
          if (!(error instanceof UnusableInput)) throw error;
        }
      }),
      { numRuns: draws() }
    );
  });
});

describe('an old encoding', () => {
  const text = `categorie;commune;nombre\néducation nationale;Fâche;2\ncrèche;Élan;3\n`.replace(
    'Fâche',
    'Fèche'
  );

  it('of Mac OS is read with its accents, and said', async () => {
    const read = await importFile(macFile('p.csv', text));
    expect(read.rows.map((row) => (row as { category: string }).category)).toEqual([
      'éducation nationale',
      'crèche'
    ]);
    expect(codes(read)).toContain('mac-text');
  });

  it('of Windows keeps its euro sign and its apostrophe', async () => {
    const bytes = Uint8Array.from('fiche;titre;niveau;cout\nF1;L@;communal;2,5 k#\n', (letter) =>
      letter === '@' ? 0x92 : letter === '#' ? 0x80 : letter.charCodeAt(0)
    );
    expect((await importFile({ name: 'a.csv', bytes })).rows).toMatchObject([
      { title: 'L’', cost_euros: 2500 }
    ]);
  });

  it('of UTF-16 without a mark is read in both orders, and said', async () => {
    for (const big of [true, false]) {
      const read = await importFile({ name: 'p.csv', bytes: utf16(text, big) });
      expect(read.rows).toHaveLength(2);
      expect(codes(read)).toContain('unmarked-utf16');
    }
  });
});

describe('positions in one column', () => {
  it('are read from the annuaire and from a list of positions, latitude first', async () => {
    const annuaire = await importFile(
      textFile(
        'a.csv',
        `identifiant_de_l_etablissement;nom_etablissement;type_etablissement;code_commune;position\n${A};École A;Ecole;59606;50.36, 3.52\n`
      )
    );
    expect(annuaire.rows).toMatchObject([{ lat: 50.36, lon: 3.52 }]);
    const positions = await importFile(textFile('p.csv', `numero_uai;position\n${A};"50.36, 3.52"\n${B};\n`));
    expect(positions.rows).toMatchObject([{ lat: 50.36, lon: 3.52 }]);
    expect(codes(positions)).toContain('no-position');
  });
});

describe('a case file in a service’s words', () => {
  it('has grades, years and themes read, and says how', async () => {
    const header = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
    const rows = ['CP', '6e', 'MS', 'CE1', '3ème'].map(
      (level, at) => `C${at};2024/2025;${A.slice(1)};;59606;${level};parentalité;F${at};4`
    );
    const read = await readCaseFile(textFile('c.csv', [header, ...rows].join('\n')));
    expect(read.rows.map(({ level, school_year, uai, theme }) => [level, school_year, uai, theme])).toEqual(
      ['elementaire', 'college', 'maternelle', 'elementaire', 'college'].map((level) => [
        ...[level, '2024-2025', A, 'parentalite']
      ])
    );
    expect(read.findings.every(({ code }) => code === 'understood')).toBe(true);
  });
});

describe('the headers of a service', () => {
  it('are known under their usual names', async () => {
    const actions = await importFile(
      textFile('a.csv', 'N° fiche;Intitulé;Niveau;Coût total;Communes\nF1;Lire;communal;1 200 €;Anzin\n')
    );
    expect(actions.rows).toMatchObject([{ id: 'F1', title: 'Lire', cost_euros: 1200, communes: ['Anzin'] }]);
  });
});

describe('a workbook of several sheets', () => {
  const TEAMS = [
    ['equipe', 'commune', 'reunions', 'professionnels'],
    ['EPS-1', '59014', '4', '8']
  ];
  const sheets = [
    { name: 'Lisez-moi', rows: [['Ce classeur a deux listes.']] },
    {
      name: 'Écoles',
      rows: [['Écoles suivies'], [], HEADER, [A, 'suivie', '2024-2025'], [B, '#REF!', null]]
    },
    { name: 'Feuil3', rows: [] },
    { name: 'Équipes', rows: TEAMS, hidden: true }
  ];

  it.each([
    ['XLSX', workbookFile(sheets)],
    ['ODS', openDocumentFile(sheets)]
  ])(
    'in %s is a file a sheet that holds something, at the same lines, hidden ones said',
    async (_, source) => {
      const parts = await splitWorkbook(source);
      expect(parts.map(({ name }) => name)).toEqual(
        ['Lisez-moi', 'Écoles', 'Équipes'].map((sheet) => `${source.name}#${sheet}`)
      );
      const [notes, schools, teams] = parts;
      await expect(importFile(notes!)).rejects.toMatchObject({ finding: { code: 'sheet-without-table' } });
      const read = await importFile(schools!);
      expect([read.format, read.counts.kept]).toEqual(['followed-schools', 1]);
      expect(read.findings).toMatchObject([
        { code: 'title-rows' },
        { code: 'formula-error', row: 5 },
        { row: 5 }
      ]);
      expect(await importFile(teams!)).toMatchObject({
        format: 'teams',
        findings: [{ code: 'hidden-sheet', found: 'Équipes', file: `${source.name}#Équipes` }]
      });
    }
  );

  it('is read by the name of a sheet from the whole workbook too, as the shell does', async () => {
    const { bytes } = workbookFile(sheets);
    const read = await importFile({ name: 'listes.xlsx#Équipes', bytes });
    expect([read.format, read.rows.length]).toEqual(['teams', 1]);
    await expect(importFile({ name: 'listes.xlsx#Absente', bytes })).rejects.toMatchObject({
      finding: { code: 'missing-sheet', expected: 'Absente' }
    });
  });

  it('never carries what another sheet holds', async () => {
    const secret = [{ name: 'Enfants', rows: [['nom'], ['CANARI']] }, ...sheets];
    const parts = await splitWorkbook(workbookFile(secret));
    for (const { name, bytes } of parts.slice(1)) {
      const texts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
      expect(texts.join(), name).not.toContain('CANARI');
    }
  });

  it('stays whole with one sheet to read, and so does any other file', async () => {
    expect(await splitWorkbook(workbookFile(sheets.slice(1, 3)))).toEqual([]);
    expect(await splitWorkbook(textFile('a.csv', 'a;b\n1;2'))).toEqual([]);
  });

  it('gives back any cell as it was, whatever it holds', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.constantFrom('a\nb', '<&>"', '', '1,5')
    );
    const rows = fc.array(fc.array(text, { maxLength: 4 }), { minLength: 2, maxLength: 5 });
    const plain = (cells: readonly string[]) =>
      cells.map((cell) =>
        cell
          // eslint-disable-next-line no-control-regex -- XML has no place for them
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      );
    await fc.assert(
      fc.asyncProperty(rows, async (grid) => {
        const filled = [['x', 'y'], ...grid, ['z', 'z']];
        const { header, records } = await openFile({
          name: 'a.xlsx',
          bytes: oneSheet({ sheet: 'F', rows: filled })
        });
        // A column without a header is named by its letter.
        const written = header.map((name) => (name.startsWith('colonne ') ? '' : name));
        const read = new Map([[1, written], ...records.map(({ line, cells }) => [line, cells] as const)]);
        for (const [at, cells] of filled.entries()) {
          const found = plain(read.get(at + 1) ?? [])
            .join('|')
            .replace(/\|+$/, '');
          expect(found).toBe(plain(cells).join('|').replace(/\|+$/, ''));
        }
      }),
      { numRuns: damagedFiles(), seed: 20_260_902 }
    );
  });
});

describe('a column of amounts without a header', () => {
  it('is named by its letter and asked about; one that is empty is not', async () => {
    const text =
      'Fiche;Titre;Niveau;Communes;Coût;;;\nA1;Café;communal;59392;12000;3000;;\nA2;Stage;communal;59392;9000;1000;;';
    const table = await openFile(textFile('actions.csv', text));
    expect(table.header.slice(5)).toEqual(['colonne F', '', '']);
    const { columns } = proposeMatches(table, 'actions');
    expect(columns).toMatchObject([{ header: 'colonne F', holds: 'euros', filled: 2 }]);
  });
});

/** A workbook of several sheets: the files of single ones, put into one. */
async function workbook(sheets: [string, (string | null)[][]][]) {
  const { default: write } = await import('write-excel-file/node');
  const pages = sheets.map(([sheet, grid]) => ({
    sheet,
    data: grid.map((row) => row.map((value) => (value === null ? null : { value, type: String })))
  }));
  const buffer = await write(pages as never).toBuffer();
  return { name: 'f.xlsx', bytes: new Uint8Array(buffer) };
}
