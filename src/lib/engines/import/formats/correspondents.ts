// The communes' local correspondents: filled or vacant. Names of persons are not read.
import type { Correspondent } from '../../../model/service.ts';
import type { Importer } from '../importer.ts';
import { readYes } from './service-words.ts';
import { readCommune } from './values.ts';

export type LocalContact = Omit<Correspondent, 'quality'> & { line: number };

type Key = 'commune' | 'filled';

export const CORRESPONDENT_FORMAT: Importer<Key, LocalContact> = {
  columns: { commune: ['commune', 'ville', 'code_insee'], filled: ['pourvu', 'filled', 'poste_pourvu'] },
  required: ['commune', 'filled'],
  unique: { code: 'duplicate-row', column: 'commune', of: ({ commune }) => commune },
  rows(cell, line) {
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const filled = readYes(cell('filled'));
    if (filled === null) {
      return { dropped: { code: 'bad-word', column: 'filled', found: cell('filled'), expected: 'oui, non' } };
    }
    return { row: { line, commune, filled } };
  }
};
