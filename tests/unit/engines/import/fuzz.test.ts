// Whatever bytes are given, an importer ends with rows and reasons that add up, or with a refusal that says why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNamed } from '../../../../src/lib/engines/import/format-list.ts';
import type { FormatId, SourceFile } from '../../../../src/lib/model/source-files.ts';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput, type Imported } from '../../../../src/lib/model/findings.ts';
import { parquetFile, shapefile, xlsxFile } from '../../../fixtures/import/containers.ts';
import { geopackage, gristFile, xlsFile } from '../../../fixtures/import/databases.ts';
import { collection, droppedOf, textFile, UAIS } from '../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../fixtures/import/samples.ts';
import { damagedFiles } from '../../../draws.ts';

type Importer = (source: SourceFile) => Imported<unknown>;

function refusedWithWords(error: unknown): void {
  if (!(error instanceof UnusableInput)) throw error;
  expect(findingCodes()).toContain(error.finding.code);
}

function check(read: Importer, source: SourceFile): void {
  let imported: Imported<unknown>;
  try {
    imported = read(source);
  } catch (error) {
    return refusedWithWords(error);
  }
  expect(imported.rows.length + droppedOf(imported).length).toBe(imported.read);
  for (const { code } of imported.findings) expect(findingCodes()).toContain(code);
}

/** A sound file with some of its bytes removed, replaced or repeated. */
function damaged({ name, bytes }: SourceFile): fc.Arbitrary<SourceFile> {
  const edit = fc.record({
    at: fc.nat(bytes.length),
    remove: fc.nat(12),
    insert: fc.uint8Array({ maxLength: 6 }),
    again: fc.nat(60)
  });
  return fc.array(edit, { maxLength: 4 }).map((edits) => {
    const damage = (left: number[], { at, remove, insert, again }: (typeof edits)[number]) => [
      ...left.slice(0, at),
      ...insert,
      ...left.slice(Math.max(0, at - again), at),
      ...left.slice(at + remove)
    ];
    return { name, bytes: Uint8Array.from(edits.reduce(damage, [...bytes])) };
  });
}

const cell = fc.oneof(
  fc.constantFrom(
    '59350',
    '2022-2023',
    ...UAIS,
    'NS',
    '',
    '89,5',
    'REP',
    'COLLEGE',
    '"',
    '""',
    '59',
    'LILLE',
    '#REF!',
    '=A1*2',
    '1 2 3',
    '€ 8 000',
    '31/02/2024'
  ),
  fc.string({ maxLength: 12 })
);
/** Rows of any cells under a true header. */
const anyRows = (header: string) =>
  fc
    .array(fc.array(cell, { maxLength: 13 }), { maxLength: 12 })
    .map((rows) => textFile('f.csv', [header, ...rows.map((cells) => cells.join(';'))].join('\n')));

const coordinate = fc.oneof(
  fc.double({ min: -10, max: 60 }),
  fc.constantFrom(700_000, 7_060_000, null, 'x', NaN)
);
const nested = fc.array(
  fc.array(fc.array(fc.array(coordinate, { maxLength: 3 }), { maxLength: 5 }), { maxLength: 3 }),
  { maxLength: 3 }
);
/** Features of any geometry under true properties. */
const anyFeatures = fc
  .array(
    fc.record({
      properties: fc.constantFrom({ code: '59350', code_qp: 'QN05930M' }, { code: 1001, code_qp: null }, {}),
      geometry: fc.oneof(
        fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'), coordinates: nested }),
        fc.record({ type: fc.constant('Polygon'), coordinates: nested.map((parts) => parts[0] ?? []) }),
        fc.constant(null)
      )
    }),
    { maxLength: 6 }
  )
  .map((parts) => collection('f.geojson', parts));

const RUNS = { numRuns: damagedFiles(), seed: 20_260_901 };

const ONE_ROW = 1;

describe.each(Object.entries(SAMPLES))('%s', (id, sound) => {
  const read: Importer = (source) => importSync(source, formatNamed(id as FormatId).importer);
  const areas = 'areas' in formatNamed(id as FormatId).importer;
  const rows = sound.name.endsWith('.csv')
    ? sound
    : textFile('f.csv', 'id_territoire;liste_geo\nc;Anzin (59014)\n');
  const whole = areas ? sound : rows;
  const own = areas
    ? fc.oneof(
        anyFeatures,
        fc.json().map((json) => textFile('f.geojson', json))
      )
    : anyRows(new TextDecoder().decode(rows.bytes).split('\n')[0]!);

  it('reads a sound file whole', () => {
    const imported = read(whole);
    expect([imported.rows.length, imported.findings, imported.read]).toEqual([ONE_ROW, [], ONE_ROW]);
  });

  it('stands any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => ({ name: sound.name, bytes: some }));
    fc.assert(
      fc.property(bytes, (source) => check(read, source)),
      RUNS
    );
  });

  it('stands a damaged file', () => {
    fc.assert(
      fc.property(damaged(whole), (source) => check(read, source)),
      RUNS
    );
  });

  it('stands any content in its own format', () => {
    fc.assert(
      fc.property(own, (source) => check(read, source)),
      RUNS
    );
  });
});

const GRID = [
  ['categorie', 'commune', 'nombre'],
  ['CCAS', '59014', '3'],
  ['crèche', '59606', '1']
];
const RING = [[3, 50], [3, 51], [4, 51], [4, 50], [3, 50]]; // prettier-ignore

describe.each([
  ['a workbook', await xlsxFile(GRID)],
  ['an old workbook', xlsFile({ Partenaires: GRID })],
  [
    'a Grist document',
    await gristFile({ Partenaires: { columns: GRID[0]!.map((label) => ({ label })), rows: GRID.slice(1) } })
  ],
  [
    'a GeoPackage',
    await geopackage({ communes: [{ properties: { code: '59350', nom: 'Lille' }, ring: RING }] })
  ],
  ['a Parquet file', parquetFile(GRID)],
  ['a shapefile', shapefile([{ properties: { code: '59350', nom: 'Lille' }, ring: RING }])]
])('%s', (_, sound) => {
  it('stands damage: rows and reasons that add up, or a refusal', { timeout: 0 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged(sound), async (source) => {
        try {
          const { counts, findings } = await importFile(source);
          expect(counts.kept + droppedOf({ findings }).length).toBe(counts.read);
        } catch (error) {
          refusedWithWords(error);
        }
      }),
      RUNS
    );
  });
});
