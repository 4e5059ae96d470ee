// Places where one school, or one post, stands alone: figures of the place are then figures of that school or person.
import type { Attack, Bounds } from './attack.ts';
import type { Cube } from '../cube.ts';
import { exactEnd, type Range } from './ranges.ts';
import { targetOf, type Target } from '../rules.ts';
import type { TableSystem } from '../table-system.ts';

/** How many schools and posts work in each node of a dimension; a node that is absent is not counted. */
export interface Workplaces {
  dimension: string;
  schools?: ReadonlyMap<string, number>;
  posts?: ReadonlyMap<string, number>;
}

const onlyOnes = (counts: ReadonlyMap<string, number> = new Map<string, number>()): string[] =>
  [...counts].flatMap(([node, count]) => (count === 1 ? [node] : []));

function nodesOf(system: TableSystem, dimension: string, names: readonly string[]): Set<number>[] {
  return system.axes.map((axis) => {
    if (axis.name !== dimension) return new Set<number>();
    const found = names.flatMap((name) => axis.find(0, name) ?? []);
    return new Set(found.filter((node) => node !== axis.root));
  });
}

/**
 * Cells that may not be shown because of whom they describe. One school alone in a place: all that splits the place
 * further, by level or theme, for totals by school are published and details are not. One post alone: its total too, a
 * person's caseload.
 *
 * @returns 1 for those cells.
 */
export function aloneCells(system: TableSystem, workplaces: readonly Workplaces[]): Uint8Array {
  const alone = new Uint8Array(system.size);
  for (const { dimension, schools, posts } of workplaces) {
    const school = nodesOf(system, dimension, onlyOnes(schools));
    const post = nodesOf(system, dimension, onlyOnes(posts));
    system.keys.forEach((nodes, cell) => {
      const split = nodes.filter((node, d) => node !== system.axes[d]!.root).length > 1;
      if (nodes.some((node, d) => post[d]!.has(node) || (split && school[d]!.has(node)))) alone[cell] = 1;
    });
  }
  return alone;
}

/** What anyone who lists schools knows of it, as a cube says it. Posts are never told. */
export const alonePatterns = (workplaces: readonly Workplaces[]): Record<string, string>[] =>
  workplaces.flatMap(({ dimension, schools }) => onlyOnes(schools).map((node) => ({ [dimension]: node })));

/** The count must be able to be k - 1 less and k - 1 more than it is; a small one is unsure enough already. */
export function targetsOfAlone(truth: Float64Array, k: number, alone: Uint8Array): Target[] {
  return [...alone.keys()].flatMap((cell) => {
    const n = truth[cell]!;
    return alone[cell] === 1 && n >= k ? [targetOf({ plus: cell }, 'alone', n - k + 1, n + k - 1)] : [];
  });
}

/** Cells of the `alone` patterns of published cubes. A pattern that names a year speaks of that year. */
export function alonePublished(system: TableSystem, cubes: readonly Cube[]): Uint8Array {
  const alone = new Uint8Array(system.size);
  cubes.forEach(({ alone: patterns = [] }, release) => {
    for (const pattern of patterns) {
      const wanted = system.axes.map((axis) =>
        pattern[axis.name] === undefined ? undefined : axis.find(release, pattern[axis.name]!)
      );
      system.keys.forEach((nodes, cell) => {
        const inside = wanted.every((node, d) => node === undefined || node === nodes[d]);
        const split = nodes.some((node, d) => wanted[d] === undefined && node !== system.axes[d]!.root);
        if (inside && split) alone[cell] = 1;
      });
    }
  });
  return alone;
}

/**
 * Those of them that a reader knows too well: shown, or hidden within fewer than k - 1 values. Small counts have a rule
 * of their own, and a count that can only be zero tells of nobody.
 */
export function openAlone(
  attack: Attack,
  { lower, upper }: Bounds,
  k: number,
  alone: Uint8Array,
  ranges: readonly Range[]
): Range[] {
  const seen = new Map(
    ranges.map((range) => [range.target.form.minus === undefined ? range.target.form.plus : -1, range])
  );
  return [...alone.keys()].flatMap((cell): Range[] => {
    if (alone[cell] === 0 || upper[cell] === 0) return [];
    const known = seen.get(cell);
    if (known && known.most - known.least >= k - 2) return [];
    const target = targetOf({ plus: cell }, 'alone', 0, Infinity);
    const range: Range = known
      ? { ...known, target }
      : {
          target,
          least: lower[cell]!,
          most: upper[cell]!,
          floor: lower[cell]!,
          ceiling: upper[cell]!,
          open: false,
          proofs: []
        };
    const [lo, hi] = [exactEnd(attack, range, 'min'), exactEnd(attack, range, 'max')];
    return hi > 0 && hi - lo < k - 2 ? [{ ...range, open: true }] : [];
  });
}
