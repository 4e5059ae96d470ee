// The sessions of the service's actions: when, where, for how many, with whom, what must be ready. Numbers of children alone; people by function.
import { TRANSPORTS, type Transport } from '../../../../model/actions/action-sheets.ts';
import { clockText, type SessionStatus } from '../../../../model/actions/action-year.ts';
import {
  HALF_DAY_WORDS,
  knownNeed,
  readSessionStatus,
  readTransport,
  STATUS_CHOICES
} from '../../../../model/actions/session-words.ts';
import { hoursOf as halfDays } from '../../../../model/meetings/meeting-problem.ts';
import type { Importer } from '../../importer.ts';
import type { Cell, Reason, Remark } from '../../rows.ts';
import { isPersonPlace, looksLikePerson } from '../function-words.ts';
import { readDate, readHalf } from './when.ts';
import { readCommune, readNumber } from '../values.ts';
import { readHour } from './hours.ts';

/** A session as its line writes it. */
export interface SessionLine {
  line: number;
  /** Its number in the list; '' where it has none. */
  id: string;
  /** As written, as are the commune, the place and the people. */
  sheet: string;
  /** ISO date. */
  date: string;
  /** Minutes after midnight. */
  begin: number;
  end: number;
  /** The half-day, or the day, alone is told. */
  half: boolean;
  /** INSEE code or name; '' where it is not told. */
  commune: string;
  place: string;
  seats: number | null;
  enrolled: number | null;
  present: number | null;
  providers: string[];
  companions: string[];
  transport: Transport | null;
  needs: string[];
  ready: string[];
  status: SessionStatus;
}

type Count = 'seats' | 'enrolled' | 'present';
type Key = Exclude<keyof SessionLine, 'line' | 'providers' | 'companions'> | 'provider' | 'companion';

const MOST_CHILDREN = 2000;
/** Minutes of a session whose end is not told. An assumption, said of each. */
const USUAL_MINUTES = 120;
const LAST_MINUTE = 24 * 60 - 1;

/** What is quoted of a cell: nothing that may name somebody. */
const told = (text: string) => (looksLikePerson(text) ? {} : { found: text });

/** A row a session. */
export const SESSION_FORMAT: Importer<Key, SessionLine> = {
  columns: {
    id: ['seance', 'session', 'n_seance', 'numero_seance', 'numero_de_seance', 'n_de_seance', 'id_seance', 'id'],
    sheet: ['fiche', 'sheet', 'n_fiche', 'numero_fiche', 'fiche_action', 'n_fiche_action', 'code_action', 'action'],
    date: ['date', 'jour', 'date_de_la_seance', 'date_seance'],
    begin: ['debut', 'begin', 'heure_debut', 'heure_de_debut', 'heure', 'horaire', 'horaires'],
    end: ['fin', 'end', 'heure_fin', 'heure_de_fin'],
    half: ['demi_journee', 'half', 'moment', 'moment_de_la_journee'],
    place: ['lieu', 'place', 'salle', 'lieu_de_la_seance', 'endroit'],
    commune: ['commune', 'ville', 'code_insee'],
    seats: ['places', 'seats', 'nombre_de_places', 'nb_places', 'capacite'],
    enrolled: ['inscrits', 'enrolled', 'nombre_d_inscrits', 'nb_inscrits', 'inscriptions'],
    present: ['presents', 'present', 'nombre_de_presents', 'nb_presents', 'participants'],
    provider: ['intervenant', 'provider', 'intervenants', 'intervenante', 'prestataire'],
    companion: ['accompagnateur', 'companion', 'accompagnateurs', 'accompagnatrice', 'accompagnement'],
    transport: ['transport', 'deplacement', 'trajet'],
    needs: ['besoins', 'needs', 'besoin'],
    ready: ['prets', 'ready', 'pret', 'obtenus', 'faits'],
    status: ['statut', 'status', 'etat']
  }, // prettier-ignore
  required: ['sheet', 'date'],
  either: [['id'], ['begin'], ['half'], ['place'], ['commune']],
  unique: { code: 'duplicate-id', column: 'id', of: ({ id, line }) => id || `line ${line}` },
  rows(cell, line, remark) {
    const sheet = cell('sheet');
    if (sheet === '') return { dropped: { code: 'empty-cell', column: 'sheet' } };
    const named = (['provider', 'companion'] as const).find((key) =>
      partsOf(cell(key)).some(looksLikePerson)
    );
    if (named) return { dropped: { code: 'person-name', column: named } };
    const date = readDate(cell('date'));
    if (date === null) return { dropped: { code: 'bad-when', column: 'date', expected: '09/12/2026' } };
    const hours = hoursOf(cell, remark);
    if ('dropped' in hours) return hours;
    const commune = cell('commune') === '' ? '' : readCommune(cell('commune'));
    if (commune === null) return { dropped: { code: 'bad-insee', column: 'commune' } };
    const [seats, enrolled, present] = (['seats', 'enrolled', 'present'] as const).map((key) =>
      countOf(cell, key, remark)
    ) as [number | null, number | null, number | null];
    if (seats !== null && enrolled !== null && enrolled > seats) {
      const sides = { found: String(enrolled), expected: String(seats) };
      remark('doubtful', { code: 'session-too-many', column: 'enrolled', ...sides });
    }
    const row = {
      ...{ line, id: idOf(cell, remark), sheet, date, ...hours, commune, place: placeOf(cell, remark) },
      ...{ seats, enrolled, present },
      providers: partsOf(cell('provider')),
      companions: partsOf(cell('companion')),
      transport: transportOf(cell, remark),
      status: statusOf(cell, remark)
    };
    return { row: { ...row, ...needsOf(cell, remark) } };
  }
};

/** People of a cell. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]|\s\+\s/)
    .map((part) => part.trim())
    .filter(Boolean);

/** A number has a digit: what has none may be a name. */
function idOf(cell: Cell<Key>, remark: Remark<Key>): string {
  const id = cell('id');
  if (id === '' || (/\d/.test(id) && id.length <= 40 && !looksLikePerson(id))) return id;
  remark('doubtful', { code: 'session-number', column: 'id' });
  return '';
}

type Hours = Pick<SessionLine, 'begin' | 'end' | 'half'>;

/** « 14h », or « 14h-16h » in one cell; a half-day where there are no hours. */
function hoursOf(cell: Cell<Key>, remark: Remark<Key>): Hours | { dropped: Reason<Key> } {
  const [first, last = cell('end')] = cell('begin').split(/\s*(?:[-–—]|\bà\b)\s*/);
  const begin = readHour(first ?? '');
  const end = readHour(last);
  if (begin !== null) {
    if (last !== '' && end === null) {
      return { dropped: { code: 'bad-hour', column: 'end', expected: '14:00', ...told(last) } };
    }
    if (end !== null && end <= begin) {
      const sides = { found: clockText(end), expected: clockText(begin) };
      remark('doubtful', { code: 'session-reversed', column: 'end', ...sides });
    }
    const until = Math.min(begin + USUAL_MINUTES, LAST_MINUTE);
    if (end === null) {
      remark('doubtful', { code: 'session-without-end', column: 'end', expected: clockText(until) });
    }
    return { begin, end: end ?? until, half: false };
  }
  const words = cell('half') || cell('begin');
  if (words === '') return { dropped: { code: 'empty-cell', column: 'begin' } };
  const half = readHalf(words);
  if (half === undefined) {
    const expected = `14:00, ${HALF_DAY_WORDS.join(', ')}`;
    return { dropped: { code: 'bad-hour', column: 'begin', expected, ...told(words) } };
  }
  const { am, pm } = halfDays(0);
  const [from, to] = half === null ? [am[0], pm[1]] : half === 'am' ? am : pm;
  return { begin: from, end: to, half: true };
}

/** A number of children; what is none is never quoted: it may name them. */
function countOf(cell: Cell<Key>, column: Count, remark: Remark<Key>): number | null {
  const text = cell(column);
  if (text === '') return null;
  const value = readNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST_CHILDREN) return value;
  remark('doubtful', { code: 'session-count', column, expected: `0..${MOST_CHILDREN}` });
  return null;
}

function placeOf(cell: Cell<Key>, remark: Remark<Key>): string {
  const place = cell('place');
  if (place === '' || !isPersonPlace(place)) return place.slice(0, 120);
  remark('doubtful', { code: 'session-place-person', column: 'place' });
  return '';
}

function transportOf(cell: Cell<Key>, remark: Remark<Key>): Transport | null {
  const text = cell('transport');
  const transport = readTransport(text);
  if (transport === null && !/^(?:|-|non|aucun|sans)$/i.test(text)) {
    const expected = TRANSPORTS.join(', ');
    remark('doubtful', { code: 'session-word', column: 'transport', expected, ...told(text) });
  }
  return transport;
}

function statusOf(cell: Cell<Key>, remark: Remark<Key>): SessionStatus {
  const text = cell('status');
  const status = readSessionStatus(text);
  if (status === null) {
    const expected = Object.values(STATUS_CHOICES).join(', ');
    remark('doubtful', { code: 'session-word', column: 'status', expected, ...told(text) });
  }
  return status ?? 'planned';
}

interface NeedWords {
  /** Each once, in the order of the cell. */
  needs: string[];
  /** Those that are the service's own. */
  own: string[];
  /** Words that look like the name of somebody: they are none. */
  persons: number;
}

/** The needs of a cell: words apart by `;`, commas, lines, or by spaces where each word is known. */
function readNeeds(text: string): NeedWords {
  const parts = text
    .split(/[;,/|+\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const words = part.split(/\s+/);
      const isList = knownNeed(part) === null && words.every((word) => knownNeed(word) !== null);
      return isList ? words : [part];
    });
  const found: NeedWords = { needs: [], own: [], persons: 0 };
  for (const part of parts) {
    const known = knownNeed(part);
    const need = known ?? part.toLowerCase();
    if (known === null && looksLikePerson(part)) found.persons += 1;
    else if (!found.needs.includes(need)) {
      found.needs.push(need);
      if (known === null) found.own.push(need);
    }
  }
  return found;
}

/** What is ready is needed too. */
function needsOf(cell: Cell<Key>, remark: Remark<Key>): Pick<SessionLine, 'needs' | 'ready'> {
  const [needs, ready] = (['needs', 'ready'] as const).map((column) => {
    const words = readNeeds(cell(column));
    if (words.persons > 0) remark('doubtful', { code: 'session-need-person', column });
    for (const found of words.own) remark('note', { code: 'session-own-need', column, found });
    return words.needs;
  }) as [string[], string[]];
  return { needs: [...new Set([...needs, ...ready])], ready };
}
