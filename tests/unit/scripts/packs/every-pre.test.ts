// Every PRE of the official list is found by the name it has there, and opens on the communes where it is proposed to intervene.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  baseSources,
  buildTerritory,
  readConfig,
  readPack,
  readPreList,
  readReference,
  territoryStart,
  type Pack
} from '../../../../src/lib/engines/territory-builder/index.ts';
import type { PreList } from '../../../../src/lib/model/packs.ts';
import { isIntercommunal } from '../../../../src/lib/model/place.ts';
import type { Month } from '../../../../src/lib/model/school-year.ts';
import { carrierName } from '../../../../src/lib/i18n/carriers.ts';
import { configOfPre, preWords } from '../../../../scripts/territory/base.ts';

const EVERY = process.env.SOAK_PACKS === '1';
const bytesOf = (name: string) => new Uint8Array(readFileSync(join('data/packs', name)));
const reference = readReference(bytesOf('reference.pack'));
const pres = readPreList(bytesOf('pre.pack'), reference);
/** Rows of the list as it was published: name, code, form. */
const rows = readFileSync('data/official/pre-2024.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';') as [string, string, string, string, string, string]);
const opened = new Map<string, Pack>();
function packOf(departement: string): Pack {
  const pack = opened.get(departement) ?? readPack(bytesOf(`${departement}.pack`));
  opened.set(departement, pack);
  return pack;
}

async function open(pre: PreList['all'][number]) {
  const start = territoryStart.pre(pre, reference);
  if (!start) return null;
  const { siren, departements, name, pre: told, intervention } = start;
  const read = readConfig({
    siren,
    ...(name && { name }),
    pre: told,
    intervention,
    base: { departements }
  });
  if ('faults' in read) throw new Error(read.faults.join());
  const { rows: made } = await buildTerritory({
    config: read.config,
    open: (file) => Promise.reject(new Error(`no file is asked for: ${file}`)),
    reference,
    base: baseSources(departements.map(packOf), reference, siren),
    today: '2026-11' as Month,
    solver: () => Promise.reject(new Error('no count to audit'))
  });
  return made;
}

describe('the list of the PREs', () => {
  it('has the 522 of the list, in 15 kB', () => {
    expect(rows).toHaveLength(522);
    expect(pres.all).toHaveLength(522);
    expect(bytesOf('pre.pack').length).toBeLessThanOrEqual(15_000);
    expect(pres.licence).toBe('Licence Ouverte 2.0');
  });

  it('keeps of each its name, who carries it and its communes, and nothing of its people', () => {
    const [first] = pres.all;
    expect(Object.keys(first!).sort()).toEqual([
      'carrier',
      'communes',
      'departement',
      'key',
      'name',
      'siren'
    ]);
    expect(gunzipSync(bytesOf('pre.pack')).toString()).not.toMatch(/@|\b0\d{9}\b/);
  });

  it('proposes the commune itself, or the communes of the EPCI that have a QPV', () => {
    const of = (text: string) => pres.search(text).found[0];
    expect(of('Maubeuge')).toMatchObject({ name: 'Maubeuge', carrier: 'school-fund', communes: ['59392'] });
    const wide = of('VALENCIENNES')!;
    expect(wide).toMatchObject({ name: 'CA Valenciennes Métropole', carrier: 'epci', siren: '245901160' });
    expect(wide.communes).toHaveLength(12);
    // A code of another département in the list: the name in its own département is believed.
    expect(of('VERDUN')?.communes.every((code) => code.startsWith('55'))).toBe(true);
    for (const { carrier, communes } of pres.all)
      if (!isIntercommunal(carrier)) expect(communes).toHaveLength(1);
  });

  it('finds each by the name of the list, with its département and its carrier where others have the name', () => {
    const outcomes = { alone: 0, ambiguous: [] as string[], none: [] as string[] };
    for (const [at, [, , name]] of rows.entries()) {
      const found = configOfPre(name, reference, pres);
      const pre = pres.all[at]!;
      if ('pre' in found || 'noEpci' in found) outcomes.alone += 1;
      else if (found.answers.length === 0) outcomes.none.push(name);
      else {
        expect(found.answers.map(({ key }) => key)).toContain(pre.key);
        outcomes.ambiguous.push(name);
      }
      const said = configOfPre(preWords(pre), reference, pres);
      expect('pre' in said ? said.pre.key : 'noEpci' in said ? said.noEpci.key : said, name).toBe(pre.key);
    }
    expect(outcomes.none).toEqual([]);
    process.stderr.write(`${outcomes.alone} by the name alone; homonyms: ${outcomes.ambiguous.join(', ')}\n`);
    expect(outcomes.alone).toBeGreaterThan(480);
  });

  it.each(['Maubeuge', 'Denain', 'Reims', 'Les Abymes', 'Pamandzi', 'Valenciennes'])(
    '%s opens on its communes of intervention, its carrier kept',
    async (name) => {
      const pre = pres.search(name).found[0]!;
      const made = (await open(pre))!;
      const served = made.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
      expect(served.sort()).toEqual([...pre.communes].sort());
      expect(made.territory.pre).toEqual({ name: pre.name, carrier: pre.carrier });
      expect(made.territory.name).toBe(
        pre.communes.length === 1 ? pre.name : reference.epci(pre.siren!)!.name
      );
      expect(carrierName(made.territory.pre!.carrier)).not.toBe('');
    }
  );
});

describe('the PRE of Saint-Martin, a collectivity of one commune and no EPCI', () => {
  it('opens on its commune, which nothing draws, and says so', async () => {
    const found = configOfPre('Saint-Martin 978', reference, pres);
    if (!('pre' in found)) throw new Error('not found');
    expect(found.pre).toMatchObject({ key: '97801-school', departement: '978', communes: ['97801'] });
    expect(found.config.base).toEqual({ departements: ['978'] });
    const made = (await open(found.pre))!;
    expect(made.territory).toMatchObject({ name: 'Saint-Martin', pre: { carrier: 'school' } });
    const [commune, ...others] = made.communes;
    expect(others).toEqual([]);
    expect(commune).toMatchObject({ code: '97801', intervention: true, area_ha: null });
    expect(commune!.outline.coordinates).toEqual([]);
    const [west, south, east, north] = made.territory.bounds;
    // The island, not Guadeloupe.
    expect(west > -63.2 && east < -62.9 && south > 17.9 && north < 18.2).toBe(true);
    expect(made.schools.length).toBeGreaterThan(5);
    expect(made.schools.filter(({ lon }) => lon !== null).length).toBeGreaterThan(0);
  });

  it('is a territory of its own by its SIREN, and no agglomeration', () => {
    expect(reference.commune('97801')!.siren).toBe('219711272');
    expect(reference.agglomerations.map(({ siren }) => siren)).not.toContain('219711272');
    expect(reference.epci('219711272')!.members).toHaveLength(1);
    // Île-d’Yeu is of no EPCI, and no PRE is there.
    expect(reference.commune('85113')!.siren).toBeNull();
  });
});

describe.runIf(EVERY)('every PRE of the country', () => {
  it('opens, on the communes proposed', { timeout: 0 }, async () => {
    const table = { open: 0, noEpci: [] as string[], undrawn: [] as string[], wrong: [] as string[] };
    let [withQpv, alone] = [0, 0];
    for (const pre of pres.all) {
      const made = await open(pre);
      if (!made) {
        table.noEpci.push(preWords(pre));
        continue;
      }
      const served = made.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
      const missing = pre.communes.filter((code) => !served.includes(code));
      if (missing.length > 0) table.undrawn.push(`${preWords(pre)}: ${missing.join(' ')}`);
      if (served.some((code) => !pre.communes.includes(code))) table.wrong.push(preWords(pre));
      if (made.qpvs.some(({ communes }) => communes.some((code) => served.includes(code)))) withQpv += 1;
      if (served.length === 1) alone += 1;
      table.open += 1;
    }
    process.stderr.write(`${JSON.stringify({ ...table, withQpv, alone }, null, 1)}\n`);
    expect(table.wrong).toEqual([]);
    expect(table.noEpci).toEqual([]);
    expect(table.open).toBe(522);
  });
});
