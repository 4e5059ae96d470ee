// Reads ROUTE PROBLEM.json: a split problem, and the schools that wait, the posts by year, the places for new posts, the growth.
import { UnusableInput, type Finding } from '../../model/findings.ts';
import { readProblem } from '../assignment/index.ts';
import { PROBLEM_LIMITS } from '../../model/plan.ts';
import { calendarOf } from './calendar.ts';
import { candidatesOf } from './read-candidates.ts';
import { growthFactor, newPostsOf, type ReadRoute, type RouteYear, type WaitingUnit } from './route-file.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const LONGEST = 40;
/** Years of a route, places for new posts, growth in percent a year. */
const MOST_YEARS = 30;
const MOST_CANDIDATES = 1000;
const MOST_GROWTH = 1000;

const shownValue = (value: unknown): string =>
  value === undefined ? 'rien' : (JSON.stringify(value) ?? typeof value).slice(0, LONGEST);

/** What is wrong (nothing can be computed) and what is doubtful, as the file is read. */
export class RouteNotes {
  readonly fatal: Finding[] = [];
  readonly findings: Finding[] = [];
  constructor(readonly file: string | undefined) {}

  wrong(code: string, column: string, found: string, expected?: string): void {
    this.fatal.push(this.#finding(code, 'dropped', column, found, expected));
  }

  doubt(code: string, column: string, found: string, severity: Finding['severity'] = 'doubtful'): void {
    this.findings.push(this.#finding(code, severity, column, found));
  }

  #finding(
    code: string,
    severity: Finding['severity'],
    column: string,
    found: string,
    expected?: string
  ): Finding {
    const { file } = this;
    return {
      code,
      severity,
      ...(file !== undefined && { file }),
      column,
      found,
      ...(expected && { expected })
    };
  }
}

/** The first whole number of a label: 2026 for « 2026-2027 »; null when it has none. */
const numberOf = (label: string): number | null => {
  const found = /\d+/.exec(label);
  return found ? Number(found[0]) : null;
};

function yearsOf(notes: RouteNotes, value: unknown, team: number): RouteYear[] {
  if (!Array.isArray(value) || value.length === 0) {
    notes.wrong('split-empty-list', 'years', shownValue(value), '[{"label": "2026-2027", "posts": 6.5}]');
    return [];
  }
  if (value.length > MOST_YEARS) {
    notes.wrong('split-too-many', 'years', String(value.length), `≤ ${MOST_YEARS}`);
    return [];
  }
  const given = value.map((year: unknown, at) => {
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
    return {
      label: String(label),
      posts: isKnown ? posts : null,
      isAbsent: posts === undefined || posts === null
    };
  });
  const labels = new Set<string>();
  for (const { label } of given) {
    if (labels.has(label)) notes.wrong('split-duplicate-id', 'years', label, '1');
    labels.add(label);
  }
  const numbers = given.map(({ label }) => numberOf(label));
  const areDated = numbers.every((one) => one !== null) && new Set(numbers).size === numbers.length;
  const order = given.map((_, at) => at);
  if (areDated) order.sort((a, b) => numbers[a]! - numbers[b]!);
  if (order.some((from, at) => from !== at)) {
    notes.doubt('route-years-order', 'years', given.map(({ label }) => label).join(', '));
  }
  const first = areDated ? numbers[order[0]!]! : 0;
  let before = team;
  return order.map((from, at): RouteYear => {
    const { label, posts, isAbsent } = given[from]!;
    const after = areDated ? numbers[from]! - first : at;
    if (at > 0 && areDated && after !== numbers[order[at - 1]!]! - first + 1) {
      notes.doubt('route-year-missing', 'years', `${given[order[at - 1]!]!.label}, ${label}`);
    }
    if (isAbsent) notes.doubt('route-year-without-posts', `years[${from}].posts`, label);
    const known = posts ?? before;
    if (posts === 0) notes.doubt('route-nobody-works', `years[${from}].posts`, label);
    else if (known < before - 1e-9)
      notes.doubt('route-posts-fall', `years[${from}].posts`, `${label} : ${before} → ${known}`);
    if (known > 0 && known < team - 1e-9)
      notes.doubt('route-below-team', `years[${from}].posts`, `${label} : ${known} < ${team}`);
    before = known;
    return { label, posts: known, after };
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
  return [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
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
  if (value === -100) notes.doubt('route-no-load-left', 'growth', '-100');
  else if (Math.abs(value) > 30 || (value !== 0 && Math.abs(value) < 0.2))
    notes.doubt('route-odd-growth', 'growth', String(value));
  return value;
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
    if (error instanceof UnusableInput && isObject(document)) yearsOf(notes, fields.years, 0);
    if (!(error instanceof UnusableInput) || notes.fatal.length === 0) throw error;
    const causes = error.findings.length > 0 ? error.findings : [error.finding];
    throw new UnusableInput(error.finding, { findings: [...causes, ...notes.fatal] });
  }
  const { problem } = read;
  const team = problem.referents.reduce((sum, { fte }) => sum + fte, 0);
  const years = yearsOf(notes, fields.years, team);
  const waiting = waitingOf(notes, fields.waiting, requests, new Set(problem.units.map(({ id }) => id)));
  const growth = growthOf(notes, fields.growth);
  const created = Math.max(0, ...years.map(({ posts }) => newPostsOf(team, posts)));
  checkSize();
  const candidates = candidatesOf(notes, fields, problem, created > 0);
  const capacity = capacityOf();
  if (created > 0 && problem.coordinatorTolerance !== null) {
    notes.doubt('route-coordinators', 'coordinatorTolerance', String(problem.coordinatorTolerance));
  }
  const [first] = notes.fatal;
  if (first)
    throw new UnusableInput(first, { findings: [...notes.fatal, ...read.findings, ...notes.findings] });
  return {
    route: { problem, waiting, years, candidates, growth, capacity, newPosts: namesOf(created) },
    findings: [...read.findings, ...notes.findings]
  };

  /** Growth, year after year, and new posts stay within what a problem may hold. */
  function checkSize(): void {
    const heaviest = Math.max(0, ...problem.units.map(({ workload }) => workload));
    for (const year of years) {
      const load = heaviest * growthFactor({ growth }, year);
      if (load > PROBLEM_LIMITS.load)
        notes.wrong(
          'split-large-number',
          `growth, ${year.label}`,
          shownValue(load),
          `≤ ${PROBLEM_LIMITS.load}`
        );
    }
    const posts = problem.referents.length + created;
    if (posts > PROBLEM_LIMITS.referents && created <= PROBLEM_LIMITS.referents)
      notes.wrong('split-too-many', 'years', String(posts), `≤ ${PROBLEM_LIMITS.referents}`);
    const { candidates: places } = fields;
    if (Array.isArray(places) && places.length > MOST_CANDIDATES)
      notes.wrong('split-too-many', 'candidates', String(places.length), `≤ ${MOST_CANDIDATES}`);
  }

  /** A post takes what a post takes today. */
  function capacityOf(): number {
    const { capacity: given } = fields;
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
    const waits = new Set(waiting.map(({ id }) => id));
    const load = problem.units.reduce((sum, { id, workload }) => (waits.has(id) ? sum : sum + workload), 0);
    if (load === 0 && waiting.length > 0) notes.wrong('route-no-capacity', 'capacity', '0');
    return load / team;
  }

  /** « Poste 7 » after six referents; another number where the name is taken. */
  function namesOf(count: number): string[] {
    const taken = new Set(problem.referents.map(({ id }) => id));
    const names: string[] = [];
    for (let number = problem.referents.length + 1; names.length < count; number++) {
      if (!taken.has(`Poste ${number}`)) names.push(`Poste ${number}`);
    }
    return names;
  }
}

/**
 * Units that open each year, from the parsed JSON of a route problem: exact, and without a solver.
 * @throws {UnusableInput} as `readRoute` does
 */
export const routeCalendar = (document: unknown): string[][] => calendarOf(readRoute(document).route);
