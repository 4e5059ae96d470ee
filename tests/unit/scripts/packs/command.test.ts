// npm run packs: a folder of official files in, a pack a département out, and counts that add up.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, describe, it } from 'vitest';
import { makePacks } from '../../../../scripts/packs.ts';
import { readPack } from '../../../../src/lib/engines/territory-builder/index.ts';
import { gzipSync } from 'fflate';
import {
  collection,
  IPS_HEADER,
  REP_HEADER,
  square,
  textFile,
  UAIS
} from '../../../fixtures/import/files.ts';
import { runByShell, runIn, type Ended } from '../../../fixtures/command.ts';
import { SAMPLES } from '../../../fixtures/import/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'packs-'));
const [data, out] = [join(folder, 'data'), join(folder, 'out')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packs = (...args: string[]) => runIn(makePacks, ...args);

const [A, B, C, D] = UAIS;
/** Every commune of CC des Hautes Terres de l'Oise would be long: the two of an EPCI of the Nord and its neighbours. */
const OUTLINES = collection(
  'communes.geojson',
  [['59350', 3], ['59512', 3.1], ['59355', 3.2], ['62041', 4]].map(([code, west]) => ({
    properties: { code, nom: `C ${code}` },
    geometry: square(Number(west), 50, 0.1)
  }))
); // prettier-ignore

beforeAll(async () => {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(data);
  const ips = [IPS_HEADER, `2022-2023;LILLE;059;NORD;${A};ECOLE A;59350;LILLE;public;120.0;89.5`, `2022-2023;LILLE;062;PDC;${B};ECOLE B;62041;ARRAS;public;NS;NS`, `2022-2023;LILLE;975;SPM;${D};ECOLE D;97502;SAINT PIERRE;public;10.0;90.0`]; // prettier-ignore
  const rep = [REP_HEADER, `LILLE;59;NORD;LILLE;${A};${A};A;ECOLE;REP+;;x`, `LILLE;59;NORD;LILLE;${A};${C};C;ECOLE MATERNELLE;REP+;;x`]; // prettier-ignore
  writeFileSync(join(data, 'communes.geojson.gz'), gzipSync(OUTLINES.bytes));
  writeFileSync(join(data, 'ips.csv'), textFile('', `${ips.join('\n')}\n`).bytes);
  writeFileSync(join(data, 'rep-2021.csv'), textFile('', `${rep.join('\n')}\n`).bytes);
  writeFileSync(join(data, 'parcours.csv'), SAMPLES.cases.bytes);
  writeFileSync(join(data, 'notes.txt'), 'rien');
});

describe('npm run packs', () => {
  let made: Ended;
  beforeAll(async () => {
    made = await packs('--data', data, '--out', out);
  });

  it('writes a file a département with what the files say of it, and counts it', () => {
    expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('notes.txt')]);
    const counts = JSON.parse(made.stdout) as Record<string, number>;
    // Lomme (59355) is a part of Lille: three communes of today are drawn. A is in two lists, C in the list of REP alone.
    expect(counts).toMatchObject({ communes: 3, schools: 3, epciWhole: 0 });
    const files = readdirSync(out);
    expect(files.sort()).toEqual(['59.pack', '62.pack', 'packs.json', 'pre.pack', 'reference.pack']);
    expect(counts.bytes).toBe(files.reduce((sum, name) => sum + statSync(join(out, name)).size, 0));
    const nord = readPack(new Uint8Array(readFileSync(join(out, '59.pack'))));
    expect(nord.rows.communes.map((one) => one.code)).toEqual(['59350', '59355', '59512']);
    expect(nord.rows.ips).toMatchObject([{ uai: A, pupils: 120, ips: 89.5, line: 2 }]);
    expect(nord.rows.rep.map(({ uai }) => uai)).toEqual([A, C]);
    expect(nord.sources.map(({ file }) => file)).toContain('réseaux d’éducation prioritaire, 2021');
  });

  it('says which rows lie where nothing is drawn, and never takes a case file', () => {
    expect(made.stderr).toContain('975');
    expect(made.stderr).toMatch(/parcours\.csv : laissé de côté/);
    for (const name of readdirSync(out))
      expect(readFileSync(join(out, name)).includes('parcours')).toBe(false);
  });

  it('ends with 2 and a line where nothing can be made, and writes nothing', async () => {
    const nowhere = await packs('--data', data, '--out', join(folder, 'none'), '--departement', '13');
    expect([nowhere.status, nowhere.stdout]).toEqual([2, '']);
    expect(nowhere.stderr).toContain('Aucun contour de commune du département 13');
    expect(existsSync(join(folder, 'none'))).toBe(false);
    // Started by the shell, with its code.
    expect(runByShell('packs', '--data', data).status).toBe(2);
  });
});
