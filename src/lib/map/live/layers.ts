// The layers of the live map: what each draws, from which source, in which paint. `layer-order.ts` says which lies over which.
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { FADED_OPACITY, type Scene } from '../scene.ts';
import type { AreaKind } from './area-features.ts';
import type { MapColors } from './colors.ts';
import { SYMBOL_HALF } from './images.ts';
import type { LayerId } from './layer-order.ts';

type WithoutId<Layer> = Layer extends unknown ? Omit<Layer, 'id'> : never;
export type Layer = WithoutId<Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }>>;

/** What layers depend on besides feature states: the theme, and facts of the scene that change the look of all its features. */
export interface Look {
  colors: MapColors;
  kind: Scene['kind'];
  /** Some area has a proportional circle: circles carry the class, perimeters step back. */
  circled: boolean;
  /** Every area is filled by class: borders are then light on colours. */
  classed: boolean;
  /** Schools are sized by their pupils. */
  sized: boolean;
  /** Of symbols: smaller on a narrow map. */
  symbolScale: number;
  /** Streets, water and names are shown: closer views let them through the classes. */
  ground: boolean;
}

// Expressions. A property that once read a feature state must go on reading one: MapLibre fails on states that come while the property is
// turned into a constant.

const state = (name: string, fallback: number | boolean): ExpressionSpecification => [
  'coalesce',
  ['feature-state', name],
  fallback
];

function classColor({ ramp, surface }: MapColors): ExpressionSpecification {
  const [c0, c1, c2, c3, c4] = ramp as [string, string, string, string, string];
  return ['match', state('class', -1), 0, c0, 1, c1, 2, c2, 3, c3, 4, c4, surface];
}

/**
 * A constant written as an expression of the state: layers whose properties have the same form share one program of the graphics card,
 * and each program is compiled while the map is waited for.
 */
const steady = (value: number | string): ExpressionSpecification => [
  'case',
  state('faded', false),
  value,
  value
];

const unlessFaded = (opacity: number, faded = FADED_OPACITY): ExpressionSpecification => [
  'case',
  state('faded', false),
  faded,
  opacity
];

/** Over the ground: a class stays as its legend shows it on a map of the whole territory, and lets land and streets through closer. */
const CLASS_OVER_GROUND = 0.72;
const PLAIN_OVER_GROUND = 0.55;
const overGround = (opacity: number): ExpressionSpecification => [
  'case',
  state('faded', false),
  FADED_OPACITY,
  ['all', ['<', state('class', -1), 0], ['!', state('protected', false)]],
  PLAIN_OVER_GROUND,
  opacity
];
const communeOpacity = ({ ground }: Look): ExpressionSpecification =>
  ground
    ? ['interpolate', ['linear'], ['zoom'], 12, overGround(1), 13.5, overGround(CLASS_OVER_GROUND)]
    : unlessFaded(1);

/** Of a symbol that a filter may take off. */
const unlessHidden = (opacity: number, faded = FADED_OPACITY): ExpressionSpecification => [
  'case',
  state('hidden', false),
  0,
  state('faded', false),
  faded,
  opacity
];

const ifProtected = (opacity: number): ExpressionSpecification => [
  'case',
  ['!', state('protected', false)],
  0,
  state('faded', false),
  FADED_OPACITY,
  opacity
];

const radius = ({ symbolScale }: Look): ExpressionSpecification => ['*', ['get', 'radius'], symbolScale];

const areas = (kind: AreaKind) =>
  ({ source: 'areas', filter: ['==', ['get', 'kind'], kind] as FilterSpecification }) as const;
const schools = (status: string) =>
  ({ source: 'schools', filter: ['==', ['get', 'status'], status] as FilterSpecification }) as const;

const fill = (kind: AreaKind, color: ExpressionSpecification, opacity: ExpressionSpecification): Layer => ({
  type: 'fill',
  ...areas(kind),
  paint: { 'fill-color': color, 'fill-opacity': opacity, 'fill-antialias': false }
});

const hatch = (kind: AreaKind): Layer => ({
  type: 'fill',
  ...areas(kind),
  paint: { 'fill-pattern': 'hatch', 'fill-opacity': ifProtected(1), 'fill-antialias': false }
});

const line = (
  kind: AreaKind,
  color: string,
  width: number,
  opacity: ExpressionSpecification,
  cap: 'round' | 'butt' = 'butt'
): Layer => ({
  type: 'line',
  ...areas(kind),
  layout: { 'line-join': 'round', 'line-cap': cap },
  paint: { 'line-color': color, 'line-width': width, 'line-opacity': opacity }
});

const icon = (status: string, image: string, look: Look): Layer => ({
  type: 'symbol',
  ...schools(status),
  layout: {
    'icon-image': image,
    'icon-size': ['/', radius(look), SYMBOL_HALF],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true
  },
  paint: { 'icon-opacity': unlessHidden(1) }
});

const disc = (
  status: string,
  look: Look,
  paint: { color: string; opacity: number; stroke: number; largestFirst?: boolean }
): Layer => ({
  type: 'circle',
  ...schools(status),
  layout: paint.largestFirst ? { 'circle-sort-key': ['-', radius(look)] } : {},
  paint: {
    'circle-radius': radius(look),
    'circle-color': paint.color,
    'circle-opacity': unlessHidden(paint.opacity),
    'circle-stroke-color': look.colors.halo,
    'circle-stroke-width': paint.stroke,
    'circle-stroke-opacity': unlessHidden(1, 0)
  }
});

const shownIf = (layer: Layer, shown: boolean): Layer =>
  ({ ...layer, layout: { visibility: shown ? 'visible' : 'none' } }) as Layer;

/** Width of the ring of a priority neighbourhood: thinner where it is not the subject. */
const ring = ({ kind, circled }: Look) => (kind === 'ecoles' || circled ? 1 : 1.4);

export const LAYERS: Record<LayerId, (look: Look) => Layer> = {
  // Communes around the territory: quiet lines, so that its edge is not the edge of the world.
  'around-line': ({ colors }) => ({
    type: 'line',
    source: 'around',
    'source-layer': 'outlines',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colors.outsideLine, 'line-width': 0.8 }
  }),
  // Communes of the territory where the service does not intervene.
  'outside-fill': ({ colors }) => fill('outside', steady(colors.outside), steady(1)),
  'outside-line': ({ colors }) => line('outside', colors.outsideLine, 0.8, steady(1)),
  // Communes of intervention: five classes, hatching where the figure is protected.
  'commune-fill': (look) => fill('inside', classColor(look.colors), communeOpacity(look)),
  'commune-hatch': () => hatch('inside'),
  'commune-border': ({ colors, kind, classed }) =>
    kind === 'communes' && classed
      ? line('interior', colors.halo, 1.5, steady(1))
      : line('interior', colors.rule, 1, steady(1)),
  'territory-contour': ({ colors }) => line('contour', colors.ink, 1.5, steady(1), 'round'),
  // Priority neighbourhoods: an ink ring with a halo; filled by class where they are the subject.
  'qpv-fill': ({ colors, kind, circled }) =>
    shownIf(fill('qpv', classColor(colors), unlessFaded(circled ? 0.45 : 1)), kind === 'quartiers'),
  'qpv-hatch': ({ kind }) => shownIf(hatch('qpv'), kind === 'quartiers'),
  'qpv-halo': (look) => line('qpv', look.colors.halo, ring(look) + 2, steady(0.9)),
  'qpv-ring': (look) =>
    line(
      'qpv',
      look.colors.ink,
      ring(look),
      unlessFaded(look.kind === 'ecoles' || look.circled ? 0.5 : 1, 0.4)
    ),
  // Proportional circles of areas, in their class's colour; hollow over the hatching of a protected one.
  'area-circle': (look) => ({
    type: 'circle',
    source: 'circles',
    layout: { 'circle-sort-key': ['-', ['get', 'radius']] },
    paint: {
      'circle-radius': radius(look),
      'circle-color': classColor(look.colors),
      'circle-opacity': ['-', 1, ifProtected(1)],
      'circle-stroke-color': look.colors.ink,
      'circle-stroke-width': 1.4,
      'circle-stroke-opacity': unlessFaded(1, 0.3)
    }
  }),
  // Schools: disc followed, diamond waiting, square collège, triangle team, grey dot without the service.
  'school-outside': (look) => disc('outside', look, { color: look.colors.rule, opacity: 1, stroke: 0.75 }),
  'school-linked': (look) => icon('linked', 'square', look),
  'school-team': (look) => icon('team', 'triangle', look),
  'school-followed': (look) =>
    disc('followed', look, {
      color: look.sized ? look.colors.followed : look.colors.ink,
      opacity: look.sized ? 0.85 : 1,
      stroke: 1,
      largestFirst: true
    }),
  'school-waiting': (look) => icon('waiting', 'diamond', look)
};
