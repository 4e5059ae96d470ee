// The places of a scene that can be walked through and described, and where they stand.
import type { PlaceRef } from '$lib/model/place.ts';
import { polygonOnScreen, type Box } from '../geometry/polygons.ts';
import type { Scene } from '../scene.ts';
import { shapeOf, type Shapes } from '../geometry/shapes.ts';
import { innerPlace } from '../geometry/symbols.ts';
import { project, type Point, type Viewport } from '../geometry/viewport.ts';

export interface ListedPlace {
  ref: PlaceRef;
  name: string;
  description: string;
  /** Pixels of the view; computed when first read. */
  readonly at: Point;
}

/** What arrow keys walk through: the schools where they are the subject, else the areas. */
export function listedPlaces(scene: Scene, shapes: Shapes, view: Viewport): ListedPlace[] {
  if (scene.kind === 'ecoles') {
    return scene.points.map(({ ref, name, description, lon, lat }) => ({
      ref,
      name,
      description,
      at: project(view, lon, lat)
    }));
  }
  return scene.areas.flatMap(({ ref, name, description }) => {
    const shape = shapeOf(shapes, ref);
    if (!shape) return [];
    let spot: Point | undefined;
    return [
      {
        ref,
        name,
        description,
        get at() {
          return (spot ??= project(view, ...innerPlace(shape)));
        }
      }
    ];
  });
}

export interface PlaceDescription {
  name: string;
  description: string;
  box: Box;
}

const AROUND_POINT = 8;

/** Name, description and extent on screen of a place of the scene. */
export function describePlace(
  scene: Scene,
  shapes: Shapes,
  view: Viewport,
  ref: PlaceRef | null
): PlaceDescription | null {
  if (!ref) return null;
  const point = scene.points.find((one) => ref.kind === 'school' && one.ref.code === ref.code);
  if (point) {
    const [x, y] = project(view, point.lon, point.lat);
    const box = {
      left: x - AROUND_POINT,
      right: x + AROUND_POINT,
      top: y - AROUND_POINT,
      bottom: y + AROUND_POINT
    };
    return { name: point.name, description: point.description, box };
  }
  const area = scene.areas.find((one) => one.ref.kind === ref.kind && one.ref.code === ref.code);
  const shape = area && shapeOf(shapes, ref);
  return area && shape
    ? { name: area.name, description: area.description, box: polygonOnScreen(view, shape).box }
    : null;
}
