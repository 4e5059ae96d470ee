// Figures told outside cubes as releases of their own, one a year: so they join the equations of every other release.
import { UnusableInput } from '../../../model/findings.ts';
import {
  IN_QPV,
  type ChildVariable,
  type FigureCounts,
  type ReleasedFigure
} from '../../../model/report/exit-figure.ts';
import { UNKNOWN } from '../../../model/pathway.ts';
import { leavesBelow, yearsOf } from '../joined-releases.ts';
import {
  OUTSIDE,
  ROOT,
  type Dimension,
  type PublishedCube,
  type KnownInterval,
  type Tree
} from '../published-cube.ts';

/** What the figures of this tag let a reader know. */
export interface TaggedFigure {
  tag: string;
  released: readonly ReleasedFigure[];
}

const YEAR = 'year';
/** Of the figures, as errors quote it. */
export const FIGURES = 'chiffres';

/**
 * A cube a year. Its dimensions are those of the latest release that holds the year, so that « the whole » is the same in both, and the
 * variables that its figures name.
 *
 * @throws UnusableInput on a dimension or node that no release and no variable knows
 */
export function figuresCubes(
  releases: readonly PublishedCube[],
  variables: readonly ChildVariable[],
  figures: readonly TaggedFigure[],
  k: number
): PublishedCube[] {
  const told = figures.flatMap(({ tag, released }) =>
    released.map(({ counts, least, most }) => ({ counts, interval: { tag, least, most } }))
  );
  const years = [...new Set(told.map(({ counts }) => counts.year))].sort();
  return years.map((year) => {
    const ofYear = told.filter(({ counts }) => counts.year === year);
    const beside = releases.findLast((cube) => yearsOf(cube)?.includes(year) ?? true);
    const known = (beside?.dimensions ?? []).filter(({ name }) => name !== YEAR);
    const own = new Set(ofYear.flatMap(({ counts }) => Object.keys(counts.within)));
    const dimensions = [
      ...known,
      ...variables
        .filter(({ name }) => own.has(name) && known.every((one) => one.name !== name))
        .map(({ name, parts }) => ({ name, trees: [flat(parts)] }))
    ].map((dimension) => new NodesOf(dimension));
    for (const name of own)
      if (dimensions.every((one) => one.name !== name)) throw unknownNode(name, name, year);
    const cells = new Map<string, { key: string[]; known: KnownInterval[] }>();
    for (const { counts, interval } of ofYear) {
      const key = [year, ...dimensions.map((one) => one.nodeOf(counts))];
      const at = key.join('\n');
      const cell = cells.get(at) ?? { key, known: [] };
      cell.known.push(interval);
      cells.set(at, cell);
    }
    return {
      k,
      years: [year],
      dimensions: [{ name: YEAR, trees: [flat([year])] }, ...dimensions.map((one) => one.dimension)],
      cells: [...cells.values()]
    };
  });
}

const flat = (names: readonly string[]): Tree => ({
  [ROOT]: Object.fromEntries(names.map((name) => [name, {}]))
});

const unknownNode = (column: string, found: string, year: string) =>
  new UnusableInput({
    code: 'cube-unknown-node',
    severity: 'dropped',
    file: FIGURES,
    column,
    found: `${found} (${year})`
  });

/** The nodes of a dimension; several put together get a node, and a tree that says what it is the sum of. */
class NodesOf {
  readonly name: string;
  readonly #trees: Tree[];
  readonly #leaves: Map<string, Set<string>>;
  /** Leaves, in order -> node. */
  readonly #together = new Map<string, string>();

  constructor({ name, trees }: Dimension) {
    this.name = name;
    this.#trees = [...trees];
    this.#leaves = leavesBelow(trees);
    for (const [node, leaves] of this.#leaves) this.#together.set(nameOf(leaves), node);
  }

  get dimension(): Dimension {
    return { name: this.name, trees: this.#trees };
  }

  nodeOf({ year, within }: FigureCounts): string {
    const names = within[this.name];
    if (!names) return ROOT;
    const leaves = new Set(
      names.flatMap((name) => {
        const below = name === IN_QPV && this.name === 'zone' ? this.#inQpv() : this.#leaves.get(name);
        if (!below) throw unknownNode(this.name, name, year);
        return [...below];
      })
    );
    const at = nameOf(leaves);
    return this.#together.get(at) ?? this.#add(names.join(' + '), leaves, at);
  }

  /** What lies in some priority neighbourhood. */
  #inQpv(): ReadonlySet<string> {
    const all = [...this.#leaves.get(ROOT)!];
    return new Set(all.filter((leaf) => ![OUTSIDE, UNKNOWN].includes(leaf.split(':').at(-1)!)));
  }

  #add(name: string, leaves: ReadonlySet<string>, at: string): string {
    const all = [...this.#leaves.get(ROOT)!];
    const parts = (some: readonly string[]) => Object.fromEntries(some.map((leaf) => [leaf, {}]));
    this.#trees.push({
      [ROOT]: { [name]: parts([...leaves]), ...parts(all.filter((leaf) => !leaves.has(leaf))) }
    });
    this.#together.set(at, name);
    return name;
  }
}

const nameOf = (leaves: ReadonlySet<string>) => [...leaves].sort().join('\n');
