// Makes the certificate of protection of a published cube, from what is published alone: the true counts are never seen here.
import type { LinearSolver } from '../../../model/linear.ts';
import type { PublishedCube, Tree } from '../published-cube.ts';
import { nestedPairs } from '../nested-pairs.ts';
import { auditTargets, differenceTargets, type ProtectionTarget } from '../rules.ts';
import { buildSystem, type TableSystem } from '../table-system.ts';
import { attackerBounds, tightenByFamiliesAndVisits } from './attacker-bounds.ts';
import { AttackerModel } from './attacker-model.ts';
import { checkProtection, type ProtectionCertificate, type Row } from './check-protection.ts';
import { cellValue, feasibilityIntervals } from './feasibility-intervals.ts';

/** Whole-number tables that fit all that is published; hidden counts, and differences of listed ones, that some table shows to be something. */
interface Witnesses {
  system: TableSystem;
  tables: Float64Array[];
  targets: ProtectionTarget[];
}

/** The certificate as a file; null with the reason where there is none, or where the checker refuses it. */
export interface ProvenProtection {
  file: string | null;
  reason: string | null;
}

/**
 * Makes the certificate of a cube, accepted by the checker.
 *
 * @param text the cube as it is written: the certificate bears its SHA-256
 * @param sha256 in hexadecimal
 */
export async function provenProtection(
  solver: LinearSolver,
  cube: PublishedCube,
  text: string,
  sha256: (bytes: Uint8Array) => Promise<string>
): Promise<ProvenProtection> {
  const bytes = (given: string) => new TextEncoder().encode(given);
  const body = protectionCertificate(solver, cube, await sha256(bytes(text)));
  if (body === null) return { file: null, reason: 'rounded-cube' };
  const file = JSON.stringify({ ...body, digest: await sha256(bytes(JSON.stringify(body))) });
  const { accepted, reason } = await checkProtection(bytes(text), bytes(file), sha256);
  return accepted ? { file, reason: null } : { file: null, reason };
}

/**
 * The certificate of a cube that was audited alone, without its `digest`; null for a rounded cube, which hides no count.
 *
 * @param fingerprint SHA-256 of the cube's file
 */
function protectionCertificate(
  solver: LinearSolver,
  cube: PublishedCube,
  fingerprint: string,
  onProgress?: (share: number) => void
): Omit<ProtectionCertificate, 'digest'> | null {
  if (cube.rounding !== undefined) return null;
  const { system, tables, targets } = witnessesOf(solver, cube, onProgress);
  const leaves = cube.dimensions.map(({ trees }) => leavesOf(trees[0]!));
  // One leaf stands for those that no published value tells apart.
  const leafOf = system.axes.map((axis, d) => {
    const first = new Map<number, number>();
    leaves[d]!.forEach((leaf, l) => {
      const atom = axis.atomOf(leaf);
      if (atom !== undefined && !first.has(atom)) first.set(atom, l);
    });
    return first;
  });
  const written: ProtectionCertificate['tables'] = [];
  const byRows = new Map<string, number>();
  const rowsOf = (table: Float64Array): Row[] =>
    populationOf(system, table).map(({ atoms, children }) => [
      ...atoms.map((atom, d) => leafOf[d]!.get(atom)!),
      children
    ]);
  const rows = new Map<number, Row[]>();
  const rowsAt = (t: number): Row[] => rows.get(t) ?? rows.set(t, rowsOf(tables[t]!)).get(t)!;
  written.push({ rows: rowsAt(0) });
  const isByPart = isSplitBy(system);
  const numberOf = (t: number, part: number | null): number => {
    if (part === null && t === 0) return 0;
    const own = part === null ? rowsAt(t) : rowsAt(t).filter(([first]) => first === part);
    const key = `${part}:${own.join(' ')}`;
    const known = byRows.get(key);
    if (known !== undefined) return known;
    byRows.set(key, written.length);
    return written.push({ ...(part !== null && { part }), rows: own }) - 1;
  };
  const cellAt = new Map(cube.cells.map((cell, c) => [cell.key.join('\n'), c]));
  const witnesses: ProtectionCertificate['witnesses'] = [];
  for (const [part, group] of grouped(targets, system, isByPart)) {
    const leaf = part === null ? null : leafOf[0]!.get(part)!;
    for (const { target, table } of chosen(group, tables, cube.k)) {
      const number = numberOf(table, leaf);
      if (target.form.minus !== undefined) continue;
      witnesses.push([cellAt.get(system.names(target.form.plus).join('\n'))!, number]);
    }
  }
  witnesses.sort((a, b) => a[0] - b[0]);
  return { version: 2, k: cube.k, cube: fingerprint, leaves, tables: written, witnesses };
}

function witnessesOf(
  solver: LinearSolver,
  cube: PublishedCube,
  onProgress?: (share: number) => void
): Witnesses {
  const system = buildSystem([cube]);
  const bounds = tightenByFamiliesAndVisits(solver, system, attackerBounds(system));
  const attack = new AttackerModel(solver, system, bounds);
  const hidden = auditTargets(system, bounds, cube.k, true).filter(
    ({ form, reason }) => reason === 'small' && system.listed[form.plus]?.suppressed
  );
  const tables = [attack.base];
  const counts = feasibilityIntervals(attack, hidden, tables, onProgress);
  const empty = new Set(counts.flatMap(({ target, most }) => (most === 0 ? [target.form.plus] : [])));
  const pairs = nestedPairs(system).filter(({ whole }) => !empty.has(whole));
  const between = feasibilityIntervals(attack, differenceTargets(pairs, bounds, cube.k, true), tables);
  attack.dispose();
  // What every table leaves empty, anyone can tell to be empty.
  const targets = [...counts, ...between].filter(({ most }) => most > 0).map(({ target }) => target);
  return { system, tables, targets };
}

const leavesOf = (tree: Tree): string[] =>
  Object.entries(tree).flatMap(([name, node]) => (Object.keys(node).length === 0 ? [name] : leavesOf(node)));

/** No published or hidden cell goes across the parts of the first dimension: each part has tables of its own. */
function isSplitBy(system: TableSystem): boolean {
  const [axis] = system.axes;
  return (
    axis!.nodes[axis!.root]!.atoms.length > 1 &&
    system.listed.every((cell, c) => !cell || axis!.nodes[system.keys[c]![0]!]!.atoms.length === 1)
  );
}

function grouped(
  targets: readonly ProtectionTarget[],
  system: TableSystem,
  isByPart: boolean
): Map<number | null, ProtectionTarget[]> {
  const groups = new Map<number | null, ProtectionTarget[]>();
  for (const target of targets) {
    const node = system.axes[0]!.nodes[system.keys[target.form.plus]![0]!]!;
    const part = isByPart ? node.atoms[0]! : null;
    (groups.get(part) ?? groups.set(part, []).get(part)!).push(target);
  }
  return groups;
}

/** Few tables, found greedily, that together show each count or difference at k or more; at its most, where none does. */
function chosen(
  targets: readonly ProtectionTarget[],
  tables: readonly Float64Array[],
  k: number
): { target: ProtectionTarget; table: number }[] {
  const shows = targets.map(({ form }) => {
    const values = tables.map((table) => cellValue(form, table));
    const enough = Math.min(
      k,
      values.reduce((most, value) => Math.max(most, value), 0)
    );
    return [...values.keys()].filter((t) => values[t]! >= enough);
  });
  const shown = tables.map((): number[] => []);
  shows.forEach((own, n) => own.forEach((t) => shown[t]!.push(n)));
  const gain = shown.map(({ length }) => length);
  const found = new Int32Array(targets.length).fill(-1);
  // The first is written anyway.
  for (let [best, left] = [0, targets.length]; left > 0; best = gain.indexOf(Math.max(...gain))) {
    for (const n of shown[best]!.filter((one) => found[one] === -1)) {
      found[n] = best;
      left--;
      for (const t of shows[n]!) gain[t]!--;
    }
  }
  return targets.map((target, n) => ({ target, table: found[n]! }));
}

interface Children {
  /** Atom of each dimension. */
  atoms: number[];
  children: number;
}

/**
 * A table as children, each with an atom of every dimension: tables that agree on what crossings share are joined, in whatever way, into
 * one (N. Vorob'ev, 1962).
 */
function populationOf(system: TableSystem, table: Float64Array): Children[] {
  const { axes, cliques } = system;
  const nodeOf = axes.map(({ nodes }) => {
    const single = new Map<number, number>();
    nodes.forEach(({ atoms }, node) => atoms.length === 1 && single.set(atoms[0]!, node));
    return single;
  });
  const root = axes.map((axis) => axis.root);
  const left = [...cliques].sort((a, b) => b.length - a.length);
  const held = new Set<number>();
  let all: Children[] = [];
  while (left.length > 0) {
    const shared = (clique: readonly number[]) => clique.filter((d) => held.has(d));
    left.sort((a, b) => (held.size === 0 ? 0 : shared(b).length - shared(a).length));
    const clique = left.shift()!;
    const common = shared(clique);
    const cells: Children[] = [];
    const visit = (atoms: number[], nodes: number[], depth: number): void => {
      if (depth === clique.length) {
        const cell = system.find(nodes);
        const children = cell === undefined ? 0 : table[cell]!;
        if (children > 0) cells.push({ atoms: [...atoms], children });
        return;
      }
      const d = clique[depth]!;
      for (const [atom, node] of nodeOf[d]!) visit(atoms.with(d, atom), nodes.with(d, node), depth + 1);
    };
    visit(
      axes.map(() => 0),
      root,
      0
    );
    all = held.size === 0 ? cells : joined(all, cells, common, clique);
    for (const d of clique) held.add(d);
  }
  return all;
}

/** Pairs children of two lists that have the same atoms in common. */
function joined(
  one: readonly Children[],
  other: readonly Children[],
  common: readonly number[],
  taken: readonly number[]
): Children[] {
  const keyOf = ({ atoms }: Children) => common.map((d) => atoms[d]).join();
  const waiting = new Map<string, Children[]>();
  for (const cell of other) waiting.set(keyOf(cell), [...(waiting.get(keyOf(cell)) ?? []), { ...cell }]);
  const pairs = one.flatMap((cell) => {
    const queue = waiting.get(keyOf(cell)) ?? [];
    const found: Children[] = [];
    for (let { children } = cell; children > 0;) {
      const [first] = queue;
      if (!first) throw new Error('tables that do not agree on what they share');
      const both = Math.min(children, first.children);
      const atoms = cell.atoms.map((atom, d) => (taken.includes(d) ? first.atoms[d]! : atom));
      found.push({ atoms, children: both });
      children -= both;
      first.children -= both;
      if (first.children === 0) queue.shift();
    }
    return found;
  });
  if ([...waiting.values()].some((queue) => queue.length > 0))
    throw new Error('tables that do not agree on what they share');
  return pairs;
}
