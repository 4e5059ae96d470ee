// What the travel worker holds when a service gives the times: asked once, at the peak hour too, and its failures come through whole.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_ROUTE, TravelTimesError } from '../../../src/lib/model/travel/travel-times.ts';
import { TravelCache } from '../../../src/lib/workers/travel/travel-cache.ts';
import { toResult, fromResult } from '../../../src/lib/workers/worker-call.ts';

const places = [
  { id: '59606', lon: 3.5235, lat: 50.3575 },
  { id: '59014', lon: 3.504, lat: 50.372 }
];
const service = { service: 'osrm', url: 'https://routes.example.org' } as const;
const files = () => new TravelCache({ graphs: 'https://site.example.org/graph', places, service });
const served = { mode: 'car', peak: 1, closed: [], source: 'service' } as const;
const SOUND = { code: 'Ok', durations: [[0, 600], [null, 0]], distances: [[0, 5000], [null, 0]] }; // prettier-ignore

/** Answers in turn; the last one stays. */
function answer(...bodies: string[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(bodies.length > 1 ? bodies.shift() : bodies[0]));
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe('times of a service', () => {
  it('are asked for once, whatever they are used for, and multiplied at the peak hour', async () => {
    const asked = answer(JSON.stringify(SOUND));
    const kept = files();
    const told: number[] = [];
    const [calm, same] = await Promise.all([
      kept.matrix(served, ({ share }) => told.push(share)),
      kept.matrix({ ...served, closed: [{ at: [3.5, 50.4] }] })
    ]);
    expect([...calm.seconds]).toEqual([0, 600, NO_ROUTE, 0]);
    expect(same.seconds).toBe(calm.seconds);
    const rush = await kept.matrix({ ...served, peak: 1.3 });
    expect([...rush.seconds]).toEqual([0, 780, NO_ROUTE, 0]);
    expect(rush.meta.engine).toBe('OSRM, routes.example.org');
    expect(asked.length).toBe(1);
    expect(told.at(-1)).toBe(1);
  });

  it('that failed are asked for again', async () => {
    answer('<html>', JSON.stringify(SOUND));
    const kept = files();
    await expect(kept.matrix(served)).rejects.toMatchObject({ code: 'malformed' });
    expect([...(await kept.matrix(served)).seconds]).toEqual([0, 600, NO_ROUTE, 0]);
  });

  it('are not asked for by a site that has no service', async () => {
    const asked = answer(JSON.stringify(SOUND));
    const none = new TravelCache({ graphs: 'https://site.example.org/graph', places });
    await expect(none.matrix(served)).rejects.toMatchObject({ code: 'refused' });
    expect(asked).toEqual([]);
  });

  it('that could not be had are told the page with their cause', async () => {
    const error = new TravelTimesError('rate-limited', 'routes.example.org: 429', { retryAfter: 120 });
    const wired = structuredClone(await toResult(() => Promise.reject(error)));
    expect(() => fromResult(wired)).toThrow(TravelTimesError);
    expect(() => fromResult(wired)).toThrow(
      expect.objectContaining({ code: 'rate-limited', detail: 'routes.example.org: 429', retryAfter: 120 })
    );
  });
});
