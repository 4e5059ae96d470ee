// When the room of a commune is not open to its teams; and the named rooms of a service, with their size and the hours at which they may be had.
import type { Importer } from '../../importer.ts';
import type { Cell, Remark } from '../../rows.ts';
import { foldHeader } from '../../../../model/names.ts';
import { isPersonPlace } from '../function-words.ts';
import { readHour } from './hours.ts';
import { boundedNumber, readCommune } from '../values.ts';
import { readWhen, WHEN_EITHER, withWhen, type When, type WhenKey } from './when.ts';

export interface RoomRow extends When {
  line: number;
  /** INSEE code or name, as written. */
  commune: string;
  /** As written; absent: the meeting room of the commune. */
  room?: string;
  /** People that it holds; null: unknown. */
  size: number | null;
  /** Minutes after midnight, when a named room may be had: on its days where the row has some, and then on no other; without, the row says when it is closed. */
  hours: [from: number, to: number] | null;
}

type Key = WhenKey | 'commune' | 'room' | 'size' | 'opens' | 'closes';

const SIZES = [1, 10_000] as const;

export const ROOM_FORMAT: Importer<Key, RoomRow> = {
  columns: /* @__PURE__ */ withWhen({
    commune: ['commune', 'ville', 'code_insee'],
    room: ['salle', 'room', 'nom_de_la_salle'],
    size: ['places', 'size', 'capacite', 'nombre_de_places', 'nb_places'],
    // The columns of dates bear the same words: an hour is told by its form.
    opens: ['debut', 'opens', 'heure_debut', 'heure_de_debut', 'ouverture'],
    closes: ['fin', 'closes', 'heure_fin', 'heure_de_fin', 'fermeture']
  }),
  required: ['commune'],
  either: [...WHEN_EITHER, ['room']],
  usual: ['weekday'],
  // Sessions of actions have places and hours too.
  fits: ({ header }) => !header.some((name) => /(?:^|_)(?:fiche|seance)(?:_|$)/.test(foldHeader(name))),
  unique: {
    code: 'duplicate-row',
    column: 'commune',
    of: ({ commune, room, weekday, half, from, to, hours }) =>
      [commune, room, weekday, half, from, to, hours].map((part) => part ?? '').join(' ')
  },
  rows(cell, line, remark) {
    const commune = readCommune(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found } };
    }
    const room = cell('room');
    if (isPersonPlace(room)) return { dropped: { code: 'person-name', column: 'room' } };
    const dates: Cell<WhenKey> = (key) =>
      (key === 'from' || key === 'to') && readHour(cell(key)) !== null ? '' : cell(key);
    const isAlways = room !== '' && dates('weekday') === '' && dates('from') === '';
    const when = isAlways ? { weekday: null, half: null, from: null, to: null } : readWhen(dates);
    if ('dropped' in when) return when;
    const row = { line, commune, ...when };
    return { row: { ...row, ...(room === '' ? NO_ROOM : { room, ...openingOf(cell, remark) }) } };
  }
};

const NO_ROOM = { size: null, hours: null };

/** Hours of which one is missing, or that end before they begin, are none: said. */
function openingOf(cell: Cell<Key>, remark: Remark<Key>): Pick<RoomRow, 'size' | 'hours'> {
  const size = boundedNumber(cell, 'size', SIZES, remark);
  const [from, to] = [readHour(cell('opens')), readHour(cell('closes'))];
  if (from !== null && to !== null && from < to) return { size, hours: [from, to] };
  if (from !== null || to !== null) remark('doubtful', { code: 'room-hours', column: 'closes' });
  return { size, hours: null };
}
