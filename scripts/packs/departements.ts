// From the rows of official files to a pack a département, each row in the one where it is looked for.
import {
  PACK_PLACES,
  type BasePlace,
  type Pack,
  type PackedReference
} from '../../src/lib/engines/territory-builder/index.ts';
import { departementOfUai } from '../../src/lib/model/school.ts';
import { communeNamed, indexNames, type NamedCommune } from '../../src/lib/model/names.ts';
import type { AnyRow, SourceRows } from './source-files.ts';

/** Lists that make schools known; positions only place them. */
const SCHOOL_LISTS = ['annuaire', 'ips', 'effectifs', 'rep'] as const satisfies readonly BasePlace[];

/** What makes a row the only one of its kind: a second one, of another file, is left out. */
const SAME: Readonly<Record<BasePlace, (row: AnyRow) => string>> = {
  communes: ({ code }) => String(code),
  qpvs: ({ code }) => String(code),
  cites: ({ ids }) => String(ids),
  annuaire: ({ uai }) => String(uai),
  ips: ({ uai }) => String(uai),
  effectifs: ({ uai }) => String(uai),
  rep: ({ uai }) => String(uai),
  positions: ({ uai }) => String(uai)
};

/** Neighbourhoods of the list in force where it was read: that of 2024 took the place of that of 2015. */
function inForce(place: BasePlace, rows: AnyRow[]): AnyRow[] {
  const latest = place === 'qpvs' && rows.some(({ generation }) => generation === 2024);
  return latest ? rows.filter(({ generation }) => generation === 2024) : rows;
}

/** Of the rows of a place, the first of each thing; of several years, the latest. The largest file speaks first. */
function firstOfEach(place: BasePlace, sources: readonly SourceRows[]): AnyRow[] {
  const files = sources.filter((one) => one.place === place).sort((a, b) => b.rows.length - a.rows.length);
  const kept = new Map<string, AnyRow>();
  for (const row of files.flatMap(({ rows }) => rows)) {
    const key = SAME[place](row);
    const before = kept.get(key);
    if (!before || String(row.year ?? '') > String(before.year ?? '')) kept.set(key, row);
  }
  return inForce(place, [...kept.values()]);
}

/** `QN05930M` -> `59`, `QP971001` -> `971`. */
const departementOfQpv = (code: string) =>
  (/^Q[PN](97\d)/.exec(code) ?? /^Q[PN]0?(\d\d|2[AB])/.exec(code))?.[1] ?? '';

export const noRows = (): Pack['rows'] => ({
  communes: [],
  qpvs: [],
  cites: [],
  annuaire: [],
  ips: [],
  rep: [],
  positions: [],
  effectifs: []
});

/**
 * Names of communes that changed since a list was written: « EVRY » is Évry-Courcouronnes. The outlines, of another year than the division,
 * know some of the former names.
 * @returns today's name of a commune that the division does not know by this one; null where it knows it, or nothing does
 */
function renamings(
  sources: readonly SourceRows[],
  { codeByName, currentCode, departementOf }: PackedReference,
  names: ReadonlyMap<string, string>
): (departement: string, name: string) => string | null {
  const outlines = sources.filter(({ place }) => place === 'communes').flatMap(({ rows }) => rows);
  const former = new Map<string, NamedCommune[]>();
  for (const { code, name } of outlines) {
    const today = currentCode(String(code));
    if (today === null) continue;
    const departement = departementOf(today);
    former.set(departement, [...(former.get(departement) ?? []), { code: today, name: String(name) }]);
  }
  const indexes = new Map([...former].map(([departement, list]) => [departement, indexNames(list)]));
  return (departement, name) => {
    const index = indexes.get(departement);
    if (!index || codeByName(departement, name) !== null) return null;
    return names.get(communeNamed(name, index) ?? '') ?? null;
  };
}

/**
 * @param names of today's communes, by code
 * @returns packs in the order of the départements, rows in that of their codes or UAI; and the rows of the départements where nothing is
 *   drawn, which no pack holds
 */
export function packsOf(
  sources: readonly SourceRows[],
  reference: PackedReference,
  names: ReadonlyMap<string, string>
): { packs: Pack[]; undrawn: { departement: string; rows: number }[] } {
  const { departementOf, currentCode } = reference;
  const today = (code: string) => departementOf(currentCode(code) ?? code);
  const ofSchool = new Map<string, string>();
  const known = (uai: string) => ofSchool.get(uai) ?? departementOfUai(uai);
  const departementsOf: Readonly<Record<BasePlace, (row: AnyRow) => string[]>> = {
    communes: ({ code }) => [today(String(code))],
    qpvs: ({ code }) => [departementOfQpv(String(code))],
    cites: ({ communes }) => (communes as string[]).map(today),
    annuaire: ({ commune }) => [today(String(commune))],
    ips: ({ commune }) => [today(String(commune))],
    effectifs: ({ uai }) => [known(String(uai))],
    rep: ({ uai, departement }) => [ofSchool.get(String(uai)) ?? String(departement)],
    positions: ({ uai }) => [known(String(uai))]
  };
  const packs = new Map<string, Pack['rows']>();
  const todaysName = renamings(sources, reference, names);
  // Lists of schools come before their positions: they say in which département a school is.
  for (const place of ['communes', 'qpvs', 'cites', ...SCHOOL_LISTS, 'positions'] as const) {
    for (const original of firstOfEach(place, sources)) {
      let row = original;
      for (const departement of new Set(departementsOf[place](row))) {
        const rows = packs.get(departement) ?? noRows();
        packs.set(departement, rows);
        const communeName =
          typeof row.communeName === 'string' ? todaysName(departement, row.communeName) : null;
        if (communeName !== null) row = { ...row, communeName };
        (rows[place] as unknown as AnyRow[]).push(row);
        if ('uai' in row && place !== 'positions' && !ofSchool.has(String(row.uai)))
          ofSchool.set(String(row.uai), departement);
      }
    }
  }
  const told = new Map(sources.map((source) => [source.told.file, source.told]));
  const sorted = [...packs].sort(([a], [b]) => (a < b ? -1 : 1));
  // A collectivity of one commune opens without an outline; elsewhere nothing could be counted.
  const epcis = new Set(reference.agglomerations.map(({ siren }) => siren));
  const isAlone = (code: string) => {
    const siren = reference.commune(code)?.siren ?? null;
    return siren !== null && !epcis.has(siren);
  };
  const isMade = ([, rows]: [string, Pack['rows']]) =>
    rows.communes.length > 0 ||
    (rows.positions.length > 0 && rows.ips.some(({ commune }) => isAlone(commune)));
  const undrawn = sorted
    .filter((one) => !isMade(one))
    .map(([departement, rows]) => ({
      departement,
      rows: PACK_PLACES.reduce((sum, place) => sum + rows[place].length, 0)
    }));
  const made = sorted.filter(isMade).map(([departement, rows]) => {
    for (const place of PACK_PLACES)
      (rows[place] as unknown as AnyRow[]).sort((a, b) => (SAME[place](a) < SAME[place](b) ? -1 : 1));
    const files = new Set(PACK_PLACES.flatMap((place) => rows[place].map(({ file }) => file)));
    return { departement, rows, sources: [...files].sort().map((file) => told.get(file)!) };
  });
  return { packs: made, undrawn };
}

/** Schools that the lists of a pack know, each once. */
export const schoolsOf = ({ rows }: Pack): Set<string> =>
  new Set(SCHOOL_LISTS.flatMap((place) => rows[place].map(({ uai }) => uai)));
