// A reader of every release, who then reads some figures: which counts the figures open, or tell more closely. The counts that no figure
// touches are not examined again.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { openCells, type OpenCell } from '../attack/audit.ts';
import {
  AttackerModel,
  costsOf,
  InconsistentTables,
  type CountBounds,
  type LinearForm
} from '../attack/attacker-model.ts';
import { exactInterval, initialInterval } from '../attack/feasibility-intervals.ts';
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

interface Open extends OpenCell {
  form: LinearForm;
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
    const sums = [...before.values()].flatMap(({ form }) => (form.also ? [cellsOf(form)] : []));
    const after = this.#examine(bounds, groups, tags, explained, sums);
    const found = after.flatMap((cell): Found[] => {
      const known = before.get(nameOf(cell));
      before.delete(nameOf(cell));
      const former = known ? endsOf(known) : this.#endsBefore(cell.form);
      // What was as narrow before is told by no figure.
      if (!isCloser(cell, former)) return [];
      const wasOpen = known !== undefined || (cell.form.also !== undefined && isBelow(former, this.#k));
      return [{ ...cell, former: wasOpen ? former : null }];
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

  /** The ends of a count without any figure that is to leave. */
  #endsBefore(form: LinearForm): Ends {
    const groups = new Set([...costsOf(form).keys()].map((cell) => this.#before.groupOf[cell]!));
    const attack = this.#attackOn(this.#before.bounds, groups);
    const target = protectionTarget(form, 'small', -Infinity, Infinity);
    const { floor, ceiling } = exactInterval(attack, initialInterval(attack, target));
    attack.dispose();
    return { lo: floor, hi: Number.isFinite(ceiling) ? ceiling : null };
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
    const { open, forms, ranges } = openCells(this.#solver, counts, examination, {
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
    return [...open.map((cell, i) => ({ ...cell, form: forms[i]! })), ...filled, ...together];
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
    const targets = sums.map(([plus, ...also]) => sumTarget({ plus: plus!, also }, this.#k));
    return this.#openAmong(targets, attack, bounds, tags, explained);
  }

  #openAmong(
    targets: readonly ProtectionTarget[],
    attack: AttackerModel,
    bounds: CountBounds,
    tags: readonly string[],
    explained: number
  ): Open[] {
    const examination = {
      attack,
      bounds,
      targets,
      alone: new Uint8Array(),
      k: this.#k,
      pool: this.#pool
    };
    const knowledge = { ...this.#knowledge(tags), explained };
    const { open, forms } = openCells(this.#solver, this.years.counts, examination, knowledge);
    return open.map((cell, i) => ({ ...cell, form: forms[i]! }));
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
      // What no figure can change: a count that is published, or where nobody can be.
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
const cellsOf = ({ plus, also = [] }: LinearForm): number[] => [plus, ...also];
const isBelow = ({ lo, hi }: Ends, k: number) => hi !== null && hi > 0 && hi < k && !(lo <= 1 && hi >= k - 1);
const endsOf = ({ lo, hi }: Ends): Ends => ({ lo, hi });
const isCloser = (now: Ends, before: Ends) =>
  now.lo > before.lo || (now.hi ?? Infinity) < (before.hi ?? Infinity);
