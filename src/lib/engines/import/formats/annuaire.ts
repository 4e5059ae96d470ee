// Annuaire de l'éducation (headers of 2023 and of 2026): of all establishments, the open schools and collèges are kept.
import type { GeometryQuality } from '../../../model/place.ts';
import type { Rep, SchoolKind, Sector } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import { fromLambert93, inLambert93 } from '../geometry/lambert93.ts';
import type { Cell, RowOutcome, Remark } from '../rows.ts';
import { kindOfName } from './values.ts';
import { boundedNumber, readInsee, readNumber, readPosition, readUai } from './values.ts';

export interface AnnuaireSchool {
  line: number;
  uai: string;
  name: string;
  /** null when neither flags nor name say. */
  kind: SchoolKind | null;
  sector: Sector;
  commune: string;
  rep: Rep;
  /** Inspector's district as written; null where the file names none. */
  district: string | null;
  /** The 2023 file only. */
  pupils: number | null;
  /** Degrees WGS84; null where the file has no position. */
  lon: number | null;
  lat: number | null;
  quality: GeometryQuality | null;
}

type Key =
  | 'uai'
  | 'name'
  | 'type'
  | 'sector'
  | 'commune'
  | 'maternelle'
  | 'elementaire'
  | 'pupils'
  | 'rep'
  | 'lat'
  | 'lon'
  | 'position'
  | 'x'
  | 'y'
  | 'precision'
  | 'state'
  | 'district';

export const ANNUAIRE_FORMAT: Importer<Key, AnnuaireSchool> = {
  columns: {
    uai: ['identifiant_de_l_etablissement'],
    name: ['nom_etablissement'],
    type: ['type_etablissement'],
    sector: ['statut_public_prive'],
    commune: ['code_commune'],
    maternelle: ['ecole_maternelle'],
    elementaire: ['ecole_elementaire'],
    pupils: ['nombre_d_eleves'],
    rep: ['appartenance_education_prioritaire'],
    lat: ['latitude'],
    lon: ['longitude'],
    position: ['position'],
    x: ['coordonnee_x', 'coordx_origine'],
    y: ['coordonnee_y', 'coordy_origine'],
    precision: ['precision_localisation'],
    state: ['etat'],
    district: ['nom_circonscription']
  },
  required: ['uai', 'name', 'type', 'commune'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai }) => uai },
  rows: readSchool
};

const PUPILS = [0, 5_000] as const;
/** Positions less precise than a building. */
const BROAD = /^(?:ville|commune|lieu|ne sait|mauvaise|rue)/i;

function kindOf(cell: Cell<Key>): SchoolKind | null {
  if (/^coll/i.test(cell('type'))) return 'college';
  const flag = (key: Key) => Number(cell(key)) === 1;
  if (flag('maternelle') && flag('elementaire')) return 'primaire';
  if (flag('maternelle')) return 'maternelle';
  return flag('elementaire') ? 'elementaire' : kindOfName(cell('name'));
}

function positionOf(cell: Cell<Key>): [number, number] | null {
  const number = (key: Key) => readNumber(cell(key)) ?? NaN;
  const [lon, lat, x, y] = [number('lon'), number('lat'), number('x'), number('y')];
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0)) return [lon, lat];
  const pair = readPosition(cell('position'));
  if (pair) return [pair.lon, pair.lat];
  return inLambert93(x, y) ? fromLambert93(x, y) : null;
}

/** Characters of the name of a district: more is no name. */
const LONGEST_DISTRICT = 120;

function districtOf(cell: Cell<Key>, remark: Remark<Key>): string | null {
  const written = cell('district').replace(/\s+/g, ' ').trim();
  if (written === '') return null;
  const isName = /\p{L}{2}/u.test(written) && written.length <= LONGEST_DISTRICT && !written.includes('@');
  if (isName) return written;
  remark('doubtful', { code: 'bad-district', column: 'district', found: written });
  return null;
}

function readSchool(cell: Cell<Key>, line: number, remark: Remark<Key>): RowOutcome<AnnuaireSchool, Key> {
  const type = cell('type');
  if (!/^(?:[eé]cole|coll[eè]ge)/i.test(type)) {
    return { dropped: { code: 'not-a-school', column: 'type', found: type || cell('name') } };
  }
  const uai = readUai(cell('uai'));
  if (uai === null) {
    return { dropped: { code: 'bad-uai', column: 'uai', found: cell('uai') } };
  }
  if (/^ferm/i.test(cell('state')))
    return { dropped: { code: 'closed-school', column: 'state', found: uai } };
  const commune = readInsee(cell('commune'));
  if (commune === null) {
    return { dropped: { code: 'bad-insee', column: 'commune', found: cell('commune') } };
  }
  const [lon, lat] = positionOf(cell) ?? [null, null];
  if (lon === null) remark('note', { code: 'no-position', column: 'lat', found: uai });
  const quality = lon === null ? null : BROAD.test(cell('precision')) ? 'approximate' : 'official';
  const pupils = boundedNumber(cell, 'pupils', PUPILS, remark);
  const rep = /^rep\s*\+/i.test(cell('rep')) ? 'REP+' : /^rep/i.test(cell('rep')) ? 'REP' : null;
  const sector = /^priv/i.test(cell('sector')) ? 'prive' : 'public';
  const school = { line, uai, name: cell('name') || uai, kind: kindOf(cell), sector, commune, rep } as const;
  const district = districtOf(cell, remark);
  return {
    row: { ...school, district, pupils: pupils === null ? null : Math.round(pupils), lon, lat, quality }
  };
}
