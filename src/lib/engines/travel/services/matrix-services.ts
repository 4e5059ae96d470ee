// Travel times from the services that answer a matrix in one request: OSRM, Valhalla, openrouteservice.
import {
  type TravelMode,
  TravelTimesError,
  type Place,
  type TravelTimes
} from '../../../model/travel/travel-times.ts';
import { degrees, field, requestJson, type HttpOptions, type ServiceOptions } from './http.ts';
import { matrixInBlocks, type MatrixBlock, type Limits } from './matrix-in-blocks.ts';

interface MatrixService {
  name: string;
  limits: Limits;
  /** What the service calls a profile: the word of `calibration`. */
  profileWord: 'profile' | 'costing';
  profiles: Partial<Record<TravelMode, string>>;
  requestBlock(request: BlockRequest): Promise<MatrixBlock>;
}

interface BlockRequest {
  /** Base address, without a final slash. */
  base: string;
  profile: string;
  origins: readonly Place[];
  destinations: readonly Place[];
  http: HttpOptions;
}

function matrixServiceTimes(
  { name, limits, profileWord, profiles, requestBlock }: MatrixService,
  address: string,
  { profile: carProfile, ...http }: ServiceOptions
): TravelTimes {
  const { host } = new URL(address);
  const base = address.replace(/\/+$/, '');
  return {
    host,
    async matrix(origins, destinations, mode, _window, options) {
      const profile = (mode === 'car' ? carProfile : undefined) ?? profiles[mode];
      if (!profile) throw new TravelTimesError('mode', `${name} has no profile for ${mode}`);
      const meta = { engine: `${name}, ${host}`, dataDate: '', calibration: `${profileWord}=${profile}` };
      return matrixInBlocks(
        origins,
        destinations,
        limits,
        meta,
        (rows, columns, signal) =>
          requestBlock({ base, profile, origins: rows, destinations: columns, http: { ...http, signal } }),
        options
      );
    }
  };
}

const indices = (places: readonly Place[], first = 0) => places.map((_, i) => first + i);

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body)
});

const OSRM: MatrixService = {
  name: 'OSRM',
  // osrm-routed's default --max-table-size.
  limits: { cells: 10_000, places: 100 },
  profileWord: 'profile',
  profiles: { car: 'driving', bike: 'cycling', foot: 'walking' },
  async requestBlock({ base, profile, origins, destinations, http }) {
    const places = [...origins, ...destinations]
      .map(({ lon, lat }) => `${degrees(lon)},${degrees(lat)}`)
      .join(';');
    const sources = indices(origins).join(';');
    const targets = indices(destinations, origins.length).join(';');
    const query = `sources=${sources}&destinations=${targets}&annotations=duration,distance`;
    const answer = await requestJson(`${base}/table/v1/${profile}/${places}?${query}`, {}, http);
    if (field(answer, 'code') !== 'Ok') {
      const { host } = new URL(base);
      const message = String(field(answer, 'message') ?? '');
      throw new TravelTimesError('refused', `${host}: ${String(field(answer, 'code'))} ${message}`);
    }
    return { seconds: field(answer, 'durations'), metres: field(answer, 'distances') };
  }
};

/** An OSRM server. https://project-osrm.org/docs/v5.24.0/api/#table-service */
export const osrmTimes = (base: string, options: ServiceOptions = {}): TravelTimes =>
  matrixServiceTimes(OSRM, base, options);

/** verbose:false gives two matrices; older servers give rows of { time, distance } objects instead. */
function valhallaRows(answer: unknown): { seconds: unknown; kilometres: unknown } {
  const table = field(answer, 'sources_to_targets');
  if (!Array.isArray(table))
    return { seconds: field(table, 'durations'), kilometres: field(table, 'distances') };
  const pick = (name: string) =>
    table.map((row: unknown) =>
      Array.isArray(row) ? row.map((cell: unknown) => field(cell, name) ?? null) : row
    );
  return { seconds: pick('time'), kilometres: pick('distance') };
}

/** Kilometres to metres; what is no number is left for `matrixInBlocks` to refuse. */
function metresOf(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown) =>
    Array.isArray(row) ? row.map((km: unknown) => (typeof km === 'number' ? km * 1000 : km)) : row
  );
}

const VALHALLA: MatrixService = {
  name: 'Valhalla',
  // Default service_limits: max_matrix_location_pairs 2,500, 50 locations.
  limits: { cells: 2500, places: 50 },
  profileWord: 'costing',
  profiles: { car: 'auto', bike: 'bicycle', foot: 'pedestrian' },
  async requestBlock({ base, profile, origins, destinations, http }) {
    const locations = (places: readonly Place[]) => places.map(({ lat, lon }) => ({ lat, lon }));
    const request = post({
      sources: locations(origins),
      targets: locations(destinations),
      costing: profile,
      units: 'kilometers',
      verbose: false
    });
    const { seconds, kilometres } = valhallaRows(
      await requestJson(`${base}/sources_to_targets`, request, http)
    );
    return { seconds, metres: metresOf(kilometres) };
  }
};

/** A Valhalla server. https://valhalla.github.io/valhalla/api/matrix/api-reference/ */
export const valhallaTimes = (base: string, options: ServiceOptions = {}): TravelTimes =>
  matrixServiceTimes(VALHALLA, base, options);

const openRouteService = (key: string | undefined): MatrixService => ({
  name: 'openrouteservice',
  // 3,500 cells a request on the public server.
  limits: { cells: 3500, places: 3501 },
  profileWord: 'profile',
  profiles: { car: 'driving-car', bike: 'cycling-regular', foot: 'foot-walking' },
  async requestBlock({ base, profile, origins, destinations, http }) {
    const body = {
      locations: [...origins, ...destinations].map(({ lon, lat }) => [lon, lat]),
      sources: indices(origins),
      destinations: indices(destinations, origins.length),
      metrics: ['duration', 'distance'],
      units: 'm'
    };
    const request = post(body, key === undefined ? {} : { authorization: key });
    const answer = await requestJson(`${base}/v2/matrix/${profile}`, request, http);
    return { seconds: field(answer, 'durations'), metres: field(answer, 'distances') };
  }
});

/**
 * An openrouteservice server: one's own, or the public one with a key. https://giscience.github.io/openrouteservice/
 */
export const openRouteServiceTimes = (
  base: string,
  key: string | undefined,
  options: ServiceOptions = {}
): TravelTimes => matrixServiceTimes(openRouteService(key), base, options);
