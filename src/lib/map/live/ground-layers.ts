// The layers of the ground on the live map, under the figures and over them, with the names that Shortbread gives to layers and kinds.
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { GroundColors } from './ground-colors.ts';

export const GROUND_SOURCE = 'ground';
export const BLOCKS_SOURCE = 'ground-blocks';

/**
 * Where layers lie: `land` under the classes, `lines` over them and over borders, which often follow a river, `names` under schools. `blocks` is last:
 * what it holds is placed first, and names keep clear of it.
 */
export type GroundStage = 'land' | 'lines' | 'names' | 'blocks';

export interface GroundLook {
  colors: GroundColors;
  /** Few lines, each for the whole width of a river. */
  generalised: boolean;
  /** Names that our own labels bear already. */
  named: readonly string[];
}

type GroundLayerSpec = Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }>;

/** Every kind that some layer draws; a test asks a colour of each in both themes. */
export const GROUND_KINDS = {
  land: [
    'residential',
    'industrial',
    'commercial',
    'retail',
    'cemetery',
    'forest',
    'wood',
    'park',
    'garden',
    'golf_course',
    'village_green',
    'recreation_ground'
  ],
  water_polygons: ['water'],
  water_lines: ['canal', 'river', 'stream'],
  streets: ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'living_street', 'busway', 'pedestrian', 'service', 'track', 'footway', 'path', 'cycleway', 'steps', 'rail', 'light_rail', 'narrow_gauge', 'tram', 'subway'] // prettier-ignore
} as const;

const REGULAR = ['Medium', 'Radio Canada Variable'];
const STRONG = ['SemiBold', 'Radio Canada Variable'];

const kinds = (...names: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', names]];
const all = (...parts: ExpressionSpecification[]) => ['all', ...parts] as FilterSpecification;
const OVER_GROUND: ExpressionSpecification = ['!', ['has', 'tunnel']];
const NAMED: ExpressionSpecification = ['has', 'name'];

/** A width in pixels that grows with the zoom: pairs of zoom and width. */
const growing = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as ExpressionSpecification;
const stepped = (...stops: (number | string)[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;

const surface = (
  id: string,
  layer: string,
  filter: ExpressionSpecification,
  color: string
): GroundLayerSpec => ({
  id: `ground-${id}`,
  type: 'fill',
  source: GROUND_SOURCE,
  'source-layer': layer,
  filter: filter as FilterSpecification,
  paint: { 'fill-color': color }
});

interface LineMore {
  minzoom?: number;
  dash?: number[];
  cap?: 'butt' | 'round';
}

const line = (
  id: string,
  layer: string,
  filter: FilterSpecification,
  color: string | ExpressionSpecification,
  width: ExpressionSpecification,
  { minzoom, dash, cap = 'round' }: LineMore = {}
): GroundLayerSpec => ({
  id: `ground-${id}`,
  type: 'line',
  source: GROUND_SOURCE,
  'source-layer': layer,
  filter,
  ...(minzoom !== undefined && { minzoom }),
  layout: { 'line-join': 'round', 'line-cap': cap },
  paint: { 'line-color': color, 'line-width': width, ...(dash && { 'line-dasharray': dash }) }
});

interface Street {
  id: string;
  kinds: string[];
  inner: ExpressionSpecification;
  outer: ExpressionSpecification;
  /** Zoom from which it has a casing. */
  cased: number;
  main: boolean;
}

/** From the least to the greatest: each is drawn over those before. */
const STREETS: readonly Street[] = [
  {
    id: 'service',
    kinds: ['service', 'pedestrian'],
    inner: growing(13, 0.4, 17, 4),
    outer: growing(13, 1, 17, 5.4),
    cased: 13,
    main: false
  },
  {
    id: 'residential',
    kinds: ['residential', 'unclassified', 'living_street', 'busway'],
    inner: growing(11.5, 0.3, 14, 2, 17, 9),
    outer: growing(11.5, 0.8, 14, 3.2, 17, 11),
    cased: 12,
    main: false
  },
  {
    id: 'secondary',
    kinds: ['secondary', 'tertiary'],
    inner: growing(9, 0.5, 14, 3.2, 17, 12),
    outer: growing(9, 0.8, 14, 4.6, 17, 14.4),
    cased: 12,
    main: false
  },
  {
    id: 'primary',
    kinds: ['primary'],
    inner: growing(8, 0.5, 11, 1, 14, 4.2, 17, 14),
    outer: growing(8, 0.9, 11, 1.8, 14, 5.8, 17, 16.4),
    cased: 11,
    main: false
  },
  {
    id: 'motorway',
    kinds: ['motorway', 'trunk'],
    inner: growing(6, 0.8, 10.5, 2, 14, 4, 17, 14),
    outer: growing(6, 1.6, 10.5, 3.6, 14, 6, 17, 17),
    cased: 6,
    main: true
  }
];

function streets({ colors }: GroundLook): GroundLayerSpec[] {
  const cased = STREETS.map((street) =>
    line(
      `case-${street.id}`,
      'streets',
      all(kinds(...street.kinds), OVER_GROUND),
      street.main ? colors.roadEdge : colors.minorEdge,
      street.outer,
      { minzoom: street.cased }
    )
  );
  const filled = STREETS.map((street) =>
    line(
      `street-${street.id}`,
      'streets',
      all(kinds(...street.kinds), OVER_GROUND),
      street.main ? colors.road : stepped(street.cased - 0.5, colors.far, street.cased + 0.5, colors.minor),
      street.inner
    )
  );
  return [...cased, ...filled];
}

const RAILS = ['rail', 'light_rail', 'narrow_gauge'];

function lines(look: GroundLook): GroundLayerSpec[] {
  const { colors, generalised } = look;
  const streamWidth = growing(11, 0.5, 14, 1, 16, 2);
  const river = generalised
    ? growing(8, 0.9, 10.6, 1.8, 14, 4, 17, 9)
    : growing(8, 0.8, 11, 1.4, 14, 3, 17, 6);
  const riverEdge = generalised
    ? growing(8, 1.5, 10.6, 2.8, 14, 5.4, 17, 11)
    : growing(8, 1.2, 11, 2.2, 14, 4.2, 17, 7.6);
  const canal = generalised ? growing(8, 1.8, 10.6, 4, 14, 9, 17, 22) : river;
  const canalEdge = generalised ? growing(8, 2.6, 10.6, 5.4, 14, 11, 17, 25) : riverEdge;
  const rail = all(kinds(...RAILS), OVER_GROUND);
  return [
    line('stream', 'water_lines', all(kinds('stream')), colors.waterEdge, streamWidth),
    // All edges first: where a river is both a line and a surface, it has no edge within.
    line('river-edge', 'water_lines', all(kinds('river')), colors.waterEdge, riverEdge),
    line('canal-edge', 'water_lines', all(kinds('canal')), colors.waterEdge, canalEdge),
    line('water-edge', 'water_polygons', all(['has', 'kind']), colors.waterEdge, growing(9, 0.8, 14, 2)),
    surface('water', 'water_polygons', ['has', 'kind'], colors.water),
    line('river', 'water_lines', all(kinds('river')), colors.water, river),
    line('canal', 'water_lines', all(kinds('canal')), colors.water, canal),
    line(
      'tunnel',
      'streets',
      all(kinds('motorway', 'trunk', 'primary', 'secondary'), ['has', 'tunnel']),
      colors.minorEdge,
      growing(10, 0.5, 16, 3),
      { dash: [2, 2], cap: 'butt' }
    ),
    line(
      'path',
      'streets',
      all(kinds('footway', 'path', 'cycleway', 'steps', 'track'), OVER_GROUND),
      colors.path,
      growing(14, 0.5, 17, 1.4),
      { dash: [2, 1.5], cap: 'butt' }
    ),
    ...streets(look),
    line('rail', 'streets', rail, colors.rail, growing(8, 0.4, 14, 1.3, 17, 2), { cap: 'butt' }),
    line('rail-ties', 'streets', rail, colors.rail, growing(13, 2, 17, 6), {
      minzoom: 13,
      dash: [0.3, 4],
      cap: 'butt'
    }),
    line(
      'tram',
      'streets',
      all(kinds('tram', 'subway'), OVER_GROUND),
      colors.tram,
      growing(10, 1.1, 14, 1.8, 17, 3),
      {
        dash: [0.1, 2.6]
      }
    )
  ];
}

interface NameStyle {
  layer: string;
  filter: FilterSpecification;
  field: 'name' | 'ref';
  size: number | ExpressionSpecification;
  color: string;
  strong?: boolean;
  minzoom?: number;
  maxzoom?: number;
  /** Written along its line. */
  along?: boolean;
  layout?: Record<string, unknown>;
  /** Pixels: none for what stands on a shield. */
  halo?: number;
}

const name = (id: string, { colors }: GroundLook, style: NameStyle): GroundLayerSpec =>
  ({
    id: `ground-${id}`,
    type: 'symbol',
    source: GROUND_SOURCE,
    'source-layer': style.layer,
    filter: style.filter,
    ...(style.minzoom !== undefined && { minzoom: style.minzoom }),
    ...(style.maxzoom !== undefined && { maxzoom: style.maxzoom }),
    layout: {
      'text-field': ['get', style.field],
      'text-font': style.strong ? STRONG : REGULAR,
      'text-size': style.size,
      'text-padding': 4,
      ...(style.along && { 'symbol-placement': 'line', 'symbol-spacing': 340, 'text-max-angle': 28 }),
      ...style.layout
    },
    paint: {
      'text-color': style.color,
      'text-halo-color': colors.halo,
      'text-halo-width': style.halo ?? 1.5
    }
  }) as GroundLayerSpec;

const SHIELD = {
  'symbol-placement': 'line',
  'symbol-spacing': 210,
  'text-rotation-alignment': 'viewport',
  'text-pitch-alignment': 'viewport',
  'icon-rotation-alignment': 'viewport',
  'icon-image': 'ground-shield',
  'icon-text-fit': 'both',
  'icon-text-fit-padding': [2, 4, 2, 4],
  'text-padding': 8,
  'icon-padding': 8
};

const numbered = (...of: string[]) => all(['has', 'ref'], kinds(...of));

/** Names and numbers, the least important first. */
const names = (look: GroundLook): GroundLayerSpec[] => [
  ...streetNames(look),
  ...placeNames(look),
  ...lineNumbers(look)
];

function streetNames(look: GroundLook): GroundLayerSpec[] {
  const { colors } = look;
  return [
    name('name-minor', look, {
      layer: 'street_labels',
      filter: all(
        NAMED,
        kinds('residential', 'unclassified', 'living_street', 'pedestrian', 'service', 'footway', 'cycleway')
      ),
      field: 'name',
      size: growing(14, 10.5, 17, 12.5),
      color: colors.ink2,
      minzoom: 14.5,
      along: true
    }),
    name('name-major', look, {
      layer: 'street_labels',
      filter: all(NAMED, kinds('primary', 'secondary', 'tertiary', 'trunk')),
      field: 'name',
      size: growing(13, 11, 17, 13),
      color: colors.ink2,
      minzoom: 13,
      along: true
    }),
    name('number-secondary', look, {
      layer: 'street_labels',
      filter: numbered('secondary', 'tertiary'),
      field: 'ref',
      size: 10,
      color: colors.ink,
      strong: true,
      minzoom: 12.4,
      halo: 0,
      layout: SHIELD
    }),
    name('number-primary', look, {
      layer: 'street_labels',
      filter: numbered('trunk', 'primary'),
      field: 'ref',
      size: 10,
      color: colors.ink,
      strong: true,
      minzoom: 11.2,
      halo: 0,
      layout: SHIELD
    })
  ];
}

function placeNames(look: GroundLook): GroundLayerSpec[] {
  const { colors, named } = look;
  return [
    name('poi', look, {
      layer: 'pois',
      filter: all(kinds('townhall', 'station')),
      field: 'name',
      size: 11,
      color: colors.ink2,
      minzoom: 13.2,
      layout: { 'text-anchor': 'top', 'text-offset': [0, 0.6], 'text-max-width': 8 }
    }),
    name('place', look, {
      layer: 'place_labels',
      filter: all(['!', ['in', ['get', 'name'], ['literal', [...named]]]]),
      field: 'name',
      size: [
        'interpolate',
        ['linear'],
        ['zoom'],
        8,
        ['match', ['get', 'kind'], 'city', 13, 'town', 11, 10.5],
        14,
        ['match', ['get', 'kind'], 'city', 18, 'town', 15, 'suburb', 14, 'village', 14, 12]
      ],
      color: colors.ink3,
      maxzoom: 16,
      layout: { 'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'population'], 0]], 'text-max-width': 7 }
    }),
    name('name-lake', look, {
      layer: 'water_polygons',
      filter: all(NAMED),
      field: 'name',
      size: 11,
      color: colors.waterInk,
      minzoom: 11.5,
      layout: { 'text-max-width': 7 }
    }),
    name('name-river', look, {
      layer: 'water_lines',
      filter: all(NAMED, kinds('river', 'canal', 'stream')),
      field: 'name',
      size: growing(9, 11, 14, 12.5),
      color: colors.waterInk,
      minzoom: 9,
      along: true,
      layout: { 'text-offset': [0, look.generalised ? 1 : 0.9], 'symbol-spacing': 260 }
    })
  ];
}

function lineNumbers(look: GroundLook): GroundLayerSpec[] {
  const { colors } = look;
  return [
    name('number-tram', look, {
      layer: 'street_labels',
      filter: numbered('tram'),
      field: 'ref',
      size: 10,
      color: colors.ink,
      strong: true,
      minzoom: 9.5,
      halo: 0,
      layout: { ...SHIELD, 'icon-image': 'ground-disc', 'icon-text-fit': 'none', 'symbol-spacing': 600 }
    }),
    name('number-motorway', look, {
      layer: 'street_labels',
      filter: numbered('motorway'),
      field: 'ref',
      size: 10.5,
      color: colors.ink,
      strong: true,
      minzoom: 8.5,
      halo: 0,
      layout: SHIELD
    })
  ];
}

/** Town halls and stations: small squares and rings that nothing hides. */
const marks = (): GroundLayerSpec[] => [
  {
    id: 'ground-mark',
    type: 'symbol',
    source: GROUND_SOURCE,
    'source-layer': 'pois',
    filter: all(kinds('townhall', 'station')),
    layout: {
      'icon-image': ['match', ['get', 'kind'], 'townhall', 'ground-townhall', 'ground-station'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': false,
      'icon-padding': 1
    }
  }
];

const blocks = (): GroundLayerSpec[] => [
  {
    id: 'ground-block',
    type: 'symbol',
    source: BLOCKS_SOURCE,
    layout: {
      'icon-image': 'ground-nothing',
      'icon-allow-overlap': true,
      'icon-ignore-placement': false,
      'icon-padding': 0
    }
  }
];

function land({ colors }: GroundLook): GroundLayerSpec[] {
  return [
    surface('built', 'land', kinds('residential'), colors.built),
    surface('industry', 'land', kinds('industrial', 'commercial', 'retail', 'cemetery'), colors.industry),
    surface('wood', 'land', kinds('forest', 'wood'), colors.wood),
    surface(
      'park',
      'land',
      kinds('park', 'garden', 'golf_course', 'village_green', 'recreation_ground'),
      colors.park
    )
  ];
}

/** All layers of the ground by stage, from the ground up; of two names that meet, the higher one stays. */
export const groundLayersOf = (look: GroundLook): Record<GroundStage, GroundLayerSpec[]> => ({
  land: land(look),
  lines: lines(look),
  names: [...marks(), ...names(look)],
  blocks: blocks()
});

/** The layer of the figures under which each stage lies, or those over it where it is not there. */
export const STAGE_UNDER: Record<GroundStage, string> = {
  land: 'outside-line',
  lines: 'qpv-fill',
  names: 'area-circle',
  blocks: 'area-circle'
};
