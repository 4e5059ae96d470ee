// Places where a new post may be based, in any of the forms that a file may give them.
import * as v from 'valibot';
import { metresBetween } from '../../algorithms/distance.ts';
import { PROBLEM_LIMITS, type Base, type ProblemFile } from '../../model/plan.ts';
import { isName, isRecord } from '../../model/documents/json.ts';
import { positionOf, shown, type DocumentFindings } from '../../model/documents/read-document.ts';
import { candidatesOr } from './make-route.ts';
import type { Candidate } from './route-file.ts';

type Fields = Readonly<Record<string, unknown>>;
const Places = v.nullish(v.array(v.unknown(), '["…"]'), []);
type Row = readonly (number | null)[];

/** Minutes a kilometre in a straight line where the file gives no example: 30 km/h, 1.3 km of road a kilometre. Assumption. */
const MINUTES_A_KM = 2.6;

const kilometres = (a: Base, b: Base): number => metresBetween([a.lon, a.lat], [b.lon, b.lat]) / 1000;

/** Minutes a kilometre of the file's own referents: all their minutes over all their straight lines. */
function paceOf({ referents, units, minutes }: ProblemFile): number {
  let [time, distance] = [0, 0];
  referents.forEach(({ base }, j) => {
    if (!base) return;
    units.forEach((unit, i) => {
      const place = positionOf(unit);
      const known = minutes[j]![i];
      if (!place || known === null || known === undefined) return;
      time += known;
      distance += kilometres(base, place);
    });
  });
  return distance > 0 && time > 0 ? time / distance : MINUTES_A_KM;
}

/** A row of minutes, when every cell is a number or null. */
const rowOf = (value: unknown, size: number): Row | null =>
  Array.isArray(value) &&
  value.length === size &&
  value.every(
    (cell) => cell === null || (typeof cell === 'number' && cell >= 0 && cell <= PROBLEM_LIMITS.minutes)
  )
    ? (value as Row)
    : null;

/** Minutes to each unit as the crow flies, to the tenth. @param pace minutes a kilometre */
const minutesAtPace = (units: ProblemFile['units'], base: Base, pace: number): (number | null)[] =>
  units.map((unit) => {
    const place = positionOf(unit);
    return place ? Math.round(10 * pace * kilometres(base, place)) / 10 : null;
  });

/**
 * Reads `candidates`. Each is the id of a referent (its base) or of a unit with a position; the number of a row of `minutes`; or an object
 * with an id, and `minutes`, or a position (`lat` and `lon`, or `base`) from which minutes are estimated at the pace of the file's own.
 * Names that are none of these take the rows of `minutes` beyond the referents, in order. Without candidates, new posts are based
 * where the referents are.
 *
 * @returns in order of id, so that nothing depends on the order of the list
 */
export function candidatesOf(
  notes: DocumentFindings,
  fields: Fields,
  problem: ProblemFile,
  created: number
): Candidate[] {
  const { referents, units } = problem;
  const wrongSize = (where: string, row: unknown) =>
    notes.wrong('split-wrong-size', where, Array.isArray(row) ? `${row.length}` : '0', `${units.length}`);
  const rows = Array.isArray(fields.minutes) ? (fields.minutes as unknown[]) : [];
  const extra = rows
    .slice(referents.length)
    .map((row, k) => ({ row: rowOf(row, units.length), at: referents.length + k }));
  for (const { row, at } of extra) if (row === null) wrongSize(`minutes[${at}]`, rows[at]);
  const bases = referents.map(({ id, base }, j): Candidate => ({
    id,
    base: base ?? null,
    minutes: problem.minutes[j]!
  }));
  const list = notes.read(Places, fields.candidates, { other: 'split-not-a-list' }, 'candidates');
  if (list === null) return [];
  let pace: number | null = null;
  let estimated = 0;
  let nextRow = 0;
  const kept = new Map<string, Candidate>();
  list.forEach((one, at) => {
    const found = candidateOf(one);
    if (found === null)
      return notes.doubt('route-unknown-candidate', `candidates[${at}]`, shown(one), 'dropped');
    if (kept.has(found.id))
      return notes.doubt('route-candidate-twice', `candidates[${at}]`, found.id, 'dropped');
    kept.set(found.id, found);
  });
  if (list.length === 0 && extra.length > 0) {
    for (const { row, at } of extra)
      if (row) kept.set(`minutes[${at}]`, { id: `minutes[${at}]`, base: null, minutes: row });
  } else if (nextRow < extra.length && !list.some((one) => typeof one === 'number')) {
    notes.doubt('route-extra-rows', 'minutes', String(extra.length - nextRow));
  }
  if (estimated > 0) notes.doubt('route-estimated-minutes', 'candidates', String(estimated), 'note');
  return candidatesOr(notes, kept.values(), problem, created);

  function candidateOf(one: unknown): Candidate | null {
    if (isName(one)) return byName(one);
    if (!isRecord(one)) return null;
    const base = positionOf(one) ?? positionOf(one.base);
    const id = isName(one.id) && one.id !== '' ? String(one.id) : base ? `${base.lat}, ${base.lon}` : null;
    if (id === null) return null;
    if (one.minutes !== undefined) {
      const minutes = rowOf(one.minutes, units.length);
      if (minutes) return { id, base, minutes };
      wrongSize(`candidates ${id}`, one.minutes);
      return null;
    }
    const row = base ? extra[nextRow]?.row : null;
    if (row) nextRow++;
    return row ? { id, base, minutes: row } : base ? at(id, base) : byName(id);
  }

  function byName(name: string | number): Candidate | null {
    const id = String(name);
    const referent = bases.find((base) => base.id === id);
    if (referent) return referent;
    if (typeof name === 'number') {
      if (name < referents.length) return bases[name] ?? null;
      const row = extra.find(({ at: index }) => index === name)?.row;
      return row ? { id: `minutes[${name}]`, base: null, minutes: row } : null;
    }
    const place = positionOf(units.find((one) => one.id === id));
    const row = extra[nextRow]?.row;
    if (!row) return place ? at(id, place) : null;
    nextRow++;
    return { id, base: place, minutes: row };
  }

  function at(id: string, base: Base): Candidate | null {
    pace ??= paceOf(problem);
    if (!units.some((unit) => positionOf(unit))) return null;
    estimated++;
    return { id, base, minutes: minutesAtPace(units, base, pace) };
  }
}
