// Sizes of school symbols, shared by the live map, the drawn map, the pointer and the labels. Pixels.
import type { ScenePoint } from './scene.ts';
import { circleRadius } from './scales.ts';

export const MAX_SCHOOL_RADIUS = 13;
export const MAX_AREA_RADIUS = 26;

const PLAIN = { followed: 3.25, waiting: 4.75, linked: 3.5, outside: 2 } as const;
const LEAST = 2.5;
/** A diamond of the same area as the disc: its half-diagonal over the radius. */
export const DIAMOND = Math.sqrt(Math.PI / 2);

/** Radius of the disc, half-diagonal of the diamond, half-side of the square. */
export function symbolRadius(point: Pick<ScenePoint, 'status' | 'size'>, largest: number): number {
  if (point.size === null) return PLAIN[point.status];
  const radius = Math.max(LEAST, circleRadius(point.size, largest, MAX_SCHOOL_RADIUS));
  return point.status === 'waiting' ? radius * DIAMOND : radius;
}
