// Outlines with no more points than a drawing of one size shows.
import { simplify } from '@turf/simplify';
import type { Shapes } from './shapes.ts';
import type { Viewport } from './viewport.ts';

/** Pixels by which a line may leave its place: less than the eye, or a printer, tells. */
const SLACK = 0.2;

/** The same outlines, for a drawing in this view only. */
export function simplifiedShapes(shapes: Shapes, view: Viewport): Shapes {
  const tolerance = (SLACK / view.world) * 360;
  return {
    ...shapes,
    communes: simplify(shapes.communes, { tolerance, highQuality: true }),
    qpvs: simplify(shapes.qpvs, { tolerance, highQuality: true })
  };
}
