// What is proven of each count: values it can take (seen in a whole table) and values it cannot pass.
import type { Attack, Form, Shot } from './attack.ts';
import type { Target } from '../rules.ts';

export interface Range {
  target: Target;
  /** Reached by a whole table. */
  least: number;
  most: number;
  /** Proven: no whole table goes beyond. */
  floor: number;
  ceiling: number;
  open: boolean;
  /** Linear proofs of the ends, for those that were aimed at. */
  proofs: { sense: 'min' | 'max'; shot: Shot }[];
}

type Verdict = 'safe' | 'open' | 'undecided';

const ROUNDING = 1e-6;
const MOST_TABLES = 3000;

export const valueOf = (form: Form, table: Float64Array): number =>
  table[form.plus]! - (form.minus === undefined ? 0 : table[form.minus]!);

/** `low <= count <= high` must be possible at both ends, or the count large, or surely nobody. */
function judge({ target, least, most, floor, ceiling }: Range): Verdict {
  const { low, high, enough, zeroIsSafe } = target;
  if (most >= enough || (most >= high && least <= low)) return 'safe';
  if (ceiling < high) {
    if (!zeroIsSafe || most > 0) return 'open';
    return ceiling <= 0 ? 'safe' : 'undecided';
  }
  return floor > low && ceiling < enough + (enough === Infinity ? 1 : 0) ? 'open' : 'undecided';
}

/** Target with nothing known but the table at hand. */
export function freshRange(attack: Attack, target: Target): Range {
  const value = valueOf(target.form, attack.base);
  return { target, least: value, most: value, floor: -Infinity, ceiling: Infinity, open: false, proofs: [] };
}

/**
 * Decides every target. Each whole table found on the way serves as a witness for all of them, so that few targets
 * need an aim of their own; whole-number aims come last, for the few whose linear aim ended between whole numbers.
 *
 * @param pool tables found for other patterns of the same system; those that agree serve again, new ones are added.
 * @param onProgress share of the targets looked at so far, 0..1.
 */
export function decide(
  attack: Attack,
  targets: readonly Target[],
  pool: Float64Array[] = [],
  onProgress?: (share: number) => void
): Range[] {
  const ranges = targets.map((target) => freshRange(attack, target));
  const former = pool.filter((table) => attack.agrees(table));
  let done = 0;
  for (const together of byGroup(attack, ranges)) {
    decideTogether(attack, together, former, pool, (share) =>
      onProgress?.((done + share * together.length) / ranges.length)
    );
    done += together.length;
  }
  onProgress?.(1);
  return ranges;
}

/** Counts that no sum joins are decided apart: a table found for one says nothing of the other. */
function byGroup(attack: Attack, ranges: readonly Range[]): Range[][] {
  const groups = new Map<string, Range[]>();
  for (const range of ranges) {
    const { plus, minus = plus } = range.target.form;
    const touched = [attack.groupOf[plus]!, attack.groupOf[minus]!].filter((g) => g >= 0);
    const key = [...new Set(touched)].sort((a, b) => a - b).join();
    (groups.get(key) ?? groups.set(key, []).get(key)!).push(range);
  }
  return [...groups.values()];
}

function decideTogether(
  attack: Attack,
  ranges: readonly Range[],
  former: readonly Float64Array[],
  pool: Float64Array[],
  onProgress: (share: number) => void
): void {
  const note = (table: Float64Array) => {
    if (pool.length < MOST_TABLES) pool.push(table);
    serve(table);
  };
  const serve = (table: Float64Array) => {
    for (const range of ranges) {
      const value = valueOf(range.target.form, table);
      if (value < range.least) range.least = value;
      if (value > range.most) range.most = value;
    }
  };
  former.forEach(serve);
  for (const whole of [false, true]) {
    if (!whole) closeZeros(attack, ranges, note);
    scatter(attack, ranges, note);
    ranges.forEach((range, i) => {
      if (i % 50 === 0) onProgress((i / ranges.length + (whole ? 1 : 0)) / 2);
      const wanted = () => judge(range) === 'undecided';
      const { low, high, enough } = range.target;
      if (wanted() && range.most < high) aimAtEnd(attack, range, 'max', whole, note);
      if (wanted() && range.least > low) aimAtEnd(attack, range, 'min', whole, note);
      if (wanted() && range.most < enough && enough < Infinity) aimAtEnd(attack, range, 'max', whole, note);
    });
  }
  for (const range of ranges) range.open = judge(range) !== 'safe';
}

/** Proves one end of a range, unless it is proven already. */
export function aimAtEnd(
  attack: Attack,
  range: Range,
  sense: 'min' | 'max',
  whole: boolean,
  note: (table: Float64Array) => void
): void {
  const { form, low, high, enough } = range.target;
  const known = sense === 'max' ? range.ceiling : range.floor;
  if (known === (sense === 'max' ? range.most : range.least) || (!whole && Number.isFinite(known))) return;
  const stop = sense === 'min' ? low : Number.isFinite(enough) ? enough : high;
  const shot = attack.aim(form, sense, whole, stop);
  if (!whole && Number.isFinite(shot.value)) range.proofs.push({ sense, shot });
  if (shot.witness) note(shot.witness);
  if (whole && shot.value === stop) return;
  if (sense === 'max') {
    if (shot.value === Infinity) range.most = Infinity;
    range.ceiling = Math.floor(shot.value + ROUNDING);
  } else range.floor = Math.ceil(shot.value - ROUNDING) + 0;
}

/** The exact end of a count: no whole table goes beyond, one goes so far (or nothing bounds it). */
export function exactEnd(attack: Attack, decided: Range, sense: 'min' | 'max'): number {
  const range = { ...decided, target: { ...decided.target, low: 0 } };
  const note = () => undefined;
  aimAtEnd(attack, range, sense, false, note);
  const end = () => (sense === 'max' ? range.ceiling : range.floor);
  const seen = sense === 'max' ? range.most : range.least;
  if (end() !== seen && Number.isFinite(end())) aimAtEnd(attack, range, sense, true, note);
  return end();
}

/**
 * Pushes one undecided count with all its weight and the others a little, in turn: a table that decides the first
 * often decides some of the others. Each is pushed once, up or down as it needs.
 */
function scatter(attack: Attack, ranges: readonly Range[], note: (table: Float64Array) => void): void {
  const left = new Set(ranges.filter((range) => judge(range) === 'undecided'));
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
      const weight = push * (range === first ? FOCUS : 1 + ((i++ * 7919 + turn * 104729) % 97) / 32);
      costs.set(form.plus, (costs.get(form.plus) ?? 0) + weight);
      if (form.minus !== undefined) costs.set(form.minus, (costs.get(form.minus) ?? 0) - weight);
      else if (push > 0) caps.set(form.plus, Number.isFinite(enough) ? enough : high);
    }
    const found = attack.spread(costs, caps);
    if (found?.whole) note(found.table);
    left.delete(first);
    for (const range of left) if (judge(range) !== 'undecided') left.delete(range);
  }
}

const FOCUS = 1000;

/** Proves together that counts are zero: nobody can be in any of them when nobody can be in all of them. */
function closeZeros(attack: Attack, ranges: readonly Range[], note: (table: Float64Array) => void): void {
  let left = ranges.filter((range) => range.target.zeroIsSafe && range.most === 0);
  while (left.length > 0) {
    const cells = left.map(({ target }) => target.form.plus);
    const found = attack.spread(
      new Map(cells.map((cell) => [cell, 1])),
      new Map(cells.map((cell) => [cell, 1]))
    );
    if (!found) return;
    if (found.whole) note(found.table);
    const still = left.filter(({ target }) => found.table[target.form.plus]! < ROUNDING);
    if (still.length === left.length) {
      for (const range of left) range.ceiling = 0;
      return;
    }
    left = still;
  }
}
