// The routing service that a site is configured with, or none: `graph/service.json`, and travel times from it. It is only requested when
// a reader chooses it.
import type { ServiceConfig } from '../../../model/travel/routing-service.ts';
import { TravelTimesError, type TravelTimes } from '../../../model/travel/travel-times.ts';
import type { HttpOptions } from './http.ts';
import { ignTimes } from './ign.ts';
import { openRouteServiceTimes, osrmTimes, valhallaTimes } from './matrix-services.ts';

/**
 * Travel times from a configured service.
 *
 * @throws {TravelTimesError} `refused` when the service is unknown, or its address is not one of the web
 */
export function configuredTimes(
  { service, url, key, profile }: ServiceConfig,
  options: HttpOptions = {}
): TravelTimes {
  const http = { ...options, profile };
  let address: URL;
  try {
    address = new URL(url);
  } catch (cause) {
    throw new TravelTimesError('refused', `not an address: ${url}`, { cause });
  }
  if (address.protocol !== 'https:' && address.protocol !== 'http:') {
    throw new TravelTimesError('refused', `not a web address: ${url}`);
  }
  switch (service) {
    case 'osrm':
      return osrmTimes(url, http);
    case 'valhalla':
      return valhallaTimes(url, http);
    case 'openrouteservice':
      return openRouteServiceTimes(url, key, http);
    case 'ign':
      return ignTimes(url, http);
    default:
      throw new TravelTimesError('refused', `unknown service: ${String(service)}`);
  }
}
