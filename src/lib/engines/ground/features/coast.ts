// The sea, from coastlines: open lines with the land on their left, closed along the box.
import type { Position } from 'geojson';
import type { GroundBox } from '../extract.ts';
import { clipLine, isInBox } from './clip.ts';
import { twiceSignedArea } from '../../../algorithms/plane.ts';
import { ringPolygons } from './rings.ts';

type Line = Position[];

/** A coast in two files, or cut by the edge of an extract: ends nearer than this are one point. Degrees. */
const GAP = 0.01;
/** How far back the direction of a coast that ends is looked for. Degrees. */
const HEADING = 0.03;

const corners = ([west, south, east, north]: GroundBox): Position[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south]
];

/** Where a point of the border lies, clockwise from the north-western corner, 1 a side. */
function along([x, y]: Position, [west, south, east, north]: GroundBox): number {
  const sides = [
    [north - y!, (x! - west) / (east - west)],
    [east - x!, 1 + (north - y!) / (north - south)],
    [y! - south, 2 + (east - x!) / (east - west)],
    [x! - west, 3 + (y! - south) / (north - south)]
  ] as const;
  const [, place] = sides.reduce((best, side) => (Math.abs(side[0]) < Math.abs(best[0]) ? side : best));
  return place;
}

const onBorder = ([x, y]: Position, [west, south, east, north]: GroundBox): boolean =>
  x === west || x === east || y === south || y === north;

/** From the end of a line straight on, as it went over its last kilometres, to the border. */
function straightOn(line: Line, box: GroundBox): Line {
  const end = line.at(-1)!;
  if (onBorder(end, box)) return line;
  const [west, south, east, north] = box;
  const far = Math.hypot(east - west, north - south);
  const away = (point: Position) => Math.hypot(end[0]! - point[0]!, end[1]! - point[1]!);
  const back = line.findLast((point) => away(point) > HEADING) ?? line[0]!;
  const length = away(back);
  if (length === 0) return line;
  const target: Position = [
    end[0]! + ((end[0]! - back[0]!) / length) * 2 * far,
    end[1]! + ((end[1]! - back[1]!) / length) * 2 * far
  ];
  const [exit] = clipLine([end, target], box);
  return exit ? [...line, exit.at(-1)!] : line;
}

/** Ends inside the box: the next start nearby is joined, else the line goes straight on to the border. */
function reachBorder(pieces: readonly Line[], box: GroundBox): { open: Line[]; rings: Line[] } {
  const rings: Line[] = [];
  const open = [...pieces];
  for (let at = 0; at < open.length;) {
    const end = open[at]!.at(-1)!;
    const near = ([x, y]: Position) => Math.hypot(end[0]! - x!, end[1]! - y!) < GAP;
    const next = onBorder(end, box)
      ? -1
      : open.findIndex((line) => !onBorder(line[0]!, box) && near(line[0]!));
    if (next === -1) at++;
    else if (next === at) rings.push(...open.splice(at, 1).map((ring) => [...ring, ring[0]!]));
    else {
      open[at] = [...open[at]!, ...open[next]!];
      open.splice(next, 1);
      if (next < at) at--;
    }
  }
  const both = open.map((line) => straightOn(straightOn(line, box).toReversed(), box).toReversed());
  return { open: both, rings };
}

/** A closed line begun outside the box, so that no piece of it is cut in two. */
function turned(line: Line, box: GroundBox): Line {
  const outside = line.findIndex((point) => !isInBox(point, box));
  return outside === -1 ? line : [...line.slice(outside), ...line.slice(1, outside + 1)];
}

/** Pieces from border to border made rings with the water in them: from each end clockwise along the box to the next start. */
function closeAlong(pieces: readonly Line[], box: GroundBox): Line[] {
  const starts = pieces.map((piece) => along(piece[0]!, box));
  const ahead = (from: number, to: number) => (to - from + 4) % 4;
  const left = new Set(pieces.keys());
  const rings: Line[] = [];
  for (const first of pieces.keys()) {
    if (!left.delete(first)) continue;
    const ring = [...pieces[first]!];
    for (;;) {
      const end = along(ring.at(-1)!, box);
      const candidates = [first, ...left];
      const next = candidates.reduce((a, b) => (ahead(end, starts[b]!) < ahead(end, starts[a]!) ? b : a));
      const passed = corners(box)
        .map((corner, at) => ({ corner, way: ahead(end, at) }))
        .filter(({ way }) => way > 0 && way < ahead(end, starts[next]!))
        .sort((a, b) => a.way - b.way);
      ring.push(...passed.map(({ corner }) => corner));
      if (next === first) break;
      left.delete(next);
      ring.push(...pieces[next]!);
    }
    rings.push([...ring, ring[0]!]);
  }
  return rings;
}

/**
 * The sea in a box, one polygon a basin, islands as holes. Without a coast: none, the box is all land.
 * @param coasts land on their left, joined end to start; those that end in the box are led straight on to its border
 */
export function seaOf(coasts: readonly Line[], box: GroundBox): Position[][][] {
  const isClosed = (line: Line) =>
    line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1] && line.length > 3;
  const whole: Line[] = [];
  const cut: Line[] = [];
  for (const coast of coasts) {
    if (isClosed(coast) && coast.every((point) => isInBox(point, box))) whole.push(coast);
    else cut.push(...clipLine(isClosed(coast) ? turned(coast, box) : coast, box));
  }
  const { open, rings } = reachBorder(cut, box);
  const closed = [...whole, ...rings];
  const islands = closed.filter((ring) => twiceSignedArea(ring) > 0);
  const basins = [...closed.filter((ring) => twiceSignedArea(ring) < 0), ...closeAlong(open, box)];
  const frame = corners(box);
  if (basins.length === 0 && islands.length > 0) basins.push([...frame, frame[0]!]);
  return ringPolygons(basins, islands);
}
