// The service's posts, numbered and never named, and their bases, which are public places.
import type { Post } from '../../../model/service.ts';
import type { Importer } from '../importer.ts';
import { readRole } from './service-words.ts';
import { boundedNumber, readCommune, readShare } from './values.ts';

export interface StaffPost extends Omit<Post, 'quality' | 'base_lon' | 'base_lat'> {
  line: number;
  /** Degrees WGS84; null stands for the town centre of its commune. */
  base_lon: number | null;
  base_lat: number | null;
}

type Key = 'id' | 'role' | 'fte' | 'base' | 'commune' | 'lon' | 'lat' | 'coordinator';

const ROLE_WORDS = 'responsable, coordination, référent, autre';
const FTE = [0, 1] as const;
const LON = [-180, 180] as const;
const LAT = [-90, 90] as const;

export const STAFF_FORMAT: Importer<Key, StaffPost> = {
  columns: {
    id: ['poste', 'id', 'n°', 'n_poste', 'numero_poste'],
    role: ['role', 'fonction'],
    fte: ['etp', 'fte', 'temps_de_travail', 'quotite', 'taux'],
    base: ['base', 'lieu_de_travail'],
    commune: ['commune_base', 'base_commune', 'commune_de_base', 'commune'],
    lon: ['longitude', 'base_lon'],
    lat: ['latitude', 'base_lat'],
    coordinator: ['coordination', 'coordinator']
  },
  required: ['id', 'role', 'fte', 'commune'],
  unique: { code: 'duplicate-id', column: 'id', of: ({ id }) => id },
  rows(cell, line, remark) {
    const id = cell('id');
    if (id === '') return { dropped: { code: 'empty-cell', column: 'id' } };
    const known = readRole(cell('role'));
    const unread = { code: 'bad-word', column: 'role', found: cell('role'), expected: ROLE_WORDS } as const;
    if (known === null && cell('role') === '') return { dropped: unread };
    if (known === null) remark('doubtful', unread);
    const role = known ?? 'other';
    const base_commune = readCommune(cell('commune'));
    if (base_commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const told = boundedNumber(cell, 'fte', FTE, remark, readShare);
    if (told === null) remark('doubtful', { code: 'fte-assumed', column: 'fte', found: cell('fte') });
    const fte = told ?? 1;
    const place = {
      // A list that names no building means the town hall of the commune.
      base: cell('base') || cell('commune'),
      base_commune,
      base_lon: boundedNumber(cell, 'lon', LON, remark),
      base_lat: boundedNumber(cell, 'lat', LAT, remark)
    };
    return { row: { line, id, role, fte, ...place, coordinator: cell('coordinator') || null } };
  }
};
