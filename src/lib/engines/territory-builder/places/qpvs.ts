// The QPV of the EPCI: which communes each one lies in, by its perimeter, checked against what its file says.
import { feature } from '@turf/helpers';
import type { Finding } from '../../../model/findings.ts';
import { formatColumns, type FormatRows } from '../../import/index.ts';
import { labelPoint } from '../geometry/label-point.ts';
import { boxOf, type JoinBox } from '../geometry/spatial-join.ts';
import type { SourceSurface, TerritoryRows } from '../rows.ts';
import type { CommuneFacts } from './communes.ts';
import type { PlaceReference } from './reference.ts';
import { shareWithin } from './overlay.ts';
import type { From } from '../sources/sources.ts';
import { Tally } from './tally.ts';

export type QpvRow = TerritoryRows['qpvs'][number];

/** Generalised outlines and exact perimeters never fit: a smaller share of a QPV, unnamed by its file, is a sliver. */
const LEAST_SHARE = 0.02;

interface Share {
  code: string;
  /** Of the area of the perimeter, 0 to 1. */
  share: number;
}

const meet = (a: JoinBox, b: JoinBox) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** The communes that a perimeter touches, largest share first; not exact when an outline crosses itself. */
function communesUnder(
  perimeter: SourceSurface,
  communes: readonly CommuneFacts[]
): { shares: Share[]; exact: boolean } {
  const box = boxOf(feature(perimeter));
  const near = communes.flatMap(({ code, outline }) => {
    const around = boxOf(feature(outline));
    return box && around && meet(box, around) ? [{ code, ...shareWithin(perimeter, outline) }] : [];
  });
  const shares = near.map(({ code, value: share }) => ({ code, share })).filter(({ share }) => share > 0);
  shares.sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
  return { shares, exact: near.every(({ exact }) => exact) };
}

/** INSEE codes that the file itself gives, by codes or else by names within the EPCI's départements. */
function writtenCommunes(
  { communeCodes, communeNames, file, line }: From<FormatRows['qpv']>,
  reference: PlaceReference,
  departements: ReadonlySet<string>,
  findings: Finding[]
): string[] {
  if (communeCodes.length > 0) return communeCodes.map((code) => reference.currentCode(code) ?? code);
  return communeNames.flatMap((found) => {
    const codes = [...departements].flatMap((departement) => reference.codeByName(departement, found) ?? []);
    if (codes.length === 1) return codes;
    const column = formatColumns().qpv.communeNames[0];
    findings.push({ code: 'unknown-commune-name', severity: 'doubtful', file, row: line, column, found });
    return [];
  });
}

/** A commune named but not touched, or largely covered but not named. */
function disagreement(under: readonly Share[], told: readonly string[], communes: ReadonlySet<string>) {
  const untouched = told.filter((code) => communes.has(code) && !under.some((one) => one.code === code));
  const unnamed = under.filter(({ code, share }) => share >= LEAST_SHARE && !told.includes(code));
  if (untouched.length === 0 && unnamed.length === 0) return null;
  return { found: under.map(({ code }) => code).join(', '), expected: told.join(', ') };
}

/** A QPV of which its file gives no perimeter: it stands at the town of its first commune; null for one of elsewhere. */
function undrawnQpv(
  { code, name, generation, communeCodes, file }: From<FormatRows['qpv']>,
  communes: readonly CommuneFacts[],
  reference: PlaceReference
): QpvRow | null {
  const told = communeCodes.map((one) => reference.currentCode(one) ?? one);
  const membership = told.filter((one) => communes.some((commune) => commune.code === one));
  const first = communes.find((commune) => commune.code === membership[0]);
  if (!first) return null;
  const { town_lon: lon, town_lat: lat } = first;
  const place = { lon, lat, perimeter: null, geometry_quality: 'none' as const, source: file };
  return { code, name, communes: [...new Set(membership)], population: null, generation, ...place };
}

/** QPV in the order of their codes, checked against what their file says; those outside the EPCI are counted in one note. */
export function buildQpvs(
  perimeters: readonly From<FormatRows['qpv']>[],
  communes: readonly CommuneFacts[],
  reference: PlaceReference
): { qpvs: QpvRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const codes = new Set(communes.map(({ code }) => code));
  const departements = new Set([...codes].map(reference.departementOf));
  const qpvs = new Map<string, QpvRow>();
  const outside = new Tally();
  for (const row of perimeters) {
    const { code, name, generation, perimeter, file, line } = row;
    if (perimeter === null) {
      const named = undrawnQpv(row, communes, reference);
      if (named) qpvs.set(code, qpvs.get(code) ?? named);
      else outside.add(file);
      continue;
    }
    const { shares: under, exact } = communesUnder(perimeter, communes);
    const inside = under.filter(({ share }) => share >= LEAST_SHARE);
    if (inside.length === 0) {
      outside.add(file);
      continue;
    }
    if (qpvs.get(code)?.perimeter) {
      findings.push({ code: 'duplicate-qpv', severity: 'dropped', file, row: line, found: code });
      continue;
    }
    if (!exact) findings.push({ code: 'crossing-edges', severity: 'doubtful', file, row: line, found: code });
    const told = writtenCommunes(row, reference, departements, findings);
    const sides = told.length > 0 ? disagreement(under, told, codes) : null;
    if (sides)
      findings.push({ code: 'qpv-commune-disagrees', severity: 'doubtful', file, row: line, ...sides });
    const named = told.filter((one) => codes.has(one));
    const membership = named.length > 0 ? named : inside.map((one) => one.code);
    const place = {
      ...labelPoint(perimeter),
      perimeter,
      geometry_quality: 'official' as const,
      source: file
    };
    qpvs.set(code, { code, name, communes: membership, population: null, generation, ...place });
  }
  findings.push(...outside.findings('qpv-outside-epci'));
  if (perimeters.length > 0 && qpvs.size === 0) {
    const found = String(perimeters.length);
    findings.push({ code: 'no-qpv-of-epci', severity: 'doubtful', file: perimeters[0]!.file, found });
  }
  return { qpvs: [...qpvs.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), findings };
}
