// Schools without a position or outside their commune, and QPV whose edges cross.
import type { MultiPolygon, Polygon } from 'geojson';
import type { Doubt, PlaceQuality } from '../../../model/quality.ts';
import { crossings } from './crossings.ts';
import { isInside, metresFromEdge } from './outside.ts';

type Surface = Polygon | MultiPolygon;

export interface QualityPlaces {
  communes: readonly { code: string; outline: Surface }[];
  qpvs: readonly { code: string; name: string; perimeter: Surface }[];
  schools: readonly {
    uai: string;
    name: string;
    commune: string;
    lon: number | null;
    lat: number | null;
  }[];
}

/** A position this near to its commune is the outline's doing: outlines are rounded, and generalised where no official one is had. */
const SLACK_METRES = 25;

function outsideDoubts({ communes, schools }: QualityPlaces): Doubt[] {
  const outlines = new Map(communes.map(({ code, outline }) => [code, outline]));
  return schools.flatMap(({ uai, name, commune, lon, lat }) => {
    const outline = outlines.get(commune);
    if (lon === null || lat === null || !outline || isInside([lon, lat], outline)) return [];
    const metres = Math.round(metresFromEdge([lon, lat], outline));
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
    outside: outsideDoubts(places),
    crossing: crossings(qpvs.map(({ code, perimeter }) => ({ code, surface: perimeter }))).map(
      ([code, other]) => ({
        code,
        name: names.get(code) ?? code,
        ...(other === code ? {} : { place: other })
      })
    )
  };
}
