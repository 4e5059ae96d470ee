// Promises of times that no road gives: what is estimated, and that it never passes for more.
import { describe, expect, it } from 'vitest';
import { greatCircleMetres } from '../../../../src/lib/algorithms/distance.ts';
import {
  straightLineAreas,
  straightLineMatrices
} from '../../../../src/lib/engines/travel/road/straight-line.ts';
import {
  STRAIGHT_LINE_DETOUR,
  STRAIGHT_LINE_SPEEDS
} from '../../../../src/lib/model/travel/travel-settings.ts';
import { atTownHall, teamPlaces } from '../../../../src/lib/engines/travel/tours/team.ts';
import { TravelCache } from '../../../../src/lib/workers/travel/travel-cache.ts';

const LILLE = { id: '59350', lon: 3.0635, lat: 50.6365 };
const ROUBAIX = { id: '59512', lon: 3.1746, lat: 50.6927 };

describe('times estimated as the crow flies', () => {
  it('are the distance, its detour and a speed, the same both ways, and say so', () => {
    const { seconds, metres, meta } = straightLineMatrices([LILLE, ROUBAIX], ['car']).car;
    const road = greatCircleMetres(LILLE, ROUBAIX) * STRAIGHT_LINE_DETOUR;
    expect([...metres!]).toEqual([0, Math.round(road), Math.round(road), 0]);
    expect(seconds[1]).toBe(Math.round(road / (STRAIGHT_LINE_SPEEDS.car / 3.6)));
    expect(seconds[2]).toBe(seconds[1]);
    expect(meta).toEqual({ engine: 'vol-d-oiseau 1, car', dataDate: '', calibration: 'detour=1.3;speed=30' });
  });

  it('are those of each mode, whichever are asked together', () => {
    const both = straightLineMatrices([LILLE, ROUBAIX], ['car', 'foot']);
    expect(both.car).toEqual(straightLineMatrices([LILLE, ROUBAIX], ['car']).car);
    expect(both.foot).toEqual(straightLineMatrices([LILLE, ROUBAIX], ['foot']).foot);
    expect(both.foot.seconds[1]).toBeGreaterThan(both.car.seconds[1]!);
  });

  it('grow at the peak hour by car, and only by car', () => {
    const of = (mode: 'car' | 'bike', peak: number) =>
      straightLineMatrices([LILLE, ROUBAIX], [mode], peak)[mode].seconds[1]!;
    expect(of('car', 1.3) / of('car', 1)).toBeCloseTo(1.3, 2);
    expect(of('bike', 1.3)).toBe(of('bike', 1));
  });

  it('draw circles: what is inside is within the time, what is outside is not', () => {
    const [area] = straightLineAreas(LILLE, 'car', [600]);
    const ring = area!.area.coordinates[0]![0]!;
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [lon = 0, lat = 0] of ring) {
      const { seconds } = straightLineMatrices([LILLE, { lon, lat }], ['car']).car;
      expect(seconds[1]).toBeGreaterThan(590);
      expect(seconds[1]).toBeLessThan(610);
    }
  });

  it('are answered without a file of roads', async () => {
    const files = new TravelCache({
      graphs: 'https://site.example.org/graph',
      places: [LILLE, ROUBAIX],
      times: { car: 'straight', bike: 'roads' }
    });
    expect(files.isStraightLine('car')).toBe(true);
    expect(files.isStraightLine('bike')).toBe(false);
    const { meta } = await files.matrix({ mode: 'car', peak: 1, closed: [{ at: [3.1, 50.6] }] });
    expect(meta.engine).toMatch(/^vol-d-oiseau/);
  });
});

describe('a school that no file places', () => {
  const communes = [{ code: '59350', town_lon: 3.0635, town_lat: 50.6365 }];
  const school = (uai: string, status: 'followed' | 'waiting' | 'outside', lon: number | null) => ({
    ...{ uai, status, lon, lat: lon === null ? null : 50.6, commune: '59350' }
  });
  const schools = [
    school('0590001A', 'followed', 3.1),
    school('0590002B', 'followed', null),
    school('0590003C', 'waiting', null),
    school('0590004D', 'outside', null)
  ];

  it('is reached at its town hall when posts go there, and is told apart', () => {
    expect(teamPlaces(communes, schools)).toEqual([
      { id: '59350', lon: 3.0635, lat: 50.6365 },
      { id: '0590001A', lon: 3.1, lat: 50.6 },
      { id: '0590002B', lon: 3.0635, lat: 50.6365 },
      { id: '0590003C', lon: 3.0635, lat: 50.6365 }
    ]);
    expect(atTownHall(schools)).toEqual(['0590002B', '0590003C']);
  });
});
