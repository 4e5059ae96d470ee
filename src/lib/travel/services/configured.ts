// The routing service that an operator chose, from a few lines of configuration. Without any, nothing leaves the machine.
import { TravelTimesError } from '../port.ts';
import type { TravelTimes } from '../port.ts';
import type { HttpOptions } from './http.ts';
import { ignTimes } from './ign.ts';
import { openRouteServiceTimes } from './openrouteservice.ts';
import { osrmTimes } from './osrm.ts';
import { valhallaTimes } from './valhalla.ts';

export const SERVICES = ['osrm', 'valhalla', 'openrouteservice', 'ign'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface ServiceConfig {
  service: ServiceName;
  /** Base address, `https:` (or `http:` for a server of one's own). */
  url: string;
  /** Key of openrouteservice. */
  key?: string;
}

/** @throws {TravelTimesError} `refused` when the service is unknown or its address is none. */
export function configuredTimes({ service, url, key }: ServiceConfig, http: HttpOptions = {}): TravelTimes {
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
