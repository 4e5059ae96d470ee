// The service's list of schools: status, dates, support team and post.
import type { SchoolStatus } from '../../../model/school.ts';
import type { Month, SchoolYear } from '../../../model/school-year.ts';
import type { Importer } from '../importer.ts';
import type { Cell, Remark } from '../rows.ts';
import { readMonth, readSchoolYear, readStatus } from './service-words.ts';
import { readCommune, readUai, understood } from './values.ts';

export interface FollowedSchool {
  line: number;
  /** '' when the list gives the name and commune instead. */
  uai: string;
  /** Name and commune (code or name) as written, where the list gives them instead of the UAI. */
  named?: { name: string; commune: string };
  /** The same beside an UAI: they tell which school was meant where no school has it. */
  about?: { name: string; commune: string };
  status: SchoolStatus;
  followed_since: SchoolYear | null;
  /** Last school year of intervention, where the list gives it. */
  followed_until?: SchoolYear;
  requested_since: Month | null;
  /** Id of its support team. */
  team: string | null;
  /** Id of the referent's post: internal, never published. */
  post: string | null;
}

type Key = 'uai' | 'name' | 'commune' | 'status' | 'since' | 'until' | 'requested' | 'team' | 'post';

export const FOLLOWED_FORMAT: Importer<Key, FollowedSchool> = {
  columns: {
    uai: ['uai', 'code_uai', 'numero_uai', 'rne', 'code_rne', 'n_uai'],
    name: ['ecole', 'nom_ecole', 'nom_de_l_ecole', 'etablissement', 'etablissement_scolaire', 'nom_de_l_etablissement', 'nom'], // prettier-ignore
    commune: ['commune', 'ville', 'code_commune'],
    status: ['statut', 'status', 'situation', 'suivi', 'suivie', 'suivi_pre', 'suivie_pre', 'suivi_par_le_pre', 'suivie_par_le_pre'], // prettier-ignore
    since: [
      'suivie_depuis',
      'followed_since',
      'suivi_depuis',
      'depuis',
      'date_de_debut',
      'annee_de_debut',
      'debut_du_suivi'
    ],
    until: [
      'suivie_jusqu_en',
      'followed_until',
      'suivi_jusqu_en',
      'suivie_jusqu_a',
      'jusqu_en',
      'date_de_fin',
      'annee_de_fin',
      'fin_du_suivi',
      'fin_de_suivi'
    ],
    requested: [
      'demandee_depuis',
      'requested_since',
      'demande_depuis',
      'date_de_demande',
      'date_de_la_demande'
    ],
    team: ['equipe', 'team', 'eps'],
    post: ['referent', 'post', 'referente', 'poste']
  },
  required: ['status'],
  either: [['uai'], ['name', 'commune']],
  unique: {
    code: 'duplicate-uai',
    column: 'uai',
    of: ({ uai, named }) => (named ? `${named.name}, ${named.commune}` : uai)
  },
  rows(cell, line, remark) {
    const [written, name, commune] = [cell('uai'), cell('name'), readCommune(cell('commune'))];
    const uai = readUai(written) ?? '';
    const named = written === '' && name !== '' && commune !== null ? { name, commune } : null;
    if (uai !== '' && written.toUpperCase() !== uai) understood(remark, 'uai', written, uai);
    if (uai === '' && named === null) {
      const about = name !== '' && commune !== null ? { about: { name, commune } } : {};
      return { dropped: { code: 'bad-uai', column: 'uai', found: written, ...about } };
    }
    const status = readStatus(cell('status'));
    if (status === null) {
      const expected = 'suivie, en attente, liée, hors';
      return { dropped: { code: 'bad-word', column: 'status', found: cell('status'), expected } };
    }
    const since = known(cell, 'since', readSchoolYear, '2025-2026', remark);
    const until = known(cell, 'until', readSchoolYear, '2024-2025', remark);
    const requested = known(cell, 'requested', readMonth, '2025-09', remark);
    if (status === 'followed' && since === null && cell('since') === '') {
      remark('note', { code: 'followed-without-year', column: 'since', found: uai || name });
    }
    const dates = {
      followed_since: since,
      ...(until !== null && { followed_until: until }),
      requested_since: requested
    };
    return {
      row: {
        line,
        uai,
        ...(named && { named }),
        ...(uai !== '' && name !== '' && commune !== null && { about: { name, commune } }),
        status,
        ...dates,
        team: cell('team') || null,
        post: cell('post') || null
      }
    };
  }
};

/** Dates written as the models write them. */
const PLAIN_DATE = /^\d{4}(?:[-/]\d{2,4}){0,2}$/;

/** An optional date; one that cannot be read makes the row doubtful. */
function known<Value>(
  cell: Cell<Key>,
  column: Key,
  read: (text: string) => Value | null,
  expected: string,
  remark: Remark<Key>
): Value | null {
  const found = cell(column);
  const value = found === '' ? null : read(found);
  if (found !== '' && value === null) remark('doubtful', { code: 'bad-date', column, found, expected });
  if (value !== null && !PLAIN_DATE.test(found)) understood(remark, column, found, String(value));
  return value;
}
