// Reads ROUTE PROBLEM.json: a split problem, and the schools that wait, the posts by year, the places for new posts, the growth.
import { UnusableInput } from '../../model/findings.ts';
import { PROBLEM_LIMITS } from '../../model/plan.ts';
import { readProblem } from '../assignment/index.ts';
import {
  byId,
  checkSize,
  completeRoute,
  createdIn,
  noteGrowth,
  MOST_GROWTH,
  RouteNotes,
  teamOf,
  yearsInOrder,
  type GivenYear
} from './make-route.ts';
import { candidatesOf } from './read-candidates.ts';
import type { ReadRoute, WaitingUnit } from './route-file.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const LONGEST = 40;
const MOST_YEARS = 30;

const shownValue = (value: unknown): string =>
  value === undefined ? 'rien' : (JSON.stringify(value) ?? typeof value).slice(0, LONGEST);

function yearsOf(notes: RouteNotes, value: unknown): GivenYear[] {
  if (!Array.isArray(value) || value.length === 0) {
    notes.wrong('split-empty-list', 'years', shownValue(value), '[{"label": "2026-2027", "posts": 6.5}]');
    return [];
  }
  if (value.length > MOST_YEARS) {
    notes.wrong('split-too-many', 'years', String(value.length), `≤ ${MOST_YEARS}`);
    return [];
  }
  return value.map((year: unknown, at) => {
    const column = `years[${at}]`;
    const fields = isObject(year) ? year : {};
    if (fields !== year) notes.wrong('split-not-an-object', column, shownValue(year), '{"label", "posts"}');
    const { label, posts } = fields;
    const isNamed = (typeof label === 'string' && label !== '') || typeof label === 'number';
    if (!isNamed && fields === year) notes.wrong('split-bad-id', `${column}.label`, shownValue(label), '"…"');
    const isKnown = typeof posts === 'number' && Number.isFinite(posts) && posts >= 0;
    if (posts !== undefined && posts !== null && !isKnown) {
      notes.wrong('split-bad-number', `${column}.posts`, shownValue(posts), '≥ 0');
    }
    if (isKnown && posts > PROBLEM_LIMITS.referents)
      notes.wrong(
        'split-large-number',
        `${column}.posts`,
        shownValue(posts),
        `≤ ${PROBLEM_LIMITS.referents}`
      );
    const isAbsent = posts === undefined || posts === null;
    return { label: String(label), posts: isKnown ? posts : null, isRefused: !isKnown && !isAbsent };
  });
}

function waitingOf(
  notes: RouteNotes,
  value: unknown,
  requests: ReadonlyMap<string, string>,
  known: ReadonlySet<string>
): WaitingUnit[] {
  if (value !== undefined && !Array.isArray(value)) {
    notes.wrong('split-not-a-list', 'waiting', shownValue(value), '["…"]');
    return [];
  }
  const kept = new Map<string, WaitingUnit>();
  (value ?? []).forEach((one: unknown, at) => {
    const fields: Fields = isObject(one) ? one : { id: one };
    const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? String(fields.id) : null;
    if (id === null || !known.has(id))
      return notes.doubt('route-unknown-waiting', `waiting[${at}]`, shownValue(id ?? one), 'dropped');
    if (kept.has(id)) return notes.doubt('route-waiting-twice', `waiting[${at}]`, id, 'dropped');
    const requested = typeof fields.requested === 'string' ? fields.requested : (requests.get(id) ?? null);
    kept.set(id, { id, requested });
  });
  return byId(kept.values());
}

function growthOf(notes: RouteNotes, value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < -100) {
    notes.wrong('split-bad-number', 'growth', shownValue(value), '≥ -100');
    return 0;
  }
  if (value > MOST_GROWTH) {
    notes.wrong('split-large-number', 'growth', shownValue(value), `≤ ${MOST_GROWTH}`);
    return 0;
  }
  noteGrowth(notes, value);
  return value;
}

function capacityOf(notes: RouteNotes, given: unknown): number | null {
  if (typeof given === 'number' && given > PROBLEM_LIMITS.load * PROBLEM_LIMITS.units)
    notes.wrong(
      'split-large-number',
      'capacity',
      shownValue(given),
      `≤ ${PROBLEM_LIMITS.load * PROBLEM_LIMITS.units}`
    );
  else if (typeof given === 'number' && given > 0) return given;
  else if (given !== undefined && given !== null)
    notes.wrong('split-bad-number', 'capacity', shownValue(given), '> 0');
  return null;
}

const ROUTE_KEYS = ['waiting', 'years', 'candidates', 'growth', 'capacity'];

/** The split problem of the file: its own keys, its referents' own rows, units without the date of their request. */
function splitPart(document: Fields): { fields: Fields; requests: Map<string, string> } {
  const requests = new Map<string, string>();
  const units: unknown = Array.isArray(document.units)
    ? document.units.map((unit: unknown) => {
        if (!isObject(unit) || unit.requested === undefined) return unit;
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
  const fields: Fields = isObject(document) ? document : {};
  const { fields: split, requests } = splitPart(fields);
  const notes = new RouteNotes(file);
  let read: ReturnType<typeof readProblem>;
  try {
    read = readProblem(isObject(document) ? split : document, file);
  } catch (error) {
    if (error instanceof UnusableInput && isObject(document))
      yearsInOrder(notes, yearsOf(notes, fields.years), 0);
    if (!(error instanceof UnusableInput) || notes.fatal.length === 0) throw error;
    const causes = error.findings.length > 0 ? error.findings : [error.finding];
    throw new UnusableInput(error.finding, { findings: [...causes, ...notes.fatal] });
  }
  const { problem } = read;
  const team = teamOf(problem);
  const years = yearsInOrder(notes, yearsOf(notes, fields.years), team);
  const waiting = waitingOf(notes, fields.waiting, requests, new Set(problem.units.map(({ id }) => id)));
  const growth = growthOf(notes, fields.growth);
  checkSize(
    notes,
    { problem, years, growth },
    Array.isArray(fields.candidates) ? fields.candidates.length : 0
  );
  const candidates = candidatesOf(notes, fields, problem, createdIn(years, team));
  const capacity = capacityOf(notes, fields.capacity);
  return completeRoute(notes, { problem, waiting, years, candidates, growth, capacity }, read.findings);
}
