// TopoJSON: outlines whose common borders are written once. Read as the features that they draw.
import type { Position } from 'geojson';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { isRecord } from '../../../model/documents/json.ts';

interface Feature {
  properties: unknown;
  geometry: unknown;
}

/** Positions beyond which a file is refused: a few arcs named many times over could fill the memory. */
const MAX_POSITIONS = 20_000_000;

class Damaged extends Error {}

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Damaged();
  return value as unknown[];
};
const number = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Damaged();
  return value;
};
const pair = (value: unknown): [number, number] => {
  const [x, y] = list(value);
  return [number(x), number(y)];
};

type Placed = (x: number, y: number) => Position;

/** Turns the whole numbers of a quantised file into coordinates; null when it is not quantised. */
function transformOf(root: Record<string, unknown>): Placed | null {
  if (root.transform === undefined || root.transform === null) return null;
  if (!isRecord(root.transform)) throw new Damaged();
  const [sx, sy] = pair(root.transform.scale);
  const [tx, ty] = pair(root.transform.translate);
  return (x, y) => [x * sx + tx, y * sy + ty];
}

/** Coordinates of an arc; those of a quantised file are told as steps from one to the next. */
function arcOf(value: unknown, placed: Placed | null): Position[] {
  if (!placed) return list(value).map(pair);
  let [x, y] = [0, 0];
  return list(value).map((step) => {
    const [dx, dy] = pair(step);
    x += dx;
    y += dy;
    return placed(x, y);
  });
}

/** Geometries of an object, collections of collections unfolded. */
function geometriesOf(object: unknown, depth = 0): Record<string, unknown>[] {
  if (!isRecord(object) || depth > 8) throw new Damaged();
  if (object.type !== 'GeometryCollection') return [object];
  return list(object.geometries).flatMap((one) => geometriesOf(one, depth + 1));
}

class Topology {
  readonly #arcs: Position[][];
  readonly #placed: Placed | null;
  #positions = 0;

  constructor(root: Record<string, unknown>) {
    this.#placed = transformOf(root);
    this.#arcs = list(root.arcs).map((arc) => arcOf(arc, this.#placed));
  }

  /** The line of some arcs, each from where the former ends; `~3` is arc 3 from its end. */
  #line(indices: unknown): Position[] {
    const line: Position[] = [];
    for (const value of list(indices)) {
      const index = number(value);
      const arc = this.#arcs[index < 0 ? ~index : index];
      if (!arc) throw new Damaged();
      this.#positions += arc.length;
      if (this.#positions > MAX_POSITIONS) throw new Damaged();
      const along = index < 0 ? arc.toReversed() : arc;
      // The first position of an arc is the last of the former one.
      for (let at = line.length > 0 ? 1 : 0; at < along.length; at += 1) line.push(along[at]!);
    }
    return line;
  }

  #point(value: unknown): Position {
    const [x, y] = pair(value);
    return this.#placed ? this.#placed(x, y) : [x, y];
  }

  geometry({ type, arcs, coordinates }: Record<string, unknown>): unknown {
    const lines = (value: unknown) => list(value).map((one) => this.#line(one));
    switch (type) {
      case null:
      case undefined:
        return null;
      case 'Point':
        return { type, coordinates: this.#point(coordinates) };
      case 'MultiPoint':
        return { type, coordinates: list(coordinates).map((one) => this.#point(one)) };
      case 'LineString':
        return { type, coordinates: this.#line(arcs) };
      case 'MultiLineString':
      case 'Polygon':
        return { type, coordinates: lines(arcs) };
      case 'MultiPolygon':
        return { type, coordinates: list(arcs).map(lines) };
      default:
        throw new Damaged();
    }
  }
}

export const isTopology = (root: unknown): root is Record<string, unknown> =>
  isRecord(root) && root.type === 'Topology';

/**
 * The features of the object with most geometries; a note names the others.
 * @throws UnusableInput `damaged-topojson`
 */
export function topologyFeatures(
  root: Record<string, unknown>,
  file: string
): { features: Feature[]; findings: Finding[] } {
  try {
    if (!isRecord(root.objects)) throw new Damaged();
    const layers = Object.entries(root.objects).map(([name, object]) => ({
      name,
      geometries: geometriesOf(object)
    }));
    const largest = layers.reduce((a, b) => (b.geometries.length > a.geometries.length ? b : a), {
      name: '',
      geometries: [] as Record<string, unknown>[]
    });
    const topology = new Topology(root);
    const features = largest.geometries.map((one) => ({
      properties: one.properties ?? {},
      geometry: topology.geometry(one)
    }));
    const found = layers.flatMap(({ name }) => (name === largest.name ? [] : name)).join(', ');
    const note = { code: 'other-layers', severity: 'note', file, found, expected: largest.name } as const;
    return { features, findings: found === '' ? [] : [note] };
  } catch (cause) {
    if (!(cause instanceof Damaged)) throw cause;
    throw new UnusableInput({ code: 'damaged-topojson', severity: 'dropped', file }, { cause });
  }
}
