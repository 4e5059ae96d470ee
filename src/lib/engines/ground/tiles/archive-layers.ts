// The layers of a street map as an archive of tiles holds them at one zoom.
import type { Position } from 'geojson';
import type { GroundBox } from '../extract.ts';
import { clipLine, clipRing, isInBox } from '../features/clip.ts';
import { noLayers } from '../features/ground-layers.ts';
import type { GroundFeature, GroundLayers } from '../layers.ts';
import { squareBox, squaresOf } from './grid.ts';
import { heldArchive } from './read-archive.ts';
import { readTile } from './read-tile.ts';

/** A feature cut to its square: tiles hold a little of those beside. None where it is a point of another. */
function cutTo(feature: GroundFeature, box: GroundBox): GroundFeature[] {
  const { geometry } = feature;
  if (geometry.type === 'MultiLineString') {
    const coordinates = geometry.coordinates.flatMap((line) => clipLine(line, box));
    return [{ ...feature, geometry: { ...geometry, coordinates } }];
  }
  if (geometry.type === 'Point' && !isInBox(geometry.coordinates, box)) return [];
  if (geometry.type !== 'MultiPolygon') return [feature];
  const coordinates = geometry.coordinates
    .map((rings) => rings.map((ring: Position[]) => clipRing(ring, box)).filter(({ length }) => length > 3))
    .filter(({ length }) => length > 0);
  return [{ ...feature, geometry: { ...geometry, coordinates } }];
}

/**
 * What an archive draws in a box at a zoom, each thing cut at the edges of its tiles.
 * @param bytes an archive that `readArchive` accepts
 */
export async function archiveLayers(bytes: Uint8Array, box: GroundBox, zoom: number): Promise<GroundLayers> {
  const archive = await heldArchive(bytes);
  const layers = noLayers();
  for (const { x, y } of squaresOf(box, zoom)) {
    const tile = await archive.getZxy(zoom, x, y);
    if (!tile) continue;
    const square = squareBox(x, y, zoom);
    for (const [layer, features] of readTile(new Uint8Array(tile.data), { z: zoom, x, y }))
      layers[layer].push(...features.flatMap((feature) => cutTo(feature, square)));
  }
  return layers;
}
