// Reads PROBLEM.json: what cannot be used is refused with every cause at once, what is doubtful is reported and kept.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import {
  PROBLEM_LIMITS,
  type Base,
  type Pair,
  type ProblemFile,
  type Referent,
  type Unit
} from '../../../model/plan.ts';
import { problemWarnings } from './problem-warnings.ts';

type Fields = Readonly<Record<string, unknown>>;

const KEYS = {
  problem: [
    'units',
    'referents',
    'minutes',
    'tolerance',
    'soft',
    'pins',
    'apart',
    'together',
    'neighbours',
    'contiguous',
    'maxPupilsMoved',
    'stability',
    'coordinatorTolerance'
  ],
  unit: [
    'id',
    'workload',
    'pupils',
    'visits',
    'stopMinutes',
    'current',
    'lat',
    'lon',
    'name',
    'schools',
    'parts',
    'meetings'
  ],
  referent: ['id', 'fte', 'base', 'coordinator']
};
const DEFAULT_TOLERANCE = 0.1;

const LONGEST = 40;

const shown = (value: unknown): string => {
  const text = value === undefined ? 'rien' : (JSON.stringify(value) ?? typeof value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Reader {
  readonly fatal: Finding[] = [];
  readonly findings: Finding[] = [];
  constructor(readonly file: string | undefined) {}

  wrong(code: string, column: string, found: string, expected: string): void {
    this.fatal.push({ ...this.#finding(code, column, found), severity: 'dropped', expected });
  }

  doubt(code: string, column: string, found: string, severity: Finding['severity'] = 'doubtful'): void {
    this.findings.push({ ...this.#finding(code, column, found), severity });
  }

  #finding(code: string, column: string, found: string): Omit<Finding, 'severity'> {
    return { code, ...(this.file !== undefined && { file: this.file }), column, found };
  }

  unknownKeys(fields: Fields, known: readonly string[], column: string): void {
    for (const key of Object.keys(fields)) {
      if (!known.includes(key)) this.doubt('split-unknown-key', column, key);
    }
  }

  number(
    fields: Fields,
    key: string,
    column: string,
    most: number = PROBLEM_LIMITS.load,
    fallback?: number
  ): number {
    const value = fields[key];
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    this.badNumber(`${column}${key}`, value, most);
    return fallback ?? 0;
  }

  badNumber(column: string, value: unknown, most: number): void {
    if (typeof value === 'number' && value > most)
      this.wrong('split-large-number', column, shown(value), `≤ ${most}`);
    else this.wrong('split-bad-number', column, shown(value), '≥ 0');
  }

  numberOrNull(fields: Fields, key: string, most: number): number | null {
    return fields[key] === undefined || fields[key] === null ? null : this.number(fields, key, '', most);
  }

  flag(fields: Fields, key: string): boolean {
    const value = fields[key] ?? false;
    if (typeof value !== 'boolean') this.wrong('split-bad-flag', key, shown(value), 'true, false');
    return value === true;
  }

  list(fields: Fields, key: string, most: number): readonly unknown[] {
    const value = fields[key];
    if (Array.isArray(value) && value.length > most) {
      this.wrong('split-too-many', key, String(value.length), `≤ ${most}`);
      return [];
    }
    if (Array.isArray(value) && value.length > 0) return value;
    this.wrong('split-empty-list', key, shown(value), '[…]');
    return [];
  }

  id(fields: Fields, column: string): string {
    const { id } = fields;
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
    this.wrong('split-bad-id', `${column}id`, shown(id), '"…"');
    return '';
  }

  name(fields: Fields, key: string): string | null {
    const value = fields[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  }
}

const degrees = (fields: Fields): Base | null => {
  const { lat, lon } = fields;
  const placed = typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90;
  return placed && Math.abs(lon) <= 180 ? { lat, lon } : null;
};

function unitOf(reader: Reader, value: unknown, at: number): Unit {
  const column = `units[${at}].`;
  if (!isObject(value)) {
    reader.wrong('split-not-an-object', `units[${at}]`, shown(value), '{…}');
    return { id: '', workload: 0, pupils: 0, visits: 0 };
  }
  reader.unknownKeys(value, KEYS.unit, `units[${at}]`);
  const { name, schools, parts } = value as Partial<Unit>;
  const place = degrees(value);
  return {
    id: reader.id(value, column),
    workload: reader.number(value, 'workload', column),
    pupils: reader.number(value, 'pupils', column, PROBLEM_LIMITS.load, 0),
    visits: reader.number(value, 'visits', column, PROBLEM_LIMITS.visits),
    current: reader.name(value, 'current'),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    ...(value.stopMinutes !== undefined && { stopMinutes: reader.number(value, 'stopMinutes', column) }),
    ...(value.meetings !== undefined && { meetings: reader.number(value, 'meetings', column) }),
    ...(name !== undefined && { name }),
    ...(schools !== undefined && { schools }),
    ...(parts !== undefined && { parts })
  };
}

function referentOf(reader: Reader, value: unknown, at: number): Referent {
  const column = `referents[${at}].`;
  if (!isObject(value)) {
    reader.wrong('split-not-an-object', `referents[${at}]`, shown(value), '{…}');
    return { id: '', fte: 0 };
  }
  reader.unknownKeys(value, KEYS.referent, `referents[${at}]`);
  return {
    id: reader.id(value, column),
    fte: reader.number(value, 'fte', column, PROBLEM_LIMITS.share, 1),
    base: isObject(value.base) ? degrees(value.base) : null,
    coordinator: reader.name(value, 'coordinator')
  };
}

function distinct(reader: Reader, rows: readonly { id: string }[], column: string): Set<string> {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (id !== '' && seen.has(id)) reader.wrong('split-duplicate-id', column, id, '1');
    seen.add(id);
  }
  return seen;
}

/** Pairs whose two names are known, each once; the others are reported and left out. */
function pairs(reader: Reader, fields: Fields, key: string, known: [Set<string>, Set<string>]): Pair[] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value)) {
    reader.wrong('split-not-a-list', key, shown(value), '[["…", "…"]]');
    return [];
  }
  const kept = new Map<string, Pair>();
  value.forEach((pair: unknown, at) => {
    if (!Array.isArray(pair) || pair.length !== 2) {
      return reader.wrong('split-bad-pair', `${key}[${at}]`, shown(pair), '["…", "…"]');
    }
    const [first, second] = pair.map(String) as [string, string];
    const unknown = [first, second].find((name, side) => !known[side]!.has(name));
    if (unknown !== undefined) reader.doubt('split-unknown-name', `${key}[${at}]`, unknown, 'dropped');
    else if (first === second) reader.doubt('split-same-twice', `${key}[${at}]`, first, 'dropped');
    else {
      const sorted: Pair = key === 'pins' || first < second ? [first, second] : [second, first];
      kept.set(JSON.stringify(sorted), sorted);
    }
  });
  return [...kept.keys()].sort().map((name) => kept.get(name)!);
}

function minutesOf(reader: Reader, fields: Fields, units: number, referents: number): (number | null)[][] {
  const size = `${referents} × ${units}`;
  const value: unknown = fields.minutes;
  const columns = (row: unknown): row is readonly unknown[] => Array.isArray(row) && row.length === units;
  if (!Array.isArray(value) || value.length !== referents || !value.every(columns)) {
    const rows = Array.isArray(value) ? value : [];
    const odd = rows.find((row) => !columns(row)) ?? rows[0];
    const found = `${rows.length} × ${Array.isArray(odd) ? odd.length : 0}`;
    reader.wrong('split-wrong-size', 'minutes', found, size);
    return [];
  }
  return value.map((row: readonly unknown[], j) =>
    row.map((cell, i) => {
      if (cell === null) return null;
      if (typeof cell === 'number' && cell >= 0 && cell <= PROBLEM_LIMITS.minutes) return cell;
      reader.badNumber(`minutes[${j}][${i}]`, cell, PROBLEM_LIMITS.minutes);
      return null;
    })
  );
}

/** A problem as it is used, and what was doubtful in its file. */
export interface ReadProblem {
  problem: ProblemFile;
  findings: Finding[];
}

/**
 * Reads the parsed JSON of a problem.
 * @throws {UnusableInput} with the first cause; `findings` holds them all.
 */
export function readProblem(document: unknown, file?: string): ReadProblem {
  const reader = new Reader(file);
  const fields = isObject(document) ? document : {};
  if (fields !== document) reader.wrong('split-not-an-object', '', shown(document), '{…}');
  reader.unknownKeys(fields, KEYS.problem, '');
  const units = reader
    .list(fields, 'units', PROBLEM_LIMITS.units)
    .map((unit, at) => unitOf(reader, unit, at));
  const referents = reader
    .list(fields, 'referents', PROBLEM_LIMITS.referents)
    .map((one, at) => referentOf(reader, one, at));
  const unitIds = distinct(reader, units, 'units');
  const referentIds = distinct(reader, referents, 'referents');
  const both: [Set<string>, Set<string>] = [unitIds, unitIds];
  const problem: ProblemFile = {
    units: units.map((unit, at) => {
      const { current } = unit;
      if (typeof current !== 'string' || referentIds.has(current)) return unit;
      reader.doubt('split-unknown-name', `units[${at}].current`, current);
      return { ...unit, current: null };
    }),
    referents,
    minutes: minutesOf(reader, fields, units.length, referents.length),
    tolerance: reader.number(fields, 'tolerance', '', PROBLEM_LIMITS.share, DEFAULT_TOLERANCE),
    soft: reader.flag(fields, 'soft'),
    pins: pairs(reader, fields, 'pins', [unitIds, referentIds]),
    apart: pairs(reader, fields, 'apart', both),
    together: pairs(reader, fields, 'together', both),
    neighbours: pairs(reader, fields, 'neighbours', both),
    contiguous: reader.flag(fields, 'contiguous'),
    maxPupilsMoved: reader.numberOrNull(fields, 'maxPupilsMoved', PROBLEM_LIMITS.load * PROBLEM_LIMITS.units),
    stability: reader.number(fields, 'stability', '', PROBLEM_LIMITS.share, 0),
    coordinatorTolerance: reader.numberOrNull(fields, 'coordinatorTolerance', PROBLEM_LIMITS.share)
  };
  // A unit without pupils would move for nothing, under a cap or a price on the pupils who move.
  const uncounted = (fields.units as readonly unknown[] | undefined)?.filter?.(
    (unit) => isObject(unit) && unit.pupils === undefined
  );
  if (uncounted && uncounted.length > 0 && (problem.maxPupilsMoved !== null || problem.stability > 0)) {
    reader.doubt('split-unknown-pupils', 'units', String(uncounted.length));
  }
  if (referents.length > 0 && !referents.some(({ fte }) => fte > 0)) {
    reader.wrong('split-nobody-works', 'referents', '0', '> 0');
  }
  const [first] = reader.fatal;
  if (first) throw new UnusableInput(first, { findings: [...reader.fatal, ...reader.findings] });
  const warnings = problemWarnings(problem).map((finding) => ({
    ...(file !== undefined && { file }),
    ...finding
  }));
  return { problem, findings: [...reader.findings, ...warnings] };
}
