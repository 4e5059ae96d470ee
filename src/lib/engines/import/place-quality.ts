// Quality of positions and outlines: schools without a position or outside their commune, QPV whose edges cross.
import type { PlaceToCheck, PlaceQuality } from '../../model/quality.ts';
import { crossingAreas } from './geometry/crossings.ts';
import { isInside, metresToEdge } from './geometry/point-in-surface.ts';
import type { Surface } from './geometry/surface.ts';

export interface QualityPlaces {
  communes: readonly { code: string; outline: Surface }[];
  qpvs: readonly { code: string; name: string; perimeter: Surface | null }[];
  schools: readonly {
    uai: string;
    name: string;
    commune: string;
    lon: number | null;
    lat: number | null;
  }[];
}

/** Tolerance for outlines that are rounded, or generalised where no official one is available. */
const SLACK_METRES = 25;

function schoolsOutside({ communes, schools }: QualityPlaces): PlaceToCheck[] {
  const outlines = new Map(communes.map(({ code, outline }) => [code, outline]));
  return schools.flatMap(({ uai, name, commune, lon, lat }) => {
    const outline = outlines.get(commune);
    if (lon === null || lat === null || !outline || isInside([lon, lat], outline)) return [];
    const metres = Math.round(metresToEdge([lon, lat], outline));
    return metres <= SLACK_METRES ? [] : [{ code: uai, name, place: commune, metres }];
  });
}

export function placeQuality(places: QualityPlaces): PlaceQuality {
  const { qpvs, schools } = places;
  const names = new Map(qpvs.map(({ code, name }) => [code, name]));
  return {
    unplaced: schools
      .filter(({ lon, lat }) => lon === null || lat === null)
      .map(({ uai, name, commune }) => ({ code: uai, name, place: commune })),
    outside: schoolsOutside(places),
    crossing: crossingAreas(
      qpvs.flatMap(({ code, perimeter }) => (perimeter ? [{ code, surface: perimeter }] : []))
    ).map(([code, other]) => ({
      code,
      name: names.get(code) ?? code,
      ...(other === code ? {} : { place: other })
    }))
  };
}
