// Arrondissements of Paris, Lyon and Marseille: parts of a commune, served as communes where a configuration names them.
import type { FormatRows } from '../../import/index.ts';
import { foldPlace } from '../../../model/names.ts';
import type { PlaceReference } from './reference.ts';

interface City {
  name: string;
  /** Code of the commune. */
  code: string;
  /** Codes of its arrondissements: `first` is that of the 1st. */
  first: number;
  count: number;
}
const CITIES: readonly City[] = [
  { name: 'Paris', code: '75056', first: 75101, count: 20 },
  { name: 'Lyon', code: '69123', first: 69381, count: 9 },
  { name: 'Marseille', code: '13055', first: 13201, count: 16 }
];

interface District {
  code: string;
  name: string;
  city: City;
}

const numbered = (city: City, rank: number): District | null =>
  rank >= 1 && rank <= city.count
    ? {
        code: String(city.first + rank - 1),
        name: `${city.name} ${rank === 1 ? '1er' : `${rank}e`} Arrondissement`,
        city
      }
    : null;

function districtOf(code: string): District | null {
  for (const city of CITIES) {
    const found = numbered(city, Number(code) - city.first + 1);
    if (found) return found;
  }
  return null;
}

/** Of a commune and the name of a list: « PARIS 10E ARRONDISSEMENT », « LYON 09 »; null where it names none. */
export function districtNamed(commune: string, name: string): { code: string; name: string } | null {
  const city = CITIES.find(({ code }) => code === commune);
  const [, rank] = /^\S+ 0?(\d{1,2})(?:er|e|eme)?(?: arrondissement)?$/.exec(foldPlace(name)) ?? [];
  return city && rank !== undefined ? numbered(city, Number(rank)) : null;
}

/** The commune of a code, and its arrondissement first where the code is one's. */
export const withCity = (code: string): string[] => {
  const district = districtOf(code);
  return district ? [code, district.city.code] : [code];
};

/** A reference in which the arrondissements that are named are communes of their own; what is elsewhere in the city is elsewhere. */
export function withDistricts(
  reference: PlaceReference,
  intervention: readonly string[] = []
): PlaceReference {
  const chosen = intervention.flatMap((code) => districtOf(code) ?? []);
  if (chosen.length === 0) return reference;
  const codes = new Set(chosen.map(({ code }) => code));
  return {
    departementOf: reference.departementOf,
    epci(siren) {
      const epci = reference.epci(siren);
      return (
        epci && {
          ...epci,
          members: epci.members.flatMap((member) => {
            const parts = chosen.filter(({ city }) => city.code === member.code);
            if (parts.length === 0) return [member];
            return parts.map(({ code, name }) => ({ code, name, population: null }));
          })
        }
      );
    },
    currentCode: (code) => (codes.has(code) ? code : reference.currentCode(code)),
    codeByName(departement, name) {
      const today = reference.codeByName(departement, name);
      const city = CITIES.find(
        ({ code, name: own }) => code === today || foldPlace(name).startsWith(`${foldPlace(own)} `)
      );
      const found = city && districtNamed(city.code, name);
      return found && codes.has(found.code) ? found.code : today;
    }
  };
}

type Outline = FormatRows['communes'];

/** Outlines, with that of the city for each arrondissement that no file draws. */
export function withCityOutlines<Row extends Outline>(
  outlines: readonly Row[],
  members: readonly { code: string }[]
): { outlines: readonly Row[]; borrowed: readonly { code: string; name: string }[] } {
  const drawn = new Set(outlines.map(({ code }) => code));
  const lacking = members.flatMap(({ code }) => (drawn.has(code) ? [] : (districtOf(code) ?? [])));
  const lent = lacking.flatMap(({ code, name, city }) =>
    outlines.filter((row) => row.code === city.code).map((row) => ({ ...row, code, name }))
  );
  return {
    outlines: lent.length > 0 ? [...outlines, ...lent] : outlines,
    borrowed: lent.map(({ code, name }) => ({ code, name }))
  };
}
