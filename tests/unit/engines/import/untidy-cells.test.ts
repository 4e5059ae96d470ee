// Cells that spreadsheets and people leave behind: errors of formulas, days that do not exist, figures with odd spaces, old encodings.
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';
import { readMonth } from '../../../../src/lib/engines/import/formats/service-words.ts';
import { readCount, readEuros, readNumber } from '../../../../src/lib/engines/import/formats/values.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { openFile } from '../../../../src/lib/engines/import/readers/open.ts';
import { openDocumentFile, workbookFile } from '../../../fixtures/import/containers.ts';
import { textFile, UAIS } from '../../../fixtures/import/files.ts';

const [A, B] = UAIS;
const ACTIONS = 'fiche;titre;niveau;cout';
const actions = (...costs: string[]) =>
  importFile(
    textFile('a.csv', [ACTIONS, ...costs.map((cost, at) => `F${at};Lire;ingénierie;${cost}`)].join('\n'))
  );
const costs = ({ rows }: Awaited<ReturnType<typeof actions>>) =>
  rows.map((row) => (row as { cost_euros: number | null }).cost_euros);

describe('a number', () => {
  it('has spaces between thousands, and nowhere else', () => {
    expect(['8 000', '8\u202f000,5', '1 234 567', '12', '-3'].map(readNumber)).toEqual([
      ...[8000, 8000.5, 1234567, 12, -3]
    ]);
    expect(['1 2 3', '12 34', '1 0000', '1  000 0'].map(readNumber)).toEqual(Array(4).fill(undefined));
    expect(['1 2 3', '8 professionnels', '1 200'].map(readCount)).toEqual([undefined, 8, 1200]);
  });

  it('of euros has its sign before or after', () => {
    expect(['€ 8 000', '8 000 €', '€8000', '8 000,50 EUR', '12,5 k€', '1.200,50'].map(readEuros)).toEqual([
      ...[8000, 8000, 8000, 8000.5, 12_500, 1200.5]
    ]);
    expect(['1 2 3 €', '€', '8 € 000', '€ 8 €'].map(readEuros)).toEqual(Array(4).fill(undefined));
  });

  it('that is none is told with its bounds as they are read in French', async () => {
    const read = await actions('1 2 3', '€ 8 000');
    expect(costs(read)).toEqual([null, 8000]);
    const [finding] = read.findings;
    expect(finding).toMatchObject({ code: 'bad-number', row: 2, column: 'cout', found: '1 2 3' });
    expect(findingSentence(finding!)).toMatch(/trouvé « 1 2 3 », attendu un nombre de 0 à 100\s000\s000/);
  });
});

describe('a formula', () => {
  it('that ended in an error is said, and its cell is unknown', async () => {
    const read = await actions('#REF!', '#N/A', '#VALEUR!', '=B2*3', '12');
    expect(costs(read)).toEqual([null, null, null, null, 12]);
    expect(read.findings.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['formula-error', 2, '#REF!'],
      ['formula-error', 3, '#N/A'],
      ['formula-error', 4, '#VALEUR!'],
      ['formula-without-result', 5, '=B2*3']
    ]);
  });

  it('without a result is said in a workbook, in XLSX as in ODS', async () => {
    const header = ACTIONS.split(';');
    const rows = [header, ['F1', 'Lire', 'ingénierie', { formula: 'SUM(A1:A3)' }]];
    for (const file of [workbookFile([{ name: 'F', rows }]), openDocumentFile([{ name: 'F', rows }])]) {
      const read = await importFile(file);
      expect(costs(read)).toEqual([null]);
      expect(read.findings).toMatchObject([
        { code: 'formula-without-result', row: 2, column: 'cout', found: '=SUM(A1:A3)' }
      ]);
    }
  });
});

describe('a date', () => {
  it('is of a day that exists', () => {
    expect(['31/02/2024', '2024-02-31', '31/04/2024', '29/02/2023', '0/3/2024'].map(readMonth)).toEqual(
      Array(5).fill(null)
    );
    expect(['29/02/2024', '2024-02-29', '31.1.24', '09/2025', 'sept-25'].map(readMonth)).toEqual([
      ...['2024-02', '2024-02', '2024-01', '2025-09', '2025-09']
    ]);
  });

  it('that does not exist is a doubt, and the school is kept', async () => {
    const read = await importFile(
      textFile(
        'e.csv',
        `uai;statut;demandee_depuis\n${A};en attente;31/02/2024\n${B};en attente;28/02/2024\n`
      )
    );
    expect(read.rows.map((row) => (row as { requested_since: string | null }).requested_since)).toEqual([
      null,
      '2024-02'
    ]);
    expect(read.findings).toMatchObject([
      { code: 'bad-date', row: 2, found: '31/02/2024' },
      { code: 'understood', row: 3 }
    ]);
  });
});

describe('text of the old DOS', () => {
  const DOS: Record<string, number> = { é: 0x82, è: 0x8a, ê: 0x88, à: 0x85, ç: 0x87, ô: 0x93, É: 0x90 };
  const dosFile = (text: string) => ({
    name: 'p.csv',
    bytes: Uint8Array.from(text, (letter) => DOS[letter] ?? letter.charCodeAt(0))
  });

  it('is read with its accents, and named', async () => {
    const read = await importFile(
      dosFile(
        'categorie;commune;nombre\néducation nationale;59606;2\ncrèche;59014;3\nÉquipe à côté;59014;1\n'
      )
    );
    expect(read.rows.map((row) => (row as { category: string }).category)).toEqual([
      ...['éducation nationale', 'crèche', 'Équipe à côté']
    ]);
    expect(read.findings.map(({ code }) => code)).toEqual(['dos-text']);
    expect(findingSentence(read.findings[0]!)).toContain('CP850');
  });
});

describe('a very wide table', () => {
  const wide = (columns: number) => {
    const header = Array.from({ length: columns }, (_, at) => `colonne ${at}`).join(';');
    return textFile('l.csv', `${header}\n${'x;'.repeat(columns)}\n`);
  };

  it('is refused at once, with the number of its columns', async () => {
    await expect(openFile(wide(20_000))).rejects.toMatchObject({
      finding: { code: 'too-many-columns', found: '20000', expected: '1000' }
    });
  });

  it('is read where its last columns are empty, as a workbook with styles to its edge', async () => {
    const { rows } = await importFile(
      textFile('p.csv', `categorie;commune;nombre${';'.repeat(20_000)}\nCCAS;59014;3\n`)
    );
    expect(rows).toMatchObject([{ category: 'CCAS', commune: '59014', count: 3 }]);
  });
});
