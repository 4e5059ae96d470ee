// Communes and QPV of the demonstration, from the facts: outlines as they are, perimeters drawn.
import type { MultiPolygon, Polygon } from 'geojson';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { Commune, Qpv } from '../../src/lib/model/place.ts';
import { labelPoint } from '../../src/lib/engines/territory-builder/index.ts';
import { drawPerimeter } from '../geo/perimeters.ts';
import type { Facts } from './facts.ts';

export interface DemoPlaces {
  communes: (Commune & { outline: Polygon | MultiPolygon })[];
  qpvs: (Qpv & { perimeter: Polygon | MultiPolygon })[];
  /** Communes of the EPCI that each QPV reaches, by QPV code. */
  reach: Map<string, string[]>;
  findings: Finding[];
}

export function demoPlaces(facts: Facts): DemoPlaces {
  const communes = facts.communes.map((fact) => ({
    ...fact,
    ...labelPoint(fact.outline),
    geometry_quality: 'generalised' as const,
    source: 'INSEE, IGN ADMIN EXPRESS 2018, ANCT 2024'
  }));
  const outlines = new Map(facts.communes.map(({ code, outline }) => [code, outline]));
  const reach = new Map<string, string[]>();
  const findings: Finding[] = [];
  const qpvs = facts.qpvs.map((fact) => {
    const perimeter = drawPerimeter(fact, outlines);
    reach.set(fact.code, perimeter.reached);
    findings.push(...perimeter.findings);
    return {
      code: fact.code,
      name: fact.name,
      communes: fact.communes,
      population: null,
      generation: 2024 as const,
      ...labelPoint(perimeter.surface),
      perimeter: perimeter.surface,
      geometry_quality: 'approximate' as const,
      source: 'ANCT 2024, périmètre approximatif'
    };
  });
  return { communes, qpvs, reach, findings };
}
