// Travel times from an OSRM server. https://project-osrm.org/docs/v5.24.0/api/#table-service
import { TravelTimesError } from '../travel-times.ts';
import type { TravelTimes } from '../travel-times.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { degrees, field, matrixInBlocks } from './matrix-in-blocks.ts';
import { requestJson } from './http.ts';
import type { ServiceOptions } from './http.ts';

/** Profiles as the usual servers name them. */
const PROFILES: Partial<Record<TravelMode, string>> = { car: 'driving', bike: 'cycling', foot: 'walking' };
/** osrm-routed's default --max-table-size. */
const LIMITS = { cells: 10_000, places: 100 };

export function osrmTimes(base: string, { profile: car, ...http }: ServiceOptions = {}): TravelTimes {
  const { host } = new URL(base);
  return {
    host,
    async matrix(origins, destinations, mode, _window, options) {
      const profile = (mode === 'car' ? car : undefined) ?? PROFILES[mode];
      if (!profile) throw new TravelTimesError('mode', `OSRM has no profile for ${mode}`);
      const meta = { engine: `OSRM, ${host}`, dataDate: '', calibration: `profile=${profile}` };
      return matrixInBlocks(
        origins,
        destinations,
        LIMITS,
        meta,
        async (rows, columns, signal) => {
          const places = [...rows, ...columns]
            .map(({ lon, lat }) => `${degrees(lon)},${degrees(lat)}`)
            .join(';');
          const sources = rows.map((_, i) => i).join(';');
          const targets = columns.map((_, i) => rows.length + i).join(';');
          const query = `sources=${sources}&destinations=${targets}&annotations=duration,distance`;
          const url = `${base.replace(/\/+$/, '')}/table/v1/${profile}/${places}?${query}`;
          const answer = await requestJson(url, {}, { ...http, signal });
          if (field(answer, 'code') !== 'Ok') {
            throw new TravelTimesError(
              'refused',
              `${host}: ${String(field(answer, 'code'))} ${String(field(answer, 'message') ?? '')}`
            );
          }
          return { seconds: field(answer, 'durations'), metres: field(answer, 'distances') };
        },
        options
      );
    }
  };
}
