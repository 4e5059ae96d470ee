// Reads PROBLEM.json: what cannot be used is refused with every cause at once, what is doubtful is reported and kept.
import * as v from 'valibot';
import type { Finding } from '../../../model/findings.ts';
import {
  PROBLEM_CODES,
  PROBLEM_LIMITS,
  type Pair,
  type ProblemFile,
  type Unit
} from '../../../model/plan.ts';
import { isName, isRecord } from '../../../model/documents/json.ts';
import {
  DocumentFindings,
  fields,
  Id,
  positionOf,
  rows,
  shown,
  upTo
} from '../../../model/documents/read-document.ts';
import { problemWarnings } from './problem-warnings.ts';

const DEFAULT_TOLERANCE = 0.1;

const Name = v.pipe(
  v.unknown(),
  v.transform((name) => (isName(name) ? String(name) : null))
);

/** Rules and lists, each read apart. */
const LISTS = ['units', 'referents', 'minutes', 'pins', 'apart', 'together', 'neighbours'];

/** What each part of the file should be. */
function schemas() {
  const { load, visits, share, minutes, units } = PROBLEM_LIMITS;
  return {
    unit: {
      id: Id,
      workload: upTo(load),
      pupils: v.optional(upTo(load), 0),
      visits: upTo(visits),
      current: Name,
      lat: v.unknown(),
      lon: v.unknown(),
      stopMinutes: v.optional(upTo(load)),
      meetings: v.optional(upTo(load)),
      name: v.optional(v.unknown()),
      schools: v.optional(v.unknown()),
      parts: v.optional(v.unknown())
    },
    referent: { id: Id, fte: v.optional(upTo(share), 1), base: v.unknown(), coordinator: Name },
    minutes: v.array(v.array(v.nullable(upTo(minutes)))),
    settings: {
      tolerance: v.optional(upTo(share), DEFAULT_TOLERANCE),
      soft: v.nullish(v.boolean(), false),
      contiguous: v.nullish(v.boolean(), false),
      maxPupilsMoved: v.nullish(upTo(load * units), null),
      stability: v.optional(upTo(share), 0),
      coordinatorTolerance: v.nullish(upTo(share), null)
    }
  };
}
type Schemas = ReturnType<typeof schemas>;

function unknownKeys(read: DocumentFindings, value: unknown, known: readonly string[], column: string): void {
  if (!isRecord(value)) return;
  for (const key of Object.keys(value))
    if (!known.includes(key)) read.doubt('split-unknown-key', column, key);
}

/** The rows of a list, each read apart so that every cause is told; null for a row that is refused. */
function rowsOf<const Entries extends v.ObjectEntries>(
  read: DocumentFindings,
  given: unknown,
  { key, most, entries }: { key: string; most: number; entries: Entries }
) {
  const row = fields(entries);
  return (read.read(rows(v.unknown(), most), given, PROBLEM_CODES, key) ?? []).map((one, at) => {
    unknownKeys(read, one, Object.keys(entries), `${key}[${at}]`);
    return read.read(row, one, PROBLEM_CODES, `${key}[${at}]`);
  });
}

function distinct(read: DocumentFindings, ids: readonly string[], column: string): Set<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) read.wrong('split-duplicate-id', column, id, '1');
    seen.add(id);
  }
  return seen;
}

const Pairs = v.nullish(v.array(v.unknown(), '[["…", "…"]]'), []);
const OnePair = v.pipe(v.array(v.unknown(), '["…", "…"]'), v.length(2, '["…", "…"]'));
const PAIR_CODES = { other: 'split-bad-pair' };

/** Pairs whose two names are known, each once; the others are reported and left out. */
function pairs(
  read: DocumentFindings,
  value: unknown,
  key: string,
  known: [Set<string>, Set<string>]
): Pair[] {
  const kept = new Map<string, Pair>();
  const given = read.read(Pairs, value, { other: 'split-not-a-list' }, key) ?? [];
  given.forEach((one, at) => {
    const names = read.read(OnePair, one, PAIR_CODES, `${key}[${at}]`);
    if (!names) return;
    const [first, second] = names.map(String) as [string, string];
    const unknown = [first, second].find((name, side) => !known[side]!.has(name));
    if (unknown !== undefined) read.doubt('split-unknown-name', `${key}[${at}]`, unknown, 'dropped');
    else if (first === second) read.doubt('split-same-twice', `${key}[${at}]`, first, 'dropped');
    else {
      const sorted: Pair = key === 'pins' || first < second ? [first, second] : [second, first];
      kept.set(JSON.stringify(sorted), sorted);
    }
  });
  return [...kept.keys()].sort().map((name) => kept.get(name)!);
}

function minutesOf(
  read: DocumentFindings,
  value: unknown,
  units: number,
  referents: number
): (number | null)[][] {
  const columns = (row: unknown): row is readonly unknown[] => Array.isArray(row) && row.length === units;
  if (!Array.isArray(value) || value.length !== referents || !value.every(columns)) {
    const given = Array.isArray(value) ? value : [];
    const odd = given.find((row) => !columns(row)) ?? given[0];
    const found = `${given.length} × ${Array.isArray(odd) ? odd.length : 0}`;
    read.wrong('split-wrong-size', 'minutes', found, `${referents} × ${units}`);
    return [];
  }
  return read.read(schemas().minutes, value, PROBLEM_CODES, 'minutes') ?? [];
}

export interface ReadProblem {
  problem: ProblemFile;
  findings: Finding[];
}

/**
 * Reads the parsed JSON of a problem.
 * @throws {UnusableInput} with the first cause; `findings` holds them all.
 */
export function readProblem(document: unknown, file?: string): ReadProblem {
  const read = new DocumentFindings(file);
  if (!isRecord(document)) read.wrong(PROBLEM_CODES.custom, '', shown(document), '{…}');
  const given = isRecord(document) ? document : {};
  const { unit, referent, settings: settingsOf } = schemas();
  unknownKeys(read, given, [...LISTS, ...Object.keys(settingsOf)], '');
  const units = rowsOf(read, given.units, { key: 'units', most: PROBLEM_LIMITS.units, entries: unit });
  const referents = rowsOf(read, given.referents, {
    key: 'referents',
    most: PROBLEM_LIMITS.referents,
    entries: referent
  });
  const ids = (all: readonly ({ id: string } | null)[]) => all.flatMap((one) => one?.id ?? []);
  const unitIds = distinct(read, ids(units), 'units');
  const referentIds = distinct(read, ids(referents), 'referents');
  const both: [Set<string>, Set<string>] = [unitIds, unitIds];
  units.forEach((unit, at) => {
    if (unit && unit.current !== null && !referentIds.has(unit.current))
      read.doubt('split-unknown-name', `units[${at}].current`, unit.current);
  });
  const minutes = minutesOf(read, given.minutes, units.length, referents.length);
  const settings = read.read(fields(settingsOf), given, PROBLEM_CODES);
  const rules = {
    pins: pairs(read, given.pins, 'pins', [unitIds, referentIds]),
    apart: pairs(read, given.apart, 'apart', both),
    together: pairs(read, given.together, 'together', both),
    neighbours: pairs(read, given.neighbours, 'neighbours', both)
  };
  // A unit without pupils would move for nothing, under a cap or a price on the pupils who move.
  const uncounted = Array.isArray(given.units)
    ? given.units.filter((unit) => isRecord(unit) && unit.pupils === undefined)
    : [];
  if (uncounted.length > 0 && settings && (settings.maxPupilsMoved !== null || settings.stability > 0)) {
    read.doubt('split-unknown-pupils', 'units', String(uncounted.length));
  }
  if (referents.length > 0 && !referents.some((one) => one === null || one.fte > 0)) {
    read.wrong('split-nobody-works', 'referents', '0', '> 0');
  }
  read.refuse();
  const problem: ProblemFile = {
    units: units.map((unit) => unitOf(unit!, referentIds)),
    referents: referents.map((one) => ({ ...one!, base: positionOf(one!.base) })),
    minutes,
    ...settings!,
    ...rules
  };
  const warnings = problemWarnings(problem).map((finding) => ({
    ...(file !== undefined && { file }),
    ...finding
  }));
  return { problem, findings: [...read.findings, ...warnings] };
}

/** A unit as it is solved: what only the page reads of it passes as it came. */
const unitOf = (
  unit: v.InferOutput<ReturnType<typeof fields<Schemas['unit']>>>,
  referents: ReadonlySet<string>
): Unit => ({
  ...(unit as Unit),
  current: unit.current !== null && referents.has(unit.current) ? unit.current : null,
  lat: positionOf(unit)?.lat ?? null,
  lon: positionOf(unit)?.lon ?? null
});
