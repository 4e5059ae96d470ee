// The administrative division out of the lists of @etalab/decoupage-administratif (INSEE).
import { communeNamed, indexNames, type NameIndex } from '../../import/index.ts';
import type { Reference } from './reference.ts';

export interface CommuneEntry {
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

export interface EpciEntry {
  code: string;
  nom: string;
  membres: { code: string; nom: string; populationMunicipale?: number }[];
}

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

/** `59350` -> `59`, `97411` -> `974`. */
export const departementOf = (code: string): string => code.slice(0, code.startsWith('97') ? 3 : 2);

/** @param epcis with their members @param communes of today, and those merged or delegated */
export function referenceOf(communes: readonly CommuneEntry[], epcis: readonly EpciEntry[]): Reference {
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
