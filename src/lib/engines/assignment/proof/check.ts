// Checks a plan against the file alone: objective, loads, every rule. It shares no code with the solver on purpose.
import type { Pair, ProblemFile, Rule } from '../../../model/plan.ts';
import { missedBands, type Beside } from './check-bands.ts';

export interface Breach {
  rule: Rule;
  /** By how much: minutes, pupils, or 1 for what is kept or not. */
  by: number;
}

export interface Checked {
  /** Tenths of a minute: travel, and the price of changes. */
  objective: number;
  travel: number;
  loads: Record<string, number>;
  pupilsMoved: number;
  /** Minutes outside the bands of referents; minutes, children and meetings outside those of coordinators. */
  outside: number;
  breaches: Breach[];
}

const SLACK = 1e-6;

/** Reckons a plan (unit -> referent) against a file. Units without a referent, or with an unknown one, are breaches. */
export function check(
  file: ProblemFile,
  assignment: Readonly<Record<string, string>>,
  beside: Beside = {}
): Checked {
  const referentAt = new Map(file.referents.map(({ id }, j) => [id, j]));
  const unitAt = new Map(file.units.map(({ id }, i) => [id, i]));
  const plan = new Map(Object.entries(assignment));
  const at = file.units.map(({ id }) => referentAt.get(plan.get(id) ?? '') ?? -1);
  const breaches: Breach[] = [];
  const breach = (rule: Rule, by = 1) => void breaches.push({ rule, by });
  let travel = 0;
  let pupilsMoved = 0;
  const loads = file.referents.map(() => 0);
  const total = file.units.reduce((sum, { workload }) => sum + workload, 0);
  file.units.forEach((unit, i) => {
    const j = at[i]!;
    const one = j === -1 ? null : file.minutes[j]![i]!;
    if (one === null) return breach({ rule: 'assigned', unit: unit.id });
    travel += Math.round(10 * 2 * unit.visits * one);
    loads[j]! += unit.workload;
    const before = referentAt.get(unit.current ?? '');
    if (before !== undefined && before !== j) pupilsMoved += unit.pupils;
  });
  let outside = 0;
  for (const { rule, by } of missedBands(file, at, beside)) {
    outside += by;
    if (by > SLACK * Math.max(1, total) && !file.soft) breach(rule, by);
  }
  for (const [unit, referent] of file.pins) {
    if (plan.get(unit) !== referent) breach({ rule: 'pin', unit, referent });
  }
  const places = ([a, b]: Pair) => [at[unitAt.get(a)!]!, at[unitAt.get(b)!]!] as const;
  for (const units of file.apart) {
    const [a, b] = places(units);
    if (a !== -1 && a === b) breach({ rule: 'apart', units });
  }
  for (const units of file.together) {
    const [a, b] = places(units);
    if (a !== b) breach({ rule: 'together', units });
  }
  if (file.maxPupilsMoved !== null && pupilsMoved > file.maxPupilsMoved + SLACK) {
    breach({ rule: 'maxPupilsMoved', most: file.maxPupilsMoved }, pupilsMoved - file.maxPupilsMoved);
  }
  if (file.contiguous) for (const unit of leaningOnNobody(file, at)) breach({ rule: 'contiguous', unit });
  return {
    ...{ objective: travel + file.stability * pupilsMoved, travel, pupilsMoved, outside, breaches },
    loads: Object.fromEntries(file.referents.map(({ id }, j) => [id, loads[j]!]))
  };
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Units without a neighbour of the same referent that is nearer to its base, the nearest unit of all apart. */
function leaningOnNobody(file: ProblemFile, at: readonly number[]): string[] {
  const beside = grouped(
    file.neighbours.flatMap(([a, b]) => [
      { a, b },
      { a: b, b: a }
    ]),
    ({ a }) => a
  );
  const unitAt = new Map(file.units.map(({ id }, i) => [id, i]));
  return file.units.flatMap(({ id }, i) => {
    const row = file.minutes[at[i]!];
    if (!row) return [];
    const far = (v: number) => row[v] ?? Infinity;
    const nearest = file.units.every((other, v) => far(i) < far(v) || (far(i) === far(v) && id <= other.id));
    const leans = (beside.get(id) ?? []).some(({ b }) => {
      const v = unitAt.get(b)!;
      return at[v] === at[i] && far(v) < far(i);
    });
    return nearest || leans ? [] : [id];
  });
}
