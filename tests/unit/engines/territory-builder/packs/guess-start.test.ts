// The PRE is guessed from the lists of its service: codes of schools, names or codes of communes, or the name of the file alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  guessedDepartements,
  guessStart,
  readPack,
  readPreList,
  readReference,
  type Pack
} from '../../../../../src/lib/engines/territory-builder/index.ts';
import { withCity } from '../../../../../src/lib/engines/territory-builder/places/districts.ts';
import type { ListedPre, PlaceMention } from '../../../../../src/lib/model/packs.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join('data/packs', name)));
const reference = readReference(bytesOf('reference.pack'));
const pres = readPreList(bytesOf('pre.pack'), reference);
const opened = new Map<string, Pack>();
function packOf(departement: string): Pack {
  const pack = opened.get(departement) ?? readPack(bytesOf(`${departement}.pack`));
  opened.set(departement, pack);
  return pack;
}
/** One in so many; all of them in the long run. */
const EVERY = process.env.SOAK ? 1 : 40;
const some = pres.all.filter(({ siren }, at) => siren !== null && at % EVERY === 0);

const guess = (mentions: readonly PlaceMention[], titles: readonly string[] = []) => {
  const sources = { mentions, titles };
  return guessStart(sources, guessedDepartements(sources, reference, pres).map(packOf), reference, pres);
};
const schoolsIn = (...departements: readonly string[]) => [
  ...new Map(
    departements.flatMap((one) =>
      packOf(one).rows.ips.map(({ uai, commune }) => [uai, { uai, commune }] as const)
    )
  ).values()
];
const nameOf = (code: string) => reference.commune(code)?.name ?? code;
/** The same communes: two bodies may carry a PRE in one. */
const isSame = ({ communes }: ListedPre, value: string | undefined) =>
  pres.keyed(value?.replace('pre=', '') ?? '')?.communes.join() === communes.join();

/** The name and the code of Paris are those of its twenty arrondissements. */
const needsSchools = ({ key }: ListedPre) => key === '75056-other';

describe('the PRE of a list', () => {
  const WAYS: Record<string, (school: { uai: string; commune: string }) => PlaceMention> = {
    'the codes of its schools': ({ uai }) => ({ uai, communes: [] }),
    'the names of its communes': ({ commune }) => ({ uai: null, communes: [nameOf(commune).toUpperCase()] }),
    'the codes of its communes': ({ commune }) => ({ uai: null, communes: [commune] })
  };
  for (const [way, mentionOf] of Object.entries(WAYS))
    it(`is found by ${way}, with a row in twenty of elsewhere`, () => {
      const wrong = some.flatMap((pre) => {
        if (needsSchools(pre) && way !== 'the codes of its schools') return [];
        const all = schoolsIn(...reference.departementsOf(pre.siren!));
        const isOwn = ({ commune }: { commune: string }) =>
          withCity(commune).some((one) => pre.communes.includes(one));
        const [schools, others] = [all.filter(isOwn), all.filter((one) => !isOwn(one))];
        const rows = [...schools, ...others.slice(0, Math.floor(schools.length / 20))].map(mentionOf);
        const { candidates } = guess(rows);
        return candidates.some(({ value }) => isSame(pre, value))
          ? []
          : [`${pre.key} ${pre.name}: ${candidates.map(({ name }) => name).join()}`];
      });
      expect(wrong).toEqual([]);
    });

  it('is found by the name of the file where no row says a place', () => {
    const { candidates, rows } = guess([], ['suivi-PRE_Maubeuge 2026.xlsx']);
    expect(rows).toBe(0);
    expect(candidates.map(({ name }) => name)).toEqual(['Maubeuge']);
    expect(guess([], ['liste des écoles.xlsx']).candidates).toEqual([]);
  });

  it('is the agglomeration where the lists go beyond the PRE of a commune, and told with its share', () => {
    const communes = reference.epci('200043396')!.members.map(({ code }) => code);
    const rows = schoolsIn('59').filter(({ commune }) => communes.includes(commune));
    const found = guess(rows.map(({ uai }) => ({ uai, communes: [] })));
    expect(found.candidates[0]?.value).toBe('siren=200043396');
    expect(found.candidates[0]?.rows).toBe(found.rows);
  });

  it('is not guessed from names of communes of the whole country', () => {
    expect(
      guess(['Brest', 'Nice', 'Lille'].map((name) => ({ uai: null, communes: [name] }))).candidates
    ).toEqual([]);
  });
});
