// One dimension of a table system: the hierarchies of every release, as nodes over common atoms.
import { UnusableInput } from '../../model/findings.ts';
import { ROOT, type PublishedCube, type Tree } from './published-cube.ts';

export interface AxisNode {
  name: string;
  /** Sorted atom numbers: what the node is the sum of. Two names with the same atoms are one node. */
  atoms: number[];
  /** Ways to write the node as a sum of other nodes; empty for an atom. */
  sums: number[][];
}

export interface Axis {
  name: string;
  nodes: AxisNode[];
  /** Node of every atom together. */
  root: number;
  /** Node number of a name in a release; undefined when the release does not know it. */
  find(release: number, name: string): number | undefined;
  /** Atom number of a leaf's name. */
  atomOf(leaf: string): number | undefined;
}

interface ParentSum {
  parent: string;
  children: string[];
}

/** The parents of a tree with their children, and its leaves. */
function readTree(tree: Tree, file: string, dimension: string): { families: ParentSum[]; leaves: string[] } {
  const families: ParentSum[] = [];
  const leaves: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string, node: Tree): void => {
    if (seen.has(name)) refuse('cube-duplicate-node', file, dimension, name);
    seen.add(name);
    const children = Object.keys(node ?? {});
    if (children.length === 0) leaves.push(name);
    else families.push({ parent: name, children });
    for (const child of children) visit(child, node[child]!);
  };
  visit(ROOT, tree[ROOT]!);
  return { families, leaves };
}

function refuse(code: string, file: string, dimension: string, found: string): never {
  throw new UnusableInput({ code, severity: 'dropped', file, column: dimension, found });
}

/** Leaves below each name of one release; refuses trees that disagree. */
function leavesByName(cube: PublishedCube, file: string, name: string) {
  const trees = cube.dimensions.find((dimension) => dimension.name === name)?.trees ?? [];
  const families: ParentSum[] = [];
  const below = new Map<string, Set<string>>();
  for (const tree of trees) {
    const walked = readTree(tree, file, name);
    families.push(...walked.families);
    const leaves = new Map<string, Set<string>>(walked.leaves.map((leaf) => [leaf, new Set([leaf])]));
    for (const { parent, children } of [...walked.families].reverse()) {
      leaves.set(parent, new Set(children.flatMap((child) => [...(leaves.get(child) ?? [])])));
    }
    for (const [node, set] of leaves) {
      const other = below.get(node);
      if (other && (other.size !== set.size || [...set].some((leaf) => !other.has(leaf))))
        refuse('cube-trees-disagree', file, name, node);
      below.set(node, set);
    }
  }
  return { families, below };
}

/**
 * Joins the hierarchies that several releases give to one dimension. A leaf of one release may be a parent in
 * another; a root that covers fewer atoms than another release's root is a node of its own.
 */
export function buildAxis(name: string, cubes: readonly PublishedCube[], files: readonly string[]): Axis {
  const releases = cubes.map((cube, r) => leavesByName(cube, files[r]!, name));
  const parents = new Map<string, Set<string>>();
  for (const { below } of releases) {
    for (const [node, leaves] of below) {
      if (node !== ROOT && !(leaves.size === 1 && leaves.has(node))) parents.set(node, leaves);
    }
  }
  const atomsOfName = (node: string, path: readonly string[] = []): string[] => {
    const leaves = parents.get(node);
    if (!leaves) return [node];
    if (path.includes(node)) refuse('cube-circular-trees', files[0]!, name, node);
    return [...leaves].flatMap((leaf) => (leaf === node ? [leaf] : atomsOfName(leaf, [...path, node])));
  };

  const atomIds = new Map<string, number>();
  const nodes: AxisNode[] = [];
  const byAtoms = new Map<string, number>();
  const nodeOf = (label: string, atomNames: Iterable<string>): number => {
    const atoms = [...new Set(atomNames)]
      .map((atom) => atomIds.get(atom) ?? atomIds.set(atom, atomIds.size).get(atom)!)
      .sort((a, b) => a - b);
    const key = atoms.join();
    const known = byAtoms.get(key);
    if (known !== undefined) return known;
    byAtoms.set(key, nodes.length);
    nodes.push({ name: label, atoms, sums: [] });
    return nodes.length - 1;
  };
  const names = releases.map(({ below }) => {
    const found = new Map<string, number>();
    for (const [label, leaves] of below)
      found.set(
        label,
        nodeOf(
          label,
          [...leaves].flatMap((leaf) => atomsOfName(leaf))
        )
      );
    return found;
  });
  releases.forEach(({ families }, r) => {
    for (const { parent, children } of families) {
      const sum = [...new Set(children.map((child) => names[r]!.get(child)!))];
      const node = nodes[names[r]!.get(parent)!]!;
      const known = node.sums.some(
        (other) => other.length === sum.length && other.every((n) => sum.includes(n))
      );
      if (sum.length > 1 && !known) node.sums.push(sum);
    }
  });
  const root = nodeOf(ROOT, atomIds.keys());
  return {
    name,
    nodes,
    root,
    atomOf: (leaf) => atomIds.get(leaf),
    find: (r, label) => (names[r]!.size === 0 && label === ROOT ? root : names[r]!.get(label))
  };
}

/** One name for several nodes: the first and the last stand for a long list. */
export const nameTogether = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(' + ') : `${names[0]} + … + ${names.at(-1)} (${names.length})`;

/**
 * Merges the atoms that no `used` node distinguishes, and drops the nodes that would split a merged atom: no published
 * value depends on how their counts are divided.
 */
export function coarsen(
  axis: Axis,
  used: ReadonlySet<number>
): { axis: Axis; renumber: (number | undefined)[] } {
  const signature = new Map<number, string>();
  for (const node of used) {
    for (const atom of axis.nodes[node]!.atoms) signature.set(atom, `${signature.get(atom) ?? ''},${node}`);
  }
  const classes = new Map<string, number[]>();
  for (const atom of axis.nodes[axis.root]!.atoms) {
    const key = signature.get(atom) ?? '';
    classes.set(key, [...(classes.get(key) ?? []), atom]);
  }
  const groups = [...classes.values()];
  const classOf = new Map(groups.flatMap((atoms, c) => atoms.map((atom) => [atom, c] as const)));
  const nodes: AxisNode[] = [];
  const byAtoms = new Map<string, number>();
  const renumber = axis.nodes.map((node) => {
    const inside = new Set(node.atoms.map((atom) => classOf.get(atom)!));
    if ([...inside].reduce((sum, c) => sum + groups[c]!.length, 0) !== node.atoms.length) return undefined;
    const atoms = [...inside].sort((a, b) => a - b);
    byAtoms.set(atoms.join(), nodes.length);
    return nodes.push({ name: node.name, atoms, sums: [] }) - 1;
  });
  const nameOfAtom = new Map(
    axis.nodes.flatMap((n) => (n.atoms.length === 1 ? [[n.atoms[0]!, n.name] as const] : []))
  );
  const atomNode = groups.map((atoms, c) => {
    const known = byAtoms.get(String(c));
    if (known !== undefined) return known;
    const name = nameTogether(atoms.map((atom) => nameOfAtom.get(atom) ?? '?'));
    return nodes.push({ name, atoms: [c], sums: [] }) - 1;
  });
  axis.nodes.forEach((node, old) => {
    const at = renumber[old];
    if (at === undefined || nodes[at]!.atoms.length === 1) return;
    for (const sum of node.sums) {
      const kept = sum.map((child) => renumber[child]);
      if (kept.every((child) => child !== undefined)) nodes[at]!.sums.push(kept);
    }
    if (nodes[at]!.sums.length === 0) nodes[at]!.sums.push(nodes[at]!.atoms.map((c) => atomNode[c]!));
  });
  const find = (r: number, name: string) => {
    const old = axis.find(r, name);
    return old === undefined ? undefined : renumber[old];
  };
  const atomOf = (leaf: string) => {
    const atom = axis.atomOf(leaf);
    return atom === undefined ? undefined : classOf.get(atom);
  };
  return { axis: { name: axis.name, nodes, root: renumber[axis.root]!, find, atomOf }, renumber };
}
