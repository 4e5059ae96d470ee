// What the maps of a territory show.
import { expect, it } from 'vitest';
import { mapBounds } from '../../../../src/lib/engines/territory-builder/places/map-bounds.ts';

const square = (lon: number, lat: number, side: number) => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat]
];
/** A coastal commune of a tenth of a degree, and an islet a degree off. */
const cayenne = {
  intervention: true,
  outline: {
    type: 'MultiPolygon' as const,
    coordinates: [[square(-52.4, 4.9, 0.1)], [square(-51.4, 4.9, 0.01)]]
  }
};
const territory = { bounds: [-52.4, 4.9, -51.39, 5] as [number, number, number, number] };

it('an islet without a school stretches no map', () => {
  const [west, south, east, north] = mapBounds({
    territory,
    communes: [cayenne],
    schools: [{ lon: -52.33, lat: 4.93 }]
  });
  expect(east).toBeLessThan(-52.25);
  expect([west < -52.4, south < 4.9, north > 5]).toEqual([true, true, true]);
});

it('a far island that the drawing makes larger than it is stretches none either', () => {
  const drawn = {
    ...cayenne,
    outline: { ...cayenne.outline, coordinates: [[square(-52.4, 4.9, 0.1)], [square(-51.44, 4.9, 0.05)]] }
  };
  expect(mapBounds({ territory, communes: [drawn], schools: [] })[2]).toBeLessThan(-52.25);
});

it('an island that has a school is on the map', () => {
  const schools = [
    { lon: -52.33, lat: 4.93 },
    { lon: -51.395, lat: 4.905 }
  ];
  expect(mapBounds({ territory, communes: [cayenne], schools })).toEqual(territory.bounds);
});
