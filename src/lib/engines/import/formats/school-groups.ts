// The service's own groups of schools: a site, a sector, a network. Each school stands in one of them at most.
import { foldPlace } from '../../../model/names.ts';
import type { Importer } from '../importer.ts';
import { LONGEST_NOTE } from './milestones.ts';
import { readCommune, readUai, understood } from './values.ts';

export interface SchoolGroupRow {
  line: number;
  /** '' when the list gives the name instead. */
  uai: string;
  /** Name as written, and commune (code or name) where the list tells it, where there is no UAI. */
  named?: { name: string; commune: string | null };
  group: string;
}

type Key = 'uai' | 'name' | 'commune' | 'group';

/** What official files say in a column « secteur ». */
const PUBLIC_OR_PRIVATE = /^(?:pu|pr|publi(?:c|que)s?|prive(?:e?s?)(?: .*)?)$/;
const isPublicOrPrivate = (text: string) => PUBLIC_OR_PRIVATE.test(foldPlace(text));

/** Which school is in which group. */
export const SCHOOL_GROUP_FORMAT: Importer<Key, SchoolGroupRow> = {
  columns: {
    uai: ['uai', 'code_uai', 'numero_uai', 'rne', 'code_rne', 'n_uai'],
    name: ['ecole', 'nom_ecole', 'nom_de_l_ecole', 'etablissement', 'nom_de_l_etablissement'],
    commune: ['commune', 'ville', 'code_commune'],
    group: [
      'groupe_scolaire',
      'secteur',
      'reseau',
      'groupe',
      'secteur_scolaire',
      'nom_du_groupe',
      'nom_du_secteur',
      'nom_du_reseau',
      'school_group'
    ]
  },
  required: ['group'],
  either: [['uai'], ['name']],
  fits: ({ records }, places) => {
    const at = places.get('group')?.[0];
    return at !== undefined && !records.some(({ cells }) => isPublicOrPrivate(cells[at] ?? ''));
  },
  unique: {
    code: 'duplicate-uai',
    column: 'uai',
    of: ({ uai, named }) => (named ? [named.name, named.commune ?? ''].join(', ') : uai)
  },
  rows(cell, line, remark) {
    const [written, name] = [cell('uai'), cell('name')];
    const uai = readUai(written) ?? '';
    if (uai === '' && (written !== '' || name === ''))
      return { dropped: { code: 'bad-uai', column: 'uai', found: written } };
    if (uai !== '' && written.toUpperCase() !== uai) understood(remark, 'uai', written, uai);
    const group = cell('group').replace(/\s+/g, ' ').trim();
    if (group === '') return { dropped: { code: 'empty-cell', column: 'group' } };
    if (group.length > LONGEST_NOTE) {
      const expected = String(LONGEST_NOTE);
      return { dropped: { code: 'note-too-long', column: 'group', found: String(group.length), expected } };
    }
    return {
      row: { line, uai, ...(uai === '' && { named: { name, commune: readCommune(cell('commune')) } }), group }
    };
  }
};
