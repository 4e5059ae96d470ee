// What layers find in context: the map, the colours of the moment, the scene.
import { createContext } from 'svelte';
import type { Map } from 'maplibre-gl';
import type { MapColors } from './colors.ts';
import type { Scene } from '../scene.ts';
import type { Shapes } from '../geometry/shapes.ts';

export interface MapContext {
  readonly map: Map;
  readonly colors: MapColors;
  readonly scene: Scene;
  readonly shapes: Shapes;
  /** Of school symbols: smaller on a narrow map. */
  readonly symbolScale: number;
}

export const [getMapContext, setMapContext] = createContext<MapContext>();
