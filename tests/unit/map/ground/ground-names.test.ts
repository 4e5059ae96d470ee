// Names of rivers and numbers of roads in SVG find room beside our labels, or are left out.
import { describe, expect, it } from 'vitest';
import { groundNames } from '../../../../src/lib/map/ground/ground-names.ts';
import type { PaperFeature } from '../../../../src/lib/map/ground/ground.svelte.ts';
import { fit, unproject, type Point } from '../../../../src/lib/map/geometry/viewport.ts';

const view = fit([3.4, 50.2, 3.7, 50.5], 500, 600, { top: 0, right: 0, bottom: 0, left: 0 });
const at = (x: number, y: number) => [...unproject(view, [x, y])];
const river = (...points: Point[]): PaperFeature => ({
  type: 'Feature',
  properties: { kind: 'canal', name: 'Escaut' },
  geometry: { type: 'MultiLineString', coordinates: [points.map(([x, y]) => at(x, y))] }
});
const number = (of: string, ref: string, ...points: Point[]): PaperFeature => ({
  type: 'Feature',
  properties: { kind: 'number', of, ref },
  geometry: { type: 'MultiPoint', coordinates: points.map(([x, y]) => at(x, y)) }
});
const whole = { left: 0, right: 500, top: 0, bottom: 600 };

describe('names of the ground in SVG', () => {
  it('a river bears its name along its line, upright', () => {
    const { names } = groundNames(view, [river([400, 500], [100, 300])], [], true);
    expect(names).toHaveLength(1);
    expect(names[0]!.text).toBe('Escaut');
    expect(names[0]!.angle).toBeCloseTo(33.7, 0);
  });

  it('keep clear of what is there, and are left out where there is no room', () => {
    const features = [river([20, 300], [480, 300]), number('motorway', 'A2', [100, 100], [400, 100])];
    const taken = [{ left: 0, right: 250, top: 0, bottom: 600 }];
    const { names, numbers } = groundNames(view, features, taken, true);
    expect(names[0]!.at[0]).toBeGreaterThan(250);
    expect(numbers[0]!.at[0]).toBeGreaterThan(250);
    expect(groundNames(view, features, [whole], true)).toEqual({ names: [], numbers: [] });
  });

  it('a map of the whole territory has numbers of motorways, not of lesser roads', () => {
    const features = [number('motorway', 'A2', [100, 100]), number('primary', 'D630', [300, 300])];
    const { numbers } = groundNames(view, features, [], false);
    expect(numbers.map(({ text }) => text)).toEqual(['A2']);
  });
});
