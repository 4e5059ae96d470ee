// The official calendar of schools (fr-en-calendrier-scolaire): holidays by zone and school year.
import type { HolidayKind, Zone } from '../../../../model/meetings/meetings-file.ts';
import type { Importer } from '../../importer.ts';
import { foldPlace } from '../../../../model/names.ts';
import { readServiceYear } from '../service-words.ts';
import { readDate } from './when.ts';

export interface OfficialHoliday {
  line: number;
  holiday: HolidayKind | 'summer';
  zone: Zone;
  /** ISO dates: the first day without school, and the day on which school begins again. */
  from: string;
  back: string;
  year: string;
}

type Key = 'description' | 'population' | 'from' | 'to' | 'location' | 'zones' | 'year';

const KINDS: readonly (readonly [RegExp, OfficialHoliday['holiday']])[] = [
  [/toussaint/, 'all-saints'],
  [/noel/, 'christmas'],
  [/\bhiver/, 'winter'],
  [/printemps/, 'spring'],
  [/ascension/, 'ascension'],
  [/\bete\b/, 'summer']
];
const PARIS = /* @__PURE__ */ new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The day in Paris: files tell midnight there in universal time. */
function dayOf(text: string): string | null {
  if (!/T\d{2}:.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return readDate(text);
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : PARIS.format(moment);
}

export const SCHOOL_CALENDAR_FORMAT: Importer<Key, OfficialHoliday> = {
  columns: {
    description: ['description'],
    population: ['population'],
    from: ['date_de_debut', 'start_date'],
    to: ['date_de_fin', 'end_date'],
    location: ['academies', 'location'],
    zones: ['zones', 'zone'],
    year: ['annee_scolaire']
  },
  required: ['description', 'from', 'to', 'zones', 'year'],
  // A line an académie: those of a zone say the same.
  unique: { code: 'duplicate-row', column: 'description', of: ({ line }) => String(line) },
  rows(cell, line) {
    const holiday = KINDS.find(([word]) => word.test(foldPlace(cell('description'))))?.[1];
    const zone = /^zone ([abc])$/.exec(foldPlace(cell('zones')))?.[1]?.toUpperCase() as Zone | undefined;
    // Holidays of teachers, of Corsica and overseas, and days that are no holiday.
    if (holiday === undefined || zone === undefined || /enseignant/.test(foldPlace(cell('population'))))
      return { dropped: { code: 'not-a-holiday', column: 'description' } };
    const year = readServiceYear(cell('year'));
    if (year === null) return { dropped: { code: 'bad-year', column: 'year', found: cell('year') } };
    const [from, back] = [dayOf(cell('from')), dayOf(cell('to'))];
    if (from === null || back === null) {
      const column = from === null ? 'from' : 'to';
      return { dropped: { code: 'bad-when', column, expected: '2026-10-17' } };
    }
    return { row: { line, holiday, zone, from, back, year } };
  }
};
