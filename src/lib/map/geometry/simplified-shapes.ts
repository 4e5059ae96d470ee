// Outlines with no more points than a map of one size shows. Apart from shapes.ts: only prerendering needs the library.
import { simplify } from '@turf/simplify';
import type { Shapes } from './shapes.ts';
import type { Viewport } from './viewport.ts';

/** Tolerance, pixels: less than a screen or a printer shows. */
const SLACK = 0.2;

/** The same outlines, for this view only. */
export function simplifiedShapes(shapes: Shapes, view: Viewport): Shapes {
  const tolerance = (SLACK / view.world) * 360;
  return {
    ...shapes,
    communes: simplify(shapes.communes, { tolerance, highQuality: true }),
    qpvs: simplify(shapes.qpvs, { tolerance, highQuality: true })
  };
}
