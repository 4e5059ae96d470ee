// The drawing order of the live map, declared once, from the ground up.
import type { Map } from 'maplibre-gl';

export const LAYER_ORDER = [
  'around-line',
  'outside-fill',
  'outside-line',
  'commune-fill',
  'commune-hatch',
  'commune-border',
  'territory-contour',
  'qpv-fill',
  'qpv-hatch',
  'qpv-halo',
  'qpv-ring',
  'area-circle',
  'school-outside',
  'school-linked',
  'school-team',
  'school-followed',
  'school-waiting'
] as const;

export type LayerId = (typeof LAYER_ORDER)[number];

/** The first layer already on the map that belongs above this one. */
export function layerAbove(map: Map, id: LayerId): string | undefined {
  return LAYER_ORDER.slice(LAYER_ORDER.indexOf(id) + 1).find((other) => map.getLayer(other));
}
