// Surfaces as little-endian WKB (OGC 06-103r4, 8.2), the form that the Arrow and Parquet tables carry.
import type { MultiPolygon, Polygon, Position } from 'geojson';

const LITTLE_ENDIAN = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/** WKB of a polygon or multi-polygon, two dimensions. */
export function toWkb(surface: Polygon | MultiPolygon): Uint8Array {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  const polygonBytes = (rings: Position[][]) =>
    9 + rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 0);
  const many = surface.type === 'MultiPolygon';
  const bytes = new Uint8Array(
    (many ? 9 : 0) + polygons.reduce((sum, rings) => sum + polygonBytes(rings), 0)
  );
  const view = new DataView(bytes.buffer);
  let at = 0;
  const int = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const head = (kind: number, count: number) => {
    view.setUint8(at, LITTLE_ENDIAN);
    at += 1;
    int(kind);
    int(count);
  };
  if (many) head(MULTI_POLYGON, polygons.length);
  for (const rings of polygons) {
    head(POLYGON, rings.length);
    for (const ring of rings) {
      int(ring.length);
      for (const position of ring) {
        view.setFloat64(at, position[0] ?? NaN, true);
        view.setFloat64(at + 8, position[1] ?? NaN, true);
        at += 16;
      }
    }
  }
  return bytes;
}
