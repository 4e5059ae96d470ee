// People of teams are found by team, function or nickname; what they are called stays on this computer, and only when asked.
import { describe, expect, it, vi } from 'vitest';
import { peopleFound, peopleOf } from '../../../../../src/lib/features/meetings/people/people.ts';
import { NicknamesState } from '../../../../../src/lib/features/meetings/people/nicknames-state.svelte.ts';
import { yearRemarks } from '../../../../../src/lib/engines/meetings/index.ts';
import { PRESETS, type MeetingProblem } from '../../../../../src/lib/model/meetings/meeting-problem.ts';

const member = (team: string, partner: string, title: string) => ({
  team,
  partner,
  function: title,
  weight: 1,
  class: ''
});
const members = [
  member('E5', 'p1', 'assistante sociale 2'),
  member('E5', 'p2', 'infirmière scolaire 1'),
  member('E6', 'p1', 'assistante sociale 2')
];
const teamName = (id: string) => ({ E5: 'La Pépinière, Saint-Saulve', E6: 'Centre, Anzin' })[id]!;

describe('people', () => {
  const people = peopleOf({ members }, (who) => members.find(({ partner }) => partner === who)!.function);

  it('are once in the list, with all their teams', () => {
    expect(people.map(({ partner, teams }) => [partner, teams])).toEqual([
      ['p1', ['E5', 'E6']],
      ['p2', ['E5']]
    ]);
  });

  it('are found by words of team, function or nickname, accents aside', () => {
    const found = (text: string) =>
      peopleFound(people, text, teamName, { p2: 'Mme Caron' }).map(({ partner }) => partner);
    expect(found('pepiniere')).toEqual(['p1', 'p2']);
    expect(found('anzin sociale')).toEqual(['p1']);
    expect(found('caron')).toEqual(['p2']);
    expect(found('  ')).toEqual([]);
  });
});

describe('a nickname', () => {
  it('is stored on this computer only when asked, and erased when it is no longer', () => {
    const stored = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key)
    });
    const nicknames = new NicknamesState('t');
    nicknames.call('p2', ' Mme Caron ');
    expect(stored.size).toBe(0);
    nicknames.keep(true);
    nicknames.call('p1', 'Luc');
    const next = new NicknamesState('t');
    next.restore();
    expect(next.names).toEqual({ p1: 'Luc', p2: 'Mme Caron' });
    next.call('p1', '');
    expect(next.names).toEqual({ p2: 'Mme Caron' });
    next.keep(false);
    expect(stored.size).toBe(0);
    vi.unstubAllGlobals();
  });
});

it('a member who misses every meeting of their team is told, one who comes once is not', () => {
  const problem: MeetingProblem = {
    calendar: ['2026-09-07', '2026-09-08'],
    teams: [
      {
        id: 'E5',
        coordinator: 'k',
        meetings: 2,
        commune: 'A',
        members: members.slice(0, 2),
        quorum: {},
        band: [1, 30]
      }
    ],
    coordinators: [{ id: 'k', commune: 'A' }],
    away: [{ who: 'p1' }, { who: 'p2', weekday: 1 }],
    minutes: {},
    locked: [],
    weights: PRESETS.balanced
  };
  const at = (number: number, date: string) => ({ team: 'E5', number, date, half: 'am' as const });
  const never = yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2026-09-08')]).alwaysAway;
  expect(never.map(({ team, partner, missed }) => [team, partner, missed])).toEqual([['E5', 'p1', 2]]);
});
