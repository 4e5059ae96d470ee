// What the places of a territory tell of a case file: its schools, communes and QPV by code and by name.
import { placeNameList, type CaseLists } from '../../engines/import/index.ts';
import { schoolYearOf, type Month } from '../../model/school-year.ts';
import type { PlacesOfCases } from './protocol.ts';

/** @param today a file that tells no year is of the school year of this day, and what is after it has not happened */
export function caseLists({ schools, qpvs, names }: PlacesOfCases, today: Date): CaseLists {
  const named = placeNameList(names);
  const communes = new Map(schools.map(({ uai, commune }) => [uai, commune]));
  return {
    schools: new Map(schools.map(({ uai, kind }) => [uai, kind])),
    qpvs: new Set(qpvs.map(({ code }) => code)),
    communes: new Set(names.communes.map(({ code }) => code)),
    communeNamed: (name) => named.commune(name),
    qpvNamed: (name, commune) => named.qpv(name, commune),
    schoolNamed: (name, commune) => named.school(name, commune),
    schoolsNear: (name, commune) =>
      named.near(name, commune).map((school) => ({ value: school.uai, name: school.name })),
    communeOf: (uai) => communes.get(uai) ?? null,
    year: schoolYearOf(today.toISOString().slice(0, 7) as Month),
    today: today.toISOString().slice(0, 10)
  };
}
