// Makes the certificate of a published cube, from what is published alone: whole-number tables that the attacker's model finds, each completed
// to a list of children. Whoever has the cube could make the same: it tells nothing more of the true counts.
import type { LinearSolver } from '../../../model/linear.ts';
import { attackerBounds, tightenByFamiliesAndVisits } from '../attack/attacker-bounds.ts';
import { AttackerModel } from '../attack/attacker-model.ts';
import { feasibilityIntervals, valueOf } from '../attack/feasibility-intervals.ts';
import { publishedSingleWorkplaceCells } from '../attack/single-workplaces.ts';
import { readCube, type PublishedCube, type Tree } from '../published-cube.ts';
import { auditTargets, type ProtectionTarget } from '../rules.ts';
import { buildSystem, type TableSystem } from '../table-system.ts';
import { checkProtection, webSha256, type ProtectionCertificate } from './check-protection.ts';

export type ProtectionMaking =
  | { status: 'made'; certificate: ProtectionCertificate; worlds: number; checked: number; seconds: number }
  /** A count is open: the audit names it. */
  | { status: 'open' }
  /** The format cannot tell this cube; the reason is the checker's. */
  | { status: 'unsupported'; reason: string; key?: readonly string[] | undefined };

export interface ProtectionMakingOptions {
  /** Name of the file, quoted in errors. */
  file?: string;
  onProgress?: (share: number) => void;
  /** In hexadecimal; a page on plain HTTP must bring its own. */
  sha256?: typeof webSha256;
}

/**
 * Makes the certificate of a cube's file, as it was written.
 * @throws UnusableInput when the file is no cube, or contradicts itself
 */
export async function makeProtection(
  solver: LinearSolver,
  cubeFile: Uint8Array,
  { file = 'cube.json', onProgress, sha256 = webSha256 }: ProtectionMakingOptions = {}
): Promise<ProtectionMaking> {
  const began = performance.now();
  const cube = readCube(JSON.parse(new TextDecoder().decode(cubeFile)), file);
  if (cube.rounding !== undefined) return { status: 'unsupported', reason: 'rounded-cube' };
  const system = buildSystem([cube], [file]);
  const tables = witnesses(solver, cube, system, onProgress);
  if (tables === 'open') return { status: 'open' };
  const leaves = representatives(cube, system);
  const body = {
    version: 1 as const,
    claim: { k: cube.k },
    problem: await sha256(cubeFile),
    leaves: leaves.map((names) => [...names]),
    worlds: tables.map((table) => worldOf(system, table))
  };
  const digest = await sha256(new TextEncoder().encode(JSON.stringify(body)));
  const certificate = { ...body, digest };
  const verdict = await checkProtection(
    cubeFile,
    new TextEncoder().encode(JSON.stringify(certificate)),
    sha256
  );
  if (!verdict.accepted) return { status: 'unsupported', reason: verdict.reason ?? '', key: verdict.key };
  return {
    status: 'made',
    certificate,
    worlds: tables.length,
    checked: verdict.leaves,
    seconds: (performance.now() - began) / 1000
  };
}

/** Few tables between which every count is spread. */
function witnesses(
  solver: LinearSolver,
  cube: PublishedCube,
  system: TableSystem,
  onProgress?: (share: number) => void
): Float64Array[] | 'open' {
  const { k } = cube;
  const bounds = tightenByFamiliesAndVisits(solver, system, attackerBounds(system));
  const attack = new AttackerModel(solver, system, bounds);
  try {
    const pool: Float64Array[] = [];
    const ranges = feasibilityIntervals(attack, auditTargets(system, bounds, k), pool, onProgress);
    if (ranges.some(({ open }) => open)) return 'open';
    const kept = cover([attack.base, ...pool], ranges.filter(({ most }) => most > 0).map(({ target }) => target)); // prettier-ignore
    const alone = publishedSingleWorkplaceCells(system, [cube]);
    for (const cell of alone.keys()) {
      if (alone[cell] === 0 || attack.isFixed(cell)) continue;
      const values = kept.map((table) => table[cell]!);
      if (Math.max(...values) - Math.min(...values) >= k - 2) continue;
      for (const sense of ['min', 'max'] as const) {
        const { witness } = attack.optimise(
          { plus: cell },
          sense,
          true,
          sense === 'max' ? Math.min(...values) + k : 0
        );
        if (witness) kept.push(witness);
      }
    }
    return merged(attack, kept);
  } finally {
    attack.dispose();
  }
}

/** A few of the tables between which each count reaches `enough`, or both its ends. */
function cover(tables: readonly Float64Array[], targets: readonly ProtectionTarget[]): Float64Array[] {
  const wanted = targets.flatMap(({ form, low, high, enough }) => {
    const values = tables.map((table) => valueOf(form, table));
    const places = (isReached: (value: number) => boolean) =>
      values.flatMap((value, t) => (isReached(value) ? [t] : []));
    const large = places((value) => value >= enough);
    return large.length > 0 ? [large] : [places((value) => value >= high), places((value) => value <= low)];
  });
  const uses = new Int32Array(tables.length);
  for (const places of wanted) for (const t of places) uses[t]!++;
  const kept = new Set<number>();
  // What few tables show comes first; then the table that shows the most.
  for (const places of wanted.sort((a, b) => a.length - b.length)) {
    if (places.length === 0 || places.some((t) => kept.has(t))) continue;
    kept.add(places.reduce((best, t) => (uses[t]! > uses[best]! ? t : best)));
  }
  return [...kept].map((t) => tables[t]!);
}

/** The tables laid over the base table and one another, where they differ from it in groups of counts that no sum connects. */
function merged({ base, groupOf }: AttackerModel, tables: readonly Float64Array[]): Float64Array[] {
  const worlds: { table: Float64Array; groups: Set<number> }[] = [];
  for (const table of tables) {
    const changed = [...table.keys()].filter((cell) => table[cell] !== base[cell]);
    const groups = new Set(changed.map((cell) => groupOf[cell]!));
    const world = worlds.find((one) => [...groups].every((group) => !one.groups.has(group)));
    if (!world) worlds.push({ table: table.slice(), groups });
    else for (const cell of changed) world.table[cell] = table[cell]!;
    if (world) for (const group of groups) world.groups.add(group);
  }
  return [base, ...worlds.map(({ table }) => table)];
}

/** One leaf for each atom of each dimension: atoms are leaves that no published value tells apart. */
function representatives(cube: PublishedCube, system: TableSystem): string[][] {
  return system.axes.map((axis, d) => {
    const names: string[] = [];
    const visit = (name: string, tree: Tree) => {
      const parts = Object.keys(tree);
      for (const part of parts) visit(part, tree[part]!);
      const atom = parts.length === 0 ? axis.atomOf(name) : undefined;
      if (atom !== undefined) names[atom] ??= name;
    };
    for (const [name, tree] of Object.entries(cube.dimensions[d]!.trees[0]!)) visit(name, tree);
    return names;
  });
}

/** Children who share an atom of each of some dimensions. */
interface Group {
  atoms: (number | undefined)[];
  count: number;
}

/**
 * A list of children that a table counts. Crossings are joined one after another, each to those that it shares dimensions with
 * (running intersection), children being paired off in any order within what is shared.
 */
function worldOf(system: TableSystem, table: Float64Array): number[][] {
  const { axes, cliques } = system;
  const left = cliques.map((clique) => ({ clique, groups: leafGroups(system, clique, table) }));
  const done = new Set(left[0]?.clique);
  let world = left.shift()?.groups ?? [{ atoms: axes.map(() => undefined), count: table[0]! }];
  while (left.length > 0) {
    const shared = ({ clique }: { clique: number[] }) => clique.filter((d) => done.has(d));
    left.sort((a, b) => shared(b).length - shared(a).length);
    const next = left.shift()!;
    world = joined(world, next.groups, shared(next));
    for (const d of next.clique) done.add(d);
  }
  return world.map(({ atoms, count }) => [...atoms.map((atom) => atom ?? 0), count]);
}

/** The finest cells of a crossing that hold a child. */
function leafGroups({ axes, keys }: TableSystem, clique: readonly number[], table: Float64Array): Group[] {
  return keys.flatMap((nodes, cell): Group[] => {
    if (table[cell] === 0) return [];
    const atoms = nodes.map((node, d) => {
      const list = axes[d]!.nodes[node]!.atoms;
      if (!clique.includes(d)) return node === axes[d]!.root ? undefined : NaN;
      return list.length === 1 ? list[0]! : NaN;
    });
    return atoms.some((atom) => Number.isNaN(atom)) ? [] : [{ atoms, count: table[cell]! }];
  });
}

function joined(one: readonly Group[], other: readonly Group[], shared: readonly number[]): Group[] {
  const byShared = (groups: readonly Group[]) => {
    const map = new Map<string, Group[]>();
    for (const group of groups) {
      const key = shared.map((d) => group.atoms[d]).join();
      map.set(key, [...(map.get(key) ?? []), { ...group }]);
    }
    return map;
  };
  const others = byShared(other);
  return [...byShared(one)].flatMap(([key, mine]) => {
    const theirs = others.get(key) ?? [];
    const pairs: Group[] = [];
    for (let [a, b] = [0, 0]; a < mine.length && b < theirs.length;) {
      const [first, second] = [mine[a]!, theirs[b]!];
      const count = Math.min(first.count, second.count);
      pairs.push({ atoms: first.atoms.map((atom, d) => atom ?? second.atoms[d]), count });
      first.count -= count;
      second.count -= count;
      if (first.count === 0) a++;
      if (second.count === 0) b++;
    }
    return pairs;
  });
}
