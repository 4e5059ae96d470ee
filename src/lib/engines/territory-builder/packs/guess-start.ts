// Which territory the lists of a service are of: the PRE, or the agglomeration, that has most of their rows.
import { foldPlace } from '../../../model/names.ts';
import type { ListedPre, PlaceMention, PreList, Start } from '../../../model/packs.ts';
import { departementOfUai } from '../../../model/school.ts';
import { withCity } from '../places/districts.ts';
import type { Pack } from './pack.ts';
import type { PackedReference } from './reference.ts';
import { territoryStart } from './start.ts';

/** A territory that the rows may be of, and how many are of its communes. */
export interface GuessedStart {
  start: Start;
  /** What an address holds of it: « pre=59392-ccas ». */
  value: string;
  name: string;
  rows: number;
}

export interface StartGuess {
  /** None, one, or two that nothing tells apart: the reader chooses. */
  candidates: readonly GuessedStart[];
  /** Rows whose commune is known. */
  rows: number;
}

/** What the lists of a service say. */
export interface GuessSources {
  mentions: readonly PlaceMention[];
  /** Names of files and sheets: used where no row says a place. */
  titles: readonly string[];
}

/** A territory with so little less than the first is proposed beside it. */
const CLOSE = 0.9;
/** An agglomeration is proposed where it has so many more rows than a PRE of it. */
const WIDER = 1.1;

/** Schools of Saint-Martin have the codes of Guadeloupe. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { '971': ['971', '978'] };

function counted<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const mostOf = <Key>(counts: ReadonlyMap<Key, number>): Key[] => {
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([key, count]) => (count >= CLOSE * most ? [key] : []));
};

/**
 * Départements whose packs may hold the schools of the lists; without the code of a school, those of the communes that are named: where a
 * PRE is in a commune of the name, no other counts.
 */
export function guessedDepartements(
  { mentions, titles }: GuessSources,
  reference: PackedReference,
  pres: PreList
): string[] {
  const ofSchools = mentions.flatMap(({ uai }) => (uai === null ? [] : [departementOfUai(uai)]));
  if (ofSchools.length > 0) return mostOf(counted(ofSchools)).flatMap((one) => BESIDE[one] ?? [one]);
  const all = [...new Set(pres.all.map(({ departement }) => departement))];
  const served = new Set(pres.all.flatMap(({ communes }) => communes));
  const found = mentions.flatMap(({ communes }) =>
    communes.flatMap((text) => {
      const code = reference.currentCode(text);
      const codes = code === null ? all.flatMap((one) => reference.codeByName(one, text) ?? []) : [code];
      const best = codes.filter((one) => served.has(one));
      return (best.length > 0 ? best : codes).map((one) => reference.departementOf(one));
    })
  );
  if (found.length > 0) return mostOf(counted(found));
  return [...new Set(presNamed(titles, pres).map(({ departement }) => departement))];
}

/** PREs whose name stands whole in the title of a file; the longest name alone (« Villeneuve-d'Ascq », not « Villeneuve »). */
function presNamed(titles: readonly string[], pres: PreList): ListedPre[] {
  const words = titles.map((title) => ` ${foldPlace(title)} `);
  const named = pres.all.flatMap((pre) => {
    const name = foldPlace(pre.name);
    return name.length > 2 && words.some((one) => one.includes(` ${name} `))
      ? [{ pre, length: name.length }]
      : [];
  });
  const longest = Math.max(...named.map(({ length }) => length));
  return named.flatMap(({ pre, length }) => (length === longest ? [pre] : []));
}

/** Codes that the commune of each row may have, where it says one: of several with its name, all; of the arrondissement in a city that has some. */
function communesOf(
  mentions: readonly PlaceMention[],
  packs: readonly Pack[],
  reference: PackedReference
): string[][] {
  const ofSchool = new Map(
    packs.flatMap(({ rows }) =>
      [...rows.ips, ...rows.annuaire].map(({ uai, commune }) => [uai, commune] as const)
    )
  );
  const codesOf = (text: string) =>
    reference.currentCode(text) ??
    packs.flatMap(({ departement }) => reference.codeByName(departement, text) ?? []);
  return mentions.flatMap(({ uai, communes }) => {
    const codes = ofSchool.get(uai ?? '') ?? communes.map(codesOf).find((found) => found.length > 0);
    return codes ? [[codes].flat().flatMap(withCity)] : [];
  });
}

/**
 * The PRE that has the most rows, and of several the one of the fewest communes; the agglomeration where the lists go beyond it.
 *
 * @param packs of `guessedDepartements`
 */
export function guessStart(
  sources: GuessSources,
  packs: readonly Pack[],
  reference: PackedReference,
  pres: PreList
): StartGuess {
  const places = communesOf(sources.mentions, packs, reference);
  const communes = counted(places.flat());
  const rowsOf = (codes: readonly string[]) =>
    codes.reduce((sum, code) => sum + (communes.get(code) ?? 0), 0);
  const all = places.length;
  const ofPre = (pre: ListedPre): GuessedStart[] => {
    const start = territoryStart.pre(pre, reference);
    const value = `pre=${pre.key}`;
    return start
      ? [{ start: { ...start, link: value }, value, name: pre.name, rows: rowsOf(pre.communes) }]
      : [];
  };
  if (all === 0) {
    const named = presNamed(sources.titles, pres).flatMap(ofPre);
    return { candidates: named.length <= 2 ? named : [], rows: 0 };
  }
  const most = Math.max(...pres.all.map(({ communes: codes }) => rowsOf(codes)));
  const best = pres.all.filter((pre) => most >= all / 2 && rowsOf(pre.communes) >= CLOSE * most);
  const fewest = Math.min(...best.map(({ communes: codes }) => codes.length));
  const candidates = best.filter(({ communes: codes }) => codes.length === fewest).flatMap(ofPre);
  const wider = widest([...communes.keys()], rowsOf, reference);
  if (wider && wider.rows >= all / 2 && (candidates.length === 0 || wider.rows >= WIDER * most))
    candidates.unshift(wider);
  return { candidates: candidates.slice(0, 2), rows: all };
}

/** The agglomeration of most rows; one commune alone where it is of none other. */
function widest(
  codes: readonly string[],
  rowsOf: (codes: readonly string[]) => number,
  reference: PackedReference
): GuessedStart | null {
  const sirens = new Set(codes.flatMap((code) => reference.commune(code)?.siren ?? []));
  const found = [...sirens].flatMap((siren) => {
    const start = territoryStart.epci(siren, reference);
    const members = reference.epci(siren)?.members.map(({ code }) => code) ?? [];
    const value = `siren=${siren}`;
    return start
      ? [{ start: { ...start, link: value }, value, name: start.title, rows: rowsOf(members) }]
      : [];
  });
  return found.sort((a, b) => b.rows - a.rows)[0] ?? null;
}
