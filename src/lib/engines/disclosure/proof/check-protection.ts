// Checks the certificate of a published cube: lists of children ("worlds") that all add up to what is published, and between which no
// hidden count can be told to be small. It imports nothing and uses no solver: additions only. docs/certificat.md gives the format.

type Pattern = Record<string, string>;
interface Tree {
  [name: string]: Tree;
}

/** CUBE.json. */
interface Cube {
  k: number;
  dimensions: { name: string; trees: Tree[] }[];
  impossible?: Pattern[];
  alone?: Pattern[];
  rounding?: number;
  cells: { key: string[]; value?: number }[];
}

export interface ProtectionCertificate {
  version: 1;
  claim: { k: number };
  /** SHA-256 of the cube's file. */
  problem: string;
  /** Names of the leaves of each dimension. */
  leaves: string[][];
  /** Each a list of rows: the place in `leaves` of one leaf a dimension, and how many children are there. */
  worlds: number[][][];
  /** SHA-256 of this object's JSON, without spaces and without this key. */
  digest: string;
}

export interface ProtectionVerdict {
  accepted: boolean;
  claim: ProtectionCertificate['claim'] | null;
  /** Counts that were checked, hidden or not. */
  leaves: number;
  /** null when accepted. */
  reason: string | null;
  /** The count that is open, or that a world does not add up to. */
  key?: readonly string[];
}

class Refusal extends Error {
  key: readonly string[] | undefined;
  constructor(reason: string, key?: readonly string[]) {
    super(reason);
    this.key = key;
  }
}
const refuse = (reason: string, key?: readonly string[]): never => {
  throw new Refusal(reason, key);
};
const ALL = 'ALL';
/** Dimensions that describe a child: that all of a place are alike tells something of each. */
const ATTRIBUTES = ['level', 'theme'];
const keyOf = (names: readonly string[]): string => JSON.stringify(names);

/** The names of a dimension. */
interface Axis {
  /** Leaves under each name. */
  under: Map<string, Set<string>>;
  /** Names of which each leaf is a part, itself and `ALL` included. */
  over: Map<string, Set<string>>;
  /** Every name as it is cut. */
  cuts: { whole: string; parts: string[] }[];
}

function axisOf(trees: Tree[]): Axis {
  const axis: Axis = { under: new Map(), over: new Map(), cuts: [] };
  const add = (map: Map<string, Set<string>>, at: string, name: string) =>
    map.set(at, (map.get(at) ?? new Set<string>()).add(name));
  const visit = (name: string, tree: Tree, path: string[]) => {
    const parts = Object.keys(tree);
    for (const part of parts) visit(part, tree[part]!, [...path, part]);
    if (parts.length > 0) axis.cuts.push({ whole: name, parts });
    else {
      for (const above of path) {
        add(axis.under, above, name);
        add(axis.over, name, above);
      }
    }
  };
  for (const tree of trees) visit(ALL, tree[ALL]!, [ALL]);
  return axis;
}

/** Every count that a table shaped like a published one holds, listed or not, but those where no child can be. */
interface Tables {
  axes: Axis[];
  keys: (readonly string[])[];
  at: Map<string, number>;
  /** What is published of each count; null where nothing is. */
  published: (number | null)[];
  sums: { whole: number; parts: number[]; dimension: number }[];
  isImpossible: (key: readonly string[]) => boolean;
}

function* product(
  lists: readonly (readonly string[])[],
  head: readonly string[] = []
): Generator<readonly string[]> {
  const list = lists[head.length];
  if (list === undefined) yield head;
  else for (const one of list) yield* product(lists, [...head, one]);
}

/** Names of a pattern by dimension. */
function patternsOf({ dimensions }: Cube, axes: Axis[], list: Pattern[] = []): (string | undefined)[][] {
  return list.map((pattern) =>
    dimensions.map(({ name }, d) => {
      const node = pattern[name];
      return node === undefined || axes[d]!.under.has(node) ? node : refuse('unreadable-problem');
    })
  );
}

/** Whether patterns exclude every child whom a count could hold. */
function impossibleIn(axes: Axis[], patterns: (string | undefined)[][]): Tables['isImpossible'] {
  const known = new Map<string, boolean>();
  const isTold = axes.map((_, d) => patterns.some((pattern) => pattern[d] !== undefined));
  const isInside = (key: readonly string[], pattern: (string | undefined)[]) =>
    pattern.every((name, d) => {
      const { under } = axes[d]!;
      return name === undefined || [...under.get(key[d]!)!].every((leaf) => under.get(name)!.has(leaf));
    });
  const isExcluded = (key: readonly string[]): boolean => {
    const at = keyOf(key);
    let answer = known.get(at);
    if (answer !== undefined) return answer;
    const d = key.findIndex(
      (name, one) => isTold[one] && axes[one]!.cuts.some(({ whole }) => whole === name)
    );
    const parts = axes[d]?.cuts.find(({ whole }) => whole === key[d])!.parts;
    answer =
      patterns.some((pattern) => isInside(key, pattern)) ||
      parts?.every((part) => isExcluded(key.with(d, part))) === true;
    known.set(at, answer);
    return answer;
  };
  return (key) => isExcluded(key.map((name, d) => (isTold[d] ? name : ALL)));
}

function tablesOf(cube: Cube): Tables {
  const axes = cube.dimensions.map(({ trees }) => axisOf(trees));
  const patterns = patternsOf(cube, axes, cube.impossible);
  const isImpossible = impossibleIn(axes, patterns);
  const crossed = [
    ...cube.cells.map(({ key }) => key.map((name) => name !== ALL)),
    ...patterns.map((pattern) => pattern.map((name) => name !== undefined))
  ];
  const shapes = [...new Map(crossed.map((shape) => [shape.join(), shape])).values()];
  const keys = shapes.flatMap((shape) => {
    const names = axes.map(({ under }, d) =>
      shape[d] ? [...under.keys()].filter((name) => name !== ALL) : [ALL]
    );
    return [...product(names)].filter((key) => !isImpossible(key));
  });
  const at = new Map(keys.map((key, c) => [keyOf(key), c]));
  const published = new Array<number | null>(keys.length).fill(null);
  for (const { key, value = null } of cube.cells) {
    const c = at.get(keyOf(key));
    if (c !== undefined) published[c] = value;
    else if (value !== null && value !== 0) refuse('does-not-add-up', key);
  }
  const sums = keys.flatMap((key, whole) =>
    axes.flatMap(({ cuts }, dimension) =>
      cuts.flatMap((cut) => {
        if (cut.whole !== key[dimension]) return [];
        const parts = cut.parts
          .map((part) => key.with(dimension, part))
          .filter((part) => !isImpossible(part));
        const places = parts.map((part) => at.get(keyOf(part)) ?? -1);
        return places.includes(-1) ? [] : [{ whole, parts: places, dimension }];
      })
    )
  );
  return { axes, keys, at, published, sums, isImpossible };
}

/** What each count is in each world, once it is checked that published ones are as published. */
function countsOf(tables: Tables, { leaves, worlds }: ProtectionCertificate): Float64Array[] {
  const { axes, keys, at, published, isImpossible } = tables;
  const known = new Map<string, number[]>();
  /** Counts that hold the children of one leaf of each dimension. */
  const over = (row: number[]): number[] => {
    const key = axes.map((axis, d) => {
      const leaf = leaves[d]![row[d]!]!;
      return axis.over.has(leaf) ? leaf : refuse('unknown-leaf');
    });
    if (isImpossible(key)) refuse('impossible-children', key);
    const names = product(key.map((leaf, d) => [...axes[d]!.over.get(leaf)!]));
    return [...names].flatMap((above) => at.get(keyOf(above)) ?? []);
  };
  return worlds.map((rows) => {
    const counts = new Float64Array(keys.length);
    for (const row of rows) {
      const [place, children] = [row.slice(0, -1), row.at(-1)!];
      if (!Number.isSafeInteger(children) || children < 0) refuse('not-a-count');
      let cells = known.get(place.join());
      if (cells === undefined) known.set(place.join(), (cells = over(place)));
      for (const c of cells) counts[c]! += children;
    }
    published.forEach(
      (value, c) => value !== null && counts[c] !== value && refuse('does-not-add-up', keys[c])
    );
    return counts;
  });
}

/** The most that each count can be, as far as adding and subtracting along one sum after another tells. */
function ceilings({ published, sums }: Tables): number[] {
  const [low, high] = [published.map((value) => value ?? 0), published.map((value) => value ?? Infinity)];
  for (let again = true; again;) {
    again = false;
    const set = (bounds: number[], c: number, value: number, isTighter: boolean) => {
      if (!isTighter) return;
      bounds[c] = value;
      again = true;
    };
    for (const { whole, parts } of sums) {
      const least = parts.reduce((sum, part) => sum + low[part]!, 0);
      const most = parts.reduce((sum, part) => sum + high[part]!, 0);
      set(low, whole, least, least > low[whole]!);
      set(high, whole, most, most < high[whole]!);
      for (const part of parts) {
        const rest = high[whole]! - (least - low[part]!);
        set(high, part, rest, rest < high[part]!);
        const others = parts.reduce((sum, other) => (other === part ? sum : sum + high[other]!), 0);
        set(low, part, low[whole]! - others, low[whole]! - others > low[part]!);
      }
    }
  }
  return high;
}

/** Checks every count, and what each leaves of a published whole along level and theme. Returns how many. */
function checkCounts(cube: Cube, tables: Tables, worlds: Float64Array[], k: number): number {
  const { axes, keys, published, sums } = tables;
  const high = ceilings(tables);
  const isHidden = (values: number[]) => {
    const most = Math.max(...values);
    return most >= k || (most === k - 1 && Math.min(...values) <= 1);
  };
  const single = patternsOf(cube, axes, cube.alone);
  keys.forEach((key, c) => {
    if (high[c] === 0) return;
    const values = worlds.map((counts) => counts[c]!);
    if (!isHidden(values)) refuse('open-count', key);
    const isSingle = single.some(
      (pattern) =>
        pattern.every((name, d) => name === undefined || name === key[d]) &&
        pattern.some((name, d) => name === undefined && key[d] !== ALL)
    );
    if (isSingle && Math.max(...values) - Math.min(...values) < k - 2) refuse('open-single-school', key);
  });
  let rests = 0;
  for (const { whole, parts, dimension } of sums) {
    const isTelling = (published[whole] ?? 0) >= k && parts.length > 1;
    if (!isTelling || !ATTRIBUTES.includes(cube.dimensions[dimension]!.name)) continue;
    for (const part of parts) {
      rests++;
      const values = worlds.map((counts) => counts[whole]! - counts[part]!);
      if (published[part] !== 0 && !isHidden(values)) refuse('open-rest', keys[part]);
    }
  }
  return keys.length + rests;
}

export async function webSha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Checks a certificate against the file of its cube, both as they were written.
 * @param sha256 in hexadecimal; a page on plain HTTP has none and must bring its own
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
    const { version, claim } = certificate;
    if (typeof version !== 'number' || !claim) refuse(unreadable);
    verdict.claim = claim;
    if (version !== 1) refuse('other-version');
    if (certificate.problem !== (await sha256(cubeFile))) refuse('other-problem');
    if (digest !== (await sha256(new TextEncoder().encode(JSON.stringify(certificate)))))
      refuse('altered-certificate');
    unreadable = 'unreadable-problem';
    const cube = parse(cubeFile) as Cube;
    if (cube.rounding !== undefined) refuse('rounded-cube');
    if (!Number.isSafeInteger(claim.k) || claim.k < 2 || claim.k !== cube.k) refuse('other-threshold');
    if (certificate.worlds.length === 0) refuse('no-world');
    const tables = tablesOf(cube);
    unreadable = 'unreadable-certificate';
    const worlds = countsOf(tables, { ...certificate, digest });
    verdict.leaves = checkCounts(cube, tables, worlds, claim.k);
    verdict.accepted = true;
  } catch (error) {
    verdict.reason = error instanceof Refusal ? error.message : unreadable;
    if (error instanceof Refusal && error.key) verdict.key = error.key;
  }
  return verdict;
}
