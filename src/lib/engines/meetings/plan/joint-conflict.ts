// Why several teams cannot all hold their meetings: rules whose integer programme has no solution, and none fewer.
import { minimalConflict } from '../../../algorithms/minimal-conflict.ts';
import { sparseRows, type LinearSolver } from '../../../model/linear.ts';
import { MeetingSearch } from './search.ts';
import { areNear, dayCost } from './tour.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';
import { compileMeetings, IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import {
  DAY_MEETINGS,
  HALF_DAY_MEETINGS,
  type MeetingProblem,
  type MeetingTeam
} from '../../../model/meetings/meeting-problem.ts';
import { rulesOf, whyImpossible, withRules } from './conflict.ts';
import type { ConflictRule } from '../../../model/meetings/meeting-rules.ts';

type Row = [column: number, value: number][];

/** Who cannot be at two meetings at once: members of a team, and with hours its room. */
const heldBy = ({ members, commune }: MeetingTeam, { hours }: MeetingProblem): string[] => [
  ...members.map(({ partner }) => partner),
  ...(hours ? [roomOf(commune)] : [])
];

/** Rules between teams: the days of each coordinator, partners and rooms that teams of two coordinators have in common. */
function rulesBetween(problem: MeetingProblem, teams: readonly MeetingTeam[]): ConflictRule[] {
  const leaders = [...new Set(teams.map(({ coordinator }) => coordinator))];
  const asked = new Map<string, Set<string>>();
  for (const team of teams)
    for (const who of heldBy(team, problem))
      asked.set(who, new Set([...(asked.get(who) ?? []), team.coordinator]));
  return [
    ...leaders.map((coordinator) => ({ rule: 'coordinator', coordinator }) as const),
    ...[...asked]
      .filter(([, by]) => by.size > 1)
      .map(([partner]) => ({ rule: 'two-places', partner }) as const)
  ];
}

/** Adds the rows by which the meetings of a team follow one another; a column is meeting i at its j-th possible slot. */
function addTeam(m: Meetings, team: number, first: number, rows: Row[], equal: number[]): void {
  const possible = m.possible[team]!;
  const dates = m.possibleDate[team]!;
  const width = possible.length;
  for (let i = 0; i < m.count[team]!; i++) {
    equal.push(rows.length);
    rows.push(Array.from({ length: width }, (_, j): Row[number] => [first + i * width + j, 1]));
    if (i === 0) continue;
    for (let j = 0; j < width; j++) {
      const before: Row = [];
      for (let k = 0; k < j; k++)
        if ((m.gap[team]![dates[j]! - dates[k]!] ?? IMPOSSIBLE) < IMPOSSIBLE)
          before.push([first + (i - 1) * width + k, -1]);
      rows.push([[first + i * width + j, 1], ...before]);
    }
  }
}

/** Tells the days with these two teams that leave no time for the road at noon: each alone in its half-day, or both in one and a third in the other. */
function atNoon(
  m: Meetings,
  a: number,
  b: number,
  all: readonly number[],
  refuse: (morning: readonly number[], afternoon: readonly number[]) => void
): void {
  if (!Number.isFinite(m.noon)) return;
  const k = m.coordinator[a]!;
  const fits = (...day: [number, number, number, number]) => dayCost(m, k, ...day) < IMPOSSIBLE;
  if (!fits(a, NONE, b, NONE)) refuse([a], [b]);
  if (!fits(b, NONE, a, NONE)) refuse([b], [a]);
  if (!areNear(m, a, b)) return;
  for (const c of all) {
    if (c === a || c === b || m.coordinator[c] !== k) continue;
    if (!fits(a, b, c, NONE)) refuse([a, b], [c]);
    if (!fits(c, NONE, a, b)) refuse([c], [a, b]);
  }
}

/** Tries of a plan, a team, before the solver is asked; columns up to which its relaxation is not asked apart. */
const TRIES = 6;
const SMALL = 200;

/** The meetings of some teams as a linear model: one column a meeting and slot. */
class JointModel {
  readonly #m: Meetings;
  readonly #problem: MeetingProblem;
  /** First column of each team; one more for the end. */
  readonly #starts: number[] = [0];
  readonly #rows: Row[] = [];
  readonly #equal: number[] = [];
  readonly #limits = new Map<number, number>();
  /** Columns of a team in a slot. */
  readonly #at: ((slot: number) => Row)[];

  constructor(m: Meetings, problem: MeetingProblem) {
    [this.#m, this.#problem] = [m, problem];
    for (let team = 0; team < m.teams; team++)
      this.#starts.push(this.#starts[team]! + m.count[team]! * m.possible[team]!.length);
    for (let team = 0; team < m.teams; team++) addTeam(m, team, this.#starts[team]!, this.#rows, this.#equal);
    this.#at = Array.from({ length: m.teams }, (_, team) => this.#columnsOf(team));
  }

  get columns(): number {
    return this.#starts.at(-1)!;
  }

  #columnsOf(team: number): (slot: number) => Row {
    const { possible, count } = this.#m;
    const [start, width] = [this.#starts[team]!, possible[team]!.length];
    const columns = new Map<number, Row>();
    possible[team]!.forEach((slot, j) =>
      columns.set(
        slot,
        Array.from({ length: count[team]! }, (_, i): Row[number] => [start + i * width + j, 1])
      )
    );
    return (slot) => columns.get(slot) ?? [];
  }

  #atMost(row: Row, limit: number): void {
    if (row.length <= limit) return;
    this.#limits.set(this.#rows.length, limit);
    this.#rows.push(row);
  }

  /** The half-days and days of each of these coordinators. @param held ids */
  addCoordinators(held: ReadonlySet<string>): void {
    const m = this.#m;
    this.#problem.coordinators.forEach(({ id }, k) => {
      const own = this.#at.filter((_, team) => m.coordinator[team] === k);
      if (!held.has(id) || own.length === 0) return;
      for (let slot = 0; slot < m.slots; slot++)
        this.#atMost(
          own.flatMap((at) => at(slot)),
          HALF_DAY_MEETINGS
        );
      for (let day = 0; day < m.days; day++)
        this.#atMost(
          own.flatMap((at) => [...at(2 * day), ...at(2 * day + 1)]),
          DAY_MEETINGS
        );
    });
  }

  /** Two teams with one of these partners, or one of these coordinators, where they cannot be at once. */
  addPairs(held: ReadonlySet<string>, partners: ReadonlySet<string>): void {
    const [m, { teams }] = [this.#m, this.#problem];
    const all = Array.from({ length: m.teams }, (_, team) => team);
    for (const a of all)
      for (const b of all.slice(a + 1)) {
        const same = m.coordinator[a] === m.coordinator[b];
        const [one, other] = [a, b].map((team) => heldBy(teams[team]!, this.#problem));
        const common = same ? [] : one!.filter((who) => partners.has(who) && other!.includes(who));
        const isHeld = same && held.has(teams[a]!.coordinator);
        if (same ? isHeld && !areNear(m, a, b) : common.length > 0) this.#never(a, b, 0);
        if (m.apart?.[a * m.teams + b] && common.some((who) => who !== roomOf(teams[a]!.commune)))
          this.#never(a, b, 1);
        if (isHeld) atNoon(m, a, b, all, (morning, afternoon) => this.#notInADay(morning, afternoon));
      }
  }

  /** Two teams never meet in one half-day (`half` 0), or in the two of a day (1). */
  #never(x: number, y: number, half: 0 | 1): void {
    for (const slot of this.#m.possible[x]!) {
      const row = this.#at[y]!(slot ^ half);
      if (row.length > 0) this.#atMost([...this.#at[x]!(slot), ...row], 1);
    }
  }

  #notInADay(morning: readonly number[], afternoon: readonly number[]): void {
    const limit = morning.length + afternoon.length - 1;
    for (let day = 0; day < this.#m.days; day++)
      this.#atMost(
        [
          ...morning.flatMap((team) => this.#at[team]!(2 * day)),
          ...afternoon.flatMap((team) => this.#at[team]!(2 * day + 1))
        ],
        limit
      );
  }

  /** The model, without a cost: the question is whether it has a solution. */
  model() {
    const { columns } = this;
    const upper = new Float64Array(columns).fill(1);
    for (const [team, locks] of this.#m.locks.entries())
      locks.forEach((lock, i) => {
        if (lock === NONE) return;
        const open = this.#m.possible[team]!;
        open.forEach((slot, j) => {
          if (slot !== lock) upper[this.#starts[team]! + i * open.length + j] = 0;
        });
      });
    const rowUpper = Float64Array.from(this.#rows, (_, r) => this.#limits.get(r) ?? 0);
    const rowLower = new Float64Array(this.#rows.length).fill(-Infinity);
    for (const r of this.#equal) rowLower[r] = rowUpper[r] = 1;
    return {
      sense: 'min' as const,
      cost: new Float64Array(columns),
      lower: new Float64Array(columns),
      upper,
      rowLower,
      rowUpper,
      rows: sparseRows(this.#rows)
    };
  }
}

/** False when it is proven that the teams cannot all meet; true otherwise, or when time is short. A plan is looked for first, then the relaxation. */
function mayMeet(
  solver: LinearSolver,
  problem: MeetingProblem,
  rules: readonly ConflictRule[],
  seconds: number
): boolean {
  const m = compileMeetings(problem);
  if (new MeetingSearch(m, { tries: TRIES * m.teams }).begin()) return true;
  if (m.possible.some((slots) => slots.length === 0)) return false;
  const held = new Set(rules.flatMap((one) => (one.rule === 'coordinator' ? [one.coordinator] : [])));
  const partners = new Set(rules.flatMap((one) => (one.rule === 'two-places' ? [one.partner] : [])));
  const joint = new JointModel(m, problem);
  joint.addCoordinators(held);
  joint.addPairs(held, partners);
  const model = joint.model();
  const isRefused = (integer?: Uint8Array): boolean => {
    const open = solver.open({ ...model, integer });
    try {
      return open.solve({ seconds }).status === 'infeasible';
    } finally {
      open.dispose();
    }
  };
  if (joint.columns > SMALL && isRefused()) return false;
  return !isRefused(new Uint8Array(joint.columns).fill(1));
}

/**
 * A smallest set of rules that these teams cannot keep together, each of them alone being able to.
 *
 * @param suspects teams that no place was found for, the others being where they are
 * @param seconds for each question to the solver; what is not proven in time is taken as possible
 * @returns empty when it is not proven that they cannot
 */
function conflictOfTeams(
  solver: LinearSolver,
  problem: MeetingProblem,
  suspects: readonly string[],
  seconds = 2
): ConflictRule[] {
  const named = problem.teams.filter(({ id }) => suspects.includes(id));
  const leaders = new Set(named.map(({ coordinator }) => coordinator));
  const partners = new Set(named.flatMap((team) => heldBy(team, problem)));
  const near = problem.teams.filter(
    (team) => leaders.has(team.coordinator) || heldBy(team, problem).some((who) => partners.has(who))
  );
  const rules = (teams: readonly MeetingTeam[]) => {
    const own = teams.flatMap((team) => rulesOf(problem, team));
    const once = new Map(
      [...own, ...rulesBetween(problem, teams)].map((rule) => [JSON.stringify(rule), rule])
    );
    return [...once.values()];
  };
  const canMeet = (teams: readonly MeetingTeam[]) => {
    const all = rules(teams);
    return mayMeet(solver, withRules(problem, teams, all), all, seconds);
  };
  // Most clashes are between the teams of one coordinator: a smaller question.
  const led = problem.teams.filter(({ coordinator }) => leaders.has(coordinator));
  const alone = minimalConflict(led, canMeet);
  const together = alone.length > 0 || led.length === near.length ? alone : minimalConflict(near, canMeet);
  if (together.length === 0) return [];
  return minimalConflict(rules(together), (some) =>
    mayMeet(solver, withRules(problem, together, some), some, seconds)
  );
}

/** Why no plan was found: of one team, else of several. */
export async function jointConflict(
  problem: MeetingProblem,
  search: MeetingSearch,
  solver?: () => Promise<LinearSolver>
): Promise<ConflictRule[]> {
  const alone = whyImpossible(problem);
  if (alone.length > 0 || !solver) return alone;
  return conflictOfTeams(
    await solver(),
    problem,
    search.unplaced.map((team) => problem.teams[team]!.id)
  );
}
