// One layer of the live map, kept in step with its specification; it goes when the map goes.
import type { GeoJSONSource, LayerSpecification, Map } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import { layerAbove, type LayerId } from './layer-order.ts';

type Drawn = Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }> & { id: LayerId };
type PaintName = Parameters<Map['setPaintProperty']>[1];
type LayoutName = Parameters<Map['setLayoutProperty']>[1];

/** Adds a layer at its place in the order; later changes of paint or layout touch only what changed. */
export function drawLayer(map: Map, specification: () => Drawn): void {
  let drawn: Drawn | null = null;
  $effect(() => {
    const next = specification();
    if (drawn) update(map, drawn, next);
    else map.addLayer(next, layerAbove(map, next.id));
    drawn = next;
  });
}

function update(map: Map, before: Drawn, after: Drawn): void {
  for (const name of changed(before.paint, after.paint) as PaintName[]) {
    map.setPaintProperty(after.id, name, after.paint?.[name as keyof Drawn['paint']]);
  }
  for (const name of changed(before.layout, after.layout) as LayoutName[]) {
    map.setLayoutProperty(after.id, name, after.layout?.[name as keyof Drawn['layout']]);
  }
}

function changed(before: object = {}, after: object = {}): string[] {
  const old = new globalThis.Map(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name)))
    .map(([name]) => name);
}

const sameData = (a: GeoJSON, b: GeoJSON) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Adds a GeoJSON source whose features are known by their `code`, and follows its data. Data that say the same are not
 * given again: the map would cut them into tiles and draw once more.
 */
export function feedSource(map: Map, id: string, data: () => GeoJSON): void {
  let fed: GeoJSON | null = null;
  $effect.pre(() => {
    const next = data();
    if (!fed) map.addSource(id, { type: 'geojson', promoteId: 'code', tolerance: 0.1, data: next });
    else if (!sameData(next, fed)) map.getSource<GeoJSONSource>(id)?.setData(next);
    fed = next;
  });
}
