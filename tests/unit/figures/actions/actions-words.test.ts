// What the page of actions says: its sentence, what is to be done and by whom, what clashes.
import { describe, expect, it } from 'vitest';
import {
  actionsSentence,
  clashWords,
  dueWords,
  sessionWords,
  needAct,
  ownerWords
} from '../../../../src/lib/figures/actions/actions-words.ts';
import { todoGroups } from '../../../../src/lib/features/actions/todo/todo-groups.ts';
import { bookOf, session, TODAY } from '../../features/actions/year.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const everybody = () => true;

describe('the sentence', () => {
  it('counts to the last working day before the next holidays, and says what will fail', () => {
    const book = bookOf([
      session('held', { date: '2026-11-30', status: 'held' }),
      session('a', { date: '2026-12-02', needs: ['salle'] }),
      session('b', { date: '2026-12-03', needs: ['salle', 'transport'], transport: 'car' }),
      session('c', { date: '2026-12-18', needs: ['groupe'] }),
      session('d', { date: '2027-01-05' })
    ]);
    expect(plain(actionsSentence(book, everybody))).toBe(
      'D’ici le 18 décembre, <b>trois séances</b>. Deux séances sont compromises : <due>deux n’ont pas de salle, une n’a pas de car</due>.'
    );
  });

  it('is calm where nothing fails, and names whoever is awaited at two places', () => {
    expect(plain(actionsSentence(bookOf([session('a')]), everybody))).toBe(
      'D’ici le 18 décembre, <b>une séance</b>.'
    );
    const two = bookOf([
      session('a', { people: ['Référent 3'] }),
      session('b', { people: ['Référent 3'], commune: '59606', sheet: 'FA-29', begin: 900, end: 960 })
    ]);
    expect(plain(actionsSentence(two, everybody))).toContain(
      'On attend Référent 3 à deux endroits en même temps.'
    );
    expect(plain(clashWords(two, two.clashesAhead()[0]!))).toBe(
      'Mercredi 9 décembre, <b>Référent 3</b> : la séance FA-12 (Anzin) jusqu’à 16 h 00, puis la séance FA-29 (Valenciennes) dès 15 h 00.'
    );
    expect(plain(sessionWords(two, two.sessions[0]!))).toMatch(/prête, en conflit$/);
  });

  it('counts only what the reader asks to see', () => {
    const book = bookOf([session('a'), session('b', { commune: '59606' })]);
    expect(actionsSentence(book, ({ commune }) => commune === '59606')).toContain('<b>une séance</b>');
  });
});

describe('what is to be done', () => {
  const book = bookOf([
    session('a', { date: '2026-12-02', needs: ['salle', 'groupe'], people: ['Référent 1'] }),
    session('b', { date: '2027-01-12', commune: '59606', needs: ['salle', 'goûter'], ready: ['goûter'] })
  ]);
  const [late, group, later] = book.needs;

  it('comes by due day: what is late, then the week, then later', () => {
    expect(todoGroups(book.needs, 'due', book.facts).map(({ key, lines }) => [key, lines.length])).toEqual([
      ['late', 2],
      ['later', 1]
    ]);
    expect(plain(dueWords(late!, TODAY))).toBe('depuis le 25 nov.');
  });

  it('names who gets it: correspondent, referent who comes, coordinator where there is no correspondent', () => {
    const { names } = book.facts;
    expect(ownerWords(late!, names)).toBe('correspondant de la commune');
    expect(ownerWords(late!, names, true)).toBe('correspondant d’Anzin');
    expect(ownerWords(group!, names)).toBe('Référent 1');
    expect(ownerWords(later!, names)).toBe('Coordination 1, faute de correspondant');
  });

  it('falls on the last working day before the holidays, the due day itself unchanged', () => {
    const moved = bookOf([session('c', { date: '2027-01-05', needs: ['salle'] })]).needs[0]!;
    expect([moved.latest, moved.shown]).toEqual(['2026-12-29', '2026-12-18']);
  });

  it('is said with the vehicle that the group asks for, or the service’s own words', () => {
    expect(needAct('transport', { transport: 'car' })).toBe('Réserver un car');
    expect(needAct('transport', { transport: null })).toBe('Organiser le transport');
    expect(plain(needAct('goûter', { transport: null }))).toBe('Prévoir : goûter');
  });
});
