// Checks the certificate of an assignment ("no plan costs less than z", or "no plan exists") in whole numbers below 2^53. It imports
// nothing and shares nothing with the solver: Node runs this file as it is, a browser once its types are erased. docs/certificat.md
// gives the format and the reasons.

type Id = string | number;
type Pair = readonly [Id, Id];

/** PROBLEM.json. */
interface Problem {
  units: readonly {
    id: Id;
    workload: number;
    pupils?: number;
    visits: number;
    stopMinutes?: number;
    current?: Id | null;
  }[];
  referents: readonly { id: Id; fte?: number; coordinator?: Id | null }[];
  minutes: readonly (readonly (number | null)[])[];
  tolerance?: number;
  soft?: boolean;
  pins?: readonly Pair[];
  apart?: readonly Pair[];
  together?: readonly Pair[];
  neighbours?: readonly Pair[];
  contiguous?: boolean;
  maxPupilsMoved?: number | null;
  stability?: number;
  coordinatorTolerance?: number | null;
}

/** A unit, and its weight in a rule with each referent. */
type Term = [unit: number, weights: number[]];

/** The problem in whole numbers: n units, m referents; what is about unit i and referent j stands at `i * m + j`. */
export interface WholeProblem {
  n: number;
  m: number;
  /** 1 where the unit may go to the referent. */
  open: Uint8Array;
  /** In tenths of a minute divided by `costUnit`. */
  cost: number[];
  costUnit: number;
  /** The rules: the weights of a plan add up to between `lower` and `upper`. First the balance of each referent. */
  rows: { lower: number; upper: number; terms: Term[] }[];
}

/** A price for each unit, and multipliers of rows. */
export interface CertificateStep {
  prices: number[];
  rows?: [row: number, multiplier: number][];
}

/** Without steps, the last one used above serves again; without a unit, no plan may be left. A child that is left out is `{}`. */
export interface TreeNode {
  steps?: CertificateStep[];
  unit?: number;
  children?: [referent: number, child: TreeNode][];
}

/** Two units, and those that every way from the one to the other passes. */
export type Separator = [one: number, other: number, between: number[]];

export interface Certificate {
  version: 1;
  claim: { atLeast: number } | 'infeasible';
  problem: string;
  scale: number;
  separators?: Separator[];
  tree: TreeNode;
  digest: string;
}

/** What the checker says of a certificate. */
export interface Verdict {
  accepted: boolean;
  claim: Certificate['claim'] | null;
  /** Ends of the tree where it was checked that no plan is left. */
  leaves: number;
  /** null when accepted. */
  reason: string | null;
}

/** Entries of the tables of loads, about 400 MB: 400 units of 100 minutes for 12 referents need a third of it. */
const LARGEST_TABLES = 5e7;

export class Refusal extends Error {}
const refuse = (reason: string): never => {
  throw new Refusal(reason);
};
const safe = (value: number): number => (Number.isSafeInteger(value) ? value : refuse('beyond-2^53'));
const sum = (values: number[]): number => values.reduce((total, value) => safe(total + value), 0);
const floorOf = (a: number, b: number): number => safe((safe(a) - (((a % safe(b)) + b) % b)) / b);

/** The values times the least power of ten that makes them whole. */
function whole(values: number[]): { power: number; values: number[] } {
  for (let power = 1; power <= 1e9; power *= 10) {
    const times = values.map((value) => Math.round(value * power));
    if (times.every((one, at) => one >= 0 && one / power === values[at])) {
      return { power, values: times.map(safe) };
    }
  }
  return refuse('number-not-decimal');
}

/**
 * Rebuilds costs and rules from the parsed file.
 * @param separators of a problem whose sectors must be in one piece
 */
export function wholeProblem(file: Problem, separators: Separator[] = []): WholeProblem {
  const { units, referents, minutes, tolerance = 0.1 } = file;
  const [n, m] = [units.length, referents.length];
  const unitAt = new Map(units.map(({ id }, i) => [String(id), i]));
  const referentAt = new Map(referents.map(({ id }, j) => [String(id), j]));
  if (n === 0 || m === 0 || unitAt.size < n || referentAt.size < m) refuse('unreadable-problem');
  if (file.soft) refuse('soft-problem');
  const cap = file.maxPupilsMoved ?? null;
  const coordinatorTolerance = file.coordinatorTolerance ?? null;
  const { power: pupilUnit, values: pupils } = whole([...units.map((unit) => unit.pupils ?? 0), cap ?? 0]);
  const {
    power: priceUnit,
    values: [price]
  } = whole([file.stability ?? 0]);
  const { values: loads } = whole(units.map(({ workload }) => workload));
  const { values: posts } = whole(referents.map(({ fte = 1 }) => fte));
  const current = units.map((unit) => referentAt.get(String(unit.current ?? '')) ?? -1);
  const pairs = (list: readonly Pair[] = [], second = unitAt) =>
    list.flatMap(([a, b]): [number, number][] => {
      const [i, j] = [unitAt.get(String(a)), second.get(String(b))];
      return i === undefined || j === undefined || (second === unitAt && i === j) ? [] : [[i, j]];
    });
  const beside = pairs(file.neighbours);

  const costUnit = pupilUnit * priceUnit;
  const open = new Uint8Array(n * m);
  const cost = Array.from(open, (_, at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    const way = minutes[j]![i];
    if (way === null) return 0;
    if (typeof way !== 'number') refuse('unreadable-problem');
    open[at] = 1;
    const change = current[i] === -1 || current[i] === j ? 0 : safe(price! * pupils[i]!);
    return safe(
      safe(costUnit * Math.round(20 * units[i]!.visits * way! + 10 * (units[i]!.stopMinutes ?? 0))) + change
    );
  });
  for (const [i, pinned] of pairs(file.pins, referentAt)) {
    for (let j = 0; j < m; j++) if (j !== pinned) open[i * m + j] = 0;
  }

  const rows: WholeProblem['rows'] = [];
  const add = (lower: number, upper: number, ...terms: Term[]) => void rows.push({ lower, upper, terms });
  const only = (members: number[], weight: number) =>
    referents.map((_, j) => (members.includes(j) ? weight : 0));
  const balance = (members: number[], share: number) => {
    const { power, values } = whole([share]);
    const part = safe(sum(loads) * sum(members.map((j) => posts[j]!)));
    const all = safe(power * sum(posts));
    const least = -floorOf(safe((values[0]! - power) * part), all);
    const most = floorOf(safe((values[0]! + power) * part), all);
    add(Math.max(0, least), most, ...loads.map((load, i): Term => [i, only(members, load)]));
  };
  for (let j = 0; j < m; j++) balance([j], tolerance);
  if (n * m * Math.max(...rows.map(({ upper }) => upper)) > LARGEST_TABLES) refuse('loads-too-fine');
  const leaders = referents.map(({ coordinator }) => coordinator ?? null);
  for (const leader of new Set(leaders)) {
    const team = leaders.flatMap((one, j) => (one === leader ? [j] : []));
    if (leader !== null && coordinatorTolerance !== null) balance(team, coordinatorTolerance);
  }
  for (const [a, b] of pairs(file.apart)) {
    for (let j = 0; j < m; j++) add(-Infinity, 1, [a, only([j], 1)], [b, only([j], 1)]);
  }
  for (const [a, b] of pairs(file.together)) {
    for (let j = 0; j < m; j++) add(0, 0, [a, only([j], 1)], [b, only([j], -1)]);
  }
  if (cap !== null) {
    const followed = units.flatMap((_, i) => (current[i] === -1 ? [] : [i]));
    const stay = safe(sum(followed.map((i) => pupils[i]!)) - pupils[n]!);
    add(stay, Infinity, ...followed.map((i): Term => [i, only([current[i]!], pupils[i]!)]));
  }
  // A sector that holds both units holds one of those that every way between them passes: it is in one piece.
  for (const [a, b, between] of separators) {
    if (!file.contiguous || !isSeparator([a, b, between], n, beside)) refuse('not-a-separator');
    for (let j = 0; j < m; j++) {
      const ways = between.map((s): Term => [s, only([j], -1)]);
      add(-Infinity, 1, [a, only([j], 1)], [b, only([j], 1)], ...ways);
    }
  }
  return { n, m, open, cost, costUnit, rows };
}

/** Whether every way from a to b passes a unit of `between`, both having neighbours. @param n units of the problem */
function isSeparator([a, b, between]: Separator, n: number, beside: readonly [number, number][]): boolean {
  const known = [a, b, ...between].every((i) => Number.isInteger(i) && i >= 0 && i < n);
  const touching = (i: number) => beside.flatMap(([u, v]) => (u === i ? [v] : v === i ? [u] : []));
  const reached = new Set([a]);
  for (const i of reached) for (const v of touching(i)) if (!between.includes(v)) reached.add(v);
  const isApart = !reached.has(b) && !between.includes(a) && !between.includes(b);
  return known && isApart && touching(a).length > 0 && touching(b).length > 0;
}

/** Closes pairs that a rule excludes. False when no plan is left: a rule cannot hold, or a unit has nowhere to go. */
export function propagate({ m, rows }: WholeProblem, open: Uint8Array): boolean {
  for (let again = true; again;) {
    again = false;
    for (const { lower, upper, terms } of rows) {
      let [least, most] = [0, 0];
      const ranges = terms.map(([i, weights]) => {
        let [low, high] = [Infinity, -Infinity];
        for (let j = 0; j < m; j++) {
          if (!open[i * m + j]) continue;
          if (weights[j]! < low) low = weights[j]!;
          if (weights[j]! > high) high = weights[j]!;
        }
        [least, most] = [least + low, most + high];
        return [low, high] as const;
      });
      if (least > upper || most < lower) return false;
      terms.forEach(([i, weights], t) => {
        const [low, high] = ranges[t]!;
        for (let j = 0; j < m; j++) {
          if (!open[i * m + j]) continue;
          if (least - low + weights[j]! <= upper && most - high + weights[j]! >= lower) continue;
          open[i * m + j] = 0;
          again = true;
        }
      });
    }
  }
  return true;
}

/** Units that one referent may take, and the least values of its loads. */
interface Knapsack {
  /** `at`: the pair; `weight` of the unit in the load; `value` it adds. */
  items: { at: number; weight: number; value: number }[];
  after: Float64Array[];
}

/** @returns after[k][load]: the least value of the items from k on that bring this load within the balance */
function leastValues(items: Knapsack['items'], lower: number, upper: number): Float64Array[] {
  // Loads that the items before each can make.
  const reach = [0];
  for (const { weight } of items) reach.push(Math.min(upper, reach.at(-1)! + weight));
  const after = [new Float64Array(reach.at(-1)! + 1).fill(Infinity, 0, Math.max(0, lower))];
  for (let k = items.length - 1; k >= 0; k--) {
    const { weight, value } = items[k]!;
    const next = after[0]!;
    const now = next.slice(0, reach[k]! + 1);
    for (let load = 0; load < now.length && load + weight < next.length; load++) {
      const taken = next[load + weight]! + value;
      if (taken < now[load]!) now[load] = taken;
    }
    after.unshift(now);
  }
  return after;
}

/** Writes what giving each unit to the referent, or not giving it, adds to the least value of the referent's loads. */
function addedValues({ items, after }: Knapsack, given: Float64Array, refused: Float64Array): void {
  const least = after[0]![0]!;
  let before = new Float64Array(1);
  items.forEach(({ at, weight, value }, k) => {
    const next = after[k + 1]!;
    const now = new Float64Array(next.length).fill(Infinity);
    now.set(before);
    let [leastGiven, leastRefused] = [Infinity, Infinity];
    for (let load = 0; load < before.length; load++) {
      const left = before[load]!;
      if (left + next[load]! < leastRefused) leastRefused = left + next[load]!;
      if (load + weight >= next.length) continue;
      const taken = left + value;
      if (taken < now[load + weight]!) now[load + weight] = taken;
      if (taken + next[load + weight]! < leastGiven) leastGiven = taken + next[load + weight]!;
    }
    [given[at], refused[at], before] = [leastGiven - least, leastRefused - least, now];
  });
}

export interface CertificateBounds {
  all: number;
  each: Float64Array;
}

/**
 * The least that a plan can cost by the multipliers of a step: any plan (`all`), and one that gives unit i to referent j (`each`).
 * Infinity where there is no plan. `each` is left out when `all` is above `most`.
 */
export function certificateBounds(
  { n, m, rows }: WholeProblem,
  open: Uint8Array,
  cost: number[],
  most: number,
  { prices, rows: multipliers = [] }: CertificateStep
): CertificateBounds {
  const each = new Float64Array(n * m).fill(Infinity);
  const choices = Array.from({ length: n }, (_, i) =>
    rows.slice(0, m).flatMap((_, j) => (open[i * m + j] ? [j] : []))
  );
  const reduced = cost.slice();
  let all = 0;
  for (const [r, multiplier] of multipliers) {
    const { lower, upper, terms } = rows[r] ?? refuse('unknown-row');
    const side = safe(multiplier) > 0 ? lower : upper;
    all = safe(all + safe(multiplier * side));
    for (const [i, weights] of terms) {
      for (let j = 0; j < m; j++)
        reduced[i * m + j] = safe(reduced[i * m + j]! - safe(multiplier * weights[j]!));
    }
  }
  if (prices.length !== n) refuse('wrong-prices');
  all = safe(all + sum(prices));
  const knapsacks: Knapsack[] = [];
  for (let j = 0; j < m; j++) {
    let { lower, upper } = rows[j]!;
    let size = 0;
    const items: Knapsack['items'] = [];
    for (const [i, weights] of rows[j]!.terms) {
      if (!open[i * m + j]) continue;
      const [weight, value] = [weights[j]!, safe(reduced[i * m + j]! - prices[i]!)];
      size = safe(size + Math.abs(value));
      if (choices[i]!.length > 1) items.push({ at: i * m + j, weight, value });
      else [lower, upper, all] = [lower - weight, upper - weight, safe(all + value)];
    }
    if (upper < 0) return { all: Infinity, each };
    const after = leastValues(items, lower, upper);
    if (after[0]![0] === Infinity) return { all: Infinity, each };
    all = safe(all + after[0]![0]!);
    knapsacks.push({ items, after });
  }
  if (all > most) return { all, each };
  // What giving unit i to referent j, or not giving it, adds to the least value of the loads of j.
  const [given, refused] = [new Float64Array(n * m), new Float64Array(n * m)];
  for (const knapsack of knapsacks) addedValues(knapsack, given, refused);
  choices.forEach((list, i) => {
    for (const j of list) {
      const added = list.map((other) => (other === j ? given : refused)[i * m + other]!);
      each[i * m + j] = added.reduce((total, one) => total + one, all);
    }
  });
  return { all, each };
}

/** Closes pairs that no plan of cost `most` or less can use. True when no such plan is left. */
export function exclude(
  problem: WholeProblem,
  open: Uint8Array,
  cost: number[],
  most: number,
  step: CertificateStep
): boolean {
  const { all, each } = certificateBounds(problem, open, cost, most, step);
  each.forEach((one, at) => one > most && (open[at] = 0));
  return all > most || !propagate(problem, open);
}

/** Walks the tree: at each of its ends no plan of cost `most` or less may be left. Returns how many ends there are. */
function leavesOf(problem: WholeProblem, cost: number[], most: number, tree: TreeNode): number {
  const { n, m } = problem;
  const walk = (
    { steps, unit = -1, children = [] }: TreeNode,
    open: Uint8Array,
    above: CertificateStep[]
  ): number => {
    const used = steps ?? above;
    if (!propagate(problem, open) || used.some((step) => exclude(problem, open, cost, most, step))) return 1;
    if (!Number.isInteger(unit) || unit < 0 || unit >= n) refuse('open-leaf');
    let leaves = 0;
    for (let j = 0; j < m; j++) {
      if (!open[unit * m + j]) continue;
      const child = children.find(([referent]) => referent === j)?.[1] ?? {};
      const part = open.slice();
      for (let other = 0; other < m; other++) if (other !== j) part[unit * m + other] = 0;
      leaves += walk(child, part, used.slice(-1));
    }
    return leaves;
  };
  return walk(tree, problem.open, []);
}

/** SHA-256 of some bytes, in hexadecimal, by the Web Cryptography of the browser. */
export async function webSha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Checks a certificate against the file of its problem, both as they were written.
 * @param sha256 in hexadecimal; a page on plain HTTP has none and must bring its own
 */
export async function checkCertificate(
  problemFile: Uint8Array,
  certificateFile: Uint8Array,
  sha256 = webSha256
): Promise<Verdict> {
  const verdict: Verdict = { accepted: false, claim: null, leaves: 0, reason: null };
  const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  let unreadable = 'unreadable-certificate';
  try {
    const { digest, ...certificate } = parse(certificateFile) as Certificate;
    const { version, claim, scale } = certificate;
    if (typeof version !== 'number' || !claim) refuse(unreadable);
    verdict.claim = claim;
    if (version !== 1) refuse('other-version');
    if (certificate.problem !== (await sha256(problemFile))) refuse('other-problem');
    if (digest !== (await sha256(new TextEncoder().encode(JSON.stringify(certificate)))))
      refuse('altered-certificate');
    unreadable = 'unreadable-problem';
    const problem = wholeProblem(parse(problemFile) as Problem, certificate.separators);
    unreadable = 'unreadable-certificate';
    const least = claim === 'infeasible' ? 1 : Math.round(claim.atLeast * problem.costUnit);
    if (claim !== 'infeasible' && least / problem.costUnit !== claim.atLeast) refuse(unreadable);
    if (!(safe(scale) > 0)) refuse(unreadable);
    const cost = problem.cost.map((one) => (claim === 'infeasible' ? 0 : safe(scale * one)));
    verdict.leaves = leavesOf(problem, cost, safe(scale * (least - 1)), certificate.tree);
    verdict.accepted = true;
  } catch (error) {
    verdict.reason = error instanceof Refusal ? error.message : unreadable;
  }
  return verdict;
}
