// The workbook of doubtful rows: filled in and dropped again, it corrects those rows, in whatever order it comes back.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { correctionsWorkbook } from '../../../src/lib/export/corrections-workbook.ts';
import {
  doubtfulCells,
  importFile,
  kindOfFile,
  openFile,
  readCorrections
} from '../../../src/lib/engines/import/index.ts';
import { droppedBytes } from '../../../src/lib/engines/import/dropped/dropped-file.ts';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import type { DoubtfulCell } from '../../../src/lib/model/correction.ts';
import { xlsxFile, type Grid } from '../../fixtures/import/containers.ts';
import { textFile, UAIS } from '../../fixtures/import/files.ts';

const [A, B, C] = UAIS;
const LIST = textFile(
  'écoles suivies.csv',
  `uai;statut;suivie_depuis\n${A};suivie;jadis\n0590999Z;suivie;2024-2025\n${B};à voir;\n${C};;\n`
);
const cellsOf = async () => {
  const table = await openFile(LIST);
  const { findings } = await importFile(LIST);
  return doubtfulCells(table, findings);
};
const bytesOf = async (cells: readonly DoubtfulCell[]) => ({
  name: 'lignes-douteuses.xlsx',
  bytes: new Uint8Array(await (await correctionsWorkbook(cells)).arrayBuffer())
});
/** The workbook as a table of texts, header first. */
const gridOf = async (cells: readonly DoubtfulCell[]): Promise<string[][]> => {
  const { header, records } = await openFile(await bytesOf(cells));
  return [header, ...records.map(({ cells: row }) => header.map((_, at) => row[at] ?? ''))];
};
const back = async (grid: Grid) => readCorrections(await openFile(await xlsxFile(grid)));

afterEach(() => void setLocale('fr', { reload: false }));

describe('the workbook of doubtful rows', () => {
  it('says where, what was found, what is expected, and leaves a column to fill in', async () => {
    const [header, first] = await gridOf(await cellsOf());
    expect(header).toEqual([
      'Fichier',
      'Ligne',
      'Colonne',
      'Valeur trouvée',
      'Remarque',
      'Valeur attendue',
      'Valeur corrigée',
      'Repère (ne pas modifier)'
    ]);
    expect(first!.slice(0, 4)).toEqual(['écoles suivies.csv', '2', 'suivie_depuis', 'jadis']);
    expect(first![4]).toMatch(/^Date attendue \(par exemple 2025-2026\), trouvé «\u00a0jadis\u00a0»/);
    expect(first!.slice(5, 7)).toEqual(['2025-2026', '']);
  });

  it('is known for what it is when it is dropped, in both languages', async () => {
    const cells = await cellsOf();
    for (const language of ['fr', 'en'] as const) {
      void setLocale(language, { reload: false });
      expect(await kindOfFile(droppedBytes(await bytesOf(cells)))).toEqual({ kind: 'corrections' });
      expect(await readCorrections(await openFile(await bytesOf(cells)))).toEqual({
        corrections: [],
        findings: [],
        read: cells.length,
        unanswered: cells.length
      });
    }
  });

  it('corrects its rows once filled in, sorted otherwise, cut, with columns moved and one added', async () => {
    const [header, ...rows] = await gridOf(await cellsOf());
    const values: Record<string, string> = {
      jadis: '2020-2021',
      '0590999Z': '0590004J',
      'à voir': 'en attente'
    };
    const filled = rows.map((row) => row.with(6, values[row[3]!] ?? '')).reverse();
    const order = [6, 3, 7, 1, 0, 2];
    const moved = [header!, ...filled].map((row, at) => [
      at === 0 ? 'Vu par' : 'moi',
      ...order.map((place) => row[place]!)
    ]);
    const { corrections, unanswered } = await back(moved.map((row) => row.map((cell) => cell || null)));
    expect(unanswered).toBe(1);
    const read = await importFile(LIST, { corrections });
    expect(read.rows).toMatchObject([
      { uai: A, followed_since: '2020-2021' },
      { uai: '0590004J', status: 'followed' },
      { uai: B, status: 'waiting' }
    ]);
  });

  it('says which rows name no cell, and which correct a cell twice', async () => {
    const header = ['Fichier', 'Ligne', 'Colonne', 'Valeur trouvée', 'Valeur corrigée'];
    const { corrections, findings } = await back([
      header,
      ['a.csv', 2, 'uai', 'x', 'y'],
      ['a.csv', 2, 'uai', 'x', 'z'],
      ['a.csv', null, 'uai', 'x', 'y'],
      [null, 3, null, null, 'y']
    ]);
    expect(corrections).toHaveLength(1);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['corrections-disagree', 3],
      ['bad-correction', 4],
      ['bad-correction', 5]
    ]);
  });

  it('comes back as it went, whatever its cells hold', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '0', '=', '"', ';', '<', '&', "'", ' '), minLength: 1, maxLength: 8 }).map((one) => one.trim()).filter(Boolean); // prettier-ignore
    const cell = fc.record({
      file: text,
      row: fc.integer({ min: 1, max: 9_999 }),
      column: text,
      found: text,
      value: text
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, {
          minLength: 1,
          maxLength: 6,
          selector: ({ file, row, column }) => `${file}\n${row}\n${column}`
        }),
        async (all) => {
          const sent = all.map(({ value: _, ...one }) => ({ ...one, findings: [] }));
          const [header, ...rows] = await gridOf(sent);
          const filled = [header!, ...rows.map((row, at) => row.with(6, all[at]!.value))];
          const { corrections } = await back(filled.map((row) => row.map((one) => one || null)));
          expect(corrections).toEqual(all);
        }
      ),
      { numRuns: 40 }
    );
  });
});
