// The visits of a service to families, one row a visit: the number of the case, the day, and whether it was at home. As confidential as the case file.
import type { Importer } from '../importer.ts';
import { foldPlace } from '../../../model/names.ts';
import type { CaseVisit } from '../../../model/report/visit-days.ts';
import { formulaFault } from '../readers/formula.ts';
import { readDate } from './meetings/when.ts';

type Key = 'case_id' | 'date' | 'place';

const HOME = /^(?:(?:a |au )?domicile|(?:a |chez )?la (?:maison|famille)|vad|home)$/;
const NEUTRAL =
  /^(?:(?:en |dans un )?lieux? neutres?|neutre|neutral|hors (?:du )?domicile|(?:a l |a la |au |en )?(?:pre|ecole|college|bureau|mairie|ccas|centre social|maison de quartier|mediatheque|permanence))$/;

/** Where a visit was; null for any other text, which may be an address or a name: it goes no further. */
function readPlace(text: string): CaseVisit['place'] {
  const words = foldPlace(text);
  return text === '' || HOME.test(words) ? 'home' : NEUTRAL.test(words) ? 'neutral' : null;
}

/** The list of visits. */
export const VISIT_FORMAT: Importer<Key, CaseVisit> = {
  // A place may be written as one: it is not quoted.
  refusesFormulas: true,
  columns: {
    case_id: ['case_id', 'dossier', 'n_dossier', 'numero_dossier', 'numero_de_dossier'],
    date: ['date', 'date_visite', 'date_de_visite', 'date_de_la_visite', 'visite_le', 'jour_de_visite'],
    place: ['lieu', 'lieu_visite', 'lieu_de_visite', 'lieu_de_la_visite', 'place']
  },
  required: ['case_id', 'date'],
  unique: { code: 'duplicate-row', column: 'date', of: ({ case_id, date }) => `${case_id} ${date}` },
  // A list of cases tells more than a day of each.
  fits: ({ header }) => header.every((name) => !/^(?:annee|ecole|uai|niveau|commune)/.test(foldPlace(name))),
  rows(cell, line) {
    const case_id = cell('case_id');
    const fault = case_id === '' ? 'empty-cell' : formulaFault(case_id);
    if (fault !== null) return { dropped: { code: fault, column: 'case_id' } };
    const date = readDate(cell('date'));
    if (date === null)
      return { dropped: { code: 'detail-bad-date', column: 'date', expected: '2025-09-14' } };
    return { row: { line, case_id, date, place: readPlace(cell('place')) } };
  },
  finish({ rows, findings }, file) {
    const found = String(rows.filter(({ place }) => place === null).length);
    if (found !== '0') findings.push({ code: 'visit-places-unread', severity: 'note', file, found });
  }
};
