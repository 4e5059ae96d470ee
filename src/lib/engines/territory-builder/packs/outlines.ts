// Outlines as text: a line that two places share is written once, on a grid, as steps from point to point.
import type { Position } from 'geojson';
import type { SourceSurface } from '../rows.ts';
import { BadColumn, readNumbers, readSteps, writeNumbers, writeSteps } from './text-columns.ts';

/**
 * Where the whole numbers of a grid are: `x * scale + translate`, degrees. null: five decimals, about a metre. The grid of a quantised
 * TopoJSON is kept as it is, so that its points are found again to the last digit.
 */
export type Grid = { scale: [number, number]; translate: [number, number] } | null;

export interface PackedOutlines {
  grid: Grid;
  /** Points of each line. */
  lengths: string;
  /** Columns and rows of the grid, from point to point, one line after the other. */
  xs: string;
  ys: string;
  /** Of each outline: 0 for a polygon, else the polygons of a multipolygon; then the rings of each polygon, and the lines of each ring. */
  shapes: string;
  /** Lines of each ring: 0 is the next new one; 2n - 1 the nth before it, from its end; 2n the same, from its start. */
  lines: string;
}

const DECIMALS = 1e5;
const polygonsOf = ({ type, coordinates }: SourceSurface): Position[][][] =>
  type === 'Polygon' ? [coordinates] : coordinates;

type Point = readonly [number, number];
const nameOf = ([x, y]: Point) => `${x} ${y}`;

function onGrid(grid: Grid): (position: Position) => Point {
  if (!grid) return ([lon = 0, lat = 0]) => [Math.round(lon * DECIMALS), Math.round(lat * DECIMALS)];
  const { scale, translate } = grid;
  return ([lon = 0, lat = 0]) => [
    Math.round((lon - translate[0]) / scale[0]),
    Math.round((lat - translate[1]) / scale[1])
  ];
}

/** Points of a closed ring on the grid, the last one left out; those that fall on the former are dropped, unless fewer than three are left. */
function ringOf(ring: readonly Position[], placed: (position: Position) => Point): Point[] {
  const all = ring.slice(0, -1).map(placed);
  const points = all.filter(([x, y], at) => {
    const [beforeX, beforeY] = all[(at || all.length) - 1]!;
    return x !== beforeX || y !== beforeY;
  });
  return points.length < 3 ? all : points;
}

/** Points where a ring begins, or where rings part: lines end there. */
function endsOf(rings: readonly (readonly Point[])[]): Set<string> {
  const sides = new Map<string, string>();
  const ends = new Set<string>();
  for (const ring of rings) {
    const names = ring.map(nameOf);
    ends.add(names[0]!);
    names.forEach((name, at) => {
      const [before, after] = [names.at(at - 1)!, names[(at + 1) % names.length]!];
      const both = before < after ? `${before} ${after}` : `${after} ${before}`;
      const known = sides.get(name);
      if (known === undefined) sides.set(name, both);
      else if (known !== both) ends.add(name);
    });
  }
  return ends;
}

/** A closed ring cut where lines end; it begins with one. */
function linesOf(ring: readonly Point[], ends: ReadonlySet<string>): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const point of [...ring, ring[0]!]) {
    line.push(point);
    if (line.length > 1 && ends.has(nameOf(point))) {
      lines.push(line);
      line = [point];
    }
  }
  return lines;
}

/** Writes outlines, in their order. */
export function writeOutlines(surfaces: readonly SourceSurface[], grid: Grid): PackedOutlines {
  const placed = onGrid(grid);
  const rings = surfaces.map((surface) =>
    polygonsOf(surface).map((polygon) => polygon.map((ring) => ringOf(ring, placed)))
  );
  const ends = endsOf(rings.flat(2));
  const known = new Map<string, number>();
  const [lengths, xs, ys, shapes, lines]: number[][] = [[], [], [], [], []];
  const add = (line: readonly Point[]): number => {
    const name = line.map(nameOf).join();
    const back = line.toReversed().map(nameOf).join();
    const [forward, reversed] = [known.get(name), known.get(back)];
    if (reversed !== undefined) return 2 * (lengths!.length - reversed) - 1;
    if (forward !== undefined) return 2 * (lengths!.length - forward);
    known.set(name, lengths!.length);
    lengths!.push(line.length);
    for (const [x, y] of line) {
      xs!.push(x);
      ys!.push(y);
    }
    return 0;
  };
  surfaces.forEach((surface, at) => {
    shapes!.push(surface.type === 'Polygon' ? 0 : rings[at]!.length);
    for (const polygon of rings[at]!) {
      shapes!.push(polygon.length);
      for (const ring of polygon) {
        const cut = linesOf(ring, ends);
        shapes!.push(cut.length);
        for (const line of cut) lines!.push(add(line));
      }
    }
  });
  return {
    grid,
    lengths: writeNumbers(lengths!),
    xs: writeSteps(xs!),
    ys: writeSteps(ys!),
    shapes: writeNumbers(shapes!),
    lines: writeNumbers(lines!)
  };
}

function readLines({ grid, lengths, xs, ys }: PackedOutlines): Position[][] {
  const [columns, rows] = [readSteps(xs), readSteps(ys)];
  const position = (at: number): Position => {
    const [x, y] = [columns[at], rows[at]];
    if (x === undefined || y === undefined) throw new BadColumn();
    return grid
      ? [x * grid.scale[0] + grid.translate[0], y * grid.scale[1] + grid.translate[1]]
      : [x / DECIMALS, y / DECIMALS];
  };
  let from = 0;
  return readNumbers(lengths).map((length) => {
    if (from + length > columns.length) throw new BadColumn();
    const line = Array.from({ length }, (_, at) => position(from + at));
    from += length;
    return line;
  });
}

/** @throws BadColumn */
export function readOutlines(packed: PackedOutlines): SourceSurface[] {
  const known = readLines(packed);
  const [shapes, lines] = [readNumbers(packed.shapes), readNumbers(packed.lines)];
  let [shape, line, fresh] = [0, 0, 0];
  const next = () => {
    const value = shapes[shape++];
    if (value === undefined) throw new BadColumn();
    return value;
  };
  const times = <Part>(count: number, make: () => Part): Part[] => {
    if (count > shapes.length + lines.length) throw new BadColumn();
    return Array.from({ length: count }, make);
  };
  const nextLine = (): Position[] => {
    const value = lines[line++];
    if (value === undefined) throw new BadColumn();
    const back = Math.ceil(value / 2);
    const found = known[fresh - back];
    if (!found) throw new BadColumn();
    if (value === 0) fresh += 1;
    return value % 2 === 1 ? found.toReversed() : found;
  };
  const ring = (): Position[] =>
    times(next(), nextLine).flatMap((points, at) => (at === 0 ? points : points.slice(1)));
  const polygon = () => times(next(), ring);
  const surfaces: SourceSurface[] = [];
  while (shape < shapes.length) {
    const polygons = next();
    surfaces.push(
      polygons === 0
        ? { type: 'Polygon', coordinates: polygon() }
        : { type: 'MultiPolygon', coordinates: times(polygons, polygon) }
    );
  }
  return surfaces;
}
