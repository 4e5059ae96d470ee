// What a map draws: areas with a class, points with a status. Built by features, drawn live and in SVG.
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolStatus } from '$lib/model/school.ts';

/** A commune or a QPV to fill, or a group of schools to name. */
export interface SceneArea {
  ref: PlaceRef;
  name: string;
  /** Index in the five-class ramp, 0 low to 4 high; null: no data. */
  class: number | null;
  protected: boolean;
  /** Written under the name: « 38 », « protégé ». */
  label: string;
  /** Read to assistive technology and in the tooltip: « 38 enfants pour 1 000 élèves, 6 écoles suivies sur 7 ». */
  description: string;
  /** Not among the filtered places: drawn faded. */
  faded: boolean;
  /** What the label says is waited for: written in brique. */
  awaits?: boolean;
  /** Proportional circle: a count drawn by area at the area's point; null for none. */
  circle: number | null;
  /** Longitude and latitude of the name of an area without outline. */
  at?: readonly [number, number];
}

/** A school's, or that of a support team. */
export type PointStatus = SchoolStatus | 'team';

/** A school, or a team at its place. Those without a position never reach a scene. */
export interface ScenePoint {
  ref: PlaceRef;
  name: string;
  lon: number;
  lat: number;
  status: PointStatus;
  /** Pupils, for proportional circles; null draws the plain symbol. */
  size: number | null;
  description: string;
  faded: boolean;
}

export interface Scene {
  /** In `ecoles` areas are named, never filled by class, so that the colour of discs is theirs alone. */
  kind: 'communes' | 'quartiers' | 'ecoles';
  areas: SceneArea[];
  points: ScenePoint[];
}

export interface LegendClass {
  class: number;
  label: string;
}

/** A symbol of the legend. */
export interface LegendSymbol {
  kind: PointStatus | 'qpv' | 'sized';
  label: string;
  /** Of a disc whose size counts, pixels. */
  radius?: number;
}

/** Opacity of what a filter sets aside. */
export const FADED_OPACITY = 0.16;

/** Why the map is not live; it is then in SVG. */
export type MapFailure = 'webgl-missing' | 'webgl-lost' | 'shapes-unreachable' | 'map-unavailable';

export function samePlace(a: PlaceRef | null, b: PlaceRef | null): boolean {
  return a?.kind === b?.kind && a?.code === b?.code;
}

/** Areas to fill by class, with their value: all but in `ecoles`. */
export function paintedAreas(scene: Scene): readonly SceneArea[] {
  return scene.kind === 'ecoles' ? [] : scene.areas;
}

/** Whether every area has a colour or a hatching: between two that have none, white borders would not be seen. */
export const isClassed = ({ areas }: Scene): boolean =>
  areas.length > 0 && areas.every((area) => area.class !== null || area.protected);
