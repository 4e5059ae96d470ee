// Who may use which OpenStreetMap way, in which direction and how fast.
import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../../../src/lib/engines/ground/extract.ts';
import { blocks, speedLimit, roadUse } from '../../../../../src/lib/engines/ground/roads/road-rules.ts';
import type { RoadMode } from '../../../../../src/lib/model/travel/road-network.ts';

const direction = (tags: Tags, mode: RoadMode) => roadUse(tags, mode)?.direction;

describe('a road', () => {
  it.each<[Tags, RoadMode, string | undefined]>([
    [{ highway: 'residential' }, 'car', 'both'],
    [{ highway: 'residential', oneway: 'yes' }, 'car', 'forward'],
    [{ highway: 'residential', oneway: '-1' }, 'car', 'backward'],
    [{ highway: 'residential', oneway: 'reverse' }, 'car', 'backward'],
    [{ highway: 'residential', oneway: 'true' }, 'car', 'forward'],
    [{ highway: 'residential', oneway: '1' }, 'car', 'forward'],
    [{ highway: 'motorway', oneway: 'no' }, 'car', 'both'],
    [{ highway: 'motorway' }, 'car', 'forward'],
    [{ highway: 'tertiary', junction: 'roundabout' }, 'car', 'forward'],
    [{ highway: 'tertiary', junction: 'roundabout' }, 'bike', 'forward'],
    [{ highway: 'tertiary', junction: 'roundabout' }, 'foot', 'both'],
    [{ highway: 'residential', oneway: 'yes', 'oneway:bicycle': 'no' }, 'bike', 'both'],
    [{ highway: 'residential', oneway: 'yes', 'oneway:bicycle': 'no' }, 'car', 'forward'],
    [{ highway: 'residential', oneway: 'yes', cycleway: 'opposite_lane' }, 'bike', 'both'],
    [{ highway: 'residential', oneway: 'yes' }, 'foot', 'both'],
    [{ highway: 'motorway' }, 'bike', undefined],
    [{ highway: 'motorway' }, 'foot', undefined],
    [{ highway: 'footway' }, 'car', undefined],
    [{ highway: 'footway' }, 'bike', undefined],
    [{ highway: 'footway', bicycle: 'yes' }, 'bike', 'both'],
    [{ highway: 'steps' }, 'foot', 'both'],
    [{ highway: 'residential', access: 'private' }, 'car', undefined],
    [{ highway: 'residential', access: 'no', foot: 'yes' }, 'foot', 'both'],
    [{ highway: 'residential', access: 'no', motor_vehicle: 'yes' }, 'car', 'both'],
    [{ highway: 'residential', motor_vehicle: 'no' }, 'car', undefined],
    [{ highway: 'residential', motor_vehicle: 'no' }, 'bike', 'both'],
    [{ highway: 'primary', bicycle: 'use_sidepath' }, 'bike', undefined],
    [{ highway: 'primary', bicycle: 'use_sidepath' }, 'car', 'both'],
    [{ highway: 'construction' }, 'car', undefined],
    [{ highway: 'pedestrian', area: 'yes' }, 'foot', undefined],
    [{ route: 'ferry' }, 'car', undefined],
    [{ highway: 'service', route: 'ferry' }, 'car', undefined],
    [{ building: 'yes' }, 'foot', undefined]
  ])('%j for a %s: %s', (tags, mode, expected) => {
    expect(direction(tags, mode)).toBe(expected);
  });

  it('is driven at 95 % of its limit, in whatever unit it is signed', () => {
    expect(roadUse({ highway: 'primary', maxspeed: '50' }, 'car')!.rural).toBeCloseTo(47.5);
    expect(roadUse({ highway: 'primary', maxspeed: '30 mph' }, 'car')!.urban).toBeCloseTo(45.87, 1);
    expect(roadUse({ highway: 'primary', maxspeed: 'none' }, 'car')!.rural).toBe(80);
    expect(speedLimit('10 knots')).toBeCloseTo(18.52);
    expect(['FR:urban', 'FR:rural', 'walk', 'signals', undefined].map(speedLimit)).toEqual([
      50,
      80,
      6,
      undefined,
      undefined
    ]);
  });

  it('is slower on a ramp and in a roundabout', () => {
    expect(roadUse({ highway: 'motorway_link' }, 'car')!.rural).toBeCloseTo(80.75);
    expect(roadUse({ highway: 'secondary', junction: 'roundabout' }, 'car')!.rural).toBe(25);
  });
});

describe('a barrier', () => {
  it.each<[Tags, RoadMode, boolean]>([
    [{ barrier: 'bollard' }, 'car', true],
    [{ barrier: 'bollard' }, 'bike', false],
    [{ barrier: 'bollard' }, 'foot', false],
    [{ barrier: 'gate' }, 'car', true],
    [{ barrier: 'gate', access: 'yes' }, 'car', false],
    [{ barrier: 'gate', access: 'private' }, 'foot', true],
    [{ barrier: 'lift_gate' }, 'car', false],
    [{ barrier: 'kerb' }, 'car', false],
    [{ barrier: 'stile' }, 'bike', true],
    [{ highway: 'crossing' }, 'car', false],
    [{ highway: 'traffic_signals' }, 'car', false]
  ])('%j stops a %s: %s', (tags, mode, expected) => {
    expect(blocks(tags, mode)).toBe(expected);
  });
});
