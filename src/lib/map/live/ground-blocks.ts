// Where the ground writes nothing: under our own labels, symbols, legend and buttons.
import type { FeatureCollection, Point } from 'geojson';
import type { Box } from '../geometry/polygons.ts';
import { unproject, type Viewport } from '../geometry/viewport.ts';
import { BLOCK } from './ground-images.ts';

/** Boxes of a view that names of the ground keep clear of. */
export interface TakenBoxes {
  view: Viewport;
  boxes: readonly Box[];
}

function steps(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / BLOCK));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, at) => from + step * (at + 0.5));
}

/** No name runs out of the frame. */
const EDGE = 4;
const edges = ({ width, height }: Viewport): Box[] => [
  { left: 0, right: width, top: 0, bottom: EDGE },
  { left: 0, right: width, top: height - EDGE, bottom: height },
  { left: 0, right: EDGE, top: 0, bottom: height },
  { left: width - EDGE, right: width, top: 0, bottom: height }
];

/** Points that, each drawn as a square of `BLOCK` pixels, cover the boxes. */
export function groundBlocks({ view, boxes }: TakenBoxes): FeatureCollection<Point> {
  const seen = [...boxes, ...edges(view)].map((box) => ({
    left: Math.max(0, box.left),
    right: Math.min(view.width, box.right),
    top: Math.max(0, box.top),
    bottom: Math.min(view.height, box.bottom)
  }));
  return {
    type: 'FeatureCollection',
    features: seen
      .filter(({ left, right, top, bottom }) => right > left && bottom > top)
      .flatMap(({ left, right, top, bottom }) =>
        steps(left, right).flatMap((x) => steps(top, bottom).map((y) => [x, y] as const))
      )
      .map((at) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [...unproject(view, at)] }
      }))
  };
}
