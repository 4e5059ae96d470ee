// What a street map draws of an extract.
import { describe, expect, it } from 'vitest';
import { groundLayers } from '../../../../../src/lib/engines/ground/index.ts';
import { GROUND_KEPT } from '../../../../../src/lib/engines/ground/osm/kept.ts';
import { smallExtract } from '../../../../fixtures/ground/extract.ts';

const SQUARE = [[1, 3.05, 50.05], [2, 3.1, 50.05], [3, 3.1, 50.1], [4, 3.05, 50.1]] as const; // prettier-ignore
const ROAD = [[11, 3.01, 50.01], [12, 3.02, 50.02], [13, 3.03, 50.03], [14, 3.04, 50.04]] as const; // prettier-ignore

describe('the layers of a street map', () => {
  it('join the ways of one road and give it its name and its first number', () => {
    const tags = { highway: 'secondary', name: 'Rue de Famars', ref: 'D 958;D 630' };
    const layers = groundLayers(
      smallExtract({ points: ROAD, ways: [[1, [11, 12], tags], [2, [14, 13, 12], tags]] }) // prettier-ignore
    );
    expect(layers.streets).toMatchObject([{ minZoom: 10, properties: { kind: 'secondary' } }]);
    expect(layers.street_labels).toMatchObject([
      { minZoom: 11, properties: { kind: 'secondary', name: 'Rue de Famars', ref: 'D 958' } }
    ]);
    const { coordinates } = layers.street_labels[0]!.geometry as { coordinates: number[][][] };
    expect(coordinates).toHaveLength(1);
    expect(coordinates[0]).toHaveLength(4);
  });

  it('leave out a point that the extract lacks, and cut the line there', () => {
    const layers = groundLayers(
      smallExtract({ points: ROAD, ways: [[1, [11, 12, 99, 13, 14], { highway: 'primary' }]] })
    );
    const { coordinates } = layers.streets[0]!.geometry as { coordinates: number[][][] };
    expect(coordinates.map(({ length }) => length)).toEqual([2, 2]);
    expect(layers.street_labels).toEqual([]);
  });

  it('make a lake of a relation, its island a hole; a relation that does not close is left out', () => {
    const points = [...SQUARE, [5, 3.07, 50.07], [6, 3.08, 50.07], [7, 3.08, 50.08]] as const;
    const members = [[1, [1, 2, 3]], [2, [1, 4, 3]], [3, [5, 6, 7, 5]]] as const; // prettier-ignore
    const lake = {
      id: 1,
      tags: { type: 'multipolygon', natural: 'water', name: 'Étang' },
      outer: [1, 2],
      inner: [3]
    };
    const layers = groundLayers(
      smallExtract({ points, members, relations: [lake, { ...lake, id: 2, outer: [1] }] })
    );
    expect(layers.water_polygons).toMatchObject([{ properties: { kind: 'water', name: 'Étang' } }]);
    const { coordinates } = layers.water_polygons[0]!.geometry as { coordinates: number[][][][] };
    expect(coordinates.map(({ length }) => length)).toEqual([2]);
  });

  it('have woods, built-up land, places, town halls and stations', () => {
    const layers = groundLayers(
      smallExtract({
        points: [
          ...SQUARE,
          [21, 3.06, 50.06, { place: 'town', name: 'Anzin', population: '13 500' }],
          [22, 3.07, 50.06, { amenity: 'townhall', name: 'Mairie d’Anzin' }],
          [23, 3.08, 50.06, { railway: 'station', name: 'Valenciennes' }],
          [24, 3.08, 50.07, { railway: 'station' }],
          [25, 3.08, 50.08, { place: 'isolated_dwelling', name: 'Ferme' }]
        ],
        ways: [
          [1, [1, 2, 3, 4, 1], { landuse: 'forest' }],
          [2, [1, 2, 3, 4, 1], { landuse: 'industrial' }],
          [3, [1, 2, 3, 4, 1], { amenity: 'townhall', name: 'Hôtel de ville' }],
          [4, [1, 2, 3, 4, 1], { landuse: 'quarry' }]
        ]
      })
    );
    expect(layers.land.map(({ properties }) => properties.kind)).toEqual(['forest', 'industrial']);
    expect(layers.place_labels).toMatchObject([
      { minZoom: 8, properties: { kind: 'town', name: 'Anzin', population: 13_500 } }
    ]);
    expect(layers.pois.map(({ properties }) => properties.name)).toEqual([
      'Hôtel de ville',
      'Mairie d’Anzin',
      'Valenciennes'
    ]);
  });

  it('close the sea along the box, the land on the left of its coast', () => {
    const coast = [[31, 2.9, 50.1], [32, 3.3, 50.1]] as const; // prettier-ignore
    const layers = groundLayers(
      smallExtract({ points: coast, ways: [[1, [32, 31], { natural: 'coastline' }]] })
    );
    expect(layers.water_polygons).toMatchObject([{ minZoom: 0, properties: { kind: 'water' } }]);
    const [[ring]] = (layers.water_polygons[0]!.geometry as { coordinates: number[][][][] }).coordinates as [[number[][]]]; // prettier-ignore
    expect(Math.min(...ring.map(([, y]) => y!))).toBeCloseTo(50.1);
    expect(Math.max(...ring.map(([, y]) => y!))).toBeCloseTo(50.2);
  });
});

it('an extract is read for its points: towns, town halls and stations, not shops', () => {
  const { isPoint } = GROUND_KEPT();
  const read = (...tags: Record<string, string>[]) => tags.map((one) => isPoint(one));
  expect(read({ place: 'village' }, { amenity: 'townhall' }, { railway: 'station' })).toEqual([
    true,
    true,
    true
  ]);
  expect(read({ shop: 'bakery' }, { amenity: 'cafe' }, {})).toEqual([false, false, false]);
});
