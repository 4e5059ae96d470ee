// A label beside its place: along rays from the place, the nearest free spot, with a leader back to it.
import {
  boxTouches,
  contains,
  overlap,
  segmentMeetsBox,
  segmentsCross,
  type Box
} from '../geometry/plane.ts';
import { boxAround, coveredSymbols } from './label-inside.ts';
import type { TextBlock } from './label-text.ts';
import type { Label, LabelField, LabelRequest } from './label-placement.ts';
import type { Point } from '../geometry/viewport.ts';

const RAYS = 48;
const STRIDE = 5;
const REACH = 220;
/** Between a leader and its text, and between a text and its neighbours. */
const GAP = 4;
const MARGIN = 2;
/** How far a leader enters its place. */
const FOOT = 5;
/** Costs in pixels of leader: a symbol covered, a pixel over another place, a slope, a further line. */
const SYMBOL_COST = 30;
const OVER_COST = 2;
const SLOPE_COST = 24;
const LINE_COST = 22;

type Leader = readonly [Point, Point];

interface Ray {
  direction: Point;
  /** Where its leader begins: just within the place. */
  foot: Point;
  /** Pixels of it over other places. */
  over: number;
  /** Farther along it, no label would be better than the best. */
  ended: boolean;
}

/** Places a block so that it starts at the end of a ray that leaves at an angle. */
function hang(
  end: Point,
  direction: Point,
  { width, height }: TextBlock
): Pick<Label, 'at' | 'align' | 'box'> {
  const x = end[0];
  const y = end[1];
  const dx = direction[0];
  const dy = direction[1];
  const align = dx > 0.35 ? 'start' : dx < -0.35 ? 'end' : 'middle';
  const left = align === 'start' ? x + GAP : align === 'end' ? x - GAP - width : x - width / 2;
  const centre = align === 'middle' ? y + Math.sign(dy) * (height / 2 + GAP / 2) : y;
  const at: Point = [align === 'start' ? left : align === 'end' ? left + width : x, centre];
  const box = { left, right: left + width, top: centre - height / 2, bottom: centre + height / 2 };
  return { at, align, box };
}

const grown = (box: Box): Box => ({
  left: box.left - MARGIN,
  right: box.right + MARGIN,
  top: box.top - MARGIN,
  bottom: box.bottom + MARGIN
});

export function outsideSpot(
  field: LabelField,
  request: LabelRequest,
  blocks: readonly TextBlock[],
  anchor: Point,
  occupied: readonly Box[],
  leaders: readonly Leader[]
): Label | null {
  let best: Label | null = null;
  let cost = Infinity;
  const farthest = (request.reach ?? REACH) + GAP + Math.max(...blocks.map(({ width }) => width));
  const around = boxAround(anchor, farthest * 2, farthest * 2);
  const symbols = field.symbols.filter((symbol) => coveredSymbols([symbol], around) > 0);
  const taken = occupied.filter((box) => overlap(box, around));
  const near = { ...field, solid: field.solid.filter((polygon) => overlap(polygon.box, around)) };
  const rays = Array.from({ length: RAYS }, (_, at): Ray => {
    const angle = (2 * Math.PI * at) / RAYS;
    return { direction: [Math.cos(angle), Math.sin(angle)], foot: anchor, over: 0, ended: false };
  });
  for (let reach = STRIDE; reach < (request.reach ?? REACH); reach += STRIDE) {
    for (const ray of rays) {
      if (ray.ended) continue;
      const { direction } = ray;
      const end: Point = [anchor[0] + direction[0] * reach, anchor[1] + direction[1] * reach];
      if (contains(request.polygon, end)) {
        ray.foot = [end[0] - direction[0] * FOOT, end[1] - direction[1] * FOOT];
        ray.over = 0;
        continue;
      }
      if (near.solid.some((polygon) => contains(polygon, end))) ray.over += STRIDE;
      const { foot } = ray;
      const length = Math.hypot(end[0] - foot[0], end[1] - foot[1]);
      const base = length + ray.over * OVER_COST + Math.abs(direction[1]) * SLOPE_COST;
      if (base >= cost) {
        ray.ended = true;
        continue;
      }
      for (const block of blocks) {
        const written = base + block.lines.length * LINE_COST;
        if (written >= cost) continue;
        const place = hang(end, direction, block);
        const price = written + coveredSymbols(symbols, place.box) * SYMBOL_COST;
        if (price >= cost || !isFree(near, request, grown(place.box), taken)) continue;
        const leader: Leader = [end, foot];
        if (leaders.some((other) => segmentsCross(...leader, ...other))) continue;
        if (leaders.some((other) => segmentMeetsBox(...other, place.box))) continue;
        if (taken.some((box) => segmentMeetsBox(...leader, box))) continue;
        cost = price;
        const { id, value, size } = request;
        best = { id, lines: block.lines, value, size, inside: false, leader, ...place };
      }
    }
  }
  return best;
}

function isFree(field: LabelField, request: LabelRequest, box: Box, taken: readonly Box[]): boolean {
  if (box.left < 0 || box.top < 0 || box.right > field.width || box.bottom > field.height) return false;
  if (taken.some((other) => overlap(other, box))) return false;
  return !boxTouches(request.polygon, box) && !field.solid.some((polygon) => boxTouches(polygon, box));
}
