// A synthetic country, always the same: files in the official formats, as many rows as France has.
import type { Reference, Member } from '../../../src/lib/engines/territory-builder/index.ts';

export interface Country {
  communes: Uint8Array;
  qpvs: Uint8Array;
  schools: Uint8Array;
  /** Parts in which the country is built: `partSiren` makes an EPCI of each, `epciSiren` one of its own size. */
  departements: string[];
  reference: Reference;
}

/** As many communes as an EPCI has on average, and a few more. */
const EPCI_COMMUNES = 37;
const PART = '2000000';
const EPCI = '2000001';
export const partSiren = (departement: string): string => PART + departement;
/** The first communes of a département. */
export const epciSiren = (departement: string): string => EPCI + departement;

const COMMUNES = 35_000;
const QPVS = 1_600;
const SCHOOLS = 60_000;
const SIDE = 0.04;
const VERTICES = 15;
const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** Numbers of metropolitan France, Corsica told as 20 was. */
const NUMBERS = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
  (n) => n !== '20'
);

interface Square {
  code: string;
  departement: string;
  west: number;
  south: number;
}

/** Squares side by side, a département a band of them. */
function squares(): Square[] {
  const each = Math.ceil(COMMUNES / NUMBERS.length);
  const across = Math.ceil(Math.sqrt(each));
  return Array.from({ length: COMMUNES }, (_, at) => {
    const band = Math.floor(at / each);
    const inside = at % each;
    const departement = NUMBERS[band]!;
    return {
      code: `${departement}${String(inside + 1).padStart(3, '0')}`,
      departement,
      west: -4 + (band % 10) * 1.2 + (inside % across) * SIDE,
      south: 42 + Math.floor(band / 10) * 0.9 + Math.floor(inside / across) * SIDE
    };
  });
}

/** A square whose edges are shared, vertex for vertex, with its neighbours'. */
function outline(west: number, south: number, side: number): string {
  const edge = (from: number, to: number, at: (x: number) => string) =>
    Array.from({ length: VERTICES }, (_, i) => at(from + ((to - from) * i) / VERTICES));
  const [east, north] = [west + side, south + side];
  const p = (x: number, y: number) => `[${x.toFixed(5)},${y.toFixed(5)}]`;
  const ring = [
    ...edge(west, east, (x) => p(x, south)),
    ...edge(south, north, (y) => p(east, y)),
    ...edge(east, west, (x) => p(x, north)),
    ...edge(north, south, (y) => p(west, y)),
    p(west, south)
  ];
  return `{"type":"Polygon","coordinates":[[${ring.join(',')}]]}`;
}

const collection = (features: string[]) =>
  new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
const featureOf = (properties: object, geometry: string) =>
  `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`;

function annuaire(places: readonly Square[]): Uint8Array {
  const header =
    'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_commune;Ecole_maternelle;Ecole_elementaire;Nombre_d_eleves;latitude;longitude;precision_localisation;etat';
  const lines = Array.from({ length: SCHOOLS }, (_, at) => {
    const { code, departement, west, south } = places[Math.floor((at * COMMUNES) / SCHOOLS)]!;
    const digits = `0${departement}${String(at % 10_000).padStart(4, '0')}`;
    const uai = digits + UAI_LETTERS[Number(digits) % UAI_LETTERS.length];
    const type = at % 9 === 0 ? 'Collège' : 'Ecole';
    const place = `${(south + SIDE * 0.4).toFixed(5)};${(west + SIDE * (0.2 + (at % 5) * 0.1)).toFixed(5)}`;
    return `${uai};École ${at};${type};Public;${code};1;${at % 2};${60 + (at % 200)};${place};Parfaite;OUVERT`;
  });
  return new TextEncoder().encode([header, ...lines].join('\n'));
}

export function syntheticCountry(): Country {
  const places = squares();
  const members = new Map<string, Member[]>();
  for (const { code, departement } of places) {
    const list = members.get(departement) ?? [];
    list.push({ code, name: `Commune ${code}`, population: 1_000 });
    members.set(departement, list);
  }
  const known = new Set(places.map(({ code }) => code));
  const step = COMMUNES / QPVS;
  return {
    communes: collection(
      places.map(({ code, west, south }) =>
        featureOf({ code, nom: `Commune ${code}` }, outline(west, south, SIDE))
      )
    ),
    qpvs: collection(
      Array.from({ length: QPVS }, (_, at) => {
        const { departement, code, west, south } = places[Math.floor(at * step)]!;
        const name = `QN0${departement}${String(at % 100).padStart(2, '0')}M`;
        return featureOf(
          { code_qp: name, lib_qp: `Quartier ${at}`, insee_com: code },
          outline(west + SIDE * 0.3, south + SIDE * 0.3, SIDE * 0.3)
        );
      })
    ),
    schools: annuaire(places),
    departements: [...members.keys()],
    reference: {
      epci: (siren) => {
        const number = siren.slice(-2);
        const list = members.get(number);
        if (!list) return null;
        return siren.startsWith(EPCI)
          ? { name: `Agglomération ${number}`, members: list.slice(0, EPCI_COMMUNES) }
          : { name: `Département ${number}`, members: list };
      },
      currentCode: (code) => (known.has(code) ? code : null),
      codeByName: () => null,
      departementOf: (code) => code.slice(0, 2)
    }
  };
}
