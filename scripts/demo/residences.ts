// Where synthetic children live: near their school, most often in a QPV.
import type { School } from '../../src/lib/model/school.ts';
import { metresBetween } from '../geo/measure.ts';
import type { Facts } from './facts.ts';
import type { DemoPlaces } from './places.ts';
import type { Random } from './random.ts';

export interface Residence {
  commune: string;
  qpv: string | null;
}

const SAME_COMMUNE = 91;
const IN_QPV = 76;

/** Draws residences for the children of a school. A QPV is drawn only with a commune that it really reaches. */
export function residenceDrawer(facts: Facts, places: DemoPlaces, random: Random) {
  const population = new Map(facts.communes.map((commune) => [commune.code, commune.population]));
  const neighboursOf = (code: string) =>
    facts.neighbours.flatMap(([a, b]) => (a === code ? [b] : b === code ? [a] : []));

  return function residenceNear(school: School): Residence {
    const commune = random.chance(SAME_COMMUNE)
      ? school.commune
      : random.weighted(neighboursOf(school.commune), (code) => population.get(code) ?? 0);
    const qpvs = places.qpvs.filter(({ code }) => places.reach.get(code)?.includes(commune));
    if (qpvs.length === 0 || !random.chance(IN_QPV)) return { commune, qpv: null };
    const nearest = random.weighted(qpvs, (qpv) => {
      const metres = metresBetween(qpv, { lon: school.lon ?? qpv.lon, lat: school.lat ?? qpv.lat });
      return Math.round(1_000_000 / (200 + metres) ** 1.5);
    });
    return { commune, qpv: nearest.code };
  };
}
