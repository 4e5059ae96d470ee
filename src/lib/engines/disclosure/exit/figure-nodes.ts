// The nodes of a dimension that figures name: one by its name, several put together by what they hold.
import { UnusableInput } from '../../../model/findings.ts';
import { UNKNOWN } from '../../../model/pathway.ts';
import { IN_QPV, type FigureCounts } from '../../../model/report/exit-figure.ts';
import { leavesBelow } from '../joined-releases.ts';
import { OUTSIDE, ROOT, type Dimension, type Tree } from '../published-cube.ts';

/** Of the figures, as errors quote it. */
export const FIGURES = 'chiffres';

/** What a figure names and nothing knows: a dimension, or a node of it. */
export const unknownNode = (column: string, found: string, year: string) =>
  new UnusableInput({
    code: 'cube-unknown-node',
    severity: 'dropped',
    file: FIGURES,
    column,
    found: `${found} (${year})`
  });

/** The nodes of a dimension; several put together get a node, and a tree that says what it is the sum of. */
export class NodesOf {
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
