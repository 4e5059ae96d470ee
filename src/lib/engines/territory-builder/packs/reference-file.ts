// The administrative division of the country in one small file: `ReferenceFile` is its JSON, compressed with gzip as it is served.
import { departementOf } from '../places/reference.ts';
import {
  readMaybe,
  readNames,
  readNumbers,
  readSteps,
  writeMaybe,
  writeNames,
  writeNumbers,
  writeSteps
} from './text-columns.ts';

export const REFERENCE_VERSION = 1;

/** Columns of the communes of a département, in the order of their codes. */
interface CommuneColumns {
  departement: string;
  /** Codes without that of the département. */
  codes: string;
  names: string;
  /** Rank of its EPCI in `epcis`, from 1; 0 for none. */
  memberships: string;
  /** EPCI of the département's communes: ranks in the file's list. */
  epcis: string;
  populations: string;
  /** Codes that are no longer those of a commune, and the rank here of today's; a name for those that had one. */
  oldCodes: string;
  oldRanks: string;
  oldNames: string;
}

export interface ReferenceFile {
  version: number;
  /** Year of the division. */
  vintage: string;
  source: string;
  licence: string;
  /** SIREN, in order, and names. */
  sirens: string;
  epcis: string[];
  /** A column after the other, each a text a département: like beside like packs best. */
  communes: Record<keyof CommuneColumns, string[]>;
  /** Names that an EPCI gives to a member, where they differ from the commune's. */
  memberNames: Record<string, string>;
  /** Old codes whose commune of today is in another département: `code` -> today's. */
  moved: Record<string, string>;
}

export interface CommuneOfReference {
  code: string;
  name: string;
  /** Rank of its EPCI; -1 for none. */
  epci: number;
  population: number | null;
}

/** A code of the past, or of a part of a commune; `name` is null where only the code is known. */
export interface OldCode {
  code: string;
  name: string | null;
  current: string;
}

/** The division as lists, what the file is written from and read into. */
export interface Division {
  vintage: string;
  source: string;
  licence: string;
  /** In the order of their SIREN. */
  epcis: { siren: string; name: string }[];
  /** In the order of their codes. */
  communes: CommuneOfReference[];
  oldCodes: OldCode[];
  /** By code: the names of members that differ from those of the communes. */
  memberNames: Record<string, string>;
}

const suffix = (code: string) => Number(code.slice(departementOf(code).length));
const codeOf = (departement: string, number: number) =>
  departement + String(number).padStart(5 - departement.length, '0');
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

function group<Row extends { code: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of [...rows].sort(byCode)) {
    const key = departementOf(row.code);
    const list = groups.get(key);
    if (list) list.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function writeDepartement(
  departement: string,
  communes: readonly CommuneOfReference[],
  old: readonly OldCode[]
): CommuneColumns {
  const members = new Map<number, number>();
  for (const { epci } of communes) if (epci >= 0) members.set(epci, (members.get(epci) ?? 0) + 1);
  const ranked = [...members].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([epci]) => epci);
  const rankOf = new Map(communes.map(({ code }, at) => [code, at]));
  const here = old.filter(({ current }) => rankOf.has(current));
  return {
    departement,
    codes: writeSteps(communes.map(({ code }) => suffix(code))),
    names: writeNames(communes.map(({ name }) => name)),
    memberships: writeNumbers(communes.map(({ epci }) => ranked.indexOf(epci) + 1)),
    epcis: writeSteps(ranked),
    populations: writeMaybe(communes.map(({ population }) => population)),
    oldCodes: writeSteps(here.map(({ code }) => suffix(code))),
    oldRanks: writeSteps(here.map(({ current }) => rankOf.get(current)!)),
    oldNames: writeNames(here.map(({ name }) => name ?? ''))
  };
}

export function writeDivision({
  vintage,
  source,
  licence,
  epcis,
  communes,
  oldCodes,
  memberNames
}: Division): ReferenceFile {
  const old = group(oldCodes);
  const codes = new Map(communes.map(({ code }) => [code, departementOf(code)]));
  const columns = [...group(communes)].map(([departement, list]) =>
    writeDepartement(departement, list, old.get(departement) ?? [])
  );
  const keys = Object.keys(columns[0] ?? {}) as (keyof CommuneColumns)[];
  const moved = oldCodes.filter(({ code, current }) => codes.get(current) !== departementOf(code));
  return {
    version: REFERENCE_VERSION,
    vintage,
    source,
    licence,
    sirens: writeSteps(epcis.map(({ siren }) => Number(siren))),
    epcis: epcis.map(({ name }) => name),
    communes: Object.fromEntries(
      keys.map((key) => [key, columns.map((one) => one[key])])
    ) as ReferenceFile['communes'],
    memberNames,
    moved: Object.fromEntries(
      moved.map(({ code, current, name }) => [code, name === null ? current : `${current} ${name}`])
    )
  };
}

/** @throws BadColumn */
export function readDivision({
  vintage,
  source,
  licence,
  sirens,
  epcis,
  communes: columns,
  memberNames,
  moved
}: ReferenceFile): Division {
  const communes: CommuneOfReference[] = [];
  const oldCodes: OldCode[] = [];
  for (const [at, departement] of columns.departement.entries()) {
    const one = (key: keyof CommuneColumns) => columns[key][at]!;
    const codes = readSteps(one('codes')).map((number) => codeOf(departement, number));
    const names = readNames(one('names'));
    const memberships = readNumbers(one('memberships'));
    const ranked = readSteps(one('epcis'));
    const populations = readMaybe(one('populations'));
    codes.forEach((code, row) =>
      communes.push({
        code,
        name: names[row] ?? code,
        epci: ranked[memberships[row]! - 1] ?? -1,
        population: populations[row] ?? null
      })
    );
    const [ranks, oldNames] = [readSteps(one('oldRanks')), readNames(one('oldNames'))];
    readSteps(one('oldCodes')).forEach((number, row) =>
      oldCodes.push({
        code: codeOf(departement, number),
        name: oldNames[row] || null,
        current: codes[ranks[row]!]!
      })
    );
  }
  for (const [code, told] of Object.entries(moved)) {
    const [current = '', ...name] = told.split(' ');
    oldCodes.push({ code, current, name: name.join(' ') || null });
  }
  return {
    vintage,
    source,
    licence,
    epcis: readSteps(sirens).map((siren, at) => ({ siren: String(siren), name: epcis[at] ?? '' })),
    communes,
    oldCodes,
    memberNames
  };
}
