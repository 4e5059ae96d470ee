// Well-known binary to GeoJSON and back: points, lines, polygons and multipolygons in two dimensions; altitudes and measures are left out.
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';

const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/** The geometry; null for unknown bytes. */
export function fromWkb(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let little = true;
  const whole = (): number => view.getUint32((at += 4) - 4, little);
  const real = (): number => view.getFloat64((at += 8) - 8, little);
  const many = <Item>(read: () => Item): Item[] => Array.from({ length: whole() }, read);
  /** Values of a position beyond its longitude and latitude. */
  let beyond = 0;
  const position = (): Position => {
    const place = [real(), real()];
    at += 8 * beyond;
    return place;
  };
  const ring = (): Position[] => many(position);
  const head = (): number => {
    little = view.getUint8(at) === 1;
    at += 1;
    const code = whole();
    // ISO: 1000 for an altitude, 2000 for a measure, 3000 for both; PostGIS: two bits.
    const thousands = Math.floor((code & 0x0f_ff_ff_ff) / 1000);
    const flagged = Number((code & 0x80_00_00_00) !== 0) + Number((code & 0x40_00_00_00) !== 0);
    beyond = (thousands === 0 ? 0 : thousands === 3 ? 2 : 1) + flagged;
    return (code & 0x0f_ff_ff_ff) % 1000;
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

/** A polygon or multipolygon as little-endian WKB, two dimensions. */
export function toWkb(surface: Polygon | MultiPolygon): Uint8Array {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  const sizeOf = (rings: Position[][]): number =>
    9 + rings.reduce((sum, points) => sum + 4 + 16 * points.length, 0);
  const many = surface.type === 'MultiPolygon';
  const bytes = new Uint8Array((many ? 9 : 0) + polygons.reduce((sum, rings) => sum + sizeOf(rings), 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const whole = (value: number) => view.setUint32((at += 4) - 4, value, true);
  const head = (kind: number, count: number) => {
    view.setUint8(at, 1);
    at += 1;
    whole(kind);
    whole(count);
  };
  if (many) head(MULTI_POLYGON, polygons.length);
  for (const rings of polygons) {
    head(POLYGON, rings.length);
    for (const points of rings) {
      whole(points.length);
      for (const [x = 0, y = 0] of points) {
        view.setFloat64(at, x, true);
        view.setFloat64(at + 8, y, true);
        at += 16;
      }
    }
  }
  return bytes;
}
