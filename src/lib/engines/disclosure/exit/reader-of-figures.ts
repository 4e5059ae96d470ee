// A reader of every release, who then reads some figures: which counts the figures open. The counts that no figure touches are not
// examined again.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { openCells, type OpenCell } from '../attack/audit.ts';
import { attackerBounds, tightenByFamiliesAndVisits, visitsAtLeast } from '../attack/attacker-bounds.ts';
import { AttackerModel, InconsistentTables, type CountBounds } from '../attack/attacker-model.ts';
import { publishedSingleWorkplaceCells } from '../attack/single-workplaces.ts';
import type { ReleaseBlock } from '../joined-releases.ts';
import { ROOT } from '../published-cube.ts';
import { auditTargets } from '../rules.ts';
import type { TableSystem } from '../table-system.ts';

/** A reader before the figures that are to leave. */
interface Before {
  bounds: CountBounds;
  /** A table that agrees with what is known, and the connected group of each hidden count. */
  base: Float64Array;
  groupOf: Int32Array;
}

/** Asked of one set of figures after another. */
export class ReaderOfFigures {
  audits = 0;
  readonly dimensions: readonly string[];
  readonly #solver: LinearSolver;
  readonly #system: TableSystem;
  readonly #k: number;
  readonly #alone: Uint8Array;
  readonly #visits: Float64Array | null;
  readonly #rounding: number | undefined;
  /** Tables that agree with some of what was tried. */
  readonly #pool: Float64Array[] = [];
  /** Open counts of each group without any figure that is to leave. */
  readonly #openBefore = new Map<number, ReadonlySet<string>>();
  #before: Before;

  /** @throws UnusableInput `totals-do-not-add-up` when no table agrees with the releases */
  constructor(solver: LinearSolver, system: TableSystem, { cubes, files }: ReleaseBlock, k: number) {
    this.#solver = solver;
    this.#system = system;
    this.#k = k;
    this.dimensions = system.axes.map(({ name }) => name);
    this.#alone = publishedSingleWorkplaceCells(system, cubes);
    this.#rounding = cubes.find(({ rounding }) => rounding !== undefined)?.rounding;
    this.#visits = this.#rounding === undefined ? visitsAtLeast(solver, system) : null;
    try {
      this.#before = this.#beforeWith([]);
    } catch (cause) {
      if (!(cause instanceof InconsistentTables)) throw cause;
      const finding = { code: 'totals-do-not-add-up', severity: 'dropped' as const, file: files.join(', ') };
      throw new UnusableInput(finding, { cause });
    }
  }

  /** Names of a count, with `ALL` for everyone where a node that holds everyone has a name of its own: the one commune of a territory. */
  namesOf(names: readonly string[]): string[] {
    return names.map((name, d) => {
      const { nodes, root } = this.#system.axes[d]!;
      return name === nodes[root]!.name ? ROOT : name;
    });
  }

  /** Takes figures that left before for known. */
  know(tags: readonly string[]): void {
    if (tags.length > 0) this.#before = this.#beforeWith(tags);
  }

  /** Whether some table agrees with the releases and these figures. */
  agrees(tags: readonly string[]): boolean {
    try {
      if (this.#denies(tags)) return false;
      const bounds = this.#boundsWith(tags);
      this.#attackOn(bounds, this.#touched(bounds)).dispose();
      return true;
    } catch (cause) {
      if (cause instanceof InconsistentTables) return false;
      throw cause;
    }
  }

  /**
   * The counts that these figures open, those left out that were open without them.
   *
   * @param explained how many of them are explained
   */
  open(tags: readonly string[], explained: number): OpenCell[] {
    const bounds = this.#boundsWith(tags);
    const groups = this.#touched(bounds);
    const known = new Set([...groups].flatMap((group) => [...this.#openIn(group)]));
    return this.#examine(bounds, groups, tags, explained).filter((cell) => !known.has(nameOf(cell)));
  }

  #openIn(group: number): ReadonlySet<string> {
    const known = this.#openBefore.get(group);
    if (known) return known;
    const found = new Set(this.#examine(this.#before.bounds, new Set([group]), [], 0).map(nameOf));
    this.#openBefore.set(group, found);
    return found;
  }

  #examine(
    bounds: CountBounds,
    groups: ReadonlySet<number>,
    tags: readonly string[],
    explained: number
  ): OpenCell[] {
    this.audits++;
    const { groupOf } = this.#before;
    const isTouched = (cell: number | undefined) => cell !== undefined && groups.has(groupOf[cell]!);
    const attack = this.#attackOn(bounds, groups);
    const targets = auditTargets(this.#system, bounds, this.#k).filter(
      ({ form }) => isTouched(form.plus) || isTouched(form.minus)
    );
    const examination = {
      attack,
      bounds,
      targets,
      alone: this.#alone.map((flag, cell) => (isTouched(cell) ? flag : 0)),
      k: this.#k,
      pool: this.#pool
    };
    const { open } = openCells(this.#solver, this.#system, examination, {
      ...this.#knowledge(tags),
      explained
    });
    attack.dispose();
    return open;
  }

  /** A figure that counts someone where nobody can be. */
  #denies(tags: readonly string[]): boolean {
    const heard = new Set(tags);
    return this.#system.listed.some(
      (cell, i) =>
        this.#system.impossible[i] === 1 && cell?.known?.some(({ tag, least }) => heard.has(tag) && least > 0)
    );
  }

  #beforeWith(tags: readonly string[]): Before {
    const bounds = this.#boundsWith(tags);
    const attack = new AttackerModel(this.#solver, this.#system, bounds);
    attack.dispose();
    return { bounds, base: attack.base, groupOf: attack.groupOf };
  }

  #knowledge = (tags: readonly string[]) => ({
    heard: new Set(tags),
    ...(this.#rounding !== undefined && { rounding: this.#rounding })
  });

  #boundsWith(tags: readonly string[]): CountBounds {
    const plain = attackerBounds(this.#system, this.#knowledge(tags));
    if (this.#rounding !== undefined) return plain;
    return tightenByFamiliesAndVisits(this.#solver, this.#system, plain, this.#visits);
  }

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
    return new AttackerModel(this.#solver, this.#system, { lower: held(lower), upper: held(upper) });
  }
}

const nameOf = ({ names, reason, whole }: OpenCell) => [reason, ...names, ...(whole ?? [])].join('\n');
