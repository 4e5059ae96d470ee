// Beside the children in collective actions alone, Bilan reads what the sessions of its year say, and never makes children of it.
import { expect, it } from 'vitest';
import { leavingPresences, sessionFigures } from '../../../../src/lib/engines/actions/index.ts';
import { yearSessionWords } from '../../../../src/lib/features/report/line-words.ts';
import type { ListedSession } from '../../../../src/lib/model/actions/action-sheets.ts';
import { session } from '../actions/year.ts';

const held = (id: string, date: string, present: number | null): ListedSession =>
  session(id, { date, status: 'held', present, seats: 8 });
const wordsOf = (...sessions: ListedSession[]) =>
  yearSessionWords(
    sessionFigures('month', sessions, [], '2026-12-01'),
    '2025-2026',
    leavingPresences([sessions], 6)[0]!
  ).replace(/[\u00a0\u202f]/g, ' ');

it('adds the sessions held, participations and places of the school year, and of no other', () => {
  const words = wordsOf(held('a', '2025-10-01', 6), held('b', '2026-06-30', 7), held('c', '2026-09-15', 9));
  expect(words).toContain('Séances de 2025-2026 : 2 tenues, participations : 13, places offertes : 16.');
  expect(words).toContain('le nombre d’enfants reste à saisir');
});

it('says « au moins » where somebody did not count, and nothing where no session was held', () => {
  expect(wordsOf(held('a', '2025-10-01', 6), held('b', '2025-10-02', null))).toContain(
    'participations : au moins 6'
  );
  expect(wordsOf(session('p', { date: '2026-03-01' }))).toBe('');
});

it('says « protégé » where no session of the year had as many children as may be told', () => {
  expect(wordsOf(held('a', '2025-10-01', 5), held('b', '2026-06-30', 5))).toContain(
    'participations : protégé'
  );
});
