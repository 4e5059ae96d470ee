// Agglomerations open from their packs with the communes and schools that the official files give them, counted again by other means.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  baseSources,
  buildTerritory,
  readConfig,
  readPack,
  readReference,
  type BuiltTerritory,
  type Pack
} from '../../../../src/lib/engines/territory-builder/index.ts';
import { importFile } from '../../../../src/lib/engines/import/index.ts';
import type { Month } from '../../../../src/lib/model/school-year.ts';
import { REAL } from '../../../fixtures/real-files.ts';
import { hasRawFiles, recount } from './recount.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join('data/packs', name)));
const reference = readReference(bytesOf('reference.pack'));
const opened = new Map<string, Pack>();
function packOf(departement: string): Pack {
  const pack = opened.get(departement) ?? readPack(bytesOf(`${departement}.pack`));
  opened.set(departement, pack);
  return pack;
}

/** As the page opens it: a SIREN, the packs of its départements, no file. */
function open(siren: string): Promise<BuiltTerritory> {
  const departements = reference.departementsOf(siren);
  const read = readConfig({ siren, base: { departements }, schools: [] });
  if ('faults' in read) throw new Error(read.faults.join());
  return buildTerritory({
    config: read.config,
    open: (name) => Promise.reject(new Error(`no file is asked for: ${name}`)),
    reference,
    base: baseSources(departements.map(packOf), reference, siren),
    today: '2026-11' as Month,
    solver: () => Promise.reject(new Error('no count to audit'))
  });
}

/** SIREN, communes drawn, schools: as `recount` counted them in the raw files when the packs were made. */
const SAMPLE: readonly (readonly [string, number, number])[] = [
  ['200093201', 95, 633],
  ['200043396', 43, 100],
  ['245901160', 35, 129],
  ['243500139', 43, 260],
  ['242010056', 10, 35],
  ['200069425', 95, 62],
  ['249740119', 3, 118],
  ['249710070', 11, 59],
  ['249720061', 4, 97],
  ['249730045', 6, 95]
];

describe('an agglomeration', () => {
  it.each(SAMPLE)(
    '%s opens from its packs with its communes and its schools',
    async (siren, communes, schools) => {
      const { figures, files, findings, rows } = await open(siren);
      const left = findings.find(({ code }) => code === 'schools-outside-intervention')?.found ?? 0;
      expect([figures.communes, figures.schools + Number(left)]).toEqual([communes, schools]);
      expect(rows.territory.name).toBe(reference.epci(siren)!.name);
      expect([...files.keys()]).toContain('tables/dashboard.json');
    }
  );

  it('says where its data come from, of which year and under which licence', async () => {
    const { rows, findings, balances } = await open('200043396');
    expect(rows.origins?.communes).toEqual({
      source: 'IGN, ADMIN EXPRESS 2018, contours simplifiés ; Cités éducatives (ANCT)',
      vintage: '2018 (contours de communes) ; 2024 (Cités éducatives)',
      licence: 'Licence Ouverte 2.0'
    });
    expect(rows.origins?.schools?.source).toContain('Indices de position sociale des écoles (DEPP)');
    expect(findings.map(({ code }) => code)).not.toContain('licence-missing');
    expect(balances.map(({ file }) => file)).toContain('IPS des collèges, 2022-2023');
    for (const { read, used, aside, dropped } of balances) expect(read).toBe(used + aside + dropped);
  });

  it('with no QPV in its packs is not told that its QPV are elsewhere', async () => {
    const codes = (await open('200043396')).findings.map(({ code }) => code);
    expect(codes).not.toContain('no-qpv-of-epci');
    expect(codes).not.toContain('intervention-assumed');
    expect((await open('200093201')).figures.qpvs).toBeGreaterThan(20);
  });
});

/** The soak (`npm run soak`) opens every one of them; so does SOAK_PACKS=1. */
const EVERY = process.env.SOAK_PACKS === '1';
describe.runIf(EVERY && hasRawFiles(REAL))('the packs of the country', () => {
  it('hold the rows of the raw files, outlines to the last digit', { timeout: 0 }, async () => {
    const files = {
      communes: ['communes-france-ign2018.topojson.gz'],
      ips: ['ips-ecoles-2022.csv', 'ips-colleges-2022.csv'],
      rep: ['rep-2022.csv']
    } as const;
    const packs = readdirSync('data/packs').flatMap((name) => /^(\w+)\.json\.gz$/.exec(name)?.[1] ?? []);
    const held = packs.filter((name) => name !== 'reference').map(packOf);
    for (const place of ['communes', 'ips', 'rep'] as const) {
      const subject = (row: object) => ('uai' in row ? row.uai : (row as { code: string }).code);
      const kept = new Map(
        held.flatMap(({ rows }): object[] => rows[place]).map((row) => [subject(row), row])
      );
      let missing = 0;
      for (const name of files[place]) {
        const { rows } = await importFile({ name, bytes: new Uint8Array(readFileSync(join(REAL, name))) });
        for (const row of rows) {
          const found = kept.get(subject(row));
          if (!found) missing += 1;
          // Names of communes that changed are today's.
          else expect({ ...row, communeName: '' }).toEqual({ ...found, communeName: '', file: undefined });
        }
      }
      // Of the two collectivités whose outlines the file does not have.
      expect(missing).toBeLessThan(place === 'communes' ? 1 : 25);
    }
  });
});

describe.runIf(EVERY && hasRawFiles(REAL))('every agglomeration of the country', () => {
  it(
    'opens, whole where its outlines are, with as many schools as the raw files give it',
    { timeout: 0 },
    async () => {
      const expected = recount(REAL);
      const differing: unknown[] = [];
      let [whole, schools] = [0, 0];
      for (const { siren, name, communes } of reference.agglomerations) {
        const { figures, findings } = await open(siren);
        // A school whose commune nothing draws is left out, and said.
        const undrawn = findings.filter(({ code }) => code === 'school-in-undrawn-commune').length;
        if (figures.schools + undrawn !== expected.get(siren))
          differing.push([siren, name, figures.schools, expected.get(siren)]);
        if (figures.communes === communes) whole += 1;
        schools += figures.schools;
      }
      process.stderr.write(
        `${whole} EPCI entiers sur ${reference.agglomerations.length}, ${schools} écoles et collèges\n`
      );
      expect(differing).toEqual([]);
      expect(whole).toBeGreaterThanOrEqual(1_248);
    }
  );
});
