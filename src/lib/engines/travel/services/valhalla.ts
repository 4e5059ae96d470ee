// Travel times from a Valhalla server. https://valhalla.github.io/valhalla/api/matrix/api-reference/
import { TravelTimesError } from '../travel-times.ts';
import type { Place, TravelTimes } from '../travel-times.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { field, mapCells, matrixInBlocks } from './matrix-in-blocks.ts';
import { requestJson } from './http.ts';
import type { ServiceOptions } from './http.ts';

const COSTING: Partial<Record<TravelMode, string>> = { car: 'auto', bike: 'bicycle', foot: 'pedestrian' };
/** Valhalla's default service_limits: max_matrix_location_pairs 2,500, 50 locations. */
const LIMITS = { cells: 2500, places: 50 };

/** verbose:false gives two matrices; older servers give rows of { time, distance } objects instead. */
function columnsOf(answer: unknown): { seconds: unknown; kilometres: unknown } {
  const table = field(answer, 'sources_to_targets');
  if (!Array.isArray(table))
    return { seconds: field(table, 'durations'), kilometres: field(table, 'distances') };
  const pick = (name: string) =>
    table.map((row: unknown) =>
      Array.isArray(row) ? row.map((cell: unknown) => field(cell, name) ?? null) : row
    );
  return { seconds: pick('time'), kilometres: pick('distance') };
}

export function valhallaTimes(base: string, { profile: car, ...http }: ServiceOptions = {}): TravelTimes {
  const { host } = new URL(base);
  const locations = (places: readonly Place[]) => places.map(({ lat, lon }) => ({ lat, lon }));
  return {
    host,
    async matrix(origins, destinations, mode, _window, options) {
      const costing = (mode === 'car' ? car : undefined) ?? COSTING[mode];
      if (!costing) throw new TravelTimesError('mode', `Valhalla is not asked for ${mode}`);
      const meta = { engine: `Valhalla, ${host}`, dataDate: '', calibration: `costing=${costing}` };
      return matrixInBlocks(
        origins,
        destinations,
        LIMITS,
        meta,
        async (rows, columns, signal) => {
          const body = JSON.stringify({
            sources: locations(rows),
            targets: locations(columns),
            costing,
            units: 'kilometers',
            verbose: false
          });
          const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
          const answer = await requestJson(`${base.replace(/\/+$/, '')}/sources_to_targets`, init, {
            ...http,
            signal
          });
          const { seconds, kilometres } = columnsOf(answer);
          return { seconds, metres: mapCells(kilometres, (km) => km * 1000) };
        },
        options
      );
    }
  };
}
