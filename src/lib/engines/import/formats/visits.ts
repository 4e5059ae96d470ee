// The visits of a service to families, one row a visit: the number of the case and the day, nothing else. As confidential as the case file.
import type { Importer } from '../importer.ts';
import { foldPlace } from '../../../model/names.ts';
import type { CaseVisit } from '../../../model/report/visit-days.ts';
import { readDate } from './meetings/when.ts';

type Key = 'case_id' | 'date';

/** The list of visits. */
export const VISIT_FORMAT: Importer<Key, CaseVisit> = {
  columns: {
    case_id: ['case_id', 'dossier', 'n_dossier', 'numero_dossier', 'numero_de_dossier'],
    date: ['date', 'date_visite', 'date_de_visite', 'date_de_la_visite', 'visite_le', 'jour_de_visite']
  },
  required: ['case_id', 'date'],
  unique: { code: 'duplicate-row', column: 'date', of: ({ case_id, date }) => `${case_id} ${date}` },
  // A list of cases tells more than a day of each.
  fits: ({ header }) => header.every((name) => !/^(?:annee|ecole|uai|niveau|commune)/.test(foldPlace(name))),
  rows(cell, line) {
    const case_id = cell('case_id');
    if (case_id === '') return { dropped: { code: 'empty-cell', column: 'case_id' } };
    const date = readDate(cell('date'));
    if (date === null)
      return { dropped: { code: 'detail-bad-date', column: 'date', expected: '2025-09-14' } };
    return { row: { line, case_id, date } };
  }
};
