// Checks the certificate of protection of a published cube: for each hidden count, whole tables that fit all that is published and give
// it values far apart. By adding alone: it imports nothing, Node runs it as it is. docs/certificat-protection.md gives the format.

/** Nested names: a parent is the sum of its children. */
interface Tree {
  [name: string]: Tree;
}

/** CUBE.json. */
interface Cube {
  k: number;
  dimensions: readonly { name: string; trees: readonly Tree[] }[];
  impossible?: readonly Readonly<Record<string, string>>[];
  rounding?: number;
  cells: readonly { key: readonly string[]; value?: number; suppressed?: boolean }[];
}

/** Children of one table: for each kind of child, a leaf of each dimension (by its number in `leaves`) and how many there are. */
export type Row = number[];

export interface ProtectionCertificate {
  version: 1;
  k: number;
  /** SHA-256 of the cube, as it was written. */
  cube: string;
  /** Names of the leaves that rows cite, for each dimension. */
  leaves: string[][];
  /** The first is whole. Another takes the place, in the first, of the children whose first leaf is `part`; of all without it. */
  tables: { part?: number; rows: Row[] }[];
  /** A hidden cell by its number in the cube, a table where its count is low and one where it is high. */
  witnesses: [cell: number, low: number, high: number][];
  digest: string;
}

export interface ProtectionVerdict {
  accepted: boolean;
  /** Hidden counts that are spread, and those that anyone can tell to be empty. */
  claim: { k: number; spread: number; empty: number } | null;
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

/** The nodes that contain each name, itself included, and the children of each parent: a list for each tree. */
function read(trees: readonly Tree[]): { above: Map<string, Set<string>>; sums: [string, string[]][] } {
  const above = new Map<string, Set<string>>();
  const sums: [string, string[]][] = [];
  const walk = (name: string, node: Tree, path: readonly string[]): void => {
    const own = above.get(name) ?? above.set(name, new Set()).get(name)!;
    for (const one of [...path, name]) own.add(one);
    const children = Object.keys(node);
    if (children.length > 0) sums.push([name, children]);
    for (const child of children) walk(child, node[child]!, [...path, name]);
  };
  for (const tree of trees) for (const name of Object.keys(tree)) walk(name, tree[name]!, []);
  return { above, sums };
}

/** One name for the nodes that hold the same leaves: a parent of one part is that part. */
function sameNodes({ above, sums }: ReturnType<typeof read>): Map<string, string> {
  const parents = new Set(sums.map(([parent]) => parent));
  const below = new Map<string, string[]>();
  for (const [leaf, nodes] of above) {
    if (parents.has(leaf)) continue;
    for (const node of nodes) below.set(node, [...(below.get(node) ?? []), leaf]);
  }
  const first = new Map<string, string>();
  return new Map(
    [...below].map(([node, leaves]) => {
      const text = leaves.sort().join('\n');
      return [node, first.get(text) ?? first.set(text, node).get(text)!];
    })
  );
}

/**
 * The hidden cells that no child can be in, as anyone can tell: bounds are passed along sums, from parents to parts and back, from the
 * published values and the impossible patterns.
 */
function emptyCells({ dimensions, impossible = [], cells }: Cube): Set<number> {
  const axes = dimensions.map(({ trees }) => read(trees));
  const same = axes.map(sameNodes);
  const isImpossible = (key: readonly string[]) =>
    impossible.some((pattern) =>
      dimensions.every(
        ({ name }, d) => pattern[name] === undefined || axes[d]!.above.get(key[d]!)?.has(pattern[name])
      )
    );
  const numbers = new Map<string, number>();
  const [low, high]: [number[], number[]] = [[], []];
  const numberOf = (key: readonly string[]): number => {
    const text = key.map((name, d) => same[d]!.get(name) ?? name).join('\n');
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, low.length);
    high.push(isImpossible(key) ? 0 : Infinity);
    return low.push(0) - 1;
  };
  for (const { key, value } of cells)
    if (value !== undefined) low[numberOf(key)] = high[numberOf(key)] = count(value);
  const rows = new Map<string, [parent: number, children: number[]]>();
  for (const { key } of cells) {
    axes.forEach(({ sums }, d) => {
      const at = (name: string) => numberOf(key.map((one, e) => (e === d ? name : one)));
      for (const [parent, children] of sums) {
        if (children.length < 2 || (key[d] !== parent && !children.includes(key[d]!))) continue;
        const row: [number, number[]] = [at(parent), children.map(at)];
        rows.set(row.join(), row);
      }
    });
  }
  for (let again = true; again;) {
    again = false;
    const narrow = (cell: number, least: number, most: number) => {
      if (least <= low[cell]! && most >= high[cell]!) return;
      low[cell] = Math.max(low[cell]!, least);
      high[cell] = Math.min(high[cell]!, most);
      if (low[cell] > high[cell]) refuse('totals-do-not-add-up');
      again = true;
    };
    for (const [parent, children] of rows.values()) {
      const least = children.reduce((sum, cell) => count(sum + low[cell]!), 0);
      const open = children.filter((cell) => high[cell] === Infinity);
      const most = children.reduce(
        (sum, cell) => count(sum + (high[cell] === Infinity ? 0 : high[cell]!)),
        0
      );
      narrow(parent, least, open.length > 0 ? Infinity : most);
      for (const child of children) {
        const isOpen = high[child] === Infinity;
        const others = open.length > (isOpen ? 1 : 0) ? Infinity : most - (isOpen ? 0 : high[child]!);
        narrow(child, low[parent]! - others, high[parent]! - (least - low[child]!));
      }
    }
  }
  return new Set(
    cells.flatMap(({ key, suppressed }, c) => (suppressed && high[numberOf(key)] === 0 ? [c] : []))
  );
}

/** Counts of every cell of a table; refuses a table that is not of this cube, or that differs from what is published. */
function adder({ dimensions, impossible = [], cells }: Cube, leaves: readonly (readonly string[])[]) {
  const nodes = dimensions.map(({ trees }, d) => {
    const { above, sums } = read(trees);
    const parents = new Set(sums.map(([parent]) => parent));
    return leaves[d]!.map((leaf) =>
      above.has(leaf) && !parents.has(leaf) ? [...above.get(leaf)!] : refuse('unreadable-certificate')
    );
  });
  const at = new Map(cells.map(({ key }, c) => [key.join('\n'), c]));
  const reached = new Map<string, number[]>();
  /** The cells that count a child of these leaves. */
  const cellsOf = (row: Row): number[] => {
    const own = row.slice(0, -1);
    const known = reached.get(own.join());
    if (known) return known;
    const above = own.map((leaf, d) => nodes[d]![leaf] ?? refuse('unreadable-certificate'));
    const isIn = (pattern: Readonly<Record<string, string>>) =>
      dimensions.every(({ name }, d) => pattern[name] === undefined || above[d]!.includes(pattern[name]));
    if (impossible.some(isIn)) refuse('impossible-child');
    const keys = above.reduce<string[]>(
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
    if (version !== 1) refuse('other-version');
    if (certificate.cube !== (await sha256(cubeFile))) refuse('other-cube');
    if (digest !== (await sha256(new TextEncoder().encode(JSON.stringify(certificate)))))
      refuse('altered-certificate');
    unreadable = 'unreadable-cube';
    const cube = parse(cubeFile) as Cube;
    if (cube.rounding !== undefined) refuse('rounded-cube');
    const empty = emptyCells(cube);
    unreadable = 'unreadable-certificate';
    if (count(k) !== cube.k) refuse('other-threshold');
    const add = adder(cube, leaves);
    const whole = tables[0]?.part === undefined ? (tables[0]?.rows ?? []) : refuse(unreadable);
    const sums = tables.map(({ part, rows }) => {
      if (part === undefined) return add(rows);
      if (rows.some(([first]) => first !== part)) refuse(unreadable);
      return add([...whole.filter(([first]) => first !== part), ...rows]);
    });
    const shown = new Map(witnesses.map(([cell, low, high]) => [cell, [sums[low], sums[high]] as const]));
    let spread = 0;
    cube.cells.forEach(({ suppressed }, c) => {
      if (!suppressed || empty.has(c)) return;
      const [low, high] = shown.get(c) ?? [];
      if (!low || !high) return refuse('hidden-count-left-out');
      // Between 1 and k - 1 nothing is excluded; or it may be no small count at all.
      if (!(low[c]! <= 1 && high[c]! >= k - 1) && high[c]! < k) refuse('not-spread');
      spread++;
    });
    verdict.claim = { k, spread, empty: empty.size };
    verdict.leaves = tables.length;
    verdict.accepted = true;
  } catch (error) {
    verdict.reason = error instanceof Refusal ? error.message : unreadable;
  }
  return verdict;
}
