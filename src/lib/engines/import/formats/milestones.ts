// Dated notes of the service: what happened in a month that explains its curves. A row that looks like a person's name is left out.
import type { Month } from '../../../model/school-year.ts';
import type { Importer } from '../importer.ts';
import { looksLikePerson } from './function-words.ts';
import { readMonth } from './service-words.ts';
import { understood } from './values.ts';

export interface MilestoneRow {
  line: number;
  month: Month;
  text: string;
}

type Key = 'date' | 'note';

/** Characters of a note: it stands beside a curve. */
export const LONGEST_NOTE = 120;
const PLAIN_DATE = /^\d{4}-\d{2}(?:-\d{2})?$|^\d{2}\/\d{2}\/\d{4}$/;

export const MILESTONE_FORMAT: Importer<Key, MilestoneRow> = {
  columns: {
    date: ['date', 'mois', 'le'],
    note: ['repere', 'evenement', 'fait', 'texte', 'note']
  },
  required: ['date', 'note'],
  unique: {
    code: 'duplicate-row',
    column: 'note',
    of: ({ month, text }) => `${month} ${text}`
  },
  rows(cell, line, remark) {
    const [date, written] = [cell('date'), cell('note')];
    const month = readMonth(date);
    if (month === null) {
      return { dropped: { code: 'bad-date', column: 'date', found: date, expected: '2025-09' } };
    }
    if (!PLAIN_DATE.test(date)) understood(remark, 'date', date, month);
    if (written === '') return { dropped: { code: 'empty-cell', column: 'note' } };
    if (looksLikePerson(written)) return { dropped: { code: 'person-name', column: 'note' } };
    if (written.length > LONGEST_NOTE) {
      const expected = String(LONGEST_NOTE);
      return { dropped: { code: 'note-too-long', column: 'note', found: String(written.length), expected } };
    }
    return { row: { line, month, text: written } };
  }
};
