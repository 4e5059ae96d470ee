// Where each label stands: inside its place when it fits, else beside it with a leader, else nowhere.
import { innerPoint, overlap, segmentMeetsBox, type Box, type Polygon } from './plane.ts';
import { insideSpot } from './label-inside.ts';
import { outsideSpot } from './label-outside.ts';
import { textBlocks, type TextBlock } from './label-text.ts';
import type { Point } from './viewport.ts';

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

const around = ([x, y]: Point): Box => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 });

/** Places all labels; those that find no room are left out. The same request always gives the same answer. */
export function placeLabels(field: LabelField, requests: readonly LabelRequest[]): Label[] {
  const labels: Label[] = [];
  const taken = () => [...field.reserved, ...labels.map((label) => label.box)];
  const homeless: { request: LabelRequest; fallback: Label | null; anchor: Point }[] = [];

  const screen = { left: 0, top: 0, right: field.width, bottom: field.height };
  const visible = requests.filter((request) => overlap(request.polygon.box, screen));

  for (const request of visible) {
    if (request.rank === 'quiet') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const anchor = innerPoint(request.polygon);
    const spot = insideSpot(field, request, blocks, anchor, taken());
    if (spot && spot.covered <= FEW_COVERED) labels.push(spot.label);
    else if (overlap(around(anchor), screen))
      homeless.push({ request, fallback: spot?.label ?? null, anchor });
  }
  for (const { request, fallback, anchor } of homeless) {
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const leaders = labels.flatMap((label) => (label.leader ? [label.leader] : []));
    const beside = (blocks: readonly TextBlock[]) =>
      outsideSpot(field, request, blocks, anchor, taken(), leaders);
    const label = beside(blocks) ?? beside(textBlocks('', request.value, request.size)) ?? fallback;
    if (label && !taken().some((box) => overlap(box, label.box))) labels.push(label);
  }
  for (const request of visible) {
    if (request.rank === 'main') continue;
    const blocks = textBlocks(request.name, request.value, request.size, request.maxWidth);
    const spot = insideSpot(field, request, blocks, innerPoint(request.polygon), taken());
    if (spot && !labels.some(({ leader }) => leader && segmentMeetsBox(...leader, spot.label.box))) {
      labels.push(spot.label);
    }
  }
  return labels;
}
