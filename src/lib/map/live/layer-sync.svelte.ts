// Sources and layers of a MapLibre map, kept in step with what they should be: each change touches no more than it must.
import type { GeoJSON } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { LAYER_ORDER, layerAbove, type LayerId } from './layer-order.ts';
import { LAYERS, type Layer, type Look } from './layers.ts';

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1];

const sameData = (a: GeoJSON, b: GeoJSON) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Adds a GeoJSON source whose features are known by their `code`, and follows its data. Data that say the same are not given again: the map
 * would cut them into tiles and draw once more.
 */
export function syncSource(map: MapLibreMap, id: string, data: () => GeoJSON): void {
  let given: GeoJSON | null = null;
  $effect.pre(() => {
    const next = data();
    if (!given) map.addSource(id, { type: 'geojson', promoteId: 'code', tolerance: 0.1, data: next });
    else if (!sameData(next, given)) map.getSource<GeoJSONSource>(id)?.setData(next);
    given = next;
  });
}

/** Adds the layers of some sources, each at its place in the order, and follows their look. Sources may come later. */
export function syncLayers(map: MapLibreMap, look: () => Look, sources: () => readonly string[]): void {
  const added: Partial<Record<LayerId, Layer>> = {};
  $effect(() => {
    const [now, standing] = [look(), sources()];
    for (const id of LAYER_ORDER) {
      const layer = LAYERS[id](now);
      if (!standing.includes(layer.source)) continue;
      const before = added[id];
      added[id] = layer;
      if (before) update(map, id, before, layer);
      else map.addLayer({ ...layer, id }, layerAbove(map, id));
    }
  });
}

function update(map: MapLibreMap, id: LayerId, before: Layer, after: Layer): void {
  for (const [name, value] of changed(before.paint, after.paint))
    map.setPaintProperty(id, name as PaintName, value as never);
  for (const [name, value] of changed(before.layout, after.layout))
    map.setLayoutProperty(id, name as LayoutName, value as never);
}

function changed(before: object = {}, after: object = {}): [string, unknown][] {
  const old = Object.fromEntries(Object.entries(before)) as Record<string, unknown>;
  return Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]));
}
