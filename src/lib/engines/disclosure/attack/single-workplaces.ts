// Places with a single school or a single post: the figures of the place are then those of one school or one person (the
// singleton problem of disclosure control).
import type { AttackerModel, CountBounds } from './attacker-model.ts';
import { ROOT, type PublishedCube } from '../published-cube.ts';
import { exactInterval, initialInterval, type FeasibilityInterval } from './feasibility-intervals.ts';
import { protectionTarget, type ProtectionTarget } from '../rules.ts';
import type { TableSystem } from '../table-system.ts';

/** Number of schools and posts in each node of a dimension; absent where unknown. */
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
 * Cells suppressed because of whom they describe. Single school: the cells that split the place by level or theme, since
 * totals by school are published and details are not. Single post: the total too, which is a person's caseload.
 *
 * @returns 1 for those cells
 */
export function singleWorkplaceCells(system: TableSystem, workplaces: readonly Workplaces[]): Uint8Array {
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

/** The places of a single school as the `alone` patterns of a cube. Posts are never published. */
export const singleWorkplacePatterns = (workplaces: readonly Workplaces[]): Record<string, string>[] =>
  workplaces.flatMap(({ dimension, schools }) => onlyOnes(schools).map((node) => ({ [dimension]: node })));

/** Requires an interval of k - 1 on both sides of the true count; small counts have a requirement of their own. */
export function singleWorkplaceTargets(
  truth: Float64Array,
  k: number,
  alone: Uint8Array
): ProtectionTarget[] {
  return [...alone.keys()].flatMap((cell) => {
    const n = truth[cell]!;
    return alone[cell] === 1 && n >= k
      ? [protectionTarget({ plus: cell }, 'alone', n - k + 1, n + k - 1)]
      : [];
  });
}

/** Cells of the `alone` patterns of published cubes. A pattern that names a year holds for that year only. */
export function publishedSingleWorkplaceCells(
  system: TableSystem,
  cubes: readonly PublishedCube[]
): Uint8Array {
  const alone = new Uint8Array(system.size);
  // A place as each release knows all of it: its total splits nothing.
  const totals = system.axes.map((axis) => new Set([axis.root, ...cubes.map((_, r) => axis.find(r, ROOT))]));
  cubes.forEach(({ alone: patterns = [] }, release) => {
    for (const pattern of patterns) {
      const wanted = system.axes.map((axis) =>
        pattern[axis.name] === undefined ? undefined : axis.find(release, pattern[axis.name]!)
      );
      system.keys.forEach((nodes, cell) => {
        const inside = wanted.every((node, d) => node === undefined || node === nodes[d]);
        const split = nodes.some((node, d) => wanted[d] === undefined && !totals[d]!.has(node));
        if (inside && split) alone[cell] = 1;
      });
    }
  });
  return alone;
}

/**
 * The intervals of those cells that are too narrow: published, or with fewer than k - 1 values. A count that can only be zero
 * discloses nobody.
 */
export function openSingleWorkplaceIntervals(
  attack: AttackerModel,
  { upper }: CountBounds,
  k: number,
  alone: Uint8Array,
  ranges: readonly FeasibilityInterval[]
): FeasibilityInterval[] {
  const seen = new Map(
    ranges.map((range) => [range.target.form.minus === undefined ? range.target.form.plus : -1, range])
  );
  const isWide = ({ least, most }: FeasibilityInterval) => most - least >= k - 2;
  return [...alone.keys()].flatMap((cell): FeasibilityInterval[] => {
    if (alone[cell] === 0 || upper[cell] === 0) return [];
    const known = seen.get(cell);
    if (known && isWide(known)) return [];
    const target = protectionTarget({ plus: cell }, 'alone', 0, Infinity);
    const range = exactInterval(attack, known ? { ...known, target } : initialInterval(attack, target));
    // Safe only by tables that attain both ends.
    return range.ceiling > 0 && !isWide(range) ? [{ ...range, open: true }] : [];
  });
}
