// Paint expressions shared by the layers that carry a class: communes and QPV. A property that once read a feature
// state must go on reading one: MapLibre fails on states that come while it is turned into a constant.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapColors } from './colors.ts';

/** Opacity of what a filter or the legend sets aside. */
export const FADED = 0.16;

const state = (name: string, fallback: number | boolean): ExpressionSpecification => [
  'coalesce',
  ['feature-state', name],
  fallback
];

export function classColor(colors: MapColors, none: string): ExpressionSpecification {
  const [c0, c1, c2, c3, c4] = colors.ramp as [string, string, string, string, string];
  return ['match', state('class', -1), 0, c0, 1, c1, 2, c2, 3, c3, 4, c4, none];
}

/**
 * A value that no state changes, said as one that a state might: layers whose properties are said alike are drawn by one program of the
 * graphics card, and each program is compiled while the map is waited for.
 */
export function steady(value: number | string): ExpressionSpecification {
  return ['case', state('faded', false), value, value];
}

export function unlessFaded(opacity: number, faded = FADED): ExpressionSpecification {
  return ['case', state('faded', false), faded, opacity];
}

/** A symbol that the scene may take off. */
export function unlessHidden(opacity: number, faded = FADED): ExpressionSpecification {
  return ['case', state('hidden', false), 0, state('faded', false), faded, opacity];
}

export function ifProtected(opacity: number): ExpressionSpecification {
  return ['case', ['!', state('protected', false)], 0, state('faded', false), FADED, opacity];
}
