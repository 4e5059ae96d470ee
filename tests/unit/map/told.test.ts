import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Told } from '../../../src/lib/map/controls/hover-intent.ts';
import type { PlaceRef } from '../../../src/lib/model/place.ts';

const A: PlaceRef = { kind: 'commune', code: '10001' };
const B: PlaceRef = { kind: 'commune', code: '10002' };
const at = (clientX: number) => ({ clientX, clientY: 50 }) as MouseEvent;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is said of the place under the mouse', () => {
  const shown: (PlaceRef | null)[] = [];
  /** Words stand from 100 to 200 as soon as a place is told. */
  const words = { getBoundingClientRect: () => ({ left: 100, right: 200, top: 0, bottom: 100 }) };
  const map = () => {
    shown.length = 0;
    const element = { querySelector: () => (shown.at(-1) ? words : null) };
    return new Told(element as unknown as HTMLElement, (ref) => shown.push(ref));
  };

  it('waits for a mouse that goes to it over other places, and stays while the mouse is on it', () => {
    const told = map();
    told.over(A, at(300));
    told.over(A, at(290));
    told.over(B, at(260));
    told.over(null, at(230));
    told.over(B, at(150));
    vi.advanceTimersByTime(2000);
    expect(shown.at(-1)).toEqual(A);
  });

  it('gives way at once to a mouse that goes elsewhere, and soon to one that stops on its way', () => {
    const told = map();
    told.over(A, at(300));
    told.over(A, at(290));
    told.over(B, at(320));
    expect(shown.at(-1)).toEqual(B);
    told.over(B, at(310));
    told.over(A, at(290));
    expect(shown.at(-1)).toEqual(B);
    vi.advanceTimersByTime(500);
    expect(shown.at(-1)).toEqual(A);
  });

  it('is gone with Échap until the mouse has left the place', () => {
    const told = map();
    told.over(A, at(300));
    told.silence();
    told.over(A, at(305));
    expect(shown.at(-1)).toBe(null);
    told.over(B, at(320));
    told.over(A, at(340));
    expect(shown.at(-1)).toEqual(A);
  });
});
