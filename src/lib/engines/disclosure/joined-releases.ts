// Releases as a reader lays them side by side: each count under its own year, and places of two geographies cut where they cross.
import { UnusableInput } from '../../model/findings.ts';
import { OUTSIDE, ROOT, type Dimension, type PublishedCube, type Tree } from './published-cube.ts';

const YEAR = 'year';

/** Two places of two geographies that share no ground, by the names of their leaves: `['59606:hors', '59606:QN05930M']`. */
export type Apart = readonly [string, string];

/** The school years of a release; undefined when an older one does not say. */
export function yearsOf({ years, dimensions }: PublishedCube): readonly string[] | undefined {
  const tree = dimensions.find(({ name }) => name === YEAR)?.trees[0]?.[ROOT];
  return years ?? (tree && Object.keys(tree));
}

/**
 * Releases of several years and geographies, with the dimensions that tell them apart.
 *
 * @param files name of each release, quoted in errors
 * @param apart what a map tells: places of two geographies that do not overlap
 * @throws UnusableInput `cube-year-unknown` for a release without a year beside others of several years
 */
export function joinReleases(
  cubes: readonly PublishedCube[],
  files: readonly string[],
  apart: readonly Apart[] = []
): readonly PublishedCube[] {
  return crossGeographies(underTheirYears(cubes, files), apart);
}

/** One year for all needs no dimension: a release that names none is then of that year. */
function underTheirYears(
  cubes: readonly PublishedCube[],
  files: readonly string[]
): readonly PublishedCube[] {
  if (cubes.length < 2 || new Set(cubes.flatMap((cube) => yearsOf(cube) ?? [])).size < 2) return cubes;
  return cubes.map((cube, r) => {
    if (cube.dimensions.some(({ name }) => name === YEAR)) return cube;
    const [year, ...others] = yearsOf(cube) ?? [];
    if (year === undefined || others.length > 0)
      throw new UnusableInput({
        code: 'cube-year-unknown',
        severity: 'dropped',
        file: files[r]!,
        column: 'years'
      });
    const ofYear = (patterns: readonly Record<string, string>[]) =>
      patterns.map((pattern) => ({ [YEAR]: year, ...pattern }));
    return {
      ...cube,
      dimensions: [{ name: YEAR, trees: [{ [ROOT]: { [year]: {} } }] }, ...cube.dimensions],
      ...(cube.impossible && { impossible: ofYear(cube.impossible) }),
      ...(cube.alone && { alone: ofYear(cube.alone) }),
      cells: cube.cells.map((cell) => ({ ...cell, key: [year, ...cell.key] }))
    };
  });
}

/** Releases of one audit: no sum links their counts to those of another block. */
export interface ReleaseBlock {
  cubes: readonly PublishedCube[];
  files: readonly string[];
}

/**
 * A block a year when no count spans years: years then share no sum, and lists that differ from year to year need not be crossed. Else all
 * releases are one block. A pattern holds in the years of its own release.
 *
 * @param cubes joined releases
 */
export function blocksOfYears(
  cubes: readonly PublishedCube[],
  files: readonly string[]
): readonly ReleaseBlock[] {
  const releases = cubes.map((cube, r) => {
    const axis = cube.dimensions.findIndex(({ name }) => name === YEAR);
    return { cube, file: files[r]!, axis, yearsBelow: leavesBelow(cube.dimensions[axis]?.trees ?? []) };
  });
  const years = [...new Set(releases.flatMap(({ yearsBelow }) => [...(yearsBelow.get(ROOT) ?? [])]))].sort();
  const areApart = releases.every(
    ({ cube: { cells, impossible = [], alone = [] }, axis, yearsBelow }) =>
      cells.every(({ key }) => yearsBelow.get(key[axis] ?? '')?.size === 1) &&
      [...impossible, ...alone].every((pattern) => yearsBelow.has(pattern[YEAR] ?? ROOT))
  );
  if (!areApart || years.length < 2) return [{ cubes, files }];
  return years.map((year) => {
    const ofYear = releases.filter(({ yearsBelow }) => yearsBelow.get(ROOT)!.has(year));
    return {
      files: ofYear.map(({ file }) => file),
      cubes: ofYear.map(({ cube, axis, yearsBelow }) => {
        const isThen = (name: string) => yearsBelow.get(name)?.has(year) === true;
        const patternsThen = (patterns: readonly Record<string, string>[]) =>
          patterns
            .filter((pattern) => isThen(pattern[YEAR] ?? ROOT))
            .map((pattern) => (pattern[YEAR] === undefined ? pattern : { ...pattern, [YEAR]: year }));
        return {
          ...cube,
          dimensions: cube.dimensions.with(axis, { name: YEAR, trees: [{ [ROOT]: { [year]: {} } }] }),
          ...(cube.impossible && { impossible: patternsThen(cube.impossible) }),
          ...(cube.alone && { alone: patternsThen(cube.alone) }),
          cells: cube.cells
            .filter(({ key }) => isThen(key[axis]!))
            .map((cell) => ({ ...cell, key: cell.key.with(axis, year) }))
        };
      })
    };
  });
}

/** The leaves below each name, itself when it is one. */
export function leavesBelow(trees: readonly Tree[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (name: string, tree: Tree): string[] => {
    const parts = Object.entries(tree);
    const leaves = parts.length === 0 ? [name] : parts.flatMap(([part, below]) => visit(part, below));
    found.set(name, new Set([...(found.get(name) ?? []), ...leaves]));
    return leaves;
  };
  for (const tree of trees) for (const [name, below] of Object.entries(tree)) visit(name, below);
  return found;
}

/** The parts of each place that has one outside QPVs, such as a commune. */
export function partsByPlace({ trees }: Dimension): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const tree of trees) {
    for (const [place, parts] of Object.entries(tree[ROOT] ?? {})) {
      if (`${place}:${OUTSIDE}` in parts) found.set(place, Object.keys(parts).sort());
    }
  }
  return found;
}

/**
 * QPVs of 2015 and of 2024 cut the same commune in two ways, and `59606:hors` is not the same ground in both. A part that has the
 * same name in both is the same place; any other is the sum of the pieces it shares with the parts of the other geography.
 */
function crossGeographies(
  cubes: readonly PublishedCube[],
  apart: readonly Apart[]
): readonly PublishedCube[] {
  const names = new Set(cubes.flatMap(({ dimensions }) => dimensions.map(({ name }) => name)));
  return [...names].reduce((done, name) => crossDimension(done, name, apart), cubes);
}

function crossDimension(
  cubes: readonly PublishedCube[],
  name: string,
  apart: readonly Apart[]
): readonly PublishedCube[] {
  const parts = cubes.map(({ dimensions }) => {
    const dimension = dimensions.find((one) => one.name === name);
    return dimension ? partsByPlace(dimension) : new Map<string, string[]>();
  });
  const pieces = cubes.map(() => new Map<string, string[]>());
  for (const place of new Set(parts.flatMap((one) => [...one.keys()]))) {
    const ways = [...new Set(parts.flatMap((one) => one.get(place)?.join('\n') ?? []))].map((way) =>
      way.split('\n')
    );
    if (ways.length < 2) continue;
    const outside = `${place}:${OUTSIDE}`;
    const common = ways[0]!.filter((part) => part !== outside && ways.every((way) => way.includes(part)));
    const crossed = ways
      .map((way) => way.filter((part) => !common.includes(part)))
      .reduce<string[][]>((all, way) => all.flatMap((piece) => way.map((part) => [...piece, part])), [[]])
      .filter((piece) => !apart.some((pair) => pair.every((part) => piece.includes(part))));
    parts.forEach((one, r) => {
      const way = one.get(place);
      if (!way) return;
      const w = ways.findIndex((other) => other.join() === way.join());
      for (const part of way.filter((each) => !common.includes(each))) {
        const inside = crossed.filter((piece) => piece[w] === part).map((piece) => piece.join(' & '));
        pieces[r]!.set(part, inside);
      }
    });
  }
  if (pieces.every(({ size }) => size === 0)) return cubes;
  return cubes.map((cube, r) => ({
    ...cube,
    dimensions: cube.dimensions.map((dimension) =>
      dimension.name === name
        ? { name, trees: dimension.trees.map((tree) => cutLeaves(tree, pieces[r]!)) }
        : dimension
    )
  }));
}

const cutLeaves = (tree: Tree, pieces: ReadonlyMap<string, readonly string[]>): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, below]) => {
      const cut = pieces.get(name);
      return [name, cut ? Object.fromEntries(cut.map((piece) => [piece, {}])) : cutLeaves(below, pieces)];
    })
  );
