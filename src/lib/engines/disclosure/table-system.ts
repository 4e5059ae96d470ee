// Linked hierarchical tables, possibly of several releases, as one sparse linear system of additivity constraints.
import { UnusableInput } from '../../model/findings.ts';
import { buildAxis, coarsen, type Axis } from './axis.ts';
import { blockedBy } from './blocked-cells.ts';
import { cliquesOf } from './cliques.ts';
import { Perimeters } from './perimeters.ts';
import { ROOT, type PublishedCube, type CubeCell } from './published-cube.ts';

export interface Sum {
  parent: number;
  children: number[];
  /** Axis along which the parent is split. */
  axis: number;
}

/** Counts and the sums that link them. */
export interface LinkedCounts {
  axes: Axis[];
  /** Number of cells, listed or not. */
  size: number;
  /** One sum per parent and crossing: enough to imply every other. */
  definitions: Sum[];
  /** Every sum along every dimension and hierarchy, redundant ones included. */
  sums: Sum[];
  /** 1 for structural zeros: cells where no child can be. */
  impossible: Uint8Array;
  /** The published cell, merged over the releases; undefined when none lists it. */
  listed: (CubeCell | undefined)[];
  names(cell: number): string[];
}

export interface TableSystem extends LinkedCounts {
  /** Sets of axes that are crossed. */
  cliques: number[][];
  /** Node numbers of each cell, one per axis. */
  keys: number[][];
  find(nodes: readonly number[]): number | undefined;
}

const MOST_CELLS = 400_000;

/** Node of an axis that a release names; its root where it says nothing. @throws UnusableInput when the release has no such node */
function nodeOf(
  axis: Axis,
  release: number,
  name: string | undefined,
  { file, what }: { file: string; what: string }
): number {
  const node = name === undefined ? axis.root : axis.find(release, name);
  if (node === undefined)
    throw new UnusableInput({
      code: 'cube-unknown-node',
      severity: 'dropped',
      file,
      column: axis.name,
      found: `${name} (${what})`
    });
  return node;
}

interface CellRules {
  /** Patterns of cells where no child can be. */
  impossibleKeys: number[][];
  /** By axis: whether its root is published. */
  rootUsed: boolean[];
  /** Quoted in errors. */
  file: string;
}

/** The cells of the crossings, numbered as they are met, and the sums that link them. */
class CellTable {
  readonly keys: number[][] = [];
  readonly impossible: number[] = [];
  readonly definitions: Sum[] = [];
  readonly sums: Sum[] = [];
  readonly #index = new Map<number, number>();
  readonly #axes: Axis[];
  readonly #perimeters: Perimeters;
  readonly #rules: CellRules;

  constructor(axes: Axis[], perimeters: Perimeters, rules: CellRules) {
    [this.#axes, this.#perimeters, this.#rules] = [axes, perimeters, rules];
  }

  #codeOf(nodes: readonly number[]): number {
    return nodes.reduce((code, node, d) => code * this.#axes[d]!.nodes.length + node, 0);
  }

  find(nodes: readonly number[]): number | undefined {
    return this.#index.get(this.#codeOf(nodes));
  }

  cellAt(nodes: number[]): number {
    const code = this.#codeOf(nodes);
    const known = this.#index.get(code);
    if (known !== undefined) return known;
    this.#index.set(code, this.keys.length);
    this.impossible.push(0);
    return this.keys.push(nodes) - 1;
  }

  /** Adds the cells of a crossing, each with its sums along each axis. @throws UnusableInput when they are too many */
  cross(crossing: readonly number[]): void {
    const { impossibleKeys, rootUsed, file } = this.#rules;
    const [axes, perimeters, impossible] = [this.#axes, this.#perimeters, this.impossible];
    const active = (nodes: readonly number[]) =>
      nodes.flatMap((node, d) => (node === axes[d]!.root ? [] : [d]));
    const clique = perimeters.axesOf(crossing);
    const tells = (d: number, node: number) => perimeters.tells(crossing, d, node);
    const choices = clique.map((d) =>
      axes[d]!.nodes.map((_, node) => node)
        .filter((node) => tells(d, node))
        .filter((node) => node !== axes[d]!.root || rootUsed[d] || axes[d]!.nodes[node]!.atoms.length === 1)
        .sort((a, b) => axes[d]!.nodes[a]!.atoms.length - axes[d]!.nodes[b]!.atoms.length)
    );
    if (choices.reduce((product, list) => product * list.length, 1) + this.keys.length > MOST_CELLS)
      throw new UnusableInput({
        code: 'cube-too-large',
        severity: 'dropped',
        file,
        expected: `at most ${MOST_CELLS} cells to check`
      });
    const blocking = impossibleKeys.filter((wall) => active(wall).every((d) => tells(d, wall[d]!)));
    const isBlocked = blockedBy(axes, blocking);
    const visit = (nodes: number[], depth: number): void => {
      if (depth < clique.length) {
        for (const node of choices[depth]!) {
          nodes[clique[depth]!] = node;
          visit(nodes, depth + 1);
        }
        return;
      }
      const cell = this.cellAt([...nodes]);
      if (isBlocked(nodes)) impossible[cell] = 1;
      let defined = false;
      for (const d of clique) {
        for (const sum of axes[d]!.nodes[nodes[d]!]!.sums) {
          if (!sum.every((child) => tells(d, child))) continue;
          const children = sum
            .map((child) => this.cellAt(nodes.with(d, child)))
            .filter((child) => impossible[child] === 0);
          if (children.length === 0) impossible[cell] = 1;
          this.sums.push({ parent: cell, children, axis: d });
          if (!defined) this.definitions.push({ parent: cell, children, axis: d });
          defined = true;
        }
      }
    };
    visit(
      axes.map(({ root }) => root),
      0
    );
  }
}

/** The published cell of each number, merged over the releases. @param at number of each one listed. @throws UnusableInput when releases contradict one another */
function listedCells(
  listing: readonly { cell: CubeCell; file: string }[],
  at: readonly number[],
  impossible: readonly number[]
): (CubeCell | undefined)[] {
  const listed = new Array<CubeCell | undefined>(impossible.length).fill(undefined);
  listing.forEach(({ cell, file }, i) => {
    const number = at[i]!;
    const former = listed[number];
    for (const figure of ['value', 'families', 'visits'] as const) {
      if (former?.[figure] !== undefined && cell[figure] !== undefined && former[figure] !== cell[figure])
        throw new UnusableInput({
          code: 'releases-contradict',
          severity: 'dropped',
          file,
          column: `${cell.key.join(' / ')} (${figure})`,
          expected: String(former[figure]),
          found: String(cell[figure])
        });
    }
    if (impossible[number] === 1 && (cell.value ?? 0) > 0)
      throw new UnusableInput({
        code: 'cube-impossible-cell',
        severity: 'dropped',
        file,
        column: cell.key.join(' / '),
        expected: '0',
        found: String(cell.value)
      });
    listed[number] = mergedCell(former, cell);
  });
  return listed;
}

/**
 * Joins one or several releases. A release that lacks a dimension counts as its root.
 *
 * @param files name of each release, quoted in errors
 * @throws UnusableInput on unknown nodes, releases that contradict one another, or a cube too large to check
 */
export function buildSystem(
  cubes: readonly PublishedCube[],
  files: readonly string[] = cubes.map(() => 'cube')
): TableSystem {
  const names = [...new Set(cubes.flatMap((cube) => cube.dimensions.map((dimension) => dimension.name)))];
  const sameDimensions = cubes.every(
    (cube) => cube.dimensions.map(({ name }) => name).join() === names.join()
  );
  const fine = names.map((name) => buildAxis(name, cubes, files));
  const place = (r: number, label: (axis: string) => string | undefined, what: string) =>
    fine.map((axis) => nodeOf(axis, r, label(axis.name), { file: files[r]!, what }));
  const listing = cubes.flatMap((cube, r) =>
    cube.cells.map((cell, c) => {
      const at = new Map(cube.dimensions.map((dimension, d) => [dimension.name, cell.key[d]!]));
      return { cell, file: files[r]!, nodes: place(r, (axis) => at.get(axis), `cells[${c}]`) };
    })
  );
  const patterns = cubes.flatMap((cube, r) =>
    (cube.impossible ?? []).map((pattern, i) => place(r, (axis) => pattern[axis], `impossible[${i}]`))
  );

  const coarse = fine.map((axis, d) =>
    coarsen(
      axis,
      new Set([axis.root, ...listing.map(({ nodes }) => nodes[d]!), ...patterns.map((nodes) => nodes[d]!)])
    )
  );
  const axes = coarse.map(({ axis }) => axis);
  const moved = (nodes: readonly number[]) => nodes.map((node, d) => coarse[d]!.renumber[node]!);
  const placed = listing.map(({ nodes }) => moved(nodes));
  const impossibleKeys = patterns.map(moved);
  const perimeters = new Perimeters(
    axes,
    axes.map((axis, d) => {
      const totals = new Set(cubes.map((_, r) => axis.find(r, ROOT)));
      return [...new Set(placed.map((nodes) => nodes[d]!))].filter((node) => totals.has(node));
    })
  );

  const rootUsed = axes.map((axis, d) => placed.some((nodes) => nodes[d] === axis.root));
  const table = new CellTable(axes, perimeters, { impossibleKeys, rootUsed, file: files[0]! });
  const crossings = cliquesOf(
    [...placed, ...impossibleKeys].map((nodes) => perimeters.verticesOf(nodes)),
    perimeters.sizes
  );
  if (crossings.length === 0) table.cellAt(axes.map(({ root }) => root));
  for (const crossing of crossings) table.cross(crossing);
  const { keys, impossible, definitions, sums } = table;
  propagateImpossible(sums, impossible);
  const listed = listedCells(
    listing,
    placed.map((nodes) => table.find(nodes)!),
    impossible
  );

  return {
    axes,
    cliques: crossings.map((crossing) => perimeters.axesOf(crossing)),
    size: keys.length,
    keys,
    definitions,
    sums,
    impossible: Uint8Array.from(impossible),
    listed,
    find: (nodes) => table.find(nodes),
    names: (cell) =>
      sameDimensions && listed[cell]
        ? listed[cell].key
        : keys[cell]!.map((node, d) => axes[d]!.nodes[node]!.name)
  };
}

/** Propagates structural zeros through the sums: from a parent to its children, and from all children to their parent. */
function propagateImpossible(sums: readonly Sum[], impossible: number[]): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const { parent, children } of sums) {
      const left = impossible[parent] === 1 ? [] : children.filter((child) => impossible[child] === 0);
      if (left.length === children.length && (left.length > 0 || impossible[parent] === 1)) continue;
      changed = true;
      if (left.length === 0) impossible[parent] = 1;
      if (impossible[parent] === 1) for (const child of children) impossible[child] = 1;
      children.splice(0, children.length, ...left);
    }
  }
}

/** A cell published by one release is known even when another suppresses it. */
function mergedCell(former: CubeCell | undefined, cell: CubeCell): CubeCell {
  if (!former) return cell;
  const intervals = [...(former.known ?? []), ...(cell.known ?? [])];
  const known = intervals.length > 0 ? { known: intervals } : {};
  const { suppressed: _one, ...first } = former;
  const { suppressed: _two, ...second } = cell;
  const both = { ...first, ...second, ...known };
  if (both.value !== undefined) return both;
  return { key: former.key, ...((former.suppressed ?? cell.suppressed) && { suppressed: true }), ...known };
}
