// Reads the packed administrative division: what the builder asks of it, and agglomerations found by a name, a SIREN or a commune.
import {
  communeNamed,
  foldPlace,
  foldPlaces,
  indexNames,
  type NamedCommune,
  type NameIndex
} from '../../../model/names.ts';
import { COLLECTIVITIES, collectivityOf } from '../places/collectivities.ts';
import { departementOf, type Member, type PlaceReference } from '../places/reference.ts';
import { likeness } from './likeness.ts';
import { readPackedJson } from './packed-json.ts';
import { readDivision, REFERENCE_VERSION, type Division, type ReferenceFile } from './reference-file.ts';

/** An EPCI that one may choose. */
export interface Agglomeration {
  siren: string;
  name: string;
  /** Number of communes. */
  communes: number;
  /** The member by whose name it was found, where the EPCI's own name does not say it. */
  commune?: string;
}

export interface KnownCommune extends Member {
  /** EPCI that it belongs to, or the collectivity that it is; null for a commune of none. */
  siren: string | null;
}

export interface CommuneOfEpci extends KnownCommune {
  siren: string;
}

export interface PackedReference extends PlaceReference {
  /** Every EPCI, in the order of their SIREN. */
  readonly agglomerations: readonly Agglomeration[];
  readonly vintage: string;
  readonly source: string;
  readonly licence: string;
  /**
   * Agglomerations by name, by SIREN, or by the name of a commune, whatever the case and the accents; best first.
   * @param limit most of them that are given
   */
  search(text: string, limit?: number): Agglomeration[];
  /** Communes of an EPCI by their name or their code; the best first, then the largest. */
  searchCommunes(text: string, limit?: number): CommuneOfEpci[];
  /** Today's commune of a code; null when INSEE knows none. */
  commune(code: string): KnownCommune | null;
  /** Départements of the members of an EPCI: those whose packs hold it. */
  departementsOf(siren: string): string[];
}

class Search {
  readonly #epcis: { agglomeration: Agglomeration; folded: string; population: number }[];
  readonly #communes: { code: string; name: string; folded: string; epci: number; population: number }[];

  constructor({ communes }: Division, agglomerations: readonly Agglomeration[]) {
    const members = communes.filter(({ epci }) => epci >= 0);
    const names = foldPlaces(members.map(({ name }) => name));
    this.#communes = members.map(({ code, name, epci, population }, at) => ({
      code,
      name,
      folded: names[at]!,
      epci,
      population: population ?? 0
    }));
    const inhabitants = agglomerations.map(() => 0);
    for (const { epci, population } of this.#communes) inhabitants[epci]! += population;
    const own = foldPlaces(agglomerations.map(({ name }) => name));
    this.#epcis = agglomerations.map((agglomeration, at) => ({
      agglomeration,
      folded: own[at]!,
      population: inhabitants[at]!
    }));
  }

  communes(text: string, limit: number): CommuneOfEpci[] {
    const isCode = /^\d[\dab]\d{3}$/i.test(text.trim());
    const searched = isCode ? text.trim().toUpperCase() : foldPlace(text);
    if (searched.length < 2) return [];
    return this.#communes
      .map((one) => ({
        ...one,
        score: isCode ? Number(one.code === searched) : likeness(one.folded, searched)
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || b.population - a.population)
      .slice(0, limit)
      .map(({ code, name, epci, population }) => ({
        code,
        name,
        population,
        siren: this.#epcis[epci]!.agglomeration.siren
      }));
  }

  find(text: string, limit: number): Agglomeration[] {
    const digits = text.replace(/[\s.\u00a0\u202f]/g, '');
    if (/^\d{3,}$/.test(digits)) {
      const found = this.#epcis.filter(({ agglomeration }) => agglomeration.siren.startsWith(digits));
      return found.slice(0, limit).map(({ agglomeration }) => agglomeration);
    }
    const searched = foldPlace(text);
    if (searched.length < 2) return [];
    /** An EPCI's own name counts before that of its communes where both are as like; then the largest place comes first. */
    const best = new Map<number, { score: number; own: boolean; population: number; commune?: string }>();
    this.#epcis.forEach(({ folded, population }, at) => {
      const score = likeness(folded, searched);
      if (score > 0) best.set(at, { score: Math.max(score, 2), own: true, population });
    });
    for (const { name, folded, epci, population } of this.#communes) {
      const score = likeness(folded, searched);
      const before = best.get(epci);
      if (score === 0) continue;
      if (before?.own) before.score = Math.max(before.score, score);
      else if (!before || score > before.score || (score === before.score && population > before.population))
        best.set(epci, { score, own: false, population, commune: name });
    }
    return [...best]
      .sort(
        ([, a], [, b]) => b.score - a.score || Number(b.own) - Number(a.own) || b.population - a.population
      )
      .slice(0, limit)
      .map(([at, { commune }]) => ({
        ...this.#epcis[at]!.agglomeration,
        ...(commune !== undefined && { commune })
      }));
  }
}

function nameIndexes({ communes, oldCodes }: Division): (departement: string) => NameIndex | null {
  const lists = new Map<string, NamedCommune[]>();
  const add = (of: string, commune: NamedCommune) => {
    const list = lists.get(departementOf(of));
    if (list) list.push(commune);
    else lists.set(departementOf(of), [commune]);
  };
  for (const { code, name } of communes) add(code, { code, name });
  for (const { code, name, current } of oldCodes) if (name !== null) add(code, { code: current, name });
  const indexes = new Map<string, NameIndex>();
  return (departement) => {
    const list = lists.get(departement);
    if (!list) return null;
    const index = indexes.get(departement) ?? indexNames(list);
    indexes.set(departement, index);
    return index;
  };
}

/** What the builder and the page ask of a division. */
export function packReference(division: Division): PackedReference {
  const { communes, oldCodes, epcis, memberNames, vintage, source, licence } = division;
  const current = new Map(
    [...oldCodes, ...communes.map(({ code }) => ({ code, current: code }))].map((one) => [
      one.code,
      one.current
    ])
  );
  for (const { code, current: today } of oldCodes) current.set(code, today);
  const members: Member[][] = epcis.map(() => []);
  for (const { code, name, epci, population } of communes) {
    members[epci]?.push({ code, name: memberNames[code] ?? name, population });
  }
  const ranks = new Map(epcis.map(({ siren }, at) => [siren, at]));
  const agglomerations = epcis.map(({ siren, name }, at) => ({ siren, name, communes: members[at]!.length }));
  const indexOf = nameIndexes(division);
  const byCode = new Map(communes.map((one) => [one.code, one]));
  let search: Search | undefined;
  const alone = (siren: string): Member | undefined => {
    const found = byCode.get(collectivityOf(siren)?.code ?? '');
    return found && { code: found.code, name: found.name, population: found.population };
  };
  return {
    agglomerations,
    vintage,
    source,
    licence,
    epci(siren) {
      const at = ranks.get(siren);
      if (at !== undefined)
        return { name: epcis[at]!.name, members: members[at]!.map((one) => ({ ...one })) };
      const commune = alone(siren);
      return commune ? { name: commune.name, members: [commune] } : null;
    },
    currentCode: (code) => current.get(code) ?? null,
    codeByName(departement, name) {
      const index = indexOf(departement);
      return index ? communeNamed(name, index) : null;
    },
    departementOf,
    departementsOf: (siren) => [
      ...new Set(
        (members[ranks.get(siren) ?? -1] ?? [alone(siren) ?? []].flat()).map(({ code }) =>
          departementOf(code)
        )
      )
    ],
    commune(code) {
      const known = byCode.get(current.get(code) ?? code);
      if (!known) return null;
      const { epci, ...commune } = known;
      const own = COLLECTIVITIES.find(({ code: one }) => one === commune.code);
      return { ...commune, siren: epcis[epci]?.siren ?? own?.siren ?? null };
    },
    search(text, limit = 12) {
      search ??= new Search(division, agglomerations);
      return search.find(text, limit);
    },
    searchCommunes(text, limit = 12) {
      search ??= new Search(division, agglomerations);
      return search.communes(text, limit);
    }
  };
}

/**
 * Reads `reference.pack`, packed or not.
 * @throws UnusableInput `damaged-pack`, `foreign-pack`
 */
export function readReference(bytes: Uint8Array): PackedReference {
  return readPackedJson(bytes, 'reference.pack', REFERENCE_VERSION, (json) =>
    packReference(readDivision(json as unknown as ReferenceFile))
  );
}
