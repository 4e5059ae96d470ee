// A reader of every release, who then reads some figures: which counts the figures open, or tell more closely. The counts that no figure
// touches are not examined again.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { openCells, type OpenCell } from '../attack/audit.ts';
import {
  AttackerModel,
  InconsistentTables,
  type CountBounds,
  type LinearForm
} from '../attack/attacker-model.ts';
import { auditTargets, filledWholes, protectionTarget, type ProtectionTarget } from '../rules.ts';
import type { LinkedYears } from './linked-years.ts';
import { sumsBelow } from './pinned-sums.ts';

/** A reader before the figures that are to leave. */
interface Before {
  bounds: CountBounds;
  /** A table that agrees with what is known, and the connected group of each hidden count. */
  base: Float64Array;
  groupOf: Int32Array;
}

type Ends = Pick<OpenCell, 'lo' | 'hi'>;

/** A count that is open, by itself or with others of its line. */
interface Open extends OpenCell {
  sum: readonly number[] | null;
}

export interface Found extends OpenCell {
  /** The ends that were known before; null: it was not open. */
  former: Ends | null;
}

/** Asked of one set of figures after another. */
export class ReaderOfFigures {
  audits = 0;
  readonly years: LinkedYears;
  readonly #solver: LinearSolver;
  readonly #k: number;
  /** Tables that agree with some of what was tried. */
  readonly #pool: Float64Array[] = [];
  /** Open counts of each group without any figure that is to leave. */
  readonly #openBefore = new Map<number, readonly Open[]>();
  #before: Before;

  /** @throws UnusableInput `totals-do-not-add-up` when no table agrees with the releases */
  constructor(solver: LinearSolver, years: LinkedYears, k: number) {
    this.#solver = solver;
    this.years = years;
    this.#k = k;
    try {
      this.#before = this.#beforeWith([]);
    } catch (cause) {
      if (!(cause instanceof InconsistentTables)) throw cause;
      const file = years.files.join(', ');
      throw new UnusableInput({ code: 'totals-do-not-add-up', severity: 'dropped', file }, { cause });
    }
  }

  /** Takes figures that left before for known. */
  know(tags: readonly string[]): void {
    if (tags.length > 0) this.#before = this.#beforeWith(tags);
  }

  /** Whether some table agrees with the releases and these figures. */
  agrees(tags: readonly string[]): boolean {
    try {
      if (this.#denies(tags)) return false;
      const bounds = this.years.boundsWith(new Set(tags));
      this.#attackOn(bounds, this.#touched(bounds)).dispose();
      return true;
    } catch (cause) {
      if (cause instanceof InconsistentTables) return false;
      throw cause;
    }
  }

  /**
   * The counts that these figures open, and those that were open and of which they tell more.
   *
   * @param explained how many of them are explained
   */
  open(tags: readonly string[], explained: number): Found[] {
    const bounds = this.years.boundsWith(new Set(tags));
    const groups = this.#touched(bounds);
    const before = new Map(
      [...groups].flatMap((group) => this.#openIn(group)).map((cell) => [nameOf(cell), cell])
    );
    const sums = [...before.values()].flatMap(({ sum }) => (sum ? [sum] : []));
    const after = this.#examine(bounds, groups, tags, explained, sums);
    const found = after.flatMap((cell): Found[] => {
      const known = before.get(nameOf(cell)) ?? (cell.sum && this.#openSum(cell.sum));
      before.delete(nameOf(cell));
      if (!known) return [{ ...cell, former: null }];
      return isCloser(cell, known) ? [{ ...cell, former: endsOf(known) }] : [];
    });
    // What is open no more can only be zero: that is told more closely too.
    const empty = [...before.values()].map((known) => ({
      ...known,
      explanations: [],
      lo: 0,
      hi: 0,
      former: endsOf(known)
    }));
    return [...found, ...empty];
  }

  #openIn(group: number): readonly Open[] {
    const known = this.#openBefore.get(group);
    if (known) return known;
    const found = this.#examine(this.#before.bounds, new Set([group]), [], 0, []);
    this.#openBefore.set(group, found);
    return found;
  }

  /** Counts together, where they were open without any figure that is to leave. */
  #openSum(sum: readonly number[]): Open | undefined {
    const groups = new Set(sum.map((cell) => this.#before.groupOf[cell]!));
    const attack = this.#attackOn(this.#before.bounds, groups);
    const [found] = this.#openSums(attack, this.#before.bounds, [sum], [], 0);
    attack.dispose();
    return found;
  }

  #examine(
    bounds: CountBounds,
    groups: ReadonlySet<number>,
    tags: readonly string[],
    explained: number,
    wanted: readonly (readonly number[])[]
  ): Open[] {
    this.audits++;
    const { counts, alone } = this.years;
    const { groupOf } = this.#before;
    const isTouched = (cell: number | undefined) => cell !== undefined && groups.has(groupOf[cell]!);
    const attack = this.#attackOn(bounds, groups);
    const targets = auditTargets(counts, bounds, this.#k).filter(
      ({ form }) => isTouched(form.plus) || isTouched(form.minus)
    );
    const examination = {
      attack,
      bounds,
      targets,
      alone: alone.map((flag, cell) => (isTouched(cell) ? flag : 0)),
      k: this.#k,
      pool: this.#pool
    };
    const { open, ranges } = openCells(this.#solver, counts, examination, {
      ...this.#knowledge(tags),
      explained
    });
    const small = new Set(
      ranges.flatMap(({ target: { form }, most }) =>
        form.minus === undefined && most > 0 && most < this.#k && !attack.isFixed(form.plus)
          ? [form.plus]
          : []
      )
    );
    const tables = [attack.base, ...this.#pool.filter((table) => attack.agrees(table))];
    const full = filledWholes(counts, bounds, this.#k, tables).filter(
      ({ form: { plus, minus } }) =>
        isTouched(plus) &&
        attack.optimise({ plus, minus: minus! }, 'max', true).proven <= 0 &&
        attack.optimise({ plus }, 'min', true).proven >= this.#k
    );
    const sums = this.#linesOf(small).flatMap((line) => sumsBelow(attack, line, this.#k, tables));
    const isNew = (sum: readonly number[]) => wanted.every((one) => one.join() !== sum.join());
    const together = this.#openSums(attack, bounds, [...wanted, ...sums.filter(isNew)], tags, explained);
    const filled = this.#openAmong(full, attack, bounds, tags, explained);
    attack.dispose();
    return [...[...open, ...filled].map((cell) => ({ ...cell, sum: null })), ...together];
  }

  /** These counts by line and group: no sum links those of two groups. */
  #linesOf(cells: ReadonlySet<number>): number[][] {
    const { groupOf } = this.#before;
    return this.years.lines.flatMap((line) => {
      const byGroup = new Map<number, number[]>();
      for (const cell of line)
        if (cells.has(cell)) byGroup.set(groupOf[cell]!, [...(byGroup.get(groupOf[cell]!) ?? []), cell]);
      return [...byGroup.values()].filter(({ length }) => length > 1);
    });
  }

  /** The sums, each below the threshold, that are open. */
  #openSums(
    attack: AttackerModel,
    bounds: CountBounds,
    sums: readonly (readonly number[])[],
    tags: readonly string[],
    explained: number
  ): Open[] {
    return sums.flatMap((sum) => {
      const [plus, ...also] = sum as [number, ...number[]];
      const target = sumTarget({ plus, also }, this.#k);
      return this.#openAmong([target], attack, bounds, tags, explained).map((cell) => ({ ...cell, sum }));
    });
  }

  #openAmong(
    targets: readonly ProtectionTarget[],
    attack: AttackerModel,
    bounds: CountBounds,
    tags: readonly string[],
    explained: number
  ): OpenCell[] {
    const examination = {
      attack,
      bounds,
      targets,
      alone: new Uint8Array(),
      k: this.#k,
      pool: this.#pool
    };
    const knowledge = { ...this.#knowledge(tags), explained };
    return openCells(this.#solver, this.years.counts, examination, knowledge).open;
  }

  /** A figure that counts someone where nobody can be. */
  #denies(tags: readonly string[]): boolean {
    const heard = new Set(tags);
    const { listed, impossible } = this.years.counts;
    return listed.some(
      (cell, i) => impossible[i] === 1 && cell?.known?.some(({ tag, least }) => heard.has(tag) && least > 0)
    );
  }

  #beforeWith(tags: readonly string[]): Before {
    const bounds = this.years.boundsWith(new Set(tags));
    const attack = new AttackerModel(this.#solver, this.years.counts, bounds);
    attack.dispose();
    return { bounds, base: attack.base, groupOf: attack.groupOf };
  }

  #knowledge = (tags: readonly string[]) => {
    const { rounding } = this.years;
    return { heard: new Set(tags), ...(rounding !== undefined && { rounding }) };
  };

  /** Groups of which a reader of the figures knows more. */
  #touched({ lower, upper }: CountBounds): ReadonlySet<number> {
    const { bounds, groupOf } = this.#before;
    const groups = new Set<number>();
    groupOf.forEach((group, cell) => {
      if (lower[cell] === bounds.lower[cell] && upper[cell] === bounds.upper[cell]) return;
      if (group < 0) throw new InconsistentTables(cell);
      groups.add(group);
    });
    return groups;
  }

  /** The attacker of some groups: no sum links them to the others, which stay at the base table. */
  #attackOn({ lower, upper }: CountBounds, groups: ReadonlySet<number>): AttackerModel {
    const { base, groupOf } = this.#before;
    const held = (ends: Float64Array) =>
      ends.map((end, cell) => (groupOf[cell]! >= 0 && !groups.has(groupOf[cell]!) ? base[cell]! : end));
    return new AttackerModel(this.#solver, this.years.counts, { lower: held(lower), upper: held(upper) });
  }
}

/** Some child is in one of the counts: their sum is not zero in every table. */
const sumTarget = (form: LinearForm, k: number): ProtectionTarget => ({
  ...protectionTarget(form, 'small', 1, k - 1),
  enough: k
});

const nameOf = ({ names, reason, whole }: OpenCell) => [reason, ...names, ...(whole ?? [])].join('\n');
const endsOf = ({ lo, hi }: Ends): Ends => ({ lo, hi });
const isCloser = (now: Ends, before: Ends) =>
  now.lo > before.lo || (now.hi ?? Infinity) < (before.hi ?? Infinity);
