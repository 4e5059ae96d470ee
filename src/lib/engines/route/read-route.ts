// Reads ROUTE PROBLEM.json: a split problem, and the schools that wait, the posts by year, the places for new posts, the growth.
import * as v from 'valibot';
import { UnusableInput } from '../../model/findings.ts';
import { isName, isRecord } from '../../model/documents/json.ts';
import { PROBLEM_CODES, PROBLEM_LIMITS } from '../../model/plan.ts';
import {
  DocumentFindings,
  fields as fieldsOf,
  Id,
  rows,
  shown,
  upTo
} from '../../model/documents/read-document.ts';
import { readProblem } from '../assignment/index.ts';
import {
  byId,
  checkSize,
  completeRoute,
  createdIn,
  noteGrowth,
  MOST_GROWTH,
  teamOf,
  yearsInOrder,
  type GivenYear
} from './make-route.ts';
import { candidatesOf } from './read-candidates.ts';
import type { ReadRoute, WaitingUnit } from './route-file.ts';

type Fields = Readonly<Record<string, unknown>>;

const MOST_YEARS = 30;

/** What each part of the file should be, beside the problem. */
const schemas = () => ({
  years: rows(v.unknown(), MOST_YEARS, '[{"label": "2026-2027", "posts": 6.5}]'),
  year: fieldsOf({ label: Id, posts: v.nullish(upTo(PROBLEM_LIMITS.referents), null) }, '{"label", "posts"}'),
  waiting: v.optional(v.array(v.unknown(), '["…"]'), []),
  growth: v.nullish(v.pipe(v.number('≥ -100'), v.minValue(-100), v.maxValue(MOST_GROWTH)), 0),
  capacity: v.nullish(
    v.pipe(v.number('> 0'), v.gtValue(0), v.maxValue(PROBLEM_LIMITS.load * PROBLEM_LIMITS.units)),
    null
  )
});

function yearsOf(notes: DocumentFindings, value: unknown): GivenYear[] {
  const { years, year } = schemas();
  return (notes.read(years, value, PROBLEM_CODES, 'years') ?? []).map((given, at) => {
    const read = notes.read(year, given, PROBLEM_CODES, `years[${at}]`);
    if (read) return read;
    const label = isRecord(given) && isName(given.label) ? String(given.label) : '';
    return { label, posts: null, isRefused: true };
  });
}

function waitingOf(
  notes: DocumentFindings,
  value: unknown,
  requests: ReadonlyMap<string, string>,
  known: ReadonlySet<string>
): WaitingUnit[] {
  const kept = new Map<string, WaitingUnit>();
  const given = notes.read(schemas().waiting, value, { other: 'split-not-a-list' }, 'waiting') ?? [];
  given.forEach((one, at) => {
    const fields: Fields = isRecord(one) ? one : { id: one };
    const id = isName(fields.id) ? String(fields.id) : null;
    if (id === null || !known.has(id))
      return notes.doubt('route-unknown-waiting', `waiting[${at}]`, shown(id ?? one), 'dropped');
    if (kept.has(id)) return notes.doubt('route-waiting-twice', `waiting[${at}]`, id, 'dropped');
    const requested = typeof fields.requested === 'string' ? fields.requested : (requests.get(id) ?? null);
    kept.set(id, { id, requested });
  });
  return byId(kept.values());
}

const ROUTE_KEYS = ['waiting', 'years', 'candidates', 'growth', 'capacity'];

/** The split problem of the file: its own keys, its referents' own rows, units without the date of their request. */
function splitPart(document: Fields): { fields: Fields; requests: Map<string, string> } {
  const requests = new Map<string, string>();
  const units: unknown = Array.isArray(document.units)
    ? document.units.map((unit: unknown) => {
        if (!isRecord(unit) || unit.requested === undefined) return unit;
        const { requested, ...rest } = unit;
        if (typeof requested === 'string') requests.set(String(unit.id), requested);
        return rest;
      })
    : document.units;
  const own = Object.fromEntries(Object.entries(document).filter(([key]) => !ROUTE_KEYS.includes(key)));
  const { minutes, referents } = document;
  const cut =
    Array.isArray(minutes) && Array.isArray(referents)
      ? (minutes as unknown[]).slice(0, referents.length)
      : minutes;
  return { fields: { ...own, units, minutes: cut }, requests };
}

/**
 * Reads the parsed JSON of a route problem.
 * @throws {UnusableInput} with the first cause; `findings` holds them all.
 */
export function readRoute(document: unknown, file?: string): ReadRoute {
  const fields: Fields = isRecord(document) ? document : {};
  const { fields: split, requests } = splitPart(fields);
  const notes = new DocumentFindings(file);
  let read: ReturnType<typeof readProblem>;
  try {
    read = readProblem(isRecord(document) ? split : document, file);
  } catch (error) {
    if (error instanceof UnusableInput && isRecord(document))
      yearsInOrder(notes, yearsOf(notes, fields.years), 0);
    if (!(error instanceof UnusableInput) || notes.fatal.length === 0) throw error;
    const causes = error.findings.length > 0 ? error.findings : [error.finding];
    throw new UnusableInput(error.finding, { findings: [...causes, ...notes.fatal] });
  }
  const { problem } = read;
  const team = teamOf(problem);
  const years = yearsInOrder(notes, yearsOf(notes, fields.years), team);
  const waiting = waitingOf(notes, fields.waiting, requests, new Set(problem.units.map(({ id }) => id)));
  const { growth: growthOf, capacity: capacityOf } = schemas();
  const growth = notes.read(growthOf, fields.growth, PROBLEM_CODES, 'growth') ?? 0;
  noteGrowth(notes, growth);
  checkSize(
    notes,
    { problem, years, growth },
    Array.isArray(fields.candidates) ? fields.candidates.length : 0
  );
  const candidates = candidatesOf(notes, fields, problem, createdIn(years, team));
  const capacity = notes.read(capacityOf, fields.capacity, PROBLEM_CODES, 'capacity');
  return completeRoute(notes, { problem, waiting, years, candidates, growth, capacity }, read.findings);
}
