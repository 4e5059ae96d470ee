// The packed division answers as the package that it is made from, for every EPCI, commune, old code and name of the country.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReference,
  type PackedReference
} from '../../../../../src/lib/engines/territory-builder/packs/reference.ts';
import { communeNamed, foldPlace, foldPlaces, indexNames } from '../../../../../src/lib/model/names.ts';
import { findingCodes } from '../../../../../src/lib/i18n/findings/findings.ts';
import { refusalOf } from '../../../../fixtures/import/files.ts';

interface Commune {
  code: string;
  nom: string;
  type: string;
  anciensCodes?: string[];
  chefLieu?: string;
  commune?: string;
}
interface Epci {
  code: string;
  nom: string;
  membres: { code: string; nom: string; populationMunicipale?: number }[];
}

const FILE = 'data/packs/reference.pack';
const bytes = new Uint8Array(readFileSync(FILE));
const locate = createRequire(import.meta.url);
const read = <T>(name: string) =>
  JSON.parse(readFileSync(locate.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as T;

const departementOf = (code: string) => code.slice(0, code.startsWith('97') ? 3 : 2);
let reference: PackedReference;
let communes: Commune[];
let epcis: Epci[];
beforeAll(() => {
  reference = readReference(bytes);
  communes = read('communes');
  epcis = read('epci');
});

describe('the packed division', () => {
  it('weighs at most 300 kB as it is served', () => {
    expect(existsSync(FILE) && bytes.length).toBeLessThanOrEqual(300_000);
  });

  it('has every EPCI with its name, its members, their names and populations', () => {
    expect(reference.agglomerations).toHaveLength(epcis.length);
    for (const { code, nom, membres } of epcis) {
      const members = membres.map((one) => ({
        code: one.code,
        name: one.nom,
        population: one.populationMunicipale ?? null
      }));
      members.sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(reference.epci(code)).toEqual({ name: nom, members });
    }
    expect(reference.epci('000000000')).toBeNull();
  });

  it('says what became of every code, old ones included', () => {
    const current = new Map<string, string>();
    for (const { code, anciensCodes = [] } of communes)
      for (const old of anciensCodes) current.set(old, code);
    for (const { code, type, chefLieu, commune } of communes) {
      current.set(
        code,
        type === 'commune-actuelle' ? code : (chefLieu ?? commune ?? current.get(code) ?? code)
      );
    }
    expect(current.size).toBeGreaterThan(39_000);
    for (const [code, today] of current)
      if (reference.currentCode(code) !== today)
        expect([code, reference.currentCode(code)]).toEqual([code, today]);
    for (const unknown of ['00000', '59999', '99999', '']) expect(reference.currentCode(unknown)).toBeNull();
  });

  it('finds a commune by every name, of today and of yesterday, as the package does', () => {
    const lists = new Map<string, { code: string; name: string }[]>();
    for (const { code, nom } of communes) {
      const list = lists.get(departementOf(code)) ?? [];
      list.push({ code: reference.currentCode(code)!, name: nom });
      lists.set(departementOf(code), list);
    }
    const indexes = new Map([...lists].map(([key, list]) => [key, indexNames(list)]));
    const differing = communes.filter(({ code, nom }) => {
      const key = departementOf(code);
      return reference.codeByName(key, nom) !== communeNamed(nom, indexes.get(key)!);
    });
    expect(differing).toEqual([]);
    expect(reference.codeByName('59', 'MARCQ EN BAROEUL')).toBe('59378');
    expect([reference.codeByName('59', 'Nulle-Part'), reference.codeByName('xx', 'Lille')]).toEqual([
      null,
      null
    ]);
  });

  it('compares all names at once as it compares them one by one', () => {
    const names = communes.map(({ nom }) => nom);
    expect(foldPlaces(names)).toEqual(names.map(foldPlace));
  });

  it('damaged, of another version or another file is refused with its reason', () => {
    const refused = (some: Uint8Array) => refusalOf(() => readReference(some)).code;
    expect(refused(bytes.slice(0, 50_000))).toBe('damaged-pack');
    expect(refused(new TextEncoder().encode('<html>404</html>'))).toBe('damaged-pack');
    expect(refused(new TextEncoder().encode('{"version":99}'))).toBe('foreign-pack');
    expect(refused(new TextEncoder().encode('{"version":1}'))).toBe('damaged-pack');
    for (const code of ['damaged-pack', 'foreign-pack']) expect(findingCodes()).toContain(code);
  });
});

describe('an agglomeration', () => {
  const first = (text: string) => reference.search(text)[0];

  it('is found by its name, whatever the case and the accents', () => {
    for (const text of ['Maubeuge Val de Sambre', 'MAUBEUGE', 'maubeuge val'])
      expect(first(text)?.siren).toBe('200043396');
    expect(first('metropole europeenne de lille')?.siren).toBe('200093201');
    expect(first('st etienne metropole')?.name).toBe('Saint-Étienne Métropole');
  });

  it('is found by its SIREN, whole or begun, with spaces or not', () => {
    expect(reference.search('245901160').map(({ name }) => name)).toEqual(['CA Valenciennes Métropole']);
    expect(first('245 901 160')?.siren).toBe('245901160');
    expect(reference.search('2459').every(({ siren }) => siren.startsWith('2459'))).toBe(true);
  });

  it('is found by one of its communes, which is told where the name does not say it', () => {
    expect(first('Anzin')).toEqual({
      siren: '245901160',
      name: 'CA Valenciennes Métropole',
      communes: 35,
      commune: 'Anzin'
    });
    expect(first('aulnoye aymeries')?.siren).toBe('200043396');
    expect(first('Lille')).not.toHaveProperty('commune');
    expect(first('marcq en baroeul')?.siren).toBe('200093201');
  });

  it('of the largest town comes first where several communes share a name', () => {
    expect(first('Saint-Denis')?.name).toContain('Réunion');
    expect(reference.search('Saint-Denis').map(({ name }) => name)).toContain('Métropole du Grand Paris');
  });

  it('is not found by what no place is called, nor by a single letter', () => {
    expect([reference.search('qzxw'), reference.search('a'), reference.search('')]).toEqual([[], [], []]);
    expect(reference.search('saint', 5)).toHaveLength(5);
  });

  it('lies in one département or several: their packs hold it', () => {
    expect(reference.departementsOf('200093201')).toEqual(['59']);
    const several = reference.agglomerations.filter(
      ({ siren }) => reference.departementsOf(siren).length > 1
    );
    expect(several.length).toBeGreaterThan(20);
  });
});
