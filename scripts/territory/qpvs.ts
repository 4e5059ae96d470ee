// The QPV of the EPCI: which communes each one lies in, by its perimeter, checked against what its file says.
import { area } from '@turf/area';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Finding } from '../../src/lib/model/findings.ts';
import { communeNamed, indexNames } from '../../src/lib/import/commune-names.ts';
import type { QpvPerimeter } from '../../src/lib/import/qpv.ts';
import { labelPoint } from '../geo/label-point.ts';
import { boxOf, type Box } from '../geo/spatial-join.ts';
import type { Surface, TerritoryRows } from '../tables/rows.ts';
import type { CommuneRow } from './communes.ts';
import type { From } from './sources.ts';

export type QpvRow = TerritoryRows['qpvs'][number];

/** Generalised outlines and exact perimeters never fit: a smaller share of a QPV is a sliver, not a membership. */
const LEAST_SHARE = 0.02;

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Codes of the communes that hold at least `LEAST_SHARE` of a perimeter, largest share first. */
export function communesUnder(perimeter: Surface, communes: readonly CommuneRow[]): string[] {
  const here = feature(perimeter);
  const box = boxOf(here);
  const whole = area(perimeter);
  if (!box || whole === 0) return [];
  const shares = communes.flatMap(({ code, outline }) => {
    const there = feature(outline);
    const around = boxOf(there);
    if (!around || !meet(box, around)) return [];
    const common = intersect(featureCollection([here, there]));
    return common ? [{ code, share: area(common) / whole }] : [];
  });
  return shares
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code);
}

const sameCodes = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join() === [...b].sort().join();

/** QPV in the order of their codes; those outside the EPCI are counted in one note. */
export function buildQpvs(
  perimeters: readonly From<QpvPerimeter>[],
  communes: readonly CommuneRow[]
): { qpvs: QpvRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const names = indexNames(communes);
  const inside = new Set(communes.map(({ code }) => code));
  const qpvs = new Map<string, QpvRow>();
  const outside = new Map<string, number>();
  for (const { code, name, generation, communeCodes, communeNames, perimeter, file, line } of perimeters) {
    const here = { file, row: line };
    const under = communesUnder(perimeter, communes);
    if (under.length === 0) {
      outside.set(file, (outside.get(file) ?? 0) + 1);
      continue;
    }
    if (qpvs.has(code)) {
      findings.push({ code: 'duplicate-qpv', severity: 'dropped', ...here, found: code });
      continue;
    }
    const named = communeNames.map((one) => communeNamed(one, names));
    communeNames.forEach((found, at) => {
      if (communeCodes.length > 0 || named[at] !== null) return;
      findings.push({
        code: 'unknown-commune-name',
        severity: 'doubtful',
        ...here,
        column: 'COMMUNE_QP',
        found
      });
    });
    const written = communeCodes.length > 0 ? communeCodes : named.filter((one) => one !== null);
    const told = written.filter((one) => inside.has(one));
    if (told.length > 0 && !sameCodes(told, under)) {
      const sides = { found: under.join(', '), expected: told.join(', ') };
      findings.push({ code: 'qpv-commune-disagrees', severity: 'doubtful', ...here, ...sides });
    }
    const { lon, lat } = labelPoint(perimeter);
    const place = { lon, lat, perimeter, geometry_quality: 'official' as const, source: file };
    qpvs.set(code, {
      code,
      name,
      communes: written.length > 0 ? written : under,
      population: null,
      generation,
      ...place
    });
  }
  for (const [file, count] of outside) {
    findings.push({ code: 'qpv-outside-epci', severity: 'note', file, found: String(count) });
  }
  return { qpvs: [...qpvs.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), findings };
}
