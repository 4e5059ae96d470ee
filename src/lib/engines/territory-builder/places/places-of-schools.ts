// In which QPV each placed school stands, and whether its commune is the one that its list gives.
import type { Finding } from '../../../model/findings.ts';
import type { FormatRows } from '../../import/index.ts';
import type { School } from '../../../model/school.ts';
import { joinPoints } from '../geometry/spatial-join.ts';
import type { SourceSurface } from '../rows.ts';
import { hasOutline, type CommuneFacts } from './communes.ts';
import type { QpvRow } from './qpvs.ts';
import type { From } from '../sources/sources.ts';

const asArea = (geometry: SourceSurface) => ({ type: 'Feature' as const, properties: {}, geometry });

/** Sets `qpv` of the schools that have a position; doubts the positions outside their commune. */
export function locateSchools(
  schools: readonly School[],
  communes: readonly CommuneFacts[],
  qpvs: readonly QpvRow[],
  positions: ReadonlyMap<string, From<FormatRows['geolocalisation']>>
): Finding[] {
  const placed = schools.flatMap((school) =>
    school.lon === null || school.lat === null ? [] : [{ school, lon: school.lon, lat: school.lat }]
  );
  const drawn = qpvs.flatMap(({ code, perimeter }) => (perimeter ? [{ code, area: asArea(perimeter) }] : []));
  const inQpv = joinPoints(
    placed,
    drawn.map(({ area }) => area)
  );
  const inCommune = joinPoints(
    placed,
    communes.map(({ outline }) => asArea(outline))
  );
  const undrawn = new Set(communes.flatMap((commune) => (hasOutline(commune) ? [] : [commune.code])));
  return placed.flatMap(({ school }, at): Finding[] => {
    school.qpv = drawn[inQpv[at] ?? -1]?.code ?? null;
    const commune = communes[inCommune[at] ?? -1]?.code ?? '';
    if (commune === school.commune || undrawn.has(school.commune)) return [];
    const origin = positions.get(school.uai);
    const place = origin && { file: origin.file, row: origin.line };
    const sides = { found: `${school.uai} ${commune}`.trim(), expected: school.commune };
    return [{ code: 'position-outside-commune', severity: 'doubtful', ...place, ...sides }];
  });
}
