// The communes of the EPCI: today's list and populations, with the outlines of the file, old communes merged into new ones.
import { area } from '@turf/area';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { GeometryQuality } from '../../../model/place.ts';
import { formatColumns, type FormatRows } from '../../import/index.ts';
import { labelPoint } from '../geometry/label-point.ts';
import type { SourceSurface, TerritoryRows } from '../rows.ts';
import type { Member, PlaceReference } from './reference.ts';
import type { From } from '../sources/sources.ts';
import { merged } from './overlay.ts';
import { Tally } from './tally.ts';

export type CommuneFacts = TerritoryRows['communes'][number];

const SQUARE_METRES_A_HECTARE = 10_000;

const NOT_DRAWN: SourceSurface = { type: 'MultiPolygon', coordinates: [] };
export const hasOutline = ({ outline }: Pick<CommuneFacts, 'outline'>): boolean =>
  outline.coordinates.length > 0;

function outlinesByCode(
  outlines: readonly From<FormatRows['communes']>[],
  members: ReadonlySet<string>,
  reference: PlaceReference,
  findings: Finding[]
): Map<string, SourceSurface[]> {
  const byCode = new Map<string, SourceSurface[]>();
  const outside = new Tally();
  for (const { code, name, file, line, outline } of outlines) {
    const current = reference.currentCode(code);
    if (current === null) {
      const column = formatColumns().communes.code[0];
      findings.push({ code: 'unknown-commune', severity: 'dropped', file, row: line, column, found: code });
      continue;
    }
    if (!members.has(current)) {
      outside.add(file);
      continue;
    }
    if (current !== code) {
      const found = `${code} ${name}`;
      findings.push({ code: 'merged-commune', severity: 'note', file, row: line, found, expected: current });
    }
    byCode.set(current, [...(byCode.get(current) ?? []), outline]);
  }
  findings.push(...outside.findings('commune-outside-epci'));
  return byCode;
}

/**
 * Communes in the order of their codes. One that the file does not draw is left out, with a finding.
 * @param standing where a commune stands that may be without an outline: it is a place and its schools, not drawn
 * @throws UnusableInput `no-commune-of-epci` when the file draws none of them
 */
export function buildCommunes(
  outlines: readonly From<FormatRows['communes']>[],
  members: readonly Member[],
  reference: PlaceReference,
  { file, quality, source }: { file: string; quality: GeometryQuality; source: string },
  standing: ReadonlyMap<string, { lon: number; lat: number }> = new Map()
): { communes: CommuneFacts[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const drawn = outlinesByCode(outlines, new Set(members.map(({ code }) => code)), reference, findings);
  const communes = members.flatMap(({ code, name, population }): CommuneFacts[] => {
    const parts = drawn.get(code);
    const stands = standing.get(code);
    if (!parts && stands) {
      findings.push({ code: 'commune-not-drawn', severity: 'doubtful', found: `${code} ${name}` });
      const { lon, lat } = stands;
      const place = {
        lon,
        lat,
        town_lon: lon,
        town_lat: lat,
        outline: NOT_DRAWN,
        geometry_quality: quality,
        source
      };
      return [{ code, name, population, area_ha: null, intervention: false, cite_educative: null, ...place }];
    }
    if (!parts) {
      const found = `${code} ${name}`;
      findings.push({ code: 'commune-without-outline', severity: 'dropped', file, found });
      return [];
    }
    const { value: outline, exact } = merged(parts);
    if (!exact)
      findings.push({ code: 'crossing-edges', severity: 'doubtful', file, found: `${code} ${name}` });
    const { lon, lat } = labelPoint(outline);
    const area_ha = Math.round(area(outline) / SQUARE_METRES_A_HECTARE);
    const town = { town_lon: lon, town_lat: lat };
    const place = { lon, lat, ...town, outline, geometry_quality: quality, source };
    return [{ code, name, population, area_ha, intervention: false, cite_educative: null, ...place }];
  });
  if (communes.length === 0) {
    const expected = String(members.length);
    throw new UnusableInput({ code: 'no-commune-of-epci', severity: 'dropped', file, expected });
  }
  return { communes, findings };
}
