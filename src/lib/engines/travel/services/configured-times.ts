// The routing service that an operator chose, from a few lines of configuration. Without any, nothing leaves the machine.
import { TravelTimesError } from '../travel-times.ts';
import type { TravelTimes } from '../travel-times.ts';
import type { HttpOptions } from './http.ts';
import { ignTimes } from './ign.ts';
import { openRouteServiceTimes } from './openrouteservice.ts';
import { osrmTimes } from './osrm.ts';
import type { ServiceConfig } from './service-file.ts';
import { valhallaTimes } from './valhalla.ts';

/** @throws {TravelTimesError} `refused` when the service is unknown or its address is none. */
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
