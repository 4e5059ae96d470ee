// Reads POINTS.json: a list of { lat, lon, id? } in degrees.
import { readFileSync } from 'node:fs';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { Place } from '../../src/lib/model/travel/travel-times.ts';

/** @throws {UnusableInput} `points-malformed`, with the number of the point. */
export function readPoints(file: string): Place[] {
  const malformed = (found: string, expected: string, row?: number, cause?: unknown) =>
    new UnusableInput(
      { code: 'points-malformed', severity: 'dropped', file, row, found, expected },
      { cause }
    );
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw malformed(cause.message, 'du JSON', undefined, cause);
    throw cause;
  }
  if (!Array.isArray(json)) throw malformed(typeof json, 'une liste [{"lat": 50.36, "lon": 3.52}]');
  return json.map((point: unknown, index) => {
    const { lat, lon, id } = (point ?? {}) as Record<string, unknown>;
    const row = index + 1;
    if (typeof lat !== 'number' || !(Math.abs(lat) <= 90)) {
      throw malformed(`lat ${JSON.stringify(lat)}`, 'un nombre de -90 à 90', row);
    }
    if (typeof lon !== 'number' || !(Math.abs(lon) <= 180)) {
      throw malformed(`lon ${JSON.stringify(lon)}`, 'un nombre de -180 à 180', row);
    }
    return { lat, lon, ...(id === undefined ? {} : { id: String(id) }) };
  });
}
