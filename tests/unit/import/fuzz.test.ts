// Whatever bytes are given, an importer ends with rows and reasons that add up, or with a refusal that says why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importCommunes } from '../../../src/lib/import/communes.ts';
import { importPositions } from '../../../src/lib/import/geolocalisation.ts';
import { importIps } from '../../../src/lib/import/ips.ts';
import { importQpvs } from '../../../src/lib/import/qpv.ts';
import { importRep } from '../../../src/lib/import/rep.ts';
import type { SourceFile } from '../../../src/lib/import/source-file.ts';
import { FINDING_WORDS } from '../../../src/lib/i18n/findings.ts';
import { UnusableInput, type Imported } from '../../../src/lib/model/findings.ts';
import {
  collection,
  droppedOf,
  IPS_HEADER,
  REP_HEADER,
  square,
  textFile,
  UAIS
} from '../../fixtures/import/files.ts';

type Importer = (source: SourceFile) => Imported<unknown>;
const SOUND = {
  ips: textFile(
    'f.csv',
    `${IPS_HEADER}\n2022-2023;LILLE;059;NORD;${UAIS[0]};ECOLE É;59350;LILLE;public;120.0;89.5\n`
  ),
  rep: textFile('f.csv', `${REP_HEADER}\nLILLE;59;NORD;LILLE;${UAIS[0]};${UAIS[1]};A;COLLEGE;REP+;;x\n`),
  communes: collection('f.geojson', [
    { properties: { code: '59350', nom: 'Lille' }, geometry: square(3, 50, 1) }
  ]),
  qpvs: collection('f.geojson', [
    { properties: { CODE_QP: 'QP059074', COMMUNE_QP: 'Lille' }, geometry: square(3, 50, 1) }
  ])
};
const POSITIONS = textFile(
  'f.csv',
  `numero_uai;latitude;longitude;appariement;localisation\n${UAIS[0]};50.6;3.05;Parfaite;Rue\n`
);
const IMPORTERS: [string, Importer, SourceFile][] = [
  ['IPS', importIps, SOUND.ips],
  ['REP', importRep, SOUND.rep],
  ['positions', importPositions, POSITIONS],
  ['communes', importCommunes, SOUND.communes],
  ['QPV', importQpvs, SOUND.qpvs]
];

function check(read: Importer, source: SourceFile): void {
  let imported: Imported<unknown>;
  try {
    imported = read(source);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    expect(FINDING_WORDS).toHaveProperty(error.finding.code);
    return;
  }
  expect(imported.rows.length + droppedOf(imported).length).toBe(imported.read);
  for (const { code } of imported.findings) expect(FINDING_WORDS).toHaveProperty(code);
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
    'LILLE'
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

const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 300), seed: 20_260_901 };

describe.each(IMPORTERS)('%s', (_, read, sound) => {
  const own = sound.name.endsWith('.csv')
    ? anyRows(new TextDecoder().decode(sound.bytes).split('\n')[0]!)
    : fc.oneof(
        anyFeatures,
        fc.json().map((json) => textFile('f.geojson', json))
      );

  it('reads a sound file whole', () => {
    const imported = read(sound);
    expect([imported.rows.length, imported.findings, imported.read]).toEqual([1, [], 1]);
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
      fc.property(damaged(sound), (source) => check(read, source)),
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
