// Schools of the demonstration: facts, joined to QPV, with estimated pupils, groups and the service's synthetic statuses.
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from '@turf/helpers';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { Qpv } from '../../src/lib/model/place.ts';
import type { School } from '../../src/lib/model/school.ts';
import { joinPoints } from '../../src/lib/engines/territory-builder/index.ts';
import { estimatePupils } from './estimate-pupils.ts';
import type { Facts, SchoolFact } from './facts.ts';
import type { DemoPlaces } from './places.ts';
import { drawStatuses } from './statuses.ts';
import { metresBetween, metresToEdge } from '../geo/measure.ts';
import type { YearFacts } from './years.ts';

/** Paired schools stand this close, or share a name within the longer reach (metres). */
const SAME_SITE = 250;
const SAME_NAME = 500;

const properName = (name: string) =>
  name
    .replace(/^(École|Groupe) (maternelle|élémentaire|primaire|scolaire) (privée )?/, '')
    .replace(/-/g, ' ');

/** UAI of the first school of a group of paired public schools, by UAI; lone schools are absent. */
export function pairSchools(schools: readonly SchoolFact[]): Map<string, string> {
  const groups = new Map<string, string>();
  const maternelles = schools.filter(({ kind, sector }) => kind === 'maternelle' && sector === 'public');
  for (const maternelle of maternelles) {
    const partners = schools
      .filter(({ kind, sector, commune }) => {
        return kind === 'elementaire' && sector === 'public' && commune === maternelle.commune;
      })
      .map((school) => ({ school, metres: metresBetween(school, maternelle) }))
      .filter(({ school, metres }) => {
        const reach = properName(school.name) === properName(maternelle.name) ? SAME_NAME : SAME_SITE;
        return metres <= reach;
      })
      .sort((a, b) => a.metres - b.metres);
    const partner = partners[0]?.school;
    if (!partner) continue;
    const group = groups.get(partner.uai) ?? partner.uai;
    groups.set(partner.uai, group).set(maternelle.uai, group);
  }
  return groups;
}

/** Worst error of the generalised outlines (metres): a position nearer than this to its commune is not in doubt. */
const OUTLINE_ERROR = 251;

/** Schools whose position lies outside the outline of their commune, by more than the outlines' own error. */
function misplaced(facts: Facts, places: DemoPlaces): Finding[] {
  const outlines = places.communes.map(({ outline }) => feature(outline));
  const joined = joinPoints(facts.schools, outlines);
  return facts.schools.flatMap((school, at): Finding[] => {
    const found = places.communes[joined[at] ?? -1]?.code;
    const own = places.communes.findIndex(({ code }) => code === school.commune);
    const outline = outlines[own];
    if (found === school.commune || (outline && metresToEdge(school, outline) <= OUTLINE_ERROR)) return [];
    return [
      {
        code: 'position-outside-commune',
        severity: 'doubtful',
        file: 'schools.csv',
        row: at + 2,
        column: 'lon',
        found: `${school.uai} ${found ?? ''}`.trim(),
        expected: school.commune
      }
    ];
  });
}

export function demoSchools(
  facts: Facts,
  places: DemoPlaces,
  years: readonly YearFacts[],
  seed: number
): { schools: School[]; findings: Finding[] } {
  const inQpv = joinPoints(
    facts.schools,
    places.qpvs.map(({ perimeter }: Qpv & { perimeter: Polygon | MultiPolygon }) => feature(perimeter))
  );
  const groups = pairSchools(facts.schools);
  const pupils = estimatePupils(facts.schools);
  const statuses = drawStatuses(facts.schools, years, seed);
  const schools = facts.schools.map((fact, at): School => {
    const status = statuses.get(fact.uai);
    if (!status) throw new Error(`no status drawn for ${fact.uai}`);
    return {
      uai: fact.uai,
      name: fact.name,
      kind: fact.kind,
      sector: fact.sector,
      commune: fact.commune,
      qpv: places.qpvs[inQpv[at] ?? -1]?.code ?? null,
      group: groups.get(fact.uai) ?? null,
      network: fact.network,
      rep: fact.rep,
      pupils: fact.pupils ?? pupils.get(fact.uai) ?? null,
      pupils_quality: fact.pupils === null ? 'estimated' : 'official',
      ips: fact.ips,
      lon: fact.lon,
      lat: fact.lat,
      position_quality: fact.position_quality,
      ...status,
      team: null,
      source: 'Éducation nationale : IPS 2022-2023, REP 2022, géolocalisation 2024'
    };
  });
  return { schools, findings: misplaced(facts, places) };
}
