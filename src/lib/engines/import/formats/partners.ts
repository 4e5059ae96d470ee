// The service's partners: a number by category and commune. Names and addresses are not read.
import type { PartnerCount } from '../../../model/service.ts';
import type { Importer } from '../importer.ts';
import { readCommune, readNumber } from './values.ts';

export type PartnersRow = Omit<PartnerCount, 'quality'> & { line: number };

type Key = 'category' | 'commune' | 'count';

const MAX_PARTNERS = 10_000;

export const PARTNER_FORMAT: Importer<Key, PartnersRow> = {
  columns: {
    category: ['categorie', 'category', 'type_de_partenaire'],
    commune: ['commune', 'ville', 'code_insee'],
    count: ['nombre', 'count', 'nb']
  },
  required: ['category', 'commune', 'count'],
  // Lines of one category and commune are added where they are joined.
  unique: { code: 'duplicate-row', column: 'category', of: ({ line }) => String(line) },
  rows(cell, line) {
    const category = cell('category');
    if (category === '') return { dropped: { code: 'empty-cell', column: 'category' } };
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const count = readNumber(cell('count'));
    if (count === undefined || !Number.isInteger(count) || count < 0 || count > MAX_PARTNERS) {
      const expected = `0..${MAX_PARTNERS}`;
      return { dropped: { code: 'bad-count', column: 'count', found: cell('count'), expected } };
    }
    return { row: { line, category, commune, count } };
  }
};
