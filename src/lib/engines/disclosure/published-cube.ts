// The format of `cube.json`, a published cube of counts, and its validation.
import { UnusableInput } from '../../model/findings.ts';
import { isRecord } from '../../model/documents/json.ts';

/** Nested names: a parent is the sum of its children, a leaf has none. */
export interface Tree {
  [name: string]: Tree;
}

export interface Dimension {
  name: string;
  /** One or more hierarchies over the same leaves; each has the single root `ALL`. */
  trees: Tree[];
}

export interface CubeCell {
  /** One node name per dimension. */
  key: string[];
  /** Children; absent when suppressed. */
  value?: number;
  suppressed?: true;
  families?: number;
  visits?: number;
  /** Whole percent of the visits that are at neutral places: beside the count of everybody. */
  neutral?: number;
  /** What figures told outside cubes let a reader know of the count; in no file. */
  known?: readonly KnownInterval[];
}

/** A count lies from `least` to `most`, by the figure that has this tag. */
export interface KnownInterval {
  tag: string;
  least: number;
  most: number;
}

export interface PublishedCube {
  k: number;
  /** Its school years, also when it has one and no `year` dimension; older cubes of one year do not say. */
  years?: string[];
  dimensions: Dimension[];
  /** Patterns (dimension -> node) that cannot occur. */
  impossible?: Record<string, string>[];
  /** Places (dimension -> node) of a single school: cells that split them further must be suppressed. */
  alone?: Record<string, string>[];
  /** Base of controlled rounding: values are multiples of it, each less than one base away from the true count. */
  rounding?: number;
  cells: CubeCell[];
}

export const ROOT = 'ALL';
/** What lies outside every QPV: `59606:hors` in a commune. */
export const OUTSIDE = 'hors';

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * Validates a parsed `cube.json`.
 *
 * @param file its name, quoted in errors
 * @throws UnusableInput naming the faulty place, what was expected and what was found
 */
export function readCube(document: unknown, file: string): PublishedCube {
  const refuse = (code: string, column: string, expected: string, found?: unknown): never => {
    const shown = found === undefined ? {} : { found: String(JSON.stringify(found)).slice(0, 60) };
    throw new UnusableInput({ code, severity: 'dropped', file, column, expected, ...shown });
  };
  if (!isRecord(document)) return refuse('cube-not-an-object', 'cube', 'an object', document);
  const { k, years, dimensions, impossible = [], alone = [], cells, rounding } = document;
  if (!isCount(k) || k < 2) return refuse('cube-bad-k', 'k', 'a whole number, 2 or more', k);
  if (rounding !== undefined && (!isCount(rounding) || rounding < 2))
    return refuse('cube-bad-rounding', 'rounding', 'a whole number, 2 or more', rounding);
  const named =
    years === undefined || (Array.isArray(years) && years.every((one) => typeof one === 'string'));
  if (!named || (Array.isArray(years) && new Set(years).size < Math.max(1, years.length)))
    return refuse('cube-bad-years', 'years', 'a list of school years', years);
  if (!Array.isArray(dimensions) || dimensions.length === 0)
    return refuse('cube-bad-dimensions', 'dimensions', 'a list of dimensions', dimensions);
  if (!Array.isArray(cells)) return refuse('cube-bad-cells', 'cells', 'a list of cells', cells);
  if (!Array.isArray(impossible)) return refuse('cube-bad-impossible', 'impossible', 'a list', impossible);
  if (!Array.isArray(alone)) return refuse('cube-bad-impossible', 'alone', 'a list', alone);

  const names = new Set<string>();
  dimensions.forEach((dimension: unknown, d) => {
    const at = `dimensions[${d}]`;
    if (!isRecord(dimension) || typeof dimension.name !== 'string' || !Array.isArray(dimension.trees))
      return refuse('cube-bad-dimension', at, 'a name and trees', dimension);
    if (names.has(dimension.name)) refuse('cube-duplicate-dimension', at, 'another name', dimension.name);
    names.add(dimension.name);
    if (dimension.trees.length === 0) refuse('cube-no-tree', at, 'at least one tree');
    for (const tree of dimension.trees as unknown[]) {
      if (!isRecord(tree) || Object.keys(tree).join() !== ROOT)
        refuse(
          'cube-bad-root',
          at,
          `a tree whose single root is ${ROOT}`,
          isRecord(tree) ? Object.keys(tree) : tree
        );
    }
  });
  for (const [list, patterns] of Object.entries({ impossible, alone })) {
    patterns.forEach((pattern: unknown, i) => {
      const known = isRecord(pattern) && Object.keys(pattern).every((name) => names.has(name));
      if (!known || Object.keys(pattern as object).length === 0)
        refuse('cube-bad-pattern', `${list}[${i}]`, 'dimension names and nodes', pattern);
    });
  }
  cells.forEach((cell: unknown, c) => {
    const at = `cells[${c}]`;
    if (!isRecord(cell) || !Array.isArray(cell.key)) return refuse('cube-bad-cell', at, 'a key', cell);
    if (cell.key.length !== dimensions.length || !cell.key.every((part) => typeof part === 'string'))
      refuse('cube-bad-key', `${at}.key`, `${dimensions.length} node names`, cell.key);
    const hidden = cell.suppressed === true;
    if (hidden === (cell.value !== undefined))
      refuse('cube-value-or-suppressed', at, 'either a value or "suppressed": true', cell);
    if (!hidden && !isCount(cell.value))
      refuse('cube-bad-value', `${at}.value`, 'a whole number', cell.value);
    for (const extra of ['families', 'visits', 'neutral'] as const) {
      if (cell[extra] === undefined) continue;
      if (hidden) refuse('cube-leak', `${at}.${extra}`, 'nothing beside a suppressed cell', cell[extra]);
      if (!isCount(cell[extra])) refuse('cube-bad-value', `${at}.${extra}`, 'a whole number', cell[extra]);
    }
  });
  return document as unknown as PublishedCube;
}
