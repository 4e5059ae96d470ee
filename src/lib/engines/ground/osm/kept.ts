// What is kept of an extract: roads for the graphs; for the street map also what features/kinds.ts draws.
import type { Tags } from '../extract.ts';
import { roadKeys, stopKeys, TURN_KEYS } from '../roads/road-rules.ts';
import { WantedKeys } from './blocks.ts';

export interface Kept {
  /** Keys by which an element may be kept: the others are passed over. */
  pointKeys: WantedKeys;
  wayKeys: WantedKeys;
  /** Keys whose tags are kept. */
  tagKeys: WantedKeys;
  /** Ways of these keys are no ring of a kept surface, whatever else they bear. */
  neverRings: WantedKeys;
  /** Whether surfaces are kept, whose rings may bear any tag. */
  hasSurfaces: boolean;
  isPoint(tags: Tags): boolean;
  isWay(tags: Tags): boolean;
  /** A closed way that bounds a surface. */
  isArea(tags: Tags): boolean;
  /** A relation whose members bound a surface. */
  isSurface(tags: Tags): boolean;
}

const LAND_USES = new Set([
  'basin',
  'cemetery',
  'commercial',
  'education',
  'forest',
  'industrial',
  'recreation_ground',
  'reservoir',
  'residential',
  'retail',
  'village_green'
]);
const NATURAL = new Set(['coastline', 'water', 'wood']);
const LEISURE = new Set(['garden', 'golf_course', 'park']);
const WATERWAYS = new Set(['canal', 'dock', 'river', 'riverbank', 'stream']);
const RAILS = new Set(['light_rail', 'narrow_gauge', 'rail', 'subway', 'tram']);
const STOPS = new Set(['halt', 'station']);

const has = (values: ReadonlySet<string>, value: string | undefined) =>
  value !== undefined && values.has(value);

const isGround = (tags: Tags) =>
  has(LAND_USES, tags['landuse']) ||
  has(NATURAL, tags['natural']) ||
  has(LEISURE, tags['leisure']) ||
  has(WATERWAYS, tags['waterway']) ||
  tags['amenity'] === 'townhall';

const isStop = (keys: readonly string[]) => (tags: Tags) => keys.some((key) => tags[key] !== undefined);
const NAME_KEYS = ['name', 'ref'];
const GROUND_KEYS = ['amenity', 'landuse', 'leisure', 'natural', 'place', 'railway', 'waterway'];

/** For the graphs of roads alone. */
export const ROADS_KEPT = (): Kept => ({
  pointKeys: new WantedKeys(stopKeys()),
  wayKeys: new WantedKeys(['highway']),
  tagKeys: new WantedKeys([...roadKeys(), ...TURN_KEYS, ...NAME_KEYS]),
  neverRings: new WantedKeys([]),
  hasSurfaces: false,
  isPoint: isStop(stopKeys()),
  isWay: ({ highway }) => highway !== undefined,
  isArea: () => false,
  isSurface: () => false
});

/** For the graphs and the street map. */
export const GROUND_KEPT = (): Kept => {
  const stops = isStop(stopKeys());
  return {
    pointKeys: new WantedKeys([...stopKeys(), 'amenity', 'place', 'railway']),
    wayKeys: new WantedKeys(['highway', ...GROUND_KEYS.filter((key) => key !== 'place')]),
    tagKeys: new WantedKeys([
      ...roadKeys(),
      ...TURN_KEYS,
      ...NAME_KEYS,
      ...GROUND_KEYS,
      'capital',
      'covered',
      'intermittent',
      'layer',
      'population',
      'public_transport',
      'usage',
      'water'
    ]),
    neverRings: new WantedKeys(['building', 'building:part']),
    hasSurfaces: true,
    isPoint: (tags) =>
      stops(tags) ||
      tags['place'] !== undefined ||
      tags['amenity'] === 'townhall' ||
      has(STOPS, tags['railway']),
    isWay: (tags) => tags['highway'] !== undefined || has(RAILS, tags['railway']) || isGround(tags),
    isArea: (tags) =>
      (tags['natural'] !== undefined && tags['natural'] !== 'coastline') ||
      tags['landuse'] !== undefined ||
      tags['leisure'] !== undefined ||
      tags['waterway'] === 'riverbank' ||
      tags['waterway'] === 'dock' ||
      tags['amenity'] !== undefined ||
      (tags['area'] === 'yes' && tags['highway'] !== undefined),
    isSurface: (tags) => tags['type'] === 'multipolygon' && isGround(tags)
  };
};
