// The service's list of schools: status, dates, support team and post.
import type { SchoolStatus } from '../../../model/school.ts';
import type { Month, SchoolYear } from '../../../model/school-year.ts';
import type { Importer } from '../importer.ts';
import type { Cell, Remark } from '../rows.ts';
import { readMonth, readSchoolYear, readStatus } from './service-words.ts';
import { readUai, understood } from './values.ts';

export interface FollowedSchool {
  line: number;
  uai: string;
  status: SchoolStatus;
  followed_since: SchoolYear | null;
  requested_since: Month | null;
  /** Id of its support team. */
  team: string | null;
  /** Id of the referent's post: internal, never published. */
  post: string | null;
}

type Key = 'uai' | 'status' | 'since' | 'requested' | 'team' | 'post';

export const FOLLOWED_FORMAT: Importer<Key, FollowedSchool> = {
  columns: {
    uai: ['uai'],
    status: ['statut', 'status'],
    since: ['suivie_depuis', 'followed_since'],
    requested: ['demandee_depuis', 'requested_since'],
    team: ['equipe', 'team'],
    post: ['referent', 'post']
  },
  required: ['uai', 'status'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai }) => uai },
  rows(cell, line, remark) {
    const uai = readUai(cell('uai'));
    if (uai === null) {
      return { dropped: { code: 'bad-uai', column: 'uai', found: cell('uai'), expected: '0590271Z' } };
    }
    const status = readStatus(cell('status'));
    if (status === null) {
      const expected = 'suivie, en attente, liée, hors';
      return { dropped: { code: 'bad-word', column: 'status', found: cell('status'), expected } };
    }
    const since = known(cell, 'since', readSchoolYear, '2025-2026', remark);
    const requested = known(cell, 'requested', readMonth, '2025-09', remark);
    if (status === 'followed' && since === null && cell('since') === '') {
      remark('note', { code: 'followed-without-year', column: 'since', found: uai });
    }
    const dates = { followed_since: since, requested_since: requested };
    return { row: { line, uai, status, ...dates, team: cell('team') || null, post: cell('post') || null } };
  }
};

/** Dates written as the models write them. */
const PLAIN_DATE = /^\d{4}(?:[-/]\d{2,4}){0,2}$/;

/** An optional date; one that cannot be read makes the row doubtful. */
function known<Value>(
  cell: Cell<Key>,
  column: Key,
  read: (text: string) => Value | null,
  expected: string,
  remark: Remark<Key>
): Value | null {
  const found = cell(column);
  const value = found === '' ? null : read(found);
  if (found !== '' && value === null) remark('doubtful', { code: 'bad-date', column, found, expected });
  if (value !== null && !PLAIN_DATE.test(found)) understood(remark, column, found, String(value));
  return value;
}
