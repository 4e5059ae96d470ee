// Files that services have and that are no recent workbook: XLS, GeoPackage, Grist. They give the rows of the same table in a CSV.
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, splitWorkbook } from '../../../../src/lib/engines/import/index.ts';
import { readOldSpreadsheet } from '../../../../src/lib/engines/import/readers/xls/old-spreadsheet.ts';
import { openFile } from '../../../../src/lib/engines/import/readers/open.ts';
import { geopackage, gristFile, xlsFile } from '../../../fixtures/import/databases.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';

const PARTNERS = [
  ['categorie', 'commune', 'nombre'],
  ['CCAS', '59014', 3],
  ['crèche', '59606', 1]
];
const ROWS = [
  { category: 'CCAS', commune: '59014', count: 3 },
  { category: 'crèche', commune: '59606', count: 1 }
];
const RING = [[3, 50], [3, 51], [4, 51], [4, 50], [3, 50]]; // prettier-ignore
const QUARTIER = { code_qp: 'QN05930M', lib_qp: 'Sous-le-Bois', insee_com: '59392' };

const refusalOf = (source: Parameters<typeof importFile>[0]) =>
  importFile(source).then(
    () => 'read',
    (error: unknown) => (error instanceof UnusableInput ? error.finding.code : String(error))
  );

describe('an old workbook (.xls)', () => {
  it('of Excel 97 gives the rows of its table', async () => {
    const { format, rows } = await importFile(xlsFile({ Feuil1: PARTNERS }));
    expect(format).toBe('partners');
    expect(rows).toMatchObject(ROWS);
  });

  it('of Excel 5 gives them too, its accents in one byte', async () => {
    const { name, bytes } = xlsFile({ Feuil1: PARTNERS }, { type: 'biff5' });
    // What writes the file here knows no accent of that time.
    const at = bytes.findIndex(
      (_, from) => String.fromCharCode(...bytes.subarray(from, from + 6)) === 'cr_che'
    );
    bytes[at + 2] = 0xe8;
    expect((await importFile({ name, bytes })).rows).toMatchObject(ROWS);
  });

  it('gives dates, accents and lines as they are seen', async () => {
    const [sheet] = await readOldSpreadsheet(
      xlsFile({ Élèves: [['Né le', 'Prénom de l’école', 'IPS'], [], [new Date('2015-09-01'), 'Zoë', 89.5]] })
    );
    expect(sheet).toEqual({
      sheet: 'Élèves',
      hidden: false,
      rows: [['Né le', 'Prénom de l’école', 'IPS'], [], ['2015-09-01', 'Zoë', '89.5']]
    });
  });

  it('says which sheets are hidden, and gives each as a file of its own', async () => {
    const file = xlsFile({ Partenaires: PARTNERS, Notes: [['x'], ['y']] }, { hidden: ['Notes'] });
    const sheets = await splitWorkbook(file);
    expect(sheets.map(({ name }) => name)).toEqual(['f.xls#Partenaires', 'f.xls#Notes']);
    expect((await importFile(sheets[0]!)).rows).toMatchObject(ROWS);
    expect((await readOldSpreadsheet(file)).map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('shows nothing of a column of persons', async () => {
    const table = await openFile(
      xlsFile({
        Feuil1: [
          ['Nom', 'Prénom', 'École', 'Commune'],
          ...['Durand Léa', 'Martin Paul', 'Petit Zoé', 'Moreau Jean', 'Leroy Anna'].map((name) => [
            ...name.split(' '),
            'École Jean Jaurès',
            'Denain'
          ])
        ]
      })
    );
    expect(table.header.join()).not.toMatch(/Nom|Prénom/);
    expect(JSON.stringify(table.records)).not.toMatch(/Durand|Léa/);
  });

  it('reads any cells as they were written', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100),
      fc
        .stringMatching(/^[a-zA-Zéèêçœ’ '-]{1,20}$/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
    );
    const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const [read] = await readOldSpreadsheet(xlsFile({ S: rows }));
        const written = rows.map((cells) => cells.map((one) => (one === null ? '' : String(one))));
        expect(rows.map((_, at) => rows[at]!.map((__, rank) => read!.rows[at]?.[rank] ?? ''))).toEqual(
          written
        );
      }),
      { numRuns: 40, seed: 20_260_901 }
    );
  });

  it('that is a text of Word is refused with the way on', async () => {
    const bytes = xlsFile({ S: PARTNERS }).bytes.map((byte) => byte);
    const name = new TextEncoder().encode('W\0o\0r\0k\0b\0o\0o\0k\0');
    for (let at = 0; at < bytes.length - name.length; at += 1)
      if (name.every((byte, rank) => bytes[at + rank] === byte)) bytes[at] = 0x58;
    expect(await refusalOf({ name: 'a.doc', bytes })).toBe('text-document');
  });
});

describe('a GeoPackage', () => {
  const layer = [{ properties: QUARTIER, ring: RING }];

  it.each([true, false])('gives its features, with an envelope or not (%s)', async (envelope) => {
    const { format, rows } = await importFile(await geopackage({ quartiers: layer }, { envelope }));
    expect(format).toBe('qpv');
    expect(rows).toMatchObject([
      {
        code: 'QN05930M',
        name: 'Sous-le-Bois',
        communeCodes: ['59392'],
        perimeter: { type: 'MultiPolygon', coordinates: [[RING]] }
      }
    ]);
  });

  it('in Lambert-93 is put in degrees', async () => {
    const ring = [[700_000, 7_000_000], [700_000, 7_001_000], [701_000, 7_001_000], [701_000, 7_000_000], [700_000, 7_000_000]]; // prettier-ignore
    const { rows } = await importFile(
      await geopackage({ quartiers: [{ properties: QUARTIER, ring }] }, { srs: 2154 })
    );
    const { perimeter } = rows[0] as { perimeter: { coordinates: number[][][][] } };
    expect(perimeter.coordinates[0]![0]![0]!.map(Math.round)).toEqual([3, 50]);
  });

  it('of several layers gives the one that is known, and names the others', async () => {
    const { rows, findings } = await importFile(
      await geopackage({ fond: [{ properties: { x: '1' }, ring: RING }], quartiers: layer })
    );
    expect(rows).toHaveLength(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'other-layers', found: 'fond', expected: 'quartiers' })
    );
  });

  it('of tables without geometry is read as a workbook', async () => {
    const properties = { categorie: 'CCAS', commune: '59014', nombre: '3' };
    const { rows } = await importFile(await geopackage({ partenaires: [{ properties, ring: null }] }));
    expect(rows).toMatchObject(ROWS.slice(0, 1));
  });

  it('in a zip is read as well', async () => {
    const { bytes } = await geopackage({ quartiers: layer });
    const { format } = await importFile({ name: 'qpv.zip', bytes: zipSync({ 'a/qpv.gpkg': bytes }) });
    expect(format).toBe('qpv');
  });
});

describe('a Grist document', () => {
  it('gives each table that a person sees under its labels', async () => {
    const file = await gristFile({
      Partenaires: {
        columns: ['Catégorie', 'Commune', 'Nombre'].map((label) => ({ label })),
        rows: PARTNERS.slice(1)
      },
      Resume: { columns: [{ label: 'n' }], rows: [[2]], summary: true },
      Notes: { columns: [{ label: 'texte' }], rows: [['x']] }
    });
    const sheets = await splitWorkbook(file);
    expect(sheets.map(({ name }) => name)).toEqual(['f.grist#Partenaires', 'f.grist#Notes']);
    expect((await importFile(sheets[0]!)).rows).toMatchObject(ROWS);
    expect((await importFile(file)).rows).toMatchObject(ROWS);
  });

  it('gives dates, yes and no, lists, and what a reference shows', async () => {
    const table = await openFile(
      await gristFile({
        Suivi: {
          columns: [
            { label: 'Date de demande', type: 'Date' },
            { label: 'Suivie', type: 'Bool' },
            { label: 'Thèmes', type: 'ChoiceList' },
            { label: 'École', type: 'Ref:Ecoles', shown: 'École Jean Jaurès' }
          ],
          rows: [[Date.UTC(2025, 8, 1) / 1000, 1, '["L", "santé", "sport"]', 12]]
        }
      })
    );
    expect(table.records.map(({ cells }) => cells)).toEqual([
      ['2025-09-01', 'true', 'santé, sport', 'École Jean Jaurès']
    ]);
  });
});

describe('a file of SQLite', () => {
  it('that is neither, or is cut, is refused with the way on', async () => {
    const { bytes } = await gristFile({ A: { columns: [{ label: 'a' }], rows: [['1']] } });
    const other = new TextDecoder('latin1').decode(bytes).replaceAll('_grist_Tables', '_other_Tables');
    const renamed = Uint8Array.from(other, (letter) => letter.charCodeAt(0) & 255);
    expect(await refusalOf({ name: 'a.sqlite', bytes: renamed })).toBe('other-database');
    expect(await refusalOf({ name: 'a.grist', bytes: bytes.slice(0, 5000) })).toBe('damaged-database');
  });
});
