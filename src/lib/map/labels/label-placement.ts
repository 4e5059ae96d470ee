// Where each label stands: inside its place when it fits, else beside it with a leader, else nowhere.
import {
  boxInside,
  boxTouches,
  contains,
  innerPoint,
  overlap,
  segmentMeetsBox,
  segmentsCross,
  type Box,
  type Polygon
} from '../geometry/polygons.ts';
import type { Point } from '../geometry/viewport.ts';
import { textBlocks, type TextBlock } from './label-text.ts';

/** `main`: placed inside or beside, with a leader. `quiet`: only where it fits inside. */
export type LabelRank = 'main' | 'quiet';

export interface LabelRequest {
  id: string;
  name: string;
  value: string;
  polygon: Polygon;
  rank: LabelRank;
  /** Font size, pixels. */
  size: number;
  /** Lines wider than this are broken where they can. */
  maxWidth?: number;
  /** Farthest that the label may stand from its place, pixels; beyond, the value alone stands close. */
  reach?: number;
}

export interface Disc {
  at: Point;
  radius: number;
}

export interface LabelField {
  width: number;
  height: number;
  /** Boxes that no label may enter: legend, buttons. */
  reserved: readonly Box[];
  /** Symbols that a label had better not cover. */
  symbols: readonly Disc[];
  /** Areas that an outside label may not cover. */
  solid: readonly Polygon[];
}

export interface Label {
  id: string;
  lines: string[];
  /** The end of the last line, or all of it. */
  value: string;
  /** Centre of the block for `middle`; left or right edge for the others. Pixels. */
  at: Point;
  align: 'start' | 'middle' | 'end';
  size: number;
  inside: boolean;
  /** From the text to the place. */
  leader: readonly [Point, Point] | null;
  box: Box;
}

/** Inside: pixels between two spots tried, and what a covered symbol and a further line cost in pixels of distance from the middle. */
const STEP = 4;
const INSIDE_COSTS = { symbol: 40, line: 6 };
/** Blank of a text block that may overhang a border: side bearings and leading. */
const OVERHANG = { x: 3, y: 3 };

function boxAround(at: Point, width: number, height: number): Box {
  const x = at[0];
  const y = at[1];
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function coveredSymbols(symbols: readonly Disc[], box: Box): number {
  let covered = 0;
  for (let i = 0; i < symbols.length; i += 1) {
    const { at, radius } = symbols[i]!;
    if (at[0] + radius <= box.left || at[0] - radius >= box.right) continue;
    if (at[1] + radius > box.top && at[1] - radius < box.bottom) covered += 1;
  }
  return covered;
}

/** Steps from one coordinate to another, nearest to a third one first: a good spot found early prunes the rest. */
function nearestFirst(from: number, to: number, near: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / STEP) + 1);
  const away = (coordinate: number) => Math.abs(coordinate - near);
  return Array.from({ length: count }, (_, at) => from + at * STEP).sort((a, b) => away(a) - away(b));
}

interface InsideSpot {
  label: Label;
  covered: number;
}

/** A label inside its place: the block and the spot that cover fewest symbols, near the middle. */
function insideSpot(
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
    const written = lines.length * INSIDE_COSTS.line;
    const columns = nearestFirst(left, right, anchor[0]);
    for (const y of nearestFirst(top, bottom, anchor[1])) {
      if (Math.abs(y - anchor[1]) + written >= cost) break;
      for (const x of columns) {
        const away = Math.hypot(x - anchor[0], y - anchor[1]) + written;
        if (away >= cost) break;
        const box = boxAround([x, y], width, height);
        const covered = coveredSymbols(symbols, box);
        const price = away + covered * INSIDE_COSTS.symbol;
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

/** Outside: rays from the place, pixels between two spots tried along one, and how far. */
const RAYS = 48;
const STRIDE = 5;
const REACH = 220;
/** Between a leader and its text, and between a text and its neighbours. */
const GAP = 4;
const MARGIN = 2;
/** How far a leader enters its place. */
const FOOT = 5;
/** Costs in pixels of leader: a symbol covered, a pixel over another place or from the middle of its own, a slope, a further line. */
const OUTSIDE_COSTS = { symbol: 30, over: 2, within: 0.25, slope: 24, line: 22 };

type Leader = readonly [Point, Point];

interface Ray {
  direction: Point;
  /** Where its leader begins: just within the place. */
  foot: Point;
  /** Pixels of it over other places. */
  over: number;
  /** Pruned: no label farther along it can beat the best. */
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

interface BesideSpot {
  label: Label;
  /** Pixels of its line, those over other places twice: how hard it is to follow. */
  strain: number;
}

/** A label beside its place: along rays from the place, the nearest free spot, with a leader back to it. */
function outsideSpot(
  field: LabelField,
  request: LabelRequest,
  blocks: readonly TextBlock[],
  anchor: Point,
  occupied: readonly Box[],
  leaders: readonly Leader[]
): BesideSpot | null {
  let best: BesideSpot | null = null;
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
      const within = Math.hypot(foot[0] - anchor[0], foot[1] - anchor[1]);
      const base =
        length +
        ray.over * OUTSIDE_COSTS.over +
        within * OUTSIDE_COSTS.within +
        Math.abs(direction[1]) * OUTSIDE_COSTS.slope;
      if (base >= cost) {
        ray.ended = true;
        continue;
      }
      for (const block of blocks) {
        const written = base + block.lines.length * OUTSIDE_COSTS.line;
        if (written >= cost) continue;
        const place = hang(end, direction, block);
        const price = written + coveredSymbols(symbols, place.box) * OUTSIDE_COSTS.symbol;
        if (price >= cost || !isFree(near, request, grown(place.box), taken)) continue;
        const leader: Leader = [end, foot];
        if (leaders.some((other) => segmentsCross(...leader, ...other))) continue;
        if (leaders.some((other) => segmentMeetsBox(...other, place.box))) continue;
        if (taken.some((box) => segmentMeetsBox(...leader, box))) continue;
        cost = price;
        const { id, value, size } = request;
        const label = { id, lines: block.lines, value, size, inside: false, leader, ...place };
        best = { label, strain: length + ray.over };
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

/** Symbols that a quiet name may cover; a main one covers none, or stands beside. */
const FEW_COVERED = 1;
/** Retries with the labels without room first. */
const TURNS = 3;
/** A line of more strain than this is hard to follow. */
const LONG_LEADER = 60;

const around = ([x, y]: Point): Box => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 });

interface Unplaced {
  request: LabelRequest;
  /** Where it stands inside its place, over symbols. */
  fallback: Label | null;
  anchor: Point;
}

interface Placed {
  labels: Label[];
  /** Those that found no room for their name. */
  nameless: readonly Unplaced[];
  /** Those whose line is hard to follow, the hardest first, and the strain that is too much. */
  stretched: readonly Unplaced[];
  excess: number;
}

/** Places labels beside their places, in the order given. */
function placeBeside(field: LabelField, settled: readonly Label[], order: readonly Unplaced[]): Placed {
  const labels = [...settled];
  const nameless: Unplaced[] = [];
  const excess = new Map<string, number>();
  const taken = () => [...field.reserved, ...labels.map((label) => label.box)];
  for (const one of order) {
    const { request, fallback, anchor } = one;
    const leaders = labels.flatMap((label) => (label.leader ? [label.leader] : []));
    const beside = (blocks: readonly TextBlock[]) =>
      outsideSpot(field, request, blocks, anchor, taken(), leaders);
    const named = beside(textBlocks(request.name, request.value, request.size, request.maxWidth));
    // A value at the end of a line is read only where it stands close to its place.
    const alone =
      named || request.reach === undefined ? null : beside(textBlocks('', request.value, request.size));
    const spot = named ?? alone;
    const label = spot?.label ?? fallback;
    const free = label && !taken().some((box) => overlap(box, label.box));
    if (free) {
      labels.push(label);
      if (spot) excess.set(request.id, Math.max(0, spot.strain - LONG_LEADER));
    }
    if (!named && !(free && label === fallback)) nameless.push(one);
  }
  const tooLong = (one: Unplaced) => excess.get(one.request.id) ?? 0;
  return {
    labels,
    nameless,
    stretched: order.filter((one) => tooLong(one) > 0).sort((one, other) => tooLong(other) - tooLong(one)),
    excess: [...excess.values()].reduce((sum, pixels) => sum + pixels, 0)
  };
}

/** Retries with the labels that found no room, or none but far away, first; keeps the try that names most, then the one of the shorter lines. */
function placeAllBeside(
  field: LabelField,
  settled: readonly Label[],
  unplaced: readonly Unplaced[]
): Label[] {
  let order = unplaced;
  let best = placeBeside(field, settled, order);
  let last = best;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const first = last.nameless.length > 0 ? last.nameless : last.stretched;
    if (first.length === 0) break;
    order = [...first, ...order.filter((one) => !first.includes(one))];
    last = placeBeside(field, settled, order);
    const named = best.nameless.length - last.nameless.length;
    if (named > 0 || (named === 0 && last.excess < best.excess)) best = last;
  }
  return best.labels;
}

/** Places all labels; those that find no room are left out. The same request always gives the same answer. */
export function placeLabels(field: LabelField, requests: readonly LabelRequest[]): Label[] {
  const inside: Label[] = [];
  const unplaced: Unplaced[] = [];
  const takenBy = (labels: readonly Label[]) => [...field.reserved, ...labels.map((label) => label.box)];

  const screen = { left: 0, top: 0, right: field.width, bottom: field.height };
  const visible = requests.filter((request) => overlap(request.polygon.box, screen));

  for (const request of visible) {
    if (request.rank === 'quiet') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const anchor = innerPoint(request.polygon);
    const spot = insideSpot(field, request, blocks, anchor, takenBy(inside));
    if (spot && spot.covered === 0) inside.push(spot.label);
    else if (overlap(around(anchor), screen))
      unplaced.push({ request, fallback: spot?.label ?? null, anchor });
  }
  const labels = placeAllBeside(field, inside, unplaced);
  for (const request of visible) {
    if (request.rank === 'main') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const spot = insideSpot(field, request, blocks, innerPoint(request.polygon), takenBy(labels));
    if (
      spot &&
      spot.covered <= FEW_COVERED &&
      !labels.some(({ leader }) => leader && segmentMeetsBox(...leader, spot.label.box))
    ) {
      labels.push(spot.label);
    }
  }
  return labels;
}
