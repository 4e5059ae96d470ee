// Well-known binary to GeoJSON: points, polygons and their collections, little-endian or big, two dimensions.
import type { Geometry, Position } from 'geojson';

const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/** The geometry; null when the bytes are not one that is known. */
export function fromWkb(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let little = true;
  const whole = (): number => view.getUint32((at += 4) - 4, little);
  const real = (): number => view.getFloat64((at += 8) - 8, little);
  const many = <Item>(read: () => Item): Item[] => Array.from({ length: whole() }, read);
  const position = (): Position => [real(), real()];
  const ring = (): Position[] => many(position);
  const head = (): number => {
    little = view.getUint8(at) === 1;
    at += 1;
    return whole();
  };
  try {
    switch (head()) {
      case POINT:
        return { type: 'Point', coordinates: position() };
      case LINE:
        return { type: 'LineString', coordinates: ring() };
      case POLYGON:
        return { type: 'Polygon', coordinates: many(ring) };
      case MULTI_POLYGON:
        return {
          type: 'MultiPolygon',
          coordinates: many(() => (head() === POLYGON ? many(ring) : []))
        };
      default:
        return null;
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
