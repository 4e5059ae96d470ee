// A box with a margin around it.
import { KM_PER_DEGREE } from '../../../algorithms/distance.ts';
import type { GroundBox } from '../../ground/index.ts';

/** The box with `km` more on each side, as far as the poles and the antimeridian. */
export function widened([west, south, east, north]: GroundBox, km: number): GroundBox {
  const lat = km / KM_PER_DEGREE;
  const lon = lat / Math.max(0.05, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  return [
    Math.max(-180, west - lon),
    Math.max(-90, south - lat),
    Math.min(180, east + lon),
    Math.min(90, north + lat)
  ];
}
