// What former releases say of the years of a case file: the counts of a year, and those that the file contradicts.
import type { Case } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { ROOT, type CubeCell, type Dimension, type PublishedCube, type Tree } from '../published-cube.ts';
import { yearsOf } from '../joined-releases.ts';
import { leavesOf } from './recommended-cube.ts';

const YEAR = 'year';
/** Dimensions of the leaves of a case, in their order. */
const CASE_AXES = ['zone', 'school', 'level', 'theme'];

/** The cells of some years of a cube. */
export function cellsOfYears(cube: PublishedCube, years: readonly SchoolYear[]): CubeCell[] {
  const at = cube.dimensions.findIndex(({ name }) => name === YEAR);
  return at < 0 ? cube.cells : cube.cells.filter(({ key }) => years.some((year) => year === key[at]));
}

/** A count that was published, and what a case file says in its place. */
export interface ChangedCount {
  year: SchoolYear;
  /** Node names, one per dimension, without the year. */
  names: string[];
  published: number;
  found: number;
}

/** Leaf -> the nodes that hold it, in every hierarchy of a dimension. */
function holdersOf({ trees }: Dimension): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  const walk = (tree: Tree, above: readonly string[]): void => {
    for (const [name, below] of Object.entries(tree)) {
      const path = [...above, name];
      if (Object.keys(below).length > 0) walk(below, path);
      else holders.set(name, new Set([...(holders.get(name) ?? []), ...path]));
    }
  };
  for (const tree of trees) walk(tree, []);
  return holders;
}

/** The shown counts of the years of a case file that the file does not find again; none where it says what was published. */
export function changedCounts(cube: PublishedCube, cases: readonly Case[]): ChangedCount[] {
  const inFile = new Set(cases.map(({ school_year }) => school_year));
  const years = (yearsOf(cube) ?? []) as readonly SchoolYear[];
  const others = cube.dimensions.flatMap((dimension, d) => {
    const leaf = CASE_AXES.indexOf(dimension.name);
    return dimension.name === YEAR ? [] : [{ d, leaf, holders: holdersOf(dimension) }];
  });
  const tolerance = (cube.rounding ?? 1) - 1;
  return years
    .filter((year) => inFile.has(year))
    .flatMap((year) => {
      const own = cases
        .filter(({ school_year }) => school_year === year)
        .map((one) => {
          const leaves = leavesOf(one);
          return others.map(({ leaf, holders }) => holders.get(leaves[leaf] ?? '') ?? new Set([ROOT]));
        });
      return cellsOfYears(cube, [year]).flatMap(({ key, value }): ChangedCount[] => {
        if (value === undefined) return [];
        const found = own.filter((nodes) => others.every(({ d }, i) => nodes[i]!.has(key[d]!))).length;
        const names = others.map(({ d }) => key[d]!);
        return Math.abs(found - value) <= tolerance ? [] : [{ year, names, published: value, found }];
      });
    });
}

/** What becomes of the years of a case file beside the releases of former years. */
export interface BesideFormer {
  /** The cases to protect: of years that no release holds, and of those that replace a published year. */
  cases: Case[];
  /** Years of the file that stay as they were published. */
  kept: SchoolYear[];
  /** Years of the file that take the place of a published one. */
  replaced: SchoolYear[];
  /** Published counts of these years that the file contradicts. */
  changed: ChangedCount[];
}

/**
 * A published year stays as it was published: a second release of the same counts, hidden otherwise, would tell more than either.
 *
 * @param replace take the file's word for the years whose counts it contradicts
 */
export function besideFormer(
  former: readonly PublishedCube[],
  cases: readonly Case[],
  replace: boolean
): BesideFormer {
  const published = new Set(former.flatMap((cube) => yearsOf(cube) ?? []));
  const changed = former.flatMap((cube) => changedCounts(cube, cases));
  const replaced = new Set(replace ? changed.map(({ year }) => year) : []);
  const years = [...new Set(cases.map(({ school_year }) => school_year))].sort();
  const stays = (year: SchoolYear) => published.has(year) && !replaced.has(year);
  return {
    cases: cases.filter(({ school_year }) => !stays(school_year)),
    kept: years.filter(stays),
    replaced: years.filter((year) => replaced.has(year)),
    changed
  };
}
