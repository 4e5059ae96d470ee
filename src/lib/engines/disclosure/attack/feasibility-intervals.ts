// The feasibility interval of each count: values attained by a feasible table, and bounds proven by the attacker's model.
import { costsOf, type AttackerModel, type LinearForm, type Optimum } from './attacker-model.ts';
import type { ProtectionTarget } from '../rules.ts';

export interface FeasibilityInterval {
  target: ProtectionTarget;
  /** Attained by feasible whole-number tables. */
  least: number;
  most: number;
  /** Proven: no feasible whole-number table goes beyond. */
  floor: number;
  ceiling: number;
  open: boolean;
  /** Linear programmes of the ends that were optimised. */
  proofs: { sense: 'min' | 'max'; shot: Optimum }[];
}

type Verdict = 'safe' | 'open' | 'undecided';

const ROUNDING = 1e-6;
const MOST_TABLES = 3000;

export function cellValue(form: LinearForm, table: Float64Array): number {
  let value = table[form.plus]! - (form.minus === undefined ? 0 : table[form.minus]!);
  if (form.also) for (const cell of form.also) value += table[cell]!;
  return value;
}

function widen(range: FeasibilityInterval, table: Float64Array): void {
  const value = cellValue(range.target.form, table);
  if (value < range.least) range.least = value;
  if (value > range.most) range.most = value;
}

/** Whether the interval meets the requirement: both ends attained, or the count large, or certainly empty. */
function verdictOf({ target, least, most, floor, ceiling }: FeasibilityInterval): Verdict {
  const { low, high, enough, zeroIsSafe } = target;
  if (most >= enough || (most >= high && least <= low)) return 'safe';
  if (ceiling < high) {
    if (!zeroIsSafe || most > 0) return 'open';
    return ceiling <= 0 ? 'safe' : 'undecided';
  }
  return floor > low && ceiling < enough + (enough === Infinity ? 1 : 0) ? 'open' : 'undecided';
}

/** The interval of a target before any optimisation: the value of the base table. */
export function initialInterval(attack: AttackerModel, target: ProtectionTarget): FeasibilityInterval {
  const value = cellValue(target.form, attack.base);
  return { target, least: value, most: value, floor: -Infinity, ceiling: Infinity, open: false, proofs: [] };
}

/**
 * Decides every target. Each whole-number table found is a witness for all of them, so that few need an optimisation of
 * their own; whole-number objectives come last, for the few whose linear optimum was fractional.
 *
 * @param pool tables found for other patterns of the same system; the feasible ones are used again, new ones are added
 * @param onProgress share of the targets processed, 0 to 1
 */
export function feasibilityIntervals(
  attack: AttackerModel,
  targets: readonly ProtectionTarget[],
  pool: Float64Array[] = [],
  onProgress?: (share: number) => void
): FeasibilityInterval[] {
  const ranges = targets.map((target) => initialInterval(attack, target));
  const earlierTables = pool.filter((table) => attack.agrees(table));
  let done = 0;
  for (const together of byGroup(attack, ranges)) {
    decideGroup(attack, together, earlierTables, pool, (share) =>
      onProgress?.((done + share * together.length) / ranges.length)
    );
    done += together.length;
  }
  onProgress?.(1);
  return ranges;
}

/** Counts that no sum connects are decided apart: a table found for one is no witness for the other. */
function byGroup(attack: AttackerModel, ranges: readonly FeasibilityInterval[]): FeasibilityInterval[][] {
  const groups = new Map<string, FeasibilityInterval[]>();
  for (const range of ranges) {
    const { plus, minus = plus } = range.target.form;
    const touched = [attack.groupOf[plus]!, attack.groupOf[minus]!].filter((g) => g >= 0);
    const key = [...new Set(touched)].sort((a, b) => a - b).join();
    (groups.get(key) ?? groups.set(key, []).get(key)!).push(range);
  }
  return [...groups.values()];
}

function decideGroup(
  attack: AttackerModel,
  ranges: readonly FeasibilityInterval[],
  former: readonly Float64Array[],
  pool: Float64Array[],
  onProgress: (share: number) => void
): void {
  const note = (table: Float64Array) => {
    if (pool.length < MOST_TABLES) pool.push(table);
    serve(table);
  };
  const serve = (table: Float64Array) => {
    for (const range of ranges) widen(range, table);
  };
  former.forEach(serve);
  for (const whole of [false, true]) {
    if (!whole) proveZeros(attack, ranges, note);
    seekWitnesses(attack, ranges, note);
    ranges.forEach((range, i) => {
      if (i % 50 === 0) onProgress((i / ranges.length + (whole ? 1 : 0)) / 2);
      const wanted = () => verdictOf(range) === 'undecided';
      const { low, high, enough } = range.target;
      if (wanted() && range.most < high) proveEnd(attack, range, 'max', whole, note);
      if (wanted() && range.least > low) proveEnd(attack, range, 'min', whole, note);
      if (wanted() && range.most < enough && enough < Infinity) proveEnd(attack, range, 'max', whole, note);
    });
  }
  for (const range of ranges) range.open = verdictOf(range) !== 'safe';
}

/** Proves one end of an interval, unless it is proven already. */
function proveEnd(
  attack: AttackerModel,
  range: FeasibilityInterval,
  sense: 'min' | 'max',
  whole: boolean,
  note: (table: Float64Array) => void
): void {
  const { form, low, high, enough } = range.target;
  const known = sense === 'max' ? range.ceiling : range.floor;
  if (known === (sense === 'max' ? range.most : range.least) || (!whole && Number.isFinite(known))) return;
  const stop = sense === 'min' ? low : Number.isFinite(enough) ? enough : high;
  const shot = attack.optimise(form, sense, whole, Number.isFinite(stop) ? stop : undefined);
  if (!whole && Number.isFinite(shot.value)) range.proofs.push({ sense, shot });
  if (shot.witness) note(shot.witness);
  if (whole && shot.value === stop) return;
  if (sense === 'max') {
    if (shot.endless) range.most = Infinity;
    range.ceiling = Math.min(range.ceiling, shot.proven);
  } else range.floor = Math.max(range.floor, shot.proven);
}

/** The interval with both ends settled over whole numbers: attained, and proven. An end is infinite when there is none. */
export function exactInterval(attack: AttackerModel, decided: FeasibilityInterval): FeasibilityInterval {
  const target = { ...decided.target, low: -Infinity, high: Infinity, enough: Infinity };
  const range = { ...decided, target, proofs: [...decided.proofs] };
  const note = (table: Float64Array) => widen(range, table);
  for (const whole of [false, true]) {
    if (range.floor !== range.least) proveEnd(attack, range, 'min', whole, note);
    if (range.ceiling !== range.most) proveEnd(attack, range, 'max', whole, note);
  }
  return { ...range, target: decided.target, proofs: decided.proofs };
}

/**
 * Searches witnesses for several undecided counts at once: each in turn gets a dominant weight and the others small,
 * varied ones, upward or downward as their requirement needs.
 */
function seekWitnesses(
  attack: AttackerModel,
  ranges: readonly FeasibilityInterval[],
  note: (table: Float64Array) => void
): void {
  const left = new Set(ranges.filter((range) => verdictOf(range) === 'undecided'));
  let turn = 0;
  for (const first of [...left]) {
    if (!left.has(first)) continue;
    turn++;
    const costs = new Map<number, number>();
    const caps = new Map<number, number>();
    let i = 0;
    for (const range of left) {
      const { form, high, low, enough } = range.target;
      const push = range.most < high ? 1 : range.least > low ? -1 : 1;
      const weight = push * (range === first ? FOCUS_WEIGHT : 1 + ((i++ * 7919 + turn * 104729) % 97) / 32);
      for (const [cell, times] of costsOf(form)) costs.set(cell, (costs.get(cell) ?? 0) + times * weight);
      if (form.minus === undefined && push > 0) caps.set(form.plus, Number.isFinite(enough) ? enough : high);
    }
    const found = attack.maximiseCapped(costs, caps);
    if (found?.whole) note(found.table);
    left.delete(first);
    for (const range of left) if (verdictOf(range) !== 'undecided') left.delete(range);
  }
}

const FOCUS_WEIGHT = 1000;

/** Proves together that counts are zero: when their capped sum cannot be raised, none of them can. */
function proveZeros(
  attack: AttackerModel,
  ranges: readonly FeasibilityInterval[],
  note: (table: Float64Array) => void
): void {
  let left = ranges.filter(
    ({ target: { form, zeroIsSafe }, most }) => zeroIsSafe && form.minus === undefined && most === 0
  );
  while (left.length > 0) {
    const cells = left.map(({ target }) => target.form.plus);
    const found = attack.maximiseCapped(
      new Map(cells.map((cell) => [cell, 1])),
      new Map(cells.map((cell) => [cell, 1]))
    );
    if (!found) return;
    if (found.whole) note(found.table);
    const still = left.filter(({ target }) => found.table[target.form.plus]! < ROUNDING);
    if (still.length === left.length) {
      if (found.proven < 1) for (const range of left) range.ceiling = 0;
      return;
    }
    left = still;
  }
}
