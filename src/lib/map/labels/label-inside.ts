// A label inside its place: the block and the spot that cover fewest symbols, near the middle.
import { boxInside, overlap, type Box } from '../geometry/plane.ts';
import type { TextBlock } from './label-text.ts';
import type { Disc, Label, LabelField, LabelRequest } from './label-placement.ts';
import type { Point } from '../geometry/viewport.ts';

const STEP = 4;
/** What a covered symbol and a further line cost, in pixels of distance from the middle. */
const SYMBOL_COST = 40;
const LINE_COST = 6;
/** Blank of a text block that may overhang a border: side bearings and leading. */
const OVERHANG = { x: 3, y: 3 };

export function boxAround(at: Point, width: number, height: number): Box {
  const x = at[0];
  const y = at[1];
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

export function coveredSymbols(symbols: readonly Disc[], box: Box): number {
  let covered = 0;
  for (let i = 0; i < symbols.length; i += 1) {
    const { at, radius } = symbols[i]!;
    if (at[0] + radius <= box.left || at[0] - radius >= box.right) continue;
    if (at[1] + radius > box.top && at[1] - radius < box.bottom) covered += 1;
  }
  return covered;
}

/** Steps from one coordinate to another, those near a third one first: a good spot found early spares the others. */
function nearestFirst(from: number, to: number, near: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / STEP) + 1);
  const away = (coordinate: number) => Math.abs(coordinate - near);
  return Array.from({ length: count }, (_, at) => from + at * STEP).sort((a, b) => away(a) - away(b));
}

export interface InsideSpot {
  label: Label;
  covered: number;
}

export function insideSpot(
  field: LabelField,
  request: LabelRequest,
  blocks: readonly TextBlock[],
  anchor: Point,
  taken: readonly Box[]
): InsideSpot | null {
  const around = request.polygon.box;
  const symbols = field.symbols.filter(({ at, radius }) =>
    overlap(around, boxAround(at, radius * 2, radius * 2))
  );
  let best: InsideSpot | null = null;
  let cost = Infinity;
  for (const { lines, width, height } of blocks) {
    const [halfWidth, halfHeight] = [width / 2, height / 2];
    const left = Math.max(around.left - OVERHANG.x, 0) + halfWidth;
    const right = Math.min(around.right, field.width - OVERHANG.x * 2) + OVERHANG.x - halfWidth;
    const bottom = Math.min(around.bottom + OVERHANG.y, field.height) - halfHeight;
    const top = Math.max(around.top - OVERHANG.y, 0) + halfHeight;
    const written = lines.length * LINE_COST;
    const columns = nearestFirst(left, right, anchor[0]);
    for (const y of nearestFirst(top, bottom, anchor[1])) {
      if (Math.abs(y - anchor[1]) + written >= cost) break;
      for (const x of columns) {
        const away = Math.hypot(x - anchor[0], y - anchor[1]) + written;
        if (away >= cost) break;
        const box = boxAround([x, y], width, height);
        const covered = coveredSymbols(symbols, box);
        const price = away + covered * SYMBOL_COST;
        if (price >= cost || taken.some((other) => overlap(other, box))) continue;
        const body = boxAround([x, y], width - OVERHANG.x * 2, height - OVERHANG.y * 2);
        if (!boxInside(request.polygon, body)) continue;
        cost = price;
        const { id, size, value } = request;
        best = {
          covered,
          label: { id, lines, value, at: [x, y], align: 'middle', size, inside: true, leader: null, box }
        };
      }
    }
  }
  return best;
}
