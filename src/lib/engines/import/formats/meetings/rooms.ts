// When the room of a commune is not open to its teams.
import type { Importer } from '../../importer.ts';
import { readCommune } from '../values.ts';
import { readWhen, WHEN_EITHER, withWhen, type When, type WhenKey } from './when.ts';

export interface RoomRow extends When {
  line: number;
  /** INSEE code or name, as written. */
  commune: string;
}

type Key = WhenKey | 'commune';

export const ROOM_FORMAT: Importer<Key, RoomRow> = {
  columns: /* @__PURE__ */ withWhen({ commune: ['commune', 'ville', 'code_insee'] }),
  required: ['commune'],
  either: WHEN_EITHER,
  unique: {
    code: 'duplicate-row',
    column: 'commune',
    of: ({ commune, weekday, half, from, to }) =>
      [commune, weekday, half, from, to].map((part) => part ?? '').join(' ')
  },
  rows(cell, line) {
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const when = readWhen(cell);
    return 'dropped' in when ? when : { row: { line, commune, ...when } };
  }
};
