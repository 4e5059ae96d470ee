// A file is known by its content, whatever its name and however it is written; what cannot be used says why.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromLambert93 } from '../../../../src/lib/engines/import/geometry/lambert93.ts';
import { FORMATS } from '../../../../src/lib/engines/import/format-list.ts';
import type { FormatId, SourceFile } from '../../../../src/lib/model/source-files.ts';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';
import { openFile } from '../../../../src/lib/engines/import/readers/open.ts';
import { MAX_FILE_BYTES, sizeRefusal } from '../../../../src/lib/engines/import/size-limits.ts';
import { recognise } from '../../../../src/lib/engines/import/recognise.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { FORMAT_NAMES } from '../../../../src/lib/i18n/format-names.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { parquetFile, shapefile, xlsxFile } from '../../../fixtures/import/containers.ts';
import { collection, latin1File, square, textFile, UAIS } from '../../../fixtures/import/files.ts';
import { ANNUAIRE_2023, SAMPLES } from '../../../fixtures/import/samples.ts';

const ALL = Object.entries(SAMPLES) as [FormatId, SourceFile][];
const textOf = ({ bytes }: SourceFile) => new TextDecoder().decode(bytes);
const rowsOf = async (source: SourceFile) => (await importFile(source)).rows;

async function refusal(source: SourceFile, options = {}): Promise<string> {
  try {
    await importFile(source, options);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    expect(findingCodes()).toContain(error.finding.code);
    return error.finding.code;
  }
  throw new Error('the file was accepted');
}

describe('recognition', () => {
  it('knows a format by its content, under any name', async () => {
    for (const [id, { bytes }] of ALL) {
      const known = await recognise({ name: 'sans-nom.dat', bytes });
      expect(known, id).toMatchObject({ format: id, confidence: 1 });
      const { findings, counts } = await importFile({ name: 'x', bytes });
      expect([counts.read, counts.kept, findings], id).toEqual([1, 1, []]);
    }
    expect(FORMATS.map(({ id }) => id).sort()).toEqual(ALL.map(([id]) => id).sort());
    expect(Object.keys(FORMAT_NAMES).sort()).toEqual(FORMATS.map(({ id }) => id).sort());
  });

  it('gives the same rows in UTF-8, with a mark, in Latin-1, and with any separator', async () => {
    const text = textOf(SAMPLES.effectifs);
    const expected = await rowsOf(SAMPLES.effectifs);
    for (const source of [
      textFile('f.csv', `\ufeff${text}`),
      latin1File('f.csv', text),
      textFile('f.csv', text.replaceAll(';', ',').replaceAll('\n', '\r\n')),
      textFile('f.csv', text.replaceAll(';', '\t'))
    ]) {
      expect(await rowsOf(source)).toEqual(expected);
    }
  });

  it('gives the same rows from a workbook and from Parquet', async () => {
    for (const id of ['followed-schools', 'actions', 'partners', 'ips'] as const) {
      const grid = textOf(SAMPLES[id])
        .trim()
        .split('\n')
        .map((line) => line.split(';'));
      const expected = await rowsOf(SAMPLES[id]);
      for (const source of [await xlsxFile(grid), parquetFile(grid)]) {
        const { format, rows } = await importFile(source);
        expect(format).toBe(id);
        expect(rows.map((row) => ({ ...row, line: 0 }))).toEqual(
          expected.map((row) => ({ ...row, line: 0 }))
        );
      }
    }
  });

  it('reads dates, numbers and codes of a workbook as they are meant', async () => {
    const schools = await xlsxFile([
      ['uai', 'statut', 'demandee_depuis'],
      [UAIS[0], 'en attente', new Date(Date.UTC(2025, 8, 1))]
    ]);
    expect(await rowsOf(schools)).toMatchObject([{ requested_since: '2025-09', status: 'waiting' }]);
    const partners = await xlsxFile([
      ['categorie', 'commune', 'nombre'],
      ['CCAS', 1004, 3],
      [null, null, null],
      ['CCAS', 59014, 4]
    ]);
    expect(await rowsOf(partners)).toMatchObject([
      { commune: '01004', count: 3, line: 2 },
      { commune: '59014', count: 4, line: 4 }
    ]);
  });

  it('reads a shapefile in Lambert-93, its names in Latin-1', async () => {
    const [x, y] = [700_000, 7_040_000];
    const ring = [[x, y], [x, y + 1_000], [x + 1_000, y + 1_000], [x + 1_000, y], [x, y]]; // prettier-ignore
    const properties = { INSEE_COM: '59183', NOM: 'Dunkerque-é' };
    const source = shapefile([{ properties, ring }], 'PROJCS["RGF_1993_Lambert_93"]');
    const { format, container, rows, findings } = await importFile(source);
    expect([format, container, findings.map(({ code }) => code)]).toEqual([
      'communes',
      'shapefile',
      ['lambert-93']
    ]);
    expect(rows).toMatchObject([{ code: '59183', name: 'Dunkerque-é' }]);
    const outline = (rows[0] as { outline: { coordinates: number[][][] } }).outline;
    expect(outline.coordinates[0]![0]).toEqual(fromLambert93(x, y));
  });

  it('reads the annuaire of 2023: kinds from the flags, pupils, metres where degrees lack', async () => {
    const line = (uai: string, type: string, flags: string, place: string, state = 'OUVERT') =>
      `${uai};Nom;${type};Privé;59300;59606;V;${flags};;88;735000;7030000;EPSG:2154;${place};${state}`;
    const source = textFile(
      'a.csv',
      [
        ANNUAIRE_2023,
        line(UAIS[0], 'Ecole', '1;0', '50.36;3.52;Ville'),
        line(UAIS[1], 'Collège', ';', ';;'),
        line(UAIS[2], 'Lycée', ';', ';;'),
        line(UAIS[3], 'Ecole', '0;1', '50.36;3.52;Parfaite', 'FERME')
      ].join('\n')
    );
    const { rows, findings } = await importFile(source);
    expect(rows).toMatchObject([
      { kind: 'maternelle', sector: 'prive', pupils: 88, quality: 'approximate' },
      { kind: 'college', quality: 'official', lat: expect.closeTo(50.35, 0) as number }
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['not-a-school', 'closed-school']);
  });
});

describe('a file of no use', () => {
  const GPKG = textFile('q.gpkg', 'SQLite format 3\0rest');
  it.each<[string, SourceFile]>([
    ['web-page', textFile('qpv.geojson', '<!DOCTYPE html><html>503</html>')],
    ['xml-file', textFile('qpv.kml', '<?xml version="1.0"?><kml/>')],
    ['damaged-database', GPKG],
    ['damaged-database', { name: 'q.zip', bytes: zipSync({ 'q.gpkg': GPKG.bytes }) }],
    ['damaged-spreadsheet', { name: 'a.xlsx', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0) }],
    ['text-document', { name: 'a.docx', bytes: zipSync({ 'word/document.xml': Uint8Array.of(60) }) }],
    ['damaged-spreadsheet', { name: 'a.ods', bytes: zipSync({ 'content.xml': Uint8Array.of(60) }) }],
    ['other-archive', { name: 'a.zip', bytes: zipSync({ 'a.txt': Uint8Array.of(60) }) }],
    ['damaged-gzip', { name: 'a.csv', bytes: Uint8Array.of(0x1f, 0x8b, 8, 0) }],
    ['pdf-file', textFile('a.csv', '%PDF-1.7')],
    ['damaged-shapefile', { name: 'a.zip', bytes: zipSync({ 'a.shp': Uint8Array.of(0, 0, 39, 10) }) }],
    ['unknown-format', textFile('a.csv', 'x;y\n1;2\n')],
    ['no-usable-row', textFile('a.csv', 'uai;statut\n1;2\n')],
    ['empty-file', textFile('a.csv', '')]
  ])('%s', async (code, source) => {
    expect(await refusal(source)).toBe(code);
  });

  it('put in the place of another is refused, with what it is', async () => {
    expect(await refusal(SAMPLES.qpv, { expect: 'communes' })).toBe('wrong-file');
    expect(await refusal(SAMPLES.ips, { expect: 'rep' })).toBe('wrong-file');
  });

  it('cut by a broken download is refused, or says so of its last row', async () => {
    const grid = textOf(SAMPLES.partners)
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
    const half = ({ name, bytes }: SourceFile) => ({ name, bytes: bytes.slice(0, bytes.length * 0.6) });
    expect(await refusal(half(await xlsxFile(grid)))).toBe('truncated-archive');
    expect(await refusal(half(parquetFile(grid)))).toBe('truncated-parquet');
    expect(await refusal(half(SAMPLES.qpv))).toBe('truncated-json');
    const cut = textFile('p.csv', 'categorie;commune;nombre\nCCAS;59014;3\nCCAS;590');
    const { counts, findings } = await importFile(cut);
    expect([counts.read, counts.kept, findings[0]?.code]).toEqual([2, 1, 'cut-row']);
  });

  it('of 500 MB is refused before it is read, with the limit', async () => {
    const huge = { name: 'a.csv', bytes: new Uint8Array(500 * 1024 * 1024) };
    expect(await refusal(huge)).toBe('file-too-large');
    expect(sizeRefusal('a.csv', MAX_FILE_BYTES)).toBeNull();
    expect(sizeRefusal('a.csv', 500 * 1024 * 1024)).toMatchObject({ found: '500', expected: '256' });
  });

  it('without outlines is told to come in another form', async () => {
    expect(await refusal(textFile('q.csv', 'code_qp;lib_qp\nQN05930M;A\n'))).toBe('unknown-format');
    await expect(openFile(textFile('q.csv', 'code_qp;lib_qp\nQN05930M;A\n'))).resolves.toMatchObject({
      drawn: false
    });
  });
});

describe('outlines that can be doubted', () => {
  const qpv = (geometry: unknown) =>
    collection('q.geojson', [{ properties: { code_qp: 'QN05930M' }, geometry: geometry as never }]);

  it('cross themselves: kept, with the place', async () => {
    const bow = [[3, 50], [3.1, 50.2], [3.1, 50], [3, 50.1], [3, 50]]; // prettier-ignore
    const { rows, findings } = await importFile(qpv({ type: 'Polygon', coordinates: [bow] }));
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'self-crossing', severity: 'doubtful', row: 1 }]);
    expect(findings[0]!.found).toBe('3.03333 ; 50.06667');
    expect((await importFile(qpv(square(3, 50, 1)))).findings).toEqual([]);
  });

  it('have their coordinates swapped: put right, and said', async () => {
    const { rows, findings } = await importFile(qpv(square(50, 3, 0.1)));
    expect(findings.map(({ code }) => code)).toEqual(['swapped-coordinates']);
    expect(rows).toMatchObject([{ perimeter: { coordinates: [[[3, 50], [3, 50.1], [3.1, 50.1], [3.1, 50], [3, 50]]] } }]); // prettier-ignore
  });

  it('have 2 million vertices: left out with the limit', async () => {
    const zigzag = '[3,50],[3.1,50.1],[3,50.2],[3.2,50.2],'.repeat(500_000);
    const feature = `{"type":"Feature","properties":{"code_qp":"QN05930M"},"geometry":{"type":"Polygon","coordinates":[[${zigzag}[3,50]]]}}`;
    expect(await refusal(textFile('q.geojson', feature))).toBe('no-usable-row');
  });
});

describe('long work', () => {
  const many = textFile(
    'p.csv',
    ['categorie;commune;nombre', ...Array.from({ length: 9_000 }, (_, at) => `c${at};59014;1`)].join('\n')
  );

  it('tells its progress and stops when asked', async () => {
    const seen: number[] = [];
    const { counts } = await importFile(many, { onProgress: ({ done }) => seen.push(done) });
    expect(counts.kept).toBe(9_000);
    expect(seen).toEqual([0, 2_000, 4_000, 6_000, 8_000, 9_000]);
    const abort = new AbortController();
    const stopped = importFile(many, {
      signal: abort.signal,
      onProgress: ({ done }) => done === 4_000 && abort.abort()
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
