// Each routing service is asked as documented, and whatever it answers is either a whole matrix or a named error.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_ROUTE, type TravelTimes } from '../../../../src/lib/model/travel/travel-times.ts';
import { ignTimes } from '../../../../src/lib/engines/travel/services/ign.ts';
import {
  openRouteServiceTimes,
  osrmTimes,
  valhallaTimes
} from '../../../../src/lib/engines/travel/services/matrix-services.ts';

interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}
type Answer = { status?: number; headers?: Record<string, string>; body: unknown };

let server: Server;
let base = '';
let asked: Asked[] = [];
/** What the server answers, in turn; the last one stays. */
let answers: (Answer | ((request: Asked) => Answer))[] = [];

beforeAll(async () => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const seen = {
        method: request.method!,
        url: new URL(request.url!, 'http://local'),
        headers: request.headers,
        body
      };
      asked.push(seen);
      const next = answers.length > 1 ? answers.shift()! : answers[0]!;
      const { status = 200, headers = {}, body: content } = typeof next === 'function' ? next(seen) : next;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof content === 'string' ? content : JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  answers = [];
});

const FROM = [{ lon: 3.5235, lat: 50.3575 }];
const TO = [
  { lon: 3.504, lat: 50.372 },
  { lon: 3.591, lat: 50.45 }
];
const QUICK = { retries: 2, pause: 1 };
const OSRM = { code: 'Ok', durations: [[300.4, null]], distances: [[2100.2, null]] };

/** Each service: made for a base, its good answer to one origin and two places, the second out of reach. */
const SERVICES: [string, (at: string) => TravelTimes, unknown][] = [
  ['OSRM', (at) => osrmTimes(at, QUICK), OSRM],
  [
    'Valhalla',
    (at) => valhallaTimes(at, QUICK),
    { sources_to_targets: { durations: [[300.4, null]], distances: [[2.1002, null]] }, units: 'kilometers' }
  ],
  [
    'Valhalla of old',
    (at) => valhallaTimes(at, QUICK),
    {
      sources_to_targets: [
        [
          { time: 300, distance: 2.1, from_index: 0, to_index: 0 },
          { time: null, distance: null }
        ]
      ]
    }
  ],
  [
    'openrouteservice',
    (at) => openRouteServiceTimes(at, 'key', QUICK),
    { durations: [[300.4, null]], distances: [[2100.2, null]] }
  ]
];

describe.each(SERVICES)('%s', (_name, make, good) => {
  it('gives whole seconds and metres, and no way where it says null', async () => {
    answers = [{ body: good }];
    const matrix = await make(base).matrix(FROM, TO, 'car');
    expect([...matrix.seconds]).toEqual([300, NO_ROUTE]);
    expect([...matrix.metres!]).toEqual([2100, NO_ROUTE]);
    expect(make(base).host).toBe(new URL(base).host);
    expect(matrix.meta.engine).toContain(new URL(base).host);
  });

  it('is asked again when busy, as late as it says', async () => {
    answers = [
      { status: 429, headers: { 'retry-after': '0' }, body: 'slow down' },
      { status: 503, body: '' },
      { body: good }
    ];
    expect((await make(base).matrix(FROM, TO, 'car')).seconds[0]).toBe(300);
    expect(asked.length).toBe(3);
  });

  it.each([
    ['rate-limited', { status: 429, body: 'no more' }, 3],
    ['rate-limited', { status: 429, headers: { 'retry-after': '86400' }, body: 'tomorrow' }, 1],
    ['unreachable', { status: 502, body: '<html>Bad gateway</html>' }, 3],
    ['refused', { status: 403, body: '{"error":"TravelAccess to this API has been disallowed"}' }, 1],
    ['malformed', { body: '<!doctype html><title>Portail captif</title>' }, 1],
    ['malformed', { body: '' }, 1]
  ] as const)('is « %s » when it answers %j', async (code, answer, requests) => {
    answers = [answer];
    await expect(make(base).matrix(FROM, TO, 'car')).rejects.toMatchObject({
      name: 'TravelTimesError',
      code
    });
    expect(asked.length).toBe(requests);
  });

  it('is « malformed » when half of the matrix is missing, or a cell is no duration', async () => {
    for (const from of [
      '[300.4,null]',
      '300.4,',
      '{"time":300,"distance":2.1,"from_index":0,"to_index":0},'
    ]) {
      const text = JSON.stringify(good);
      if (!text.includes(from)) continue;
      answers = [{ body: text.replace(from, from.startsWith('[') ? '[300.4]' : '') }];
      await expect(make(base).matrix(FROM, TO, 'car')).rejects.toMatchObject({ code: 'malformed' });
    }
    answers = [{ body: JSON.stringify(good).replace(/300(\.4)?/, '-1') }];
    await expect(make(base).matrix(FROM, TO, 'car')).rejects.toMatchObject({ code: 'malformed' });
  });

  it('is « unreachable » when nobody listens, and stops when cancelled', async () => {
    await expect(make('http://127.0.0.1:9').matrix(FROM, TO, 'car')).rejects.toMatchObject({
      code: 'unreachable'
    });
    const controller = new AbortController();
    controller.abort();
    answers = [{ body: good }];
    await expect(
      make(base).matrix(FROM, TO, 'car', undefined, { signal: controller.signal })
    ).rejects.toMatchObject({
      name: 'AbortError'
    });
  });

  it('is not asked for public transport', async () => {
    await expect(make(base).matrix(FROM, TO, 'transit')).rejects.toMatchObject({ code: 'mode' });
    expect(asked).toEqual([]);
  });
});

describe('the question', () => {
  it('of OSRM is a table of sources and destinations', async () => {
    answers = [{ body: OSRM }];
    await osrmTimes(`${base}/`, QUICK).matrix(FROM, TO, 'bike');
    expect(asked[0]!.url.pathname).toBe('/table/v1/cycling/3.5235,50.3575;3.504,50.372;3.591,50.45');
    expect(asked[0]!.url.search).toBe('?sources=0&destinations=1;2&annotations=duration,distance');
  });

  it('of OSRM may be refused in its own words', async () => {
    answers = [{ body: { code: 'NoSegment', message: 'Could not find a matching segment' } }];
    await expect(osrmTimes(base, QUICK).matrix(FROM, TO, 'car')).rejects.toThrow('NoSegment');
  });

  it('of Valhalla and openrouteservice carries the places and the key, and nothing else', async () => {
    answers = [{ body: { sources_to_targets: { durations: [[1, 2]], distances: [[1, 2]] } } }];
    const named = FROM.map((place) => ({ ...place, id: '0590006L' }));
    await valhallaTimes(base, QUICK).matrix(named, TO, 'foot');
    expect(JSON.parse(asked[0]!.body)).toEqual({
      sources: [{ lat: 50.3575, lon: 3.5235 }],
      targets: [
        { lat: 50.372, lon: 3.504 },
        { lat: 50.45, lon: 3.591 }
      ],
      costing: 'pedestrian',
      units: 'kilometers',
      verbose: false
    });
    answers = [{ body: { durations: [[1, 2]], distances: [[1, 2]] } }];
    await openRouteServiceTimes(base, 'secret', QUICK).matrix(named, TO, 'car');
    expect([asked[1]!.url.pathname, asked[1]!.headers.authorization]).toEqual([
      '/v2/matrix/driving-car',
      'secret'
    ]);
    expect(JSON.parse(asked[1]!.body)).toEqual({
      locations: [
        [3.5235, 50.3575],
        [3.504, 50.372],
        [3.591, 50.45]
      ],
      sources: [0],
      destinations: [1, 2],
      metrics: ['duration', 'distance'],
      units: 'm'
    });
  });

  it('is cut into blocks that a server accepts, and put together again', async () => {
    const places = Array.from({ length: 130 }, (_, i) => ({ lon: i, lat: 50 }));
    answers = [
      ({ url }) => {
        const at = url.pathname
          .split('/')
          .pop()!
          .split(';')
          .map((place) => Number(place.split(',')[0]));
        const list = (name: string) =>
          url.searchParams
            .get(name)!
            .split(';')
            .map((i) => at[Number(i)]!);
        const rows = list('sources').map((o) => list('destinations').map((d) => 1000 * o + d));
        expect(at.length).toBeLessThanOrEqual(100);
        return { body: { code: 'Ok', durations: rows, distances: rows } };
      }
    ];
    const shares: number[] = [];
    const matrix = await osrmTimes(base, QUICK).matrix(places, places, 'car', undefined, {
      progress: (share) => shares.push(share)
    });
    expect([...matrix.seconds]).toEqual(places.flatMap((o) => places.map((d) => 1000 * o.lon + d.lon)));
    // Few large blocks: 35 origins by 65 destinations.
    expect(asked.length).toBe(8);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('a profile of its own', () => {
  it('is what a service calls driving, and nothing else', async () => {
    answers = [{ status: 400, body: 'no' }];
    const times = osrmTimes(base, { ...QUICK, profile: 'voiture' });
    for (const mode of ['car', 'bike'] as const) await times.matrix(FROM, TO, mode).catch(() => undefined);
    expect(asked.map(({ url }) => url.pathname.split('/')[3])).toEqual(['voiture', 'cycling']);
  });

  it('does not keep a long wait to itself', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '120' }, body: '' }];
    await expect(osrmTimes(base, QUICK).matrix(FROM, TO, 'car')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter: 120
    });
    const waits: number[] = [];
    answers = [{ status: 429, headers: { 'retry-after': '0' }, body: '' }, { body: OSRM }];
    await osrmTimes(base, { ...QUICK, waits: (ms) => waits.push(ms) }).matrix(FROM, TO, 'car');
    expect(waits).toEqual([1]);
  });
});

describe('the Géoplateforme', () => {
  const ign = () => ignTimes(base, { ...QUICK, spacing: 5 });

  it('is asked one journey at a time', async () => {
    answers = [
      { body: { duration: 300.4, distance: 2100.2 } },
      { status: 404, body: '{"error":{"message":"No path found"}}' }
    ];
    const matrix = await ign().matrix(FROM, TO, 'car');
    expect([[...matrix.seconds], [...matrix.metres!]]).toEqual([
      [300, NO_ROUTE],
      [2100, NO_ROUTE]
    ]);
    expect(asked[0]!.url.pathname).toBe('/navigation/itineraire');
    expect(Object.fromEntries(asked[0]!.url.searchParams)).toMatchObject({
      resource: 'bdtopo-osrm',
      start: '3.5235,50.3575',
      end: '3.504,50.372',
      profile: 'car'
    });
  });

  it('is never asked for more than a sample, nor faster than five a second unless told', async () => {
    const many = Array.from({ length: 30 }, () => FROM[0]!);
    await expect(ign().matrix(many, many, 'car')).rejects.toMatchObject({ code: 'too-large' });
    answers = [{ body: { duration: 1, distance: 1 } }];
    const started = performance.now();
    await ignTimes(base, QUICK).matrix(FROM, TO, 'car');
    expect(performance.now() - started).toBeGreaterThan(195);
  });

  it('names what goes wrong', async () => {
    answers = [{ body: { message: 'ok' } }];
    await expect(ign().matrix(FROM, TO, 'car')).rejects.toMatchObject({ code: 'malformed' });
    await expect(ign().matrix(FROM, TO, 'bike')).rejects.toMatchObject({ code: 'mode' });
  });
});
