// The service's support teams (équipes pluridisciplinaires de soutien) and their meetings a year.
import type { SupportTeam } from '../../../model/service.ts';
import type { Importer } from '../importer.ts';
import { isOutsideQpv } from './service-words.ts';
import { boundedNumber, readCount, readCommune, readQpv } from './values.ts';

export type ImportedTeam = Omit<SupportTeam, 'quality'> & { line: number };

type Key = 'id' | 'name' | 'qpv' | 'commune' | 'coordinator' | 'meetings' | 'professionals';

const COUNT = [0, 400] as const;

export const TEAM_FORMAT: Importer<Key, ImportedTeam> = {
  columns: {
    id: ['equipe', 'id', 'eps', 'n°', 'n_equipe', 'numero_equipe', 'n_eps'],
    name: ['nom', 'name'],
    qpv: ['qpv', 'quartier', 'quartier_prioritaire'],
    commune: ['commune', 'ville', 'code_insee'],
    coordinator: ['coordination', 'coordinator', 'coordonnateur', 'coordinatrice'],
    meetings: [
      'reunions',
      'meetings',
      'nombre_de_reunions',
      'nb_reunions',
      'nb_de_reunions',
      'reunions_par_an'
    ],
    professionals: [
      'professionnels',
      'professionals',
      'nombre_de_professionnels',
      'nb_professionnels',
      'membres',
      'nombre_de_membres',
      'nb_membres',
      'participants'
    ]
  },
  required: ['id', 'commune', 'meetings', 'professionals'],
  unique: { code: 'duplicate-id', column: 'id', of: ({ id }) => id },
  rows(cell, line, remark) {
    const id = cell('id');
    if (id === '') return { dropped: { code: 'empty-cell', column: 'id' } };
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    // A code, or the name of a neighbourhood, looked up once the territory is known.
    const written = cell('qpv');
    const qpv = isOutsideQpv(written) ? null : (readQpv(written) ?? written);
    const whole = (key: 'meetings' | 'professionals') => {
      const value = boundedNumber(cell, key, COUNT, remark, readCount);
      return value === null ? null : Math.round(value);
    };
    const figures = { meetings: whole('meetings'), professionals: whole('professionals') };
    return {
      row: { line, id, name: cell('name') || id, qpv, commune, coordinator: cell('coordinator'), ...figures }
    };
  }
};
