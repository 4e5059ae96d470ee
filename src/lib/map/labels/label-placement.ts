// Where each label stands: inside its place when it fits, else beside it with a leader, else nowhere.
import { innerPoint, overlap, segmentMeetsBox, type Box, type Polygon } from '../geometry/plane.ts';
import { insideSpot } from './label-inside.ts';
import { outsideSpot } from './label-outside.ts';
import { textBlocks, type TextBlock } from './label-text.ts';
import type { Point } from '../geometry/viewport.ts';

/** `main`: placed whatever it takes, with a leader if need be. `quiet`: only where it fits inside. */
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

const FEW_COVERED = 1;
/** Times that the labels without room are tried first. */
const TURNS = 3;

const around = ([x, y]: Point): Box => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 });

interface Homeless {
  request: LabelRequest;
  /** Where it stands inside its place, over symbols. */
  fallback: Label | null;
  anchor: Point;
}

/** Places beside their places, in the order given; tells those that found no room for their name. */
function placeBeside(field: LabelField, settled: readonly Label[], order: readonly Homeless[]) {
  const labels = [...settled];
  const nameless: Homeless[] = [];
  const taken = () => [...field.reserved, ...labels.map((label) => label.box)];
  for (const one of order) {
    const { request, fallback, anchor } = one;
    const leaders = labels.flatMap((label) => (label.leader ? [label.leader] : []));
    const beside = (blocks: readonly TextBlock[]) =>
      outsideSpot(field, request, blocks, anchor, taken(), leaders);
    const named = beside(textBlocks(request.name, request.value, request.size, request.maxWidth));
    const label = named ?? beside(textBlocks('', request.value, request.size)) ?? fallback;
    const free = label && !taken().some((box) => overlap(box, label.box));
    if (free) labels.push(label);
    if (!named && !(free && label === fallback)) nameless.push(one);
  }
  return { labels, nameless };
}

/** Those that found no room go first and the others give way, as long as that names more of them. */
function placeAllBeside(
  field: LabelField,
  settled: readonly Label[],
  homeless: readonly Homeless[]
): Label[] {
  let order = homeless;
  let best = placeBeside(field, settled, order);
  let last = best;
  for (let turn = 0; turn < TURNS && last.nameless.length > 0; turn += 1) {
    const { nameless } = last;
    order = [...nameless, ...order.filter((one) => !nameless.includes(one))];
    last = placeBeside(field, settled, order);
    if (last.nameless.length < best.nameless.length) best = last;
  }
  return best.labels;
}

/** Places all labels; those that find no room are left out. The same request always gives the same answer. */
export function placeLabels(field: LabelField, requests: readonly LabelRequest[]): Label[] {
  const inside: Label[] = [];
  const homeless: Homeless[] = [];
  const takenBy = (labels: readonly Label[]) => [...field.reserved, ...labels.map((label) => label.box)];

  const screen = { left: 0, top: 0, right: field.width, bottom: field.height };
  const visible = requests.filter((request) => overlap(request.polygon.box, screen));

  for (const request of visible) {
    if (request.rank === 'quiet') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const anchor = innerPoint(request.polygon);
    const spot = insideSpot(field, request, blocks, anchor, takenBy(inside));
    if (spot && spot.covered <= FEW_COVERED) inside.push(spot.label);
    else if (overlap(around(anchor), screen))
      homeless.push({ request, fallback: spot?.label ?? null, anchor });
  }
  const labels = placeAllBeside(field, inside, homeless);
  for (const request of visible) {
    if (request.rank === 'main') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const spot = insideSpot(field, request, blocks, innerPoint(request.polygon), takenBy(labels));
    if (spot && !labels.some(({ leader }) => leader && segmentMeetsBox(...leader, spot.label.box))) {
      labels.push(spot.label);
    }
  }
  return labels;
}
