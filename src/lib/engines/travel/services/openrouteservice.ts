// Travel times from openrouteservice, its own server or the public one with a key. https://giscience.github.io/openrouteservice/
import { TravelTimesError } from '../travel-times.ts';
import type { TravelTimes } from '../travel-times.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { field, matrixInBlocks } from './matrix-in-blocks.ts';
import { requestJson } from './http.ts';
import type { ServiceOptions } from './http.ts';

const PROFILES: Partial<Record<TravelMode, string>> = {
  car: 'driving-car',
  bike: 'cycling-regular',
  foot: 'foot-walking'
};
/** 3,500 cells a request on the public server. */
const LIMITS = { cells: 3500, places: 3501 };

export function openRouteServiceTimes(
  base: string,
  key: string | undefined,
  { profile: car, ...http }: ServiceOptions = {}
): TravelTimes {
  const { host } = new URL(base);
  return {
    host,
    async matrix(origins, destinations, mode, _window, options) {
      const profile = (mode === 'car' ? car : undefined) ?? PROFILES[mode];
      if (!profile) throw new TravelTimesError('mode', `openrouteservice has no profile for ${mode}`);
      const meta = { engine: `openrouteservice, ${host}`, dataDate: '', calibration: `profile=${profile}` };
      return matrixInBlocks(
        origins,
        destinations,
        LIMITS,
        meta,
        async (rows, columns, signal) => {
          const body = JSON.stringify({
            locations: [...rows, ...columns].map(({ lon, lat }) => [lon, lat]),
            sources: rows.map((_, i) => i),
            destinations: columns.map((_, i) => rows.length + i),
            metrics: ['duration', 'distance'],
            units: 'm'
          });
          const headers = {
            'content-type': 'application/json',
            ...(key === undefined ? {} : { authorization: key })
          };
          const url = `${base.replace(/\/+$/, '')}/v2/matrix/${profile}`;
          const answer = await requestJson(url, { method: 'POST', headers, body }, { ...http, signal });
          return { seconds: field(answer, 'durations'), metres: field(answer, 'distances') };
        },
        options
      );
    }
  };
}
