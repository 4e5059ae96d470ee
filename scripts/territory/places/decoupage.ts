// The administrative division of France: members of an EPCI, names, populations, and what became of merged communes.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { communeNamed, indexNames, type NameIndex } from '../../../src/lib/engines/import/index.ts';

interface CommuneEntry {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement?: string;
  anciensCodes?: string[];
  /** Head of a delegated or associated commune. */
  chefLieu?: string;
  /** Commune of an arrondissement municipal. */
  commune?: string;
  population?: number;
}

interface EpciEntry {
  code: string;
  nom: string;
  membres: { code: string; nom: string; populationMunicipale?: number }[];
}

export interface Member {
  code: string;
  name: string;
  population: number | null;
}

export interface Decoupage {
  epci(siren: string): { name: string; members: Member[] } | null;
  /** Today's code of a commune: itself, or the commune that it was merged into; null when INSEE knows no such code. */
  currentCode(code: string): string | null;
  /** Today's code of a commune by its name in a département, old names included. */
  codeByName(departement: string, name: string): string | null;
  departementOf(code: string): string;
}

/** `59350` -> `59`, `97411` -> `974`. */
const departementOf = (code: string) => code.slice(0, code.startsWith('97') ? 3 : 2);

function currentCodes(communes: readonly CommuneEntry[]): Map<string, string> {
  const current = new Map<string, string>();
  for (const { code, anciensCodes = [] } of communes) for (const old of anciensCodes) current.set(old, code);
  for (const { code, type, chefLieu, commune } of communes) {
    current.set(
      code,
      type === 'commune-actuelle' ? code : (chefLieu ?? commune ?? current.get(code) ?? code)
    );
  }
  return current;
}

function namesByDepartement(
  communes: readonly CommuneEntry[],
  current: Map<string, string>
): Map<string, NameIndex> {
  const lists = new Map<string, { code: string; name: string }[]>();
  const today = communes.filter(({ type }) => type === 'commune-actuelle');
  const old = communes.filter(({ type }) => type !== 'commune-actuelle');
  for (const { code, nom } of [...today, ...old]) {
    const key = departementOf(code);
    const list = lists.get(key) ?? [];
    list.push({ code: current.get(code) ?? code, name: nom });
    lists.set(key, list);
  }
  return new Map([...lists].map(([key, list]) => [key, indexNames(list)]));
}

/** Reads the division from the package @etalab/decoupage-administratif. */
export async function readDecoupage(): Promise<Decoupage> {
  const locate = createRequire(import.meta.url);
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(
      await readFile(locate.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')
    ) as T;
  const [communes, epcis] = await Promise.all([read<CommuneEntry[]>('communes'), read<EpciEntry[]>('epci')]);
  const current = currentCodes(communes);
  const names = namesByDepartement(communes, current);
  return {
    epci(siren) {
      const entry = epcis.find(({ code }) => code === siren);
      if (!entry) return null;
      const members = entry.membres.map(({ code, nom, populationMunicipale }) => ({
        code,
        name: nom,
        population: populationMunicipale ?? null
      }));
      return { name: entry.nom, members: members.sort((a, b) => (a.code < b.code ? -1 : 1)) };
    },
    currentCode: (code) => current.get(code) ?? null,
    codeByName: (departement, name) => {
      const index = names.get(departement);
      return index ? communeNamed(name, index) : null;
    },
    departementOf
  };
}
