// Travel times from the IGN Géoplateforme, which answers one journey a request, five requests a second: for samples, not whole matrices.
import {
  type TravelMode,
  NO_ROUTE,
  TravelTimesError,
  emptyMatrix,
  type TravelTimes
} from '../../../model/travel/travel-times.ts';
import { degrees, field, requestJson, wait, type HttpOptions, type ServiceOptions } from './http.ts';

const PROFILES: Partial<Record<TravelMode, string>> = { car: 'car', foot: 'pedestrian' };
/** Milliseconds between two requests: five a second. */
const SPACING_MS = 200;
/** 100 seconds of requests. */
const MAX_JOURNEYS = 500;

interface IgnOptions extends ServiceOptions {
  /** Milliseconds between requests. */
  spacing?: number;
}

/**
 * The Géoplateforme's itinerary service. https://geoservices.ign.fr/documentation/services/services-geoplateforme/itineraire
 */
export function ignTimes(
  base: string,
  { spacing = SPACING_MS, profile: carProfile, ...http }: IgnOptions = {}
): TravelTimes {
  const { host } = new URL(base);
  return {
    host,
    async matrix(origins, destinations, mode, _window, { signal, progress } = {}) {
      const profile = (mode === 'car' ? carProfile : undefined) ?? PROFILES[mode];
      if (!profile) throw new TravelTimesError('mode', `the Géoplateforme has no profile for ${mode}`);
      const cells = origins.length * destinations.length;
      if (cells > MAX_JOURNEYS)
        throw new TravelTimesError('too-large', `${cells} journeys, ${MAX_JOURNEYS} at most`);
      const meta = { engine: `IGN bdtopo-osrm, ${host}`, dataDate: '', calibration: `profile=${profile}` };
      const matrix = emptyMatrix(origins.length, destinations.length, meta);
      for (let cell = 0; cell < cells; cell++) {
        if (cell > 0) await wait(spacing, signal);
        const from = origins[Math.floor(cell / destinations.length)]!;
        const to = destinations[cell % destinations.length]!;
        const query = new URLSearchParams({
          resource: 'bdtopo-osrm',
          start: `${degrees(from.lon)},${degrees(from.lat)}`,
          end: `${degrees(to.lon)},${degrees(to.lat)}`,
          profile,
          optimization: 'fastest',
          getSteps: 'false',
          getBbox: 'false',
          timeUnit: 'second',
          distanceUnit: 'meter'
        });
        const url = `${base.replace(/\/+$/, '')}/navigation/itineraire?${query.toString()}`;
        const answer = await journey(url, { ...http, signal });
        matrix.seconds[cell] = answer ? Math.round(answer.duration) : NO_ROUTE;
        matrix.metres![cell] = answer ? Math.round(answer.distance) : NO_ROUTE;
        progress?.((cell + 1) / cells);
      }
      return matrix;
    }
  };
}

/** One journey; undefined when the service finds no route (it answers 404 then). */
async function journey(
  url: string,
  http: HttpOptions
): Promise<{ duration: number; distance: number } | undefined> {
  let answer: unknown;
  try {
    answer = await requestJson(url, {}, http);
  } catch (error) {
    if (error instanceof TravelTimesError && error.code === 'refused' && /: 404/.test(error.message))
      return undefined;
    throw error;
  }
  const [duration, distance] = [field(answer, 'duration'), field(answer, 'distance')];
  if (typeof duration === 'number' && typeof distance === 'number' && duration >= 0 && distance >= 0)
    return { duration, distance };
  throw new TravelTimesError('malformed', `${new URL(url).host}: no duration in the answer`);
}
