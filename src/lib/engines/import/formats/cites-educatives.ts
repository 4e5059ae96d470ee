// Cités éducatives: a point and a list of communes, « Valenciennes (59606), Anzin (59014) ».
import type { Importer } from '../importer.ts';
import { readInsee } from './values.ts';

export interface CiteEducative {
  line: number;
  /** A town with several has them in one feature: « cite-002 ; cite-127 ». */
  ids: string[];
  names: string[];
  /** INSEE codes. */
  communes: string[];
}

type Key = 'ids' | 'names' | 'communes';

const several = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

export const CITES_FORMAT: Importer<Key, CiteEducative> = {
  columns: {
    ids: ['id_territoire'],
    names: ['lib_territoire'],
    communes: ['liste_geo']
  },
  required: ['ids', 'communes'],
  unique: { code: 'duplicate-cite', column: 'ids', of: ({ ids }) => ids.join(' ; ') },
  rows(cell, line) {
    const ids = several(cell('ids'));
    if (ids.length === 0) return { dropped: { code: 'empty-cell', column: 'ids' } };
    const found = cell('communes');
    const communes = [...found.matchAll(/\(([0-9AB]{5})\)/gi)].flatMap(([, code]) => readInsee(code!) ?? []);
    if (communes.length === 0) {
      return { dropped: { code: 'bad-insee', column: 'communes', found } };
    }
    return { row: { line, ids, names: several(cell('names')), communes } };
  }
};
