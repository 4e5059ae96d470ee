// The counts of several years as one system: each year keeps its own tables, and a count that two years tell is one count.
import type { LinearSolver } from '../../../model/linear.ts';
import { attackerBounds, tightenByFamiliesAndVisits, visitsAtLeast } from '../attack/attacker-bounds.ts';
import type { CountBounds } from '../attack/attacker-model.ts';
import { publishedSingleWorkplaceCells } from '../attack/single-workplaces.ts';
import type { ReleaseBlock } from '../joined-releases.ts';
import { ROOT } from '../published-cube.ts';
import { buildSystem, type LinkedCounts, type Sum, type TableSystem } from '../table-system.ts';
import { FIGURES } from './figure-nodes.ts';
import type { YearLink } from './figures-cube.ts';

const YEAR = 'year';

/** The releases whose counts their own sums may link. */
interface Block {
  system: TableSystem;
  release: ReleaseBlock;
  rounding: number | undefined;
  visits: Float64Array | null;
  alone: Uint8Array;
  /** Of its first count, among those of all blocks. */
  first: number;
}

/** A reader's system: `counts` over all blocks. */
export class LinkedYears {
  readonly counts: LinkedCounts;
  /** Names of the dimensions, in the order of the names of a count. */
  readonly dimensions: readonly string[];
  /** 1 for the counts of places of a single school. */
  readonly alone: Uint8Array;
  readonly files: readonly string[];
  /** Counts that cut one place along one dimension, where they are all told apart: what is left of a sum is some of them. */
  readonly lines: readonly (readonly number[])[];
  readonly #solver: LinearSolver;
  readonly #blocks: readonly Block[];

  /** @throws UnusableInput on unknown nodes, releases that contradict one another, or too many counts */
  constructor(solver: LinearSolver, releases: readonly ReleaseBlock[], links: readonly YearLink[]) {
    this.#solver = solver;
    let first = 0;
    this.#blocks = releases.map((release): Block => {
      const system = buildSystem(release.cubes, release.files);
      const rounding = release.cubes.find((cube) => cube.rounding !== undefined)?.rounding;
      const block = {
        system,
        release,
        rounding,
        visits: rounding === undefined ? visitsAtLeast(solver, system) : null,
        alone: publishedSingleWorkplaceCells(system, release.cubes),
        first
      };
      first += system.size;
      return block;
    });
    this.files = releases.flatMap(({ files }) => files);
    this.dimensions = [...new Set(this.#blocks.flatMap(({ system }) => system.axes.map(({ name }) => name)))];
    this.counts = this.#joined(links);
    this.alone = Uint8Array.from(this.#blocks.flatMap(({ alone }) => [...alone]));
    this.lines = this.#blocks.flatMap(({ system, first: at }) =>
      linesOf(system).map((line) => line.map((cell) => at + cell))
    );
  }

  /** Base of controlled rounding, where some release is rounded. */
  get rounding(): number | undefined {
    return this.#blocks.find(({ rounding }) => rounding !== undefined)?.rounding;
  }

  /** What a reader of these figures knows of each count by itself. */
  boundsWith(heard: ReadonlySet<string>): CountBounds {
    const all = this.#blocks.map(({ system, rounding, visits }) => {
      const plain = attackerBounds(system, { heard, ...(rounding !== undefined && { rounding }) });
      return rounding === undefined ? tightenByFamiliesAndVisits(this.#solver, system, plain, visits) : plain;
    });
    return {
      lower: inOne(all.map(({ lower }) => lower)),
      upper: inOne(all.map(({ upper }) => upper))
    };
  }

  #joined(links: readonly YearLink[]): LinkedCounts {
    let axis = 0;
    const moved = this.#blocks.map(({ system, first }) => {
      const from = axis;
      axis += system.axes.length;
      const move = (sum: Sum): Sum => ({
        parent: first + sum.parent,
        children: sum.children.map((cell) => first + cell),
        axis: from + sum.axis
      });
      return { definitions: system.definitions.map(move), sums: system.sums.map(move) };
    });
    const same = links.map(({ years: [before, after], keys }): Sum => {
      const ends = [this.#cellOf(before, keys[0]), this.#cellOf(after, keys[1])] as const;
      return { parent: ends[0], children: [ends[1]], axis };
    });
    const systems = this.#blocks.map(({ system }) => system);
    return {
      axes: systems.flatMap(({ axes }) => axes),
      size: systems.reduce((sum, { size }) => sum + size, 0),
      definitions: [...moved.flatMap(({ definitions }) => definitions), ...same],
      sums: [...moved.flatMap(({ sums }) => sums), ...same],
      impossible: Uint8Array.from(systems.flatMap(({ impossible }) => [...impossible])),
      listed: systems.flatMap(({ listed }) => listed),
      names: (cell) => this.#namesOf(cell)
    };
  }

  /** The count of a year's figures that has this key. */
  #cellOf(year: string, key: readonly string[]): number {
    for (const { system, release, first } of this.#blocks) {
      const r = release.cubes.findIndex(
        ({ years }, i) => release.files[i] === FIGURES && years?.includes(year)
      );
      if (r < 0) continue;
      const at = new Map(release.cubes[r]!.dimensions.map(({ name }, d) => [name, key[d]!]));
      const nodes = system.axes.map((axis) => {
        const name = at.get(axis.name);
        return name === undefined ? axis.root : axis.find(r, name)!;
      });
      return first + system.find(nodes)!;
    }
    throw new Error(`no figures of ${year}`);
  }

  /** With `ALL` for everyone where a node that holds everyone has a name of its own: the one commune of a territory. The year keeps its name. */
  #namesOf(cell: number): string[] {
    const { system, first } = this.#blocks.findLast((block) => block.first <= cell)!;
    const names = new Map(
      system.axes.map(({ name, nodes, root }, d) => {
        const node = system.keys[cell - first]![d]!;
        return [name, node === root && name !== YEAR ? ROOT : nodes[node]!.name] as const;
      })
    );
    return this.dimensions.map((name) => names.get(name) ?? ROOT);
  }
}

function inOne(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function linesOf({ axes, keys, impossible }: TableSystem): number[][] {
  const lines = new Map<string, number[]>();
  keys.forEach((nodes, cell) => {
    if (impossible[cell] === 1) return;
    nodes.forEach((node, d) => {
      if (axes[d]!.nodes[node]!.atoms.length > 1 || node === axes[d]!.root) return;
      const at = `${d} ${nodes.with(d, -1).join()}`;
      const line = lines.get(at);
      if (line) line.push(cell);
      else lines.set(at, [cell]);
    });
  });
  return [...lines.values()].filter(({ length }) => length > 1);
}
