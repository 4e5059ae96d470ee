import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoverIntent } from '../../../../src/lib/map/controls/hover-intent.ts';
import type { PlaceRef } from '../../../../src/lib/model/place.ts';

const A: PlaceRef = { kind: 'commune', code: '10001' };
const B: PlaceRef = { kind: 'commune', code: '10002' };
const at = (clientX: number) => ({ clientX, clientY: 50 }) as MouseEvent;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is said of the place under the mouse', () => {
  const shown: (PlaceRef | null)[] = [];
  /** Words stand from 100 to 200 as soon as a place is hover. */
  const words = { getBoundingClientRect: () => ({ left: 100, right: 200, top: 0, bottom: 100 }) };
  const map = () => {
    shown.length = 0;
    const element = { querySelector: () => (shown.at(-1) ? words : null) };
    return new HoverIntent(element as unknown as HTMLElement, (ref) => shown.push(ref));
  };

  it('waits for a mouse that goes to it over other places, and stays while the mouse is on it', () => {
    const hover = map();
    hover.over(A, at(300));
    hover.over(A, at(290));
    hover.over(B, at(260));
    hover.over(null, at(230));
    hover.over(B, at(150));
    vi.advanceTimersByTime(2000);
    expect(shown.at(-1)).toEqual(A);
  });

  it('gives way at once to a mouse that goes elsewhere, and soon to one that stops on its way', () => {
    const hover = map();
    hover.over(A, at(300));
    hover.over(A, at(290));
    hover.over(B, at(320));
    expect(shown.at(-1)).toEqual(B);
    hover.over(B, at(310));
    hover.over(A, at(290));
    expect(shown.at(-1)).toEqual(B);
    vi.advanceTimersByTime(500);
    expect(shown.at(-1)).toEqual(A);
  });

  it('is gone with Échap until the mouse has left the place', () => {
    const hover = map();
    hover.over(A, at(300));
    hover.dismiss();
    hover.over(A, at(305));
    expect(shown.at(-1)).toBe(null);
    hover.over(B, at(320));
    hover.over(A, at(340));
    expect(shown.at(-1)).toEqual(A);
  });
});
