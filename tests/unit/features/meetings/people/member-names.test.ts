// Members of teams are named by function, with the school or commune that tells who they are.
import { describe, expect, it } from 'vitest';
import { whoWords } from '../../../../../src/lib/figures/calendar/conflict-words.ts';
import { MeetingsState } from '../../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { withPlaces } from '../../../../../scripts/demo/meetings/member-places.ts';
import { MEETINGS_VERSION, type TeamMember } from '../../../../../src/lib/model/meetings/meetings-file.ts';
import { smallDashboard } from '../../../../fixtures/dashboard.ts';

const dashboard = smallDashboard;
const [first, second] = dashboard.communes;
const school = dashboard.schools.find(({ kind, commune }) => kind !== 'college' && commune === first!.code)!;
const member = (team: string, title: string, place?: string): TeamMember => ({
  team,
  partner: title,
  function: title,
  ...(place !== undefined && { place }),
  weight: 1,
  class: ''
});

describe('a member of teams', () => {
  const state = {
    dashboard,
    postAway: null,
    teams: [
      { id: 'E1', commune: first!.code },
      { id: 'E2', commune: first!.code },
      { id: 'E3', commune: second!.code }
    ] as unknown as MeetingsState['teams'],
    file: {
      version: MEETINGS_VERSION,
      synthetic: false,
      departement: '59',
      quorum: {},
      coordinators: [],
      away: [],
      closed: [],
      members: [
        member('E1', 'Direction d’école 27', school.uai),
        member('E1', 'CCAS 10'),
        member('E2', 'CCAS 10'),
        member('E1', 'PMI 3'),
        member('E3', 'PMI 3'),
        member('E3', 'PMI 4', first!.code),
        member('E1', `CCAS de ${first!.name}`)
      ]
    }
  } satisfies Parameters<typeof whoWords>[0];

  it.each([
    ['Direction d’école 27', `Direction d’école 27 (${school.name})`],
    ['CCAS 10', `CCAS 10 (${first!.name})`],
    ['PMI 4', `PMI 4 (${first!.name})`]
  ])('%s is named with its school or commune', (who, name) => {
    expect(whoWords(state, who)).toBe(name);
  });

  it('of several communes without one of their own, or whose function says it, is named by it alone', () => {
    expect(whoWords(state, 'PMI 3')).toBe('PMI 3');
    expect(whoWords(state, `CCAS de ${first!.name}`)).toBe(`CCAS de ${first!.name}`);
  });
});

it('in the demonstration, two heads of school are never of one school', () => {
  const members = ['1', '2', '3'].map((number) => ({
    ...member('E1', `Direction d’école ${number}`),
    partner: `direction-ecole-${number}`
  }));
  const placed = withPlaces(members, [{ id: 'E1', commune: first!.code }], dashboard.schools);
  const told = placed.flatMap(({ place }) => place ?? []);
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told).size).toBe(told.length);
});
