// The administrative division of today, from the package @etalab/decoupage-administratif.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { writeDivision } from '../../src/lib/engines/territory-builder/index.ts';

type Division = Parameters<typeof writeDivision>[0];

interface CommuneEntry {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  anciensCodes?: string[];
  /** Head of a delegated or associated commune. */
  chefLieu?: string;
  /** Commune of an arrondissement municipal. */
  commune?: string;
}

interface EpciEntry {
  code: string;
  nom: string;
  membres: { code: string; nom: string; populationMunicipale?: number }[];
}

const PACKAGE = '@etalab/decoupage-administratif';
/** The package's major version counts the years: 6 is the division of 2026. */
const YEAR_ZERO = 2020;

/** Codes of the past and of parts of communes, with today's. */
function oldCodes(
  communes: readonly CommuneEntry[],
  todays: ReadonlyMap<string, string>
): Division['oldCodes'][number][] {
  const current = new Map<string, string>();
  for (const { code, anciensCodes = [] } of communes) for (const old of anciensCodes) current.set(old, code);
  const old: Division['oldCodes'][number][] = [];
  const named = new Set<string>();
  for (const { code, nom, type, chefLieu, commune } of communes) {
    if (type === 'commune-actuelle') continue;
    const today = chefLieu ?? commune ?? current.get(code) ?? code;
    named.add(code);
    if (today !== code || todays.get(code) !== nom) old.push({ code, name: nom, current: today });
  }
  for (const [code, today] of current) {
    if (!named.has(code) && !todays.has(code)) old.push({ code, name: null, current: today });
  }
  return old.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Reads the package that is installed. */
export async function readPackage(): Promise<Division> {
  const locate = createRequire(import.meta.url);
  const read = async <T>(path: string): Promise<T> =>
    JSON.parse(await readFile(locate.resolve(`${PACKAGE}/${path}`), 'utf8')) as T;
  const [communes, epcis, { version }] = await Promise.all([
    read<CommuneEntry[]>('data/communes.json'),
    read<EpciEntry[]>('data/epci.json'),
    read<{ version: string }>('package.json')
  ]);
  epcis.sort((a, b) => (a.code < b.code ? -1 : 1));
  const today = communes.filter(({ type }) => type === 'commune-actuelle');
  const names = new Map(today.map(({ code, nom }) => [code, nom]));
  const membership = new Map(
    epcis.flatMap(({ membres }, epci) =>
      membres.map(({ code, populationMunicipale = null }) => [
        code,
        { epci, population: populationMunicipale }
      ])
    )
  );
  const members = epcis.flatMap(({ membres }) => membres);
  return {
    vintage: String(YEAR_ZERO + Number.parseInt(version, 10)),
    source: 'Découpage administratif (Etalab, d’après le code officiel géographique et Banatic)',
    licence: 'Licence Ouverte 2.0',
    epcis: epcis.map(({ code, nom }) => ({ siren: code, name: nom })),
    communes: today
      .map(({ code, nom }) => ({
        code,
        name: nom,
        ...(membership.get(code) ?? { epci: -1, population: null })
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    oldCodes: oldCodes(communes, names),
    memberNames: Object.fromEntries(
      members.flatMap(({ code, nom }) => (names.get(code) === nom ? [] : [[code, nom]]))
    )
  };
}
