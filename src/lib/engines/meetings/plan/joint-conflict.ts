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

/** False when it is proven that the teams cannot all meet; true otherwise, or when time is short. A plan is looked for first, then the relaxation. */
function mayMeet(
  solver: LinearSolver,
  problem: MeetingProblem,
  rules: readonly ConflictRule[],
  seconds: number
): boolean {
  const m = compileMeetings(problem);
  if (new MeetingSearch(m, { tries: TRIES * m.teams }).begin()) return true;
  const starts: number[] = [];
  let columns = 0;
  for (let team = 0; team < m.teams; team++) {
    if (m.possible[team]!.length === 0) return false;
    starts.push(columns);
    columns += m.count[team]! * m.possible[team]!.length;
  }
  const rows: Row[] = [];
  const equal: number[] = [];
  const limits = new Map<number, number>();
  for (let team = 0; team < m.teams; team++) addTeam(m, team, starts[team]!, rows, equal);
  const atMost = (row: Row, limit: number) => {
    if (row.length <= limit) return;
    limits.set(rows.length, limit);
    rows.push(row);
  };
  /** Columns of a team in a slot, by slot. */
  const at = Array.from({ length: m.teams }, (_, team) => {
    const columnsOf = new Map<number, Row>();
    const width = m.possible[team]!.length;
    m.possible[team]!.forEach((slot, j) =>
      columnsOf.set(
        slot,
        Array.from({ length: m.count[team]! }, (_unused, i): Row[number] => [
          starts[team]! + i * width + j,
          1
        ])
      )
    );
    return (slot: number): Row => columnsOf.get(slot) ?? [];
  });
  const held = new Set(rules.flatMap((one) => (one.rule === 'coordinator' ? [one.coordinator] : [])));
  const partners = new Set(rules.flatMap((one) => (one.rule === 'two-places' ? [one.partner] : [])));
  const all = Array.from({ length: m.teams }, (_, team) => team);
  const { teams, coordinators } = problem;
  coordinators.forEach(({ id }, k) => {
    const own = all.filter((team) => m.coordinator[team] === k);
    if (!held.has(id) || own.length === 0) return;
    for (let slot = 0; slot < m.slots; slot++)
      atMost(
        own.flatMap((team) => at[team]!(slot)),
        HALF_DAY_MEETINGS
      );
    for (let day = 0; day < m.days; day++)
      atMost(
        own.flatMap((team) => [...at[team]!(2 * day), ...at[team]!(2 * day + 1)]),
        DAY_MEETINGS
      );
  });
  for (const a of all)
    for (const b of all.slice(a + 1)) {
      const same = m.coordinator[a] === m.coordinator[b];
      const [one, other] = [a, b].map((team) => heldBy(teams[team]!, problem));
      const common = same ? [] : one!.filter((who) => partners.has(who) && other!.includes(who));
      const isHeld = same && held.has(teams[a]!.coordinator);
      const never = (x: number, y: number, half: 0 | 1) => {
        for (const slot of m.possible[x]!) {
          const row = at[y]!(slot ^ half);
          if (row.length > 0) atMost([...at[x]!(slot), ...row], 1);
        }
      };
      if (same ? isHeld && !areNear(m, a, b) : common.length > 0) never(a, b, 0);
      if (m.apart?.[a * m.teams + b] && common.some((who) => who !== roomOf(teams[a]!.commune)))
        never(a, b, 1);
      if (isHeld)
        atNoon(m, a, b, all, (morning, afternoon) => {
          const limit = morning.length + afternoon.length - 1;
          for (let day = 0; day < m.days; day++)
            atMost(
              [
                ...morning.flatMap((team) => at[team]!(2 * day)),
                ...afternoon.flatMap((team) => at[team]!(2 * day + 1))
              ],
              limit
            );
        });
    }
  const upper = new Float64Array(columns).fill(1);
  for (const [team, locks] of m.locks.entries())
    locks.forEach((lock, i) => {
      if (lock === NONE) return;
      const width = m.possible[team]!.length;
      m.possible[team]!.forEach((slot, j) => {
        if (slot !== lock) upper[starts[team]! + i * width + j] = 0;
      });
    });
  const rowUpper = Float64Array.from(rows, (_, r) => limits.get(r) ?? 0);
  const rowLower = new Float64Array(rows.length).fill(-Infinity);
  for (const r of equal) rowLower[r] = rowUpper[r] = 1;
  const model = {
    sense: 'min' as const,
    cost: new Float64Array(columns),
    lower: new Float64Array(columns),
    upper,
    rowLower,
    rowUpper,
    rows: sparseRows(rows)
  };
  const isRefused = (integer?: Uint8Array): boolean => {
    const open = solver.open({ ...model, integer });
    try {
      return open.solve({ seconds }).status === 'infeasible';
    } finally {
      open.dispose();
    }
  };
  if (columns > SMALL && isRefused()) return false;
  return !isRefused(new Uint8Array(columns).fill(1));
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
