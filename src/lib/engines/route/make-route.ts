// A route from its parts: years in order of time, the new posts with their names, what a post takes; what cannot be computed, and what is doubtful.
import { ReadingNotes } from '../../model/documents/reading-notes.ts';
import { UnusableInput, type Finding } from '../../model/findings.ts';
import { PROBLEM_LIMITS, type ProblemFile } from '../../model/plan.ts';
import {
  growthFactor,
  newPostsOf,
  type Candidate,
  type ReadRoute,
  type RouteYear,
  type WaitingUnit
} from './route-file.ts';

/** Places for new posts. */
const MOST_CANDIDATES = 1000;
/** Growth of workloads, percent a year. */
export const MOST_GROWTH = 1000;

/** A year as it was given: without posts, it has those of the year before. */
export interface GivenYear {
  label: string;
  posts: number | null;
  /** Its posts were refused: nothing more is said of them. */
  isRefused?: boolean;
}

/** What a route is made of. Everything about a unit stands in the problem, waiting or followed. */
export interface RouteParts {
  problem: ProblemFile;
  waiting: readonly WaitingUnit[];
  years: readonly GivenYear[];
  /** Where new posts may be based: where the referents are, when there is none. */
  candidates: readonly Candidate[];
  /** Percent a year on the workloads of followed units. */
  growth: number;
  /** Minutes a week of workload that a full-time post can take; null: as today. */
  capacity: number | null;
  /** Units that open each year, where they are decided elsewhere. */
  openings?: readonly (readonly string[])[];
}

/** Full-time equivalents of the referents that exist. */
export const teamOf = ({ referents }: ProblemFile): number =>
  referents.reduce((sum, { fte }) => sum + fte, 0);

/** In order of id, so that nothing depends on the order of a list. */
export const byId = <Item extends { id: string }>(items: Iterable<Item>): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The first whole number of a label: 2026 for « 2026-2027 »; null when it has none. */
const numberOf = (label: string): number | null => {
  const found = /\d+/.exec(label);
  return found ? Number(found[0]) : null;
};

/** The years in order of time, where their labels tell it, each with its posts. */
export function yearsInOrder(notes: ReadingNotes, given: readonly GivenYear[], team: number): RouteYear[] {
  const labels = new Set<string>();
  for (const { label } of given) {
    if (label !== '' && labels.has(label)) notes.wrong('split-duplicate-id', 'years', label, '1');
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
    const { label, posts, isRefused = false } = given[from]!;
    const after = areDated ? numbers[from]! - first : at;
    if (at > 0 && areDated && after !== numbers[order[at - 1]!]! - first + 1) {
      notes.doubt('route-year-missing', 'years', `${given[order[at - 1]!]!.label}, ${label}`);
    }
    if (posts === null && !isRefused) notes.doubt('route-year-without-posts', `years[${from}].posts`, label);
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

/** Says of a growth, in percent a year, that it is odd. */
export function noteGrowth(notes: ReadingNotes, growth: number): void {
  if (growth === -100) notes.doubt('route-no-load-left', 'growth', '-100');
  else if (Math.abs(growth) > 30 || (growth !== 0 && Math.abs(growth) < 0.2))
    notes.doubt('route-odd-growth', 'growth', String(growth));
}

/** The places given; where the referents are, when there is none and a post is created. */
export function candidatesOr(
  notes: ReadingNotes,
  given: Iterable<Candidate>,
  { referents, minutes }: ProblemFile,
  created: number
): Candidate[] {
  const places = byId(given);
  if (places.length > 0 || created === 0) return places;
  notes.doubt('route-no-candidates', 'candidates', String(referents.length), 'note');
  return byId(referents.map(({ id, base }, j) => ({ id, base: base ?? null, minutes: minutes[j]! })));
}

/** New posts that the year with most posts needs. */
export const createdIn = (years: readonly RouteYear[], team: number): number =>
  Math.max(0, ...years.map(({ posts }) => newPostsOf(team, posts)));

/** Growth, year after year, and new posts stay within what a problem may hold. @param places number of candidates given */
export function checkSize(
  notes: ReadingNotes,
  { problem, years, growth }: { problem: ProblemFile; years: readonly RouteYear[]; growth: number },
  places: number
): void {
  const heaviest = Math.max(0, ...problem.units.map(({ workload }) => workload));
  for (const year of years) {
    const load = heaviest * growthFactor({ growth }, year);
    if (load > PROBLEM_LIMITS.load)
      notes.wrong('split-large-number', `growth, ${year.label}`, String(load), `≤ ${PROBLEM_LIMITS.load}`);
  }
  const created = createdIn(years, teamOf(problem));
  const posts = problem.referents.length + created;
  if (posts > PROBLEM_LIMITS.referents && created <= PROBLEM_LIMITS.referents)
    notes.wrong('split-too-many', 'years', String(posts), `≤ ${PROBLEM_LIMITS.referents}`);
  if (places > MOST_CANDIDATES)
    notes.wrong('split-too-many', 'candidates', String(places), `≤ ${MOST_CANDIDATES}`);
}

/** « Poste 7 » after six referents; another number where the name is taken. */
function namesOf({ referents }: ProblemFile, count: number): string[] {
  const taken = new Set(referents.map(({ id }) => id));
  const names: string[] = [];
  for (let number = referents.length + 1; names.length < count; number++) {
    if (!taken.has(`Poste ${number}`)) names.push(`Poste ${number}`);
  }
  return names;
}

/**
 * The route of parts that were checked, and what is left to say of it.
 * @throws {UnusableInput} when something was wrong, with the first cause; `findings` holds them all
 */
export function completeRoute(
  notes: ReadingNotes,
  parts: Omit<RouteParts, 'years'> & { years: readonly RouteYear[] },
  others: readonly Finding[] = []
): ReadRoute {
  const { problem, waiting, years } = parts;
  const team = teamOf(problem);
  const created = createdIn(years, team);
  const waits = new Set(waiting.map(({ id }) => id));
  const load = problem.units.reduce((sum, { id, workload }) => (waits.has(id) ? sum : sum + workload), 0);
  if (parts.capacity === null && load === 0 && waiting.length > 0)
    notes.wrong('route-no-capacity', 'capacity', '0');
  if (created > 0 && problem.coordinatorTolerance !== null) {
    notes.doubt('route-coordinators', 'coordinatorTolerance', String(problem.coordinatorTolerance));
  }
  const [first] = notes.fatal;
  if (first) throw new UnusableInput(first, { findings: [...notes.fatal, ...others, ...notes.findings] });
  return {
    // A post takes what a post takes today.
    route: { ...parts, capacity: parts.capacity ?? load / team, newPosts: namesOf(problem, created) },
    findings: [...others, ...notes.findings]
  };
}

/**
 * A route of a page, from its parts.
 * @throws {UnusableInput} when nothing can be computed: nobody works, too many posts, no workload to tell what a post takes
 */
export function makeRoute(parts: RouteParts): ReadRoute {
  const { problem, growth } = parts;
  const notes = new ReadingNotes();
  const team = teamOf(problem);
  if (team <= 0) notes.wrong('split-nobody-works', 'referents', '0', '> 0');
  const years = yearsInOrder(notes, parts.years, team);
  noteGrowth(notes, growth);
  checkSize(notes, { problem, years, growth }, parts.candidates.length);
  const candidates = candidatesOr(notes, parts.candidates, problem, createdIn(years, team));
  return completeRoute(notes, { ...parts, years, candidates, waiting: byId(parts.waiting) });
}
