// Sizes that carry a quantity: proportional circles and the scale bar.
import { metresPerPixel, type Viewport } from './viewport.ts';

/** Radius of the circle whose area is in proportion to a count. Pixels. */
export function circleRadius(count: number, largest: number, maxRadius: number): number {
  return largest <= 0 || count <= 0 ? 0 : maxRadius * Math.sqrt(Math.min(1, count / largest));
}

/** The largest of 1, 2 or 5 times a power of ten that is not above a value. */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

export interface ScaleSteps {
  /** Ticks in metres, 0 first. */
  ticks: number[];
  /** Length of the whole bar in pixels. */
  length: number;
}

/** A bar of a round distance no longer than `maxLength` pixels: 0 / 2 / 5 km. */
export function scaleSteps(view: Viewport, maxLength: number): ScaleSteps {
  const perPixel = metresPerPixel(view);
  const distance = roundBelow(maxLength * perPixel);
  const lead = Math.round(distance / 10 ** Math.floor(Math.log10(distance)));
  const middle = lead === 5 ? distance * 0.4 : distance / 2;
  return { ticks: [0, middle, distance], length: distance / perPixel };
}
