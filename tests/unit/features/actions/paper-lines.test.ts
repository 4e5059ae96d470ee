// Sheets of paper and files that leave the service: what a commune is asked, in words, without any number of children.
import { describe, expect, it } from 'vitest';
import {
  communePaper,
  communeText,
  personPaper
} from '../../../../src/lib/features/actions/paper/paper-lines.ts';
import { sessionCalendar, sessionsTable } from '../../../../src/lib/features/actions/paper/session-files.ts';
import { bookOf, session } from './year.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const sessions = [
  session('a', {
    date: '2026-12-02',
    needs: ['salle'],
    seats: 8,
    enrolled: 77,
    people: ['Référent 1', 'psychologue']
  }),
  session('b', {
    date: '2027-01-13',
    needs: ['information', 'transport'],
    seats: null,
    enrolled: 55,
    place: 'Musée'
  }),
  session('c', { commune: '59606', needs: ['salle'] })
];
const meeting = { id: 'EPS-01/3', date: '2026-12-17', begin: 840, end: 960, commune: '59014', room: null };
const book = bookOf(sessions, { meetings: [{ ...meeting, people: ['Référent 1'] }] });
const paper = communePaper(book, '59014', '2027-01-24', true);

describe('« Ce que votre commune prépare »', () => {
  it('asks the correspondent, by date, for a room of its places and its adults', () => {
    expect(paper.asked.map(({ before, what, note }) => plain([before, what, note].join(' / ')))).toEqual([
      'Dès que possible / Trouver une salle / pour dix personnes',
      'Lun. 11 janv. / Prévenir les familles / '
    ]);
  });

  it('says what will take place, the team meeting too, and what the service does', () => {
    expect(paper.coming.map(({ what, where, state }) => [what, where, state])).toEqual([
      ['Coup de pouce langage', 'salle à trouver', 'à faire'],
      ['Réunion de l’équipe Verrerie', '', 'votre présence est attendue'],
      ['Coup de pouce langage', 'Musée', 'à faire']
    ]);
    expect(plain(paper.lead)).toContain('<b>deux séances</b> et <b>une réunion d’équipe</b>');
    expect(paper.holidays).toContain('19 décembre au 3 janvier');
  });

  it('holds no number enrolled, no code of a sheet; its text neither', () => {
    const text = communeText(paper);
    expect(
      JSON.stringify(paper.asked) +
        JSON.stringify(paper.coming.map(({ what, where, state }) => [what, where, state])) +
        text
    ).not.toMatch(/77|55|FA-12/);
    expect(plain(text)).toContain('- Dès que possible : Trouver une salle, mercredi 2 décembre');
    expect(text).not.toContain('<');
  });
});

it('the week of a referent has their meetings, sessions, and what they get by due day', () => {
  const week = personPaper(book, 'Référent 1', '2026-12-14');
  expect(week.coming.map(({ what }) => what)).toEqual(['Réunion de l’équipe Verrerie']);
  expect(
    personPaper(book, 'Coordination 1', '2026-11-30').asked.map(({ what, place }) => [what, place])
  ).toEqual([['Trouver une salle', 'Valenciennes']]);
});

it('the calendar has each session ahead once, with its place and no number of children', () => {
  const { name, text } = sessionCalendar(
    [...sessions, session('d', { status: 'cancelled' })],
    book.facts.names,
    {
      who: 'Toute l’équipe',
      made: '2026-12-01T08:00:00Z'
    }
  );
  expect(name).toMatch(/^seances-.*\.ics$/);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(text).toContain('LOCATION:Musée\\, Anzin');
  expect(text).not.toMatch(/:77|:55|enrolled|inscrit/);
});

it('the list leaves with its ticks, in the columns of the file', () => {
  const {
    people: _people,
    period: _period,
    ...row
  } = session('a', { needs: ['salle', 'accords'], ready: ['salle'] });
  const { columns, rows } = sessionsTable(
    [{ ...row, providers: ['psychologue'], companions: [] }],
    book.facts.names
  );
  const cell = (title: string) => rows[0]![columns.findIndex((column) => column.title === title)];
  expect(rows[0]![0]).toBe('a');
  expect(['debut', 'intervenant', 'besoins', 'prets', 'statut'].map(cell)).toEqual([
    '14:00',
    'psychologue',
    'salle ; accords',
    'salle',
    'prévue'
  ]);
});
