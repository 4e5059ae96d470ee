// One layer of the live map, kept in step with its specification; it goes when the map goes.
import type { GeoJSONSource, GeoJSONSourceSpecification, LayerSpecification, Map } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import { layerAbove, type LayerId } from './order.ts';

type Drawn = Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }> & { id: LayerId };

/** Adds a layer at its place in the order; later changes of paint or layout touch only what changed. */
export function drawLayer(map: Map, specification: () => Drawn): void {
  let drawn: Drawn | null = null;
  $effect(() => {
    const next = specification();
    if (!drawn) map.addLayer(next, layerAbove(map, next.id));
    else update(map, drawn, next);
    drawn = next;
  });
}

function update(map: Map, before: Drawn, after: Drawn): void {
  const changed = (a: object = {}, b: object = {}) =>
    Object.entries(b).filter(([key, value]) => {
      return JSON.stringify(value) !== JSON.stringify((a as Record<string, unknown>)[key]);
    });
  for (const [key, value] of changed(before.paint, after.paint)) map.setPaintProperty(after.id, key as never, value);
  for (const [key, value] of changed(before.layout, after.layout)) map.setLayoutProperty(after.id, key as never, value);
}

/** Adds a GeoJSON source whose features are known by their `code`, and follows its data. */
export function feedSource(map: Map, id: string, data: () => GeoJSON): void {
  const options: Omit<GeoJSONSourceSpecification, 'data'> = { type: 'geojson', promoteId: 'code', tolerance: 0.1 };
  let fed: GeoJSON | null = null;
  $effect.pre(() => {
    const next = data();
    if (!fed) map.addSource(id, { ...options, data: next });
    else if (next !== fed) map.getSource<GeoJSONSource>(id)?.setData(next);
    fed = next;
  });
}
