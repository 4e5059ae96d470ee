// When members, coordinators and the service are not there, or are: never why.
import type { Importer } from '../../importer.ts';
import { looksLikePerson } from '../function-words.ts';
import { readYes } from '../service-words.ts';
import { foldPlace } from '../../../../model/names.ts';
import { readDate, readWhen, WHEN_EITHER, withWhen, type When, type WhenKey } from './when.ts';

export interface AvailabilityRow extends When {
  line: number;
  /** A function, a coordinator or the service, as written. */
  who: string;
  /** The half-days of the week on which one may be convened, and no other. */
  available: boolean;
  /** The day on which the diary that says it was read, an ISO date; null for a list. */
  readOn: string | null;
}

type Key = WhenKey | 'who' | 'available' | 'read_on';

const PRESENT = /^(?:disponible|present|libre)/;
const ABSENT = /^(?:indisponible|absent|occupe|pris|non disponible|)$/;
function readAvailable(text: string): boolean | null {
  const folded = foldPlace(text);
  if (PRESENT.test(folded)) return true;
  return ABSENT.test(folded) ? false : readYes(text);
}

export const AVAILABILITY_FORMAT: Importer<Key, AvailabilityRow> = {
  columns: /* @__PURE__ */ withWhen({
    who: ['qui', 'who', 'fonction', 'partenaire', 'membre'],
    available: ['disponible', 'available', 'disponibilite'],
    read_on: ['lu_le', 'read_on']
  }),
  required: ['who'],
  either: WHEN_EITHER,
  unique: {
    code: 'duplicate-row',
    column: 'who',
    of: ({ who, weekday, half, from, to, available }) =>
      [who, weekday, half, from, to, available].map((part) => part ?? '').join(' ')
  },
  rows(cell, line) {
    const who = cell('who');
    if (who === '') return { dropped: { code: 'empty-cell', column: 'who' } };
    if (looksLikePerson(who)) return { dropped: { code: 'person-name', column: 'who' } };
    const available = readAvailable(cell('available'));
    if (available === null) {
      return { dropped: { code: 'bad-when', column: 'available', expected: 'disponible, absent' } };
    }
    const when = readWhen(cell);
    if ('dropped' in when) return when;
    // Half-days on which one may be convened are those of a week: for one date, the absences are asked.
    if (available && (when.weekday === null || when.from !== null || when.to !== null)) {
      return { dropped: { code: 'availability-dated', column: 'available' } };
    }
    return { row: { line, who, available, ...when, readOn: readDate(cell('read_on')) } };
  }
};
