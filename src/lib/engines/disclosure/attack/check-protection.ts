// Checks the certificate of protection of a published cube: for each hidden count, and for each difference of two counts within one another, a
// whole table that fits all that is published and where it is not small. By adding and subtracting alone: it imports nothing, Node runs it as it
// is. docs/certificat-protection.md gives the format.

/** Nested names: a parent is the sum of its children. */
interface Tree {
  [name: string]: Tree;
}
type Pattern = Readonly<Record<string, string>>;

/** CUBE.json. What is not here is not read. */
interface Cube {
  k: number;
  dimensions: readonly { name: string; trees: readonly Tree[] }[];
  impossible?: readonly Pattern[];
  rounding?: number;
  cells: readonly {
    key: readonly string[];
    value?: number;
    suppressed?: boolean;
    families?: number;
    visits?: number;
  }[];
}

/** Children of one table: for each kind of child, a leaf of each dimension (by its number in `leaves`) and how many there are. */
export type Row = number[];

export interface ProtectionCertificate {
  version: 2;
  k: number;
  /** SHA-256 of the cube, as it was written. */
  cube: string;
  /** Names of the leaves that rows cite, for each dimension. */
  leaves: string[][];
  /** The first is whole. Another takes the place, in the first, of the children whose first leaf is `part`; of all without it. */
  tables: { part?: number; rows: Row[] }[];
  /** A hidden cell by its number in the cube, and a table where its count is k or more. */
  witnesses: [cell: number, table: number][];
  digest: string;
}

export interface ProtectionVerdict {
  accepted: boolean;
  /** Hidden counts that may be k or more, those that anyone can tell to be empty, and differences of listed counts that may be k or more. */
  claim: { k: number; large: number; empty: number; differences: number } | null;
  /** Tables that were added up. */
  leaves: number;
  /** null when accepted. */
  reason: string | null;
}

class Refusal extends Error {}
const refuse = (reason: string): never => {
  throw new Refusal(reason);
};
const count = (value: unknown): number =>
  typeof value === 'number' && value > 2 ** 53 - 1
    ? refuse('beyond-2^53')
    : Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : refuse('unreadable-certificate');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fewest families that may be shown. */
const FAMILIES = 3;

/** Refuses a cube that hides nothing, or shows what it should hide. */
function checkShape({ k, dimensions, impossible = [], rounding, cells }: Cube): void {
  if (rounding !== undefined) refuse('rounded-cube');
  if (!Number.isSafeInteger(k) || k < 2) refuse('low-threshold');
  if (!Array.isArray(dimensions) || !Array.isArray(cells) || !Array.isArray(impossible))
    refuse('malformed-cube');
  if (dimensions.length === 0 || cells.length === 0) refuse('hollow-cube');
  const names = new Set(dimensions.map((one) => one.name));
  if (names.size < dimensions.length) refuse('malformed-cube');
  for (const pattern of impossible as readonly unknown[]) {
    const own = isRecord(pattern) ? Object.keys(pattern) : [];
    if (own.length === 0 || own.some((name) => !names.has(name))) refuse('malformed-cube');
  }
  const keys = new Set<string>();
  for (const { key, value, suppressed, families, visits } of cells) {
    if (!Array.isArray(key) || key.length !== dimensions.length) refuse('malformed-cube');
    if (keys.size === keys.add(key.join('\n')).size) refuse('malformed-cube');
    if (suppressed === true ? value !== undefined : suppressed !== undefined) refuse('malformed-cube');
    for (const figure of suppressed ? [] : [value, families ?? 0, visits ?? 0])
      if (!Number.isSafeInteger(figure) || figure! < 0) refuse('malformed-cube');
    if (suppressed && (families !== undefined || visits !== undefined)) refuse('figure-beside-hidden');
    if (value !== undefined && value > 0 && value < k) refuse('small-count-shown');
    if (families !== undefined && families > 0 && families < FAMILIES) refuse('few-families-shown');
  }
}

/** A dimension: what its nodes hold, and how they add up. */
interface Axis {
  name: string;
  /** The leaves of each node. */
  below: Map<string, Set<string>>;
  /** One name for the nodes that hold the same leaves: a parent of one part is that part. */
  same: Map<string, string>;
  /** Each parent and its parts, where it has several, by those names. */
  sums: (readonly [parent: string, parts: string[]])[];
  /** By those names, the nodes that hold all leaves of a node, itself included. */
  around: Map<string, string[]>;
}

/** Reads a dimension; its trees are over the same leaves, and a node of two trees holds the same ones in both. */
function axisOf({ name, trees }: Cube['dimensions'][number]): Axis {
  const below = new Map<string, Set<string>>();
  const families: [string, string[]][] = [];
  const walk = (node: string, tree: unknown, seen: Set<string>): Set<string> => {
    if (!isRecord(tree) || seen.has(node) || node.includes('\n')) return refuse('malformed-cube');
    seen.add(node);
    const children = Object.keys(tree);
    const leaves = new Set(children.length === 0 ? [node] : []);
    for (const child of children) for (const leaf of walk(child, tree[child], seen)) leaves.add(leaf);
    const other = below.get(node) ?? leaves;
    if (other.size !== leaves.size || [...leaves].some((leaf) => !other.has(leaf))) refuse('trees-differ');
    below.set(node, leaves);
    if (children.length > 0) families.push([node, children]);
    return leaves;
  };
  if (!Array.isArray(trees) || trees.length === 0) refuse('malformed-cube');
  for (const tree of trees) {
    if (!isRecord(tree) || Object.keys(tree).join() !== 'ALL') refuse('malformed-cube');
    walk('ALL', tree.ALL, new Set());
  }
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const [node, leaves] of below) {
    const text = [...leaves].sort().join('\n');
    if (!first.has(text)) first.set(text, node);
    same.set(node, first.get(text)!);
  }
  const sums = families
    .filter(([, children]) => children.length > 1)
    .map(([parent, children]) => [same.get(parent)!, children.map((child) => same.get(child)!)] as const);
  const nodes = [...first.values()];
  const holders = new Map<string, string[]>();
  for (const node of nodes)
    for (const leaf of below.get(node)!) (holders.get(leaf) ?? holders.set(leaf, []).get(leaf)!).push(node);
  const holds = (node: string, leaves: readonly string[]) =>
    leaves.every((leaf) => below.get(node)!.has(leaf));
  const around = new Map(
    nodes.map((node) => {
      const leaves = [...below.get(node)!];
      return [node, (holders.get(leaves[0]!) ?? []).filter((one) => holds(one, leaves))] as const;
    })
  );
  return { name, below, same, sums, around };
}

/** Whether nodes, one a dimension, lie whole under an impossible pattern. */
function wallsOf({ impossible = [] }: Cube, axes: readonly Axis[]): (nodes: readonly string[]) => boolean {
  const inside = axes.map(() => new Map<string, Set<string>>());
  const under = (d: number, wall: string): Set<string> => {
    const known = inside[d]!.get(wall);
    if (known) return known;
    const { below } = axes[d]!;
    const all = below.get(wall) ?? refuse('malformed-cube');
    const found = [...below].filter(([, leaves]) => [...leaves].every((leaf) => all.has(leaf)));
    const names = new Set(found.map(([node]) => node));
    inside[d]!.set(wall, names);
    return names;
  };
  const walls = impossible.map((pattern) =>
    axes.flatMap(({ name }, d) =>
      Object.hasOwn(pattern, name) ? [{ d, nodes: under(d, pattern[name]!) }] : []
    )
  );
  return (nodes) => walls.some((wall) => wall.every(({ d, nodes: names }) => names.has(nodes[d]!)));
}

/** Passes over the sums after which a cube is given up. */
const MOST_PASSES = 1000;

/** What anyone can tell from the sums. */
interface Known {
  /** Hidden cells that no child can be in. */
  empty: Set<number>;
  /** Whether a listed cell leaves nothing of another that holds it. */
  leavesNothing: (whole: number, part: number) => boolean;
}

/**
 * Bounds are passed along the sums that hold a listed cell, from parents to parts and back, from the published values and the impossible
 * patterns. Refuses a cube whose sums give a small count.
 */
function knownFrom(
  { k, cells }: Cube,
  axes: readonly Axis[],
  isImpossible: ReturnType<typeof wallsOf>
): Known {
  const numbers = new Map<string, number>();
  const [low, high]: [number[], number[]] = [[], []];
  const numberOf = (nodes: readonly string[]): number => {
    const text = nodes.join('\n');
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, low.length);
    high.push(isImpossible(nodes) ? 0 : Infinity);
    return low.push(0) - 1;
  };
  const narrow = (cell: number, least: number, most: number): boolean => {
    if (least <= low[cell]! && most >= high[cell]!) return false;
    low[cell] = Math.max(low[cell]!, least);
    high[cell] = Math.min(high[cell]!, most);
    if (low[cell] > high[cell]) refuse('totals-do-not-add-up');
    return true;
  };
  const nodesOf = (key: readonly string[]) =>
    key.map((name, d) => axes[d]!.same.get(name) ?? refuse('malformed-cube'));
  const rows = new Map<string, readonly [parent: number, parts: number[]]>();
  const listed = cells.map(({ key, value }) => {
    const nodes = nodesOf(key);
    const cell = numberOf(nodes);
    if (value !== undefined) narrow(cell, value, value);
    axes.forEach(({ sums }, d) => {
      const at = (name: string) => numberOf(nodes.with(d, name));
      for (const [parent, parts] of sums) {
        if (nodes[d] !== parent && !parts.includes(nodes[d]!)) continue;
        const row = [at(parent), parts.map(at)] as const;
        rows.set(row.join(), row);
      }
    });
    return cell;
  });
  const pass = (): boolean => {
    let again = false;
    for (const [parent, parts] of rows.values()) {
      const least = parts.reduce((sum, cell) => count(sum + low[cell]!), 0);
      const open = parts.filter((cell) => high[cell] === Infinity).length;
      const most = parts.reduce((sum, cell) => count(sum + (high[cell] === Infinity ? 0 : high[cell]!)), 0);
      again = narrow(parent, least, open > 0 ? Infinity : most) || again;
      for (const part of parts) {
        const isOpen = high[part] === Infinity;
        const others = open > (isOpen ? 1 : 0) ? Infinity : most - (isOpen ? 0 : high[part]!);
        again = narrow(part, low[parent]! - others, high[parent]! - (least - low[part]!)) || again;
      }
    }
    return again;
  };
  for (let passes = 0; pass(); passes++) if (passes === MOST_PASSES) refuse('totals-do-not-add-up');
  if (low.some((least, cell) => least > 0 && high[cell]! < k)) refuse('small-count-given');
  const full = new Set<string>();
  for (const [parent, parts] of rows.values())
    for (const part of parts)
      if (parts.every((other) => other === part || high[other] === 0)) full.add(`${parent} ${part}`);
  return {
    empty: new Set(cells.flatMap(({ suppressed }, c) => (suppressed && high[listed[c]!] === 0 ? [c] : []))),
    leavesNothing(whole, part) {
      const [one, other] = [listed[whole]!, listed[part]!];
      return high[one]! <= low[other]! || full.has(`${one} ${other}`);
    }
  };
}

/** Listed cells of which one lies within the other on all axes, by their numbers. */
function nestedCells({ cells }: Cube, axes: readonly Axis[]): (readonly [whole: number, part: number])[] {
  const nodesOf = (key: readonly string[]) => key.map((name, d) => axes[d]!.same.get(name)!);
  const at = new Map(cells.map(({ key }, c) => [nodesOf(key).join('\n'), c]));
  return cells.flatMap(({ key }, part) => {
    const own = nodesOf(key).join('\n');
    const above = nodesOf(key).reduce<string[]>(
      (texts, node, d) =>
        texts.flatMap((text) => axes[d]!.around.get(node)!.map((one) => (d === 0 ? one : `${text}\n${one}`))),
      ['']
    );
    return above.flatMap((text) => {
      const whole = at.get(text);
      return whole === undefined || text === own ? [] : [[whole, part] as const];
    });
  });
}

/** Counts of every cell of a table; refuses a table that is not of this cube, or that differs from what is published. */
function adder(
  { dimensions, cells }: Cube,
  axes: readonly Axis[],
  isImpossible: ReturnType<typeof wallsOf>,
  leaves: readonly (readonly string[])[]
) {
  /** The nodes that hold each leaf; null for a name that is none, which no row may cite. */
  const above = axes.map(({ below }, d) =>
    leaves[d]!.map((leaf) =>
      below.get(leaf)?.has(leaf) ? [...below].flatMap(([node, own]) => (own.has(leaf) ? [node] : [])) : null
    )
  );
  const at = new Map(cells.map(({ key }, c) => [key.join('\n'), c]));
  const reached = new Map<string, number[]>();
  /** The cells that count a child of these leaves. */
  const cellsOf = (row: Row): number[] => {
    const own = row.slice(0, -1);
    const known = reached.get(own.join());
    if (known) return known;
    const nodes = own.map((leaf, d) => above[d]![leaf] ?? refuse('unreadable-certificate'));
    if (isImpossible(own.map((leaf, d) => leaves[d]![leaf]!))) refuse('impossible-child');
    const keys = nodes.reduce<string[]>(
      (texts, names, d) =>
        texts.flatMap((text) => names.map((name) => (d === 0 ? name : `${text}\n${name}`))),
      ['']
    );
    const found = keys.flatMap((key) => at.get(key) ?? []);
    reached.set(own.join(), found);
    return found;
  };
  return (rows: readonly Row[]): Float64Array => {
    const sums = new Float64Array(cells.length);
    for (const row of rows) {
      if (row.length !== dimensions.length + 1) refuse('unreadable-certificate');
      const children = count(row.at(-1));
      for (const c of cellsOf(row)) sums[c] = count(sums[c]! + children);
    }
    cells.forEach(({ value }, c) => value !== undefined && value !== sums[c] && refuse('table-differs'));
    return sums;
  };
}

async function webSha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Checks a certificate of protection against its cube, both as they were written.
 * @param sha256 in hexadecimal
 */
export async function checkProtection(
  cubeFile: Uint8Array,
  certificateFile: Uint8Array,
  sha256 = webSha256
): Promise<ProtectionVerdict> {
  const verdict: ProtectionVerdict = { accepted: false, claim: null, leaves: 0, reason: null };
  const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  let unreadable = 'unreadable-certificate';
  try {
    const { digest, ...certificate } = parse(certificateFile) as ProtectionCertificate;
    const { version, k, leaves, tables, witnesses } = certificate;
    if (typeof version !== 'number' || !Array.isArray(tables) || !Array.isArray(witnesses))
      refuse(unreadable);
    if (version !== 2) refuse('other-version');
    if (certificate.cube !== (await sha256(cubeFile))) refuse('other-cube');
    if (digest !== (await sha256(new TextEncoder().encode(JSON.stringify(certificate)))))
      refuse('altered-certificate');
    unreadable = 'unreadable-cube';
    const cube = parse(cubeFile) as Cube;
    checkShape(cube);
    const axes = cube.dimensions.map(axisOf);
    const isImpossible = wallsOf(cube, axes);
    const { empty, leavesNothing } = knownFrom(cube, axes, isImpossible);
    unreadable = 'unreadable-certificate';
    if (count(k) !== cube.k) refuse('other-threshold');
    const add = adder(cube, axes, isImpossible, leaves);
    // Without a table, nothing would show that the totals add up.
    const whole = tables[0] && tables[0].part === undefined ? tables[0].rows : refuse(unreadable);
    const sums = tables.map(({ part, rows }) => {
      if (part === undefined) return add(rows);
      if (rows.some(([first]) => first !== part)) refuse(unreadable);
      return add([...whole.filter(([first]) => first !== part), ...rows]);
    });
    const shown = new Map(witnesses.map(([cell, table]) => [cell, sums[table]]));
    if (shown.size < witnesses.length) refuse(unreadable);
    let large = 0;
    cube.cells.forEach(({ suppressed }, c) => {
      if (!suppressed || empty.has(c)) return;
      const table = shown.get(c) ?? refuse('hidden-count-left-out');
      if (table[c]! < k) refuse('stays-small');
      large++;
    });
    let differences = 0;
    for (const [whole, part] of nestedCells(cube, axes)) {
      if (leavesNothing(whole, part)) continue;
      if (!sums.some((table) => table[whole]! - table[part]! >= k)) refuse('small-difference');
      differences++;
    }
    verdict.claim = { k, large, empty: empty.size, differences };
    verdict.leaves = tables.length;
    verdict.accepted = true;
  } catch (error) {
    verdict.reason = error instanceof Refusal ? error.message : unreadable;
  }
  return verdict;
}
