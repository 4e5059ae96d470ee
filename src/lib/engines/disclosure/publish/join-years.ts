// Releases of several school years as one published cube: each year keeps the counts, the places and the rules of its own release.
import { UnusableInput } from '../../../model/findings.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { ROOT, type CubeCell, type Dimension, type PublishedCube, type Tree } from '../published-cube.ts';
import { cellsOfYears } from './former-counts.ts';

const YEAR = 'year';

/** A release, the years taken from it, and its name, quoted in errors. */
export interface YearsRelease {
  cube: PublishedCube;
  years: readonly SchoolYear[];
  file: string;
}

/** Latest in the list of the releases that hold each year: what it says of the year is what is published of it. Oldest year first. */
export function releaseOfYears<Release extends { years: readonly SchoolYear[] }>(
  releases: readonly Release[]
): Map<SchoolYear, Release> {
  const found = new Map(releases.flatMap((release) => release.years.map((year) => [year, release] as const)));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * One cube of all years. No count spans two years, so that a reader of the cube knows of each year what its own release says and nothing else: a place that
 * only another year's release has is impossible in that year.
 *
 * @throws UnusableInput `years-not-joined` when two releases are not of one kind: one rounded and one not, or a place split in one and whole in the other
 */
export function joinYears(releases: readonly YearsRelease[]): PublishedCube {
  const [first] = releases;
  const owners = releaseOfYears(releases);
  if (first && releases.length === 1) return first.cube;
  const parts = [...owners].map(([year, release]) => ({ year, release }));
  const names = [...new Set(releases.flatMap(({ cube }) => cube.dimensions.map(({ name }) => name)))].filter(
    (name) => name !== YEAR
  );
  const rounding = new Set(releases.map(({ cube }) => cube.rounding));
  if (rounding.size > 1) throw refusal(releases, 'rounding');
  const dimensions = names.map((name) => mergedDimension(name, releases));
  const years = parts.map(({ year }) => year);
  const impossible = parts.flatMap(({ year, release: { cube } }) =>
    [...patternsIn(cube.impossible, year), ...absentPlaces(cube, dimensions)].map((pattern) => ({
      year,
      pattern
    }))
  );
  const alone = parts.flatMap(({ year, release: { cube } }) =>
    patternsIn(cube.alone, year).map((pattern) => ({ [YEAR]: year, ...pattern }))
  );
  const [base] = rounding;
  return {
    k: Math.min(...releases.map(({ cube }) => cube.k)),
    years,
    dimensions: [{ name: YEAR, trees: [flat(years)] }, ...dimensions],
    impossible: underTheirYears(impossible, years.length),
    ...(alone.length > 0 && { alone }),
    ...(base !== undefined && { rounding: base }),
    cells: parts.flatMap(({ year, release: { cube } }) => {
      const at = names.map((name) => cube.dimensions.findIndex((dimension) => dimension.name === name));
      return cellsOfYears(cube, [year]).map((cell): CubeCell => {
        return { ...cell, key: [year, ...at.map((d) => (d < 0 ? ROOT : cell.key[d]!))] };
      });
    })
  };
}

const flat = (names: readonly string[]): Tree => ({
  [ROOT]: Object.fromEntries(names.map((name) => [name, {}]))
});

const refusal = (releases: readonly YearsRelease[], column: string) =>
  new UnusableInput({
    code: 'years-not-joined',
    severity: 'dropped',
    file: releases.map(({ file }) => file).join(', '),
    column
  });

/** The patterns of a release that hold in a year, without their year. */
const patternsIn = (patterns: readonly Record<string, string>[] | undefined, year: SchoolYear) =>
  (patterns ?? []).flatMap(({ [YEAR]: only, ...pattern }) =>
    only === undefined || only === year ? [pattern] : []
  );

/** A pattern of every year is told once. */
function underTheirYears(
  patterns: readonly { year: SchoolYear; pattern: Record<string, string> }[],
  years: number
): Record<string, string>[] {
  const holding = new Map<string, { pattern: Record<string, string>; years: Set<SchoolYear> }>();
  for (const { year, pattern } of patterns) {
    const text = JSON.stringify(Object.entries(pattern).sort());
    const known = holding.get(text) ?? { pattern, years: new Set() };
    known.years.add(year);
    holding.set(text, known);
  }
  return [...holding.values()].flatMap(({ pattern, years: held }) =>
    held.size === years ? [pattern] : [...held].map((year) => ({ [YEAR]: year, ...pattern }))
  );
}

/** A dimension whose root is never split counts as absent. */
const isSplit = ({ trees }: Dimension): boolean =>
  trees.some((tree) => Object.keys(tree[ROOT] ?? {}).length > 0);

const leaves = (tree: Tree): string[] =>
  Object.entries(tree).flatMap(([name, below]) => (Object.keys(below).length > 0 ? leaves(below) : [name]));

function mergedDimension(name: string, releases: readonly YearsRelease[]): Dimension {
  const found = releases
    .flatMap(({ cube }) => cube.dimensions.filter((dimension) => dimension.name === name))
    .filter(isSplit);
  const [first] = found;
  if (!first) return { name, trees: [{ [ROOT]: {} }] };
  if (found.some(({ trees }) => trees.length !== first.trees.length)) throw refusal(releases, name);
  const trees = first.trees.map((_, t) => found.map((dimension) => dimension.trees[t]!));
  return {
    name,
    trees: trees.map((same) =>
      same.reduce((merged, tree) => mergedTree(merged, tree, () => refusal(releases, name)))
    )
  };
}

function mergedTree(one: Tree, other: Tree, refuse: () => UnusableInput): Tree {
  const merged: Tree = { ...one };
  for (const [name, below] of Object.entries(other)) {
    const known = merged[name];
    if (known && (Object.keys(known).length === 0) !== (Object.keys(below).length === 0)) throw refuse();
    merged[name] = known ? mergedTree(known, below, refuse) : below;
  }
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The places of the joined dimensions that a release does not have: nobody of its years is there. */
function absentPlaces(cube: PublishedCube, dimensions: readonly Dimension[]): Record<string, string>[] {
  return dimensions.flatMap(({ name, trees }) => {
    const own = cube.dimensions.find((dimension) => dimension.name === name);
    if (!own || !isSplit(own)) return [];
    const known = new Set(leaves(own.trees[0]!));
    return leaves(trees[0]!).flatMap((leaf) => (known.has(leaf) ? [] : [{ [name]: leaf }]));
  });
}
