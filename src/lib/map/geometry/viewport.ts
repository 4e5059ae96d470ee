// Web Mercator as plain arithmetic: the live map, the SVG map and their labels share one view.

export type Point = readonly [x: number, y: number];
/** West, south, east, north, degrees WGS84. */
export type Bounds = readonly [number, number, number, number];

export interface Viewport {
  /** Pixels. */
  width: number;
  height: number;
  /** Left and top edges, as fractions of the Mercator world. */
  x: number;
  y: number;
  /** Width of the whole world in pixels. */
  world: number;
}

export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const TILE = 512;
const EQUATOR_METRES = 40_075_016.686;
const RADIANS = Math.PI / 180;

const mercatorX = (lon: number) => lon / 360 + 0.5;
const mercatorY = (lat: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI);
const latitude = (y: number) => (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS;

/** Pixels of the view at a longitude and latitude, degrees WGS84. */
export function project(view: Viewport, lon: number, lat: number): Point {
  return [(mercatorX(lon) - view.x) * view.world, (mercatorY(lat) - view.y) * view.world];
}

/** Degrees WGS84 at a pixel of the view. */
export function unproject(view: Viewport, [x, y]: Point): Point {
  return [(x / view.world + view.x - 0.5) * 360, latitude(y / view.world + view.y)];
}

/** Pixels in another view of a point of one view. */
export function carriedView(from: Viewport, to: Viewport, [x, y]: Point): Point {
  return [(x / from.world + from.x - to.x) * to.world, (y / from.world + from.y - to.y) * to.world];
}

/** The largest view that holds the bounds inside the padding, pixels; `lean` 0 puts spare width at the right, 1 at the left. */
export function fit(bounds: Bounds, width: number, height: number, padding: Padding, lean = 0.5): Viewport {
  const [west, south, east, north] = bounds;
  const left = mercatorX(west);
  const top = mercatorY(north);
  const spanX = mercatorX(east) - left;
  const spanY = mercatorY(south) - top;
  const roomX = Math.max(1, width - padding.left - padding.right);
  const roomY = Math.max(1, height - padding.top - padding.bottom);
  const world = Math.min(roomX / spanX, roomY / spanY);
  const offsetX = padding.left + (roomX - spanX * world) * lean;
  const offsetY = padding.top + (roomY - spanY * world) / 2;
  return { width, height, world, x: left - offsetX / world, y: top - offsetY / world };
}

/** Centre and zoom of the view, as MapLibre counts them. */
export function toCamera(view: Viewport): { center: [number, number]; zoom: number } {
  const [lon, lat] = unproject(view, [view.width / 2, view.height / 2]);
  return { center: [lon, lat], zoom: Math.log2(view.world / TILE) };
}

export function fromCamera(lon: number, lat: number, zoom: number, width: number, height: number): Viewport {
  const world = TILE * 2 ** zoom;
  return {
    width,
    height,
    world,
    x: mercatorX(lon) - width / 2 / world,
    y: mercatorY(lat) - height / 2 / world
  };
}

/** Ground metres that one pixel covers at the middle of the view. */
export function metresPerPixel(view: Viewport): number {
  const [, lat] = unproject(view, [view.width / 2, view.height / 2]);
  return (Math.cos(lat * RADIANS) * EQUATOR_METRES) / view.world;
}

/** A view `times` closer than another, with a place (degrees) in its middle. */
export function closer(view: Viewport, [lon, lat]: Point, times: number): Viewport {
  const world = view.world * times;
  const [x, y] = [mercatorX(lon), mercatorY(lat)];
  return { ...view, world, x: x - view.width / 2 / world, y: y - view.height / 2 / world };
}
