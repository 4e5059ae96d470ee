// Arrow keys reach every place, in the direction that they say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  middleSpot,
  nearestSpot,
  type Direction,
  type Spot
} from '../../../../src/lib/map/geometry/nearest.ts';

const spot = (id: string, x: number, y: number): Spot => ({ id, at: [x, y] });
const DIRECTIONS: Direction[] = ['left', 'right', 'up', 'down'];
const spots = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 700 })), {
    minLength: 2,
    maxLength: 40,
    selector: ([x, y]) => `${x},${y}`
  })
  .map((points) => points.map(([x, y], index) => spot(`p${index}`, x, y)));

describe('arrow keys on the map', () => {
  it('go to the place straight ahead rather than to a nearer one aside', () => {
    const here = spot('here', 0, 0);
    const ahead = spot('ahead', 60, 0);
    const aside = spot('aside', 35, 35);
    expect(nearestSpot([here, ahead, aside], here, 'right')).toBe(ahead);
  });

  it('go to the smaller name of two places as near, whatever their order', () => {
    const here = spot('here', 0, 0);
    const [above, below] = [spot('a', 60, -20), spot('b', 60, 20)];
    expect(nearestSpot([here, above, below], here, 'right')).toBe(above);
    expect(nearestSpot([here, below, above], here, 'right')).toBe(above);
  });

  it('stay where nothing lies that way', () => {
    const here = spot('here', 0, 0);
    expect(nearestSpot([here, spot('far', 100, 0)], here, 'left')).toBeNull();
    expect(nearestSpot([here], here, 'up')).toBeNull();
  });

  it('always move in the direction of the key', () => {
    fc.assert(
      fc.property(spots, fc.constantFrom(...DIRECTIONS), (all, direction) => {
        const here = all[0]!;
        const next = nearestSpot(all, here, direction);
        if (!next) return;
        const dx = next.at[0] - here.at[0];
        const dy = next.at[1] - here.at[1];
        const forward = { left: -dx, right: dx, up: -dy, down: dy }[direction];
        expect(forward).toBeGreaterThan(0);
      })
    );
  });

  it('lead from any place to some other', () => {
    fc.assert(
      fc.property(spots, (all) => {
        for (const here of all) {
          expect(DIRECTIONS.some((direction) => nearestSpot(all, here, direction) !== null)).toBe(true);
        }
      })
    );
  });

  it('enter the map at the place nearest to its middle', () => {
    const all = [spot('a', 0, 0), spot('b', 240, 300), spot('c', 480, 700)];
    expect(middleSpot(all, [250, 350])?.id).toBe('b');
    expect(middleSpot([], [0, 0])).toBeNull();
  });
});
