// What the road of the team supposes: what another value of each hypothesis would give is counted by the engine, never written.
import { beforeEach, describe, expect, it } from 'vitest';
import { changeWords, roadHypotheses } from '../../../../src/lib/features/travel/burden/road-hypotheses.ts';
import { teamLimits } from '../../../../src/lib/features/travel/homes-words.ts';
import { TravelState } from '../../../../src/lib/features/travel/travel-state.svelte.ts';
import type { TeamPost } from '../../../../src/lib/model/travel/team-travel.ts';
import { DEFAULT_SETTINGS } from '../../../../src/lib/model/travel/travel-settings.ts';
import type { TeamRequest } from '../../../../src/lib/workers/travel/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallTeam } from '../../../fixtures/service.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');
const schoolOf = (at: number, more: object = {}) => ({
  ...{ uai: `S${at}`, pupils: 200, meetings: 1, children: 10, homeMetres: 300 + 300 * at },
  ...more
});
const posts = (more: object = {}): TeamPost[] =>
  ['A', 'B'].map((id, at) => ({
    id,
    base: '10001',
    schools: [schoolOf(2 * at, more), schoolOf(2 * at + 1, more)]
  }));
const told = (...asked: Parameters<typeof roadHypotheses>) =>
  Object.fromEntries(
    roadHypotheses(...asked).map(({ label, value, other }) => [plain(label), [value, other].map(plain)])
  );

describe('the hypotheses of a road', () => {
  it('are told with their value and another', () => {
    expect(told(posts(), DEFAULT_SETTINGS)).toEqual({
      'Visites par enfant et par mois': ['1', '2'],
      'Stationner et rejoindre la porte, min par visite': ['2', '3'],
      'Heure de pointe, facteur': ['1', '1,3'],
      'Distance des familles à leur école': ['750 m', '1 050 m'],
      'Visites hors du domicile': ['inconnu', '20 %']
    });
  });

  it('are those of the service where it has said or published them', () => {
    const settings = { ...DEFAULT_SETTINGS, homeMetres: 600, peak: 1.3 };
    const own = told(posts({ visitsMade: 1.5, neutralShare: 0.18 }), settings);
    expect(own['Visites par enfant et par mois']).toEqual(['1,5', '1']);
    expect(own['Heure de pointe, facteur']).toEqual(['1,3', '1']);
    expect(own['Distance des familles à leur école']).toEqual(['600 m', '900 m']);
    expect(own['Visites hors du domicile']).toEqual(['18 %', '0 %']);
  });

  it('leave out parking and traffic where nobody drives', () => {
    expect(Object.keys(told(posts(), { ...DEFAULT_SETTINGS, mode: 'bike' }))).toHaveLength(3);
  });
});

describe('what another value would give', () => {
  const asked: TeamRequest[] = [];
  beforeEach(() => {
    asked.length = 0;
    stubWorkers({
      setUp: () => toResult(() => undefined),
      team: (request: TeamRequest) => {
        asked.push(request);
        const { parkingMinutes, visitsPerMonth } = request.settings;
        const mean = parkingMinutes + 10 * (visitsPerMonth ?? 1);
        const team = request.posts.map(({ id, base }) => ({
          ...{ ...smallTeam.team[0]!, id, base },
          hours: { ...smallTeam.team[0]!.hours, driving: { median: 0, p10: 0, p90: 0, mean } }
        }));
        return toResult(() => ({ team, meta: smallTeam.meta }));
      }
    });
  });

  it('is the road of the team under it, once all are known and for no other hypotheses', async () => {
    const travel = new TravelState({ dashboard: smallDashboard, file: smallTeam, graphs: () => '' });
    const hypotheses = roadHypotheses(posts(), DEFAULT_SETTINGS);
    const sent = travel.requests.sendChanges(hypotheses);
    expect(travel.requests.changed(hypotheses)).toBeNull();
    await sent;
    const minutes = travel.requests.changed(hypotheses)!;
    expect(minutes.map((one) => one / 120)).toEqual([22, 13, 12, 12, 12]);
    expect(asked.map(({ settings }) => [settings.peak, settings.homeMetres])).toContainEqual([1, 1050]);
    expect(asked.at(-1)!.posts.flatMap(({ schools }) => schools.map((one) => one.neutralShare))).toEqual([0.2, 0.2, 0.2, 0.2]); // prettier-ignore
    expect(travel.requests.changed(roadHypotheses(posts(), { ...DEFAULT_SETTINGS, peak: 1.3 }))).toBeNull();
  });

  it('is said to ten minutes, and the limits of the team to half an hour', () => {
    expect([214, -12, 3].map((one) => plain(changeWords(one)))).toEqual([
      '+3 h 30',
      '−10 min',
      'moins de 5 min'
    ]);
    const settings = { ...DEFAULT_SETTINGS, visitsPerMonth: 2 };
    const far = posts().map((post) => ({
      ...post,
      schools: post.schools.map((one) => ({ ...one, homeMetres: 3000 }))
    }));
    const { near, far: most } = teamLimits(600, far, settings);
    expect([near, most].map(plain).join(' ')).toMatch(/^\d h(?: 30)? \d\d h(?: 30)?$/);
    const sure = teamLimits(600, far, { ...settings, homeMetres: 0 });
    expect([sure.near, sure.far].map(plain)).toEqual(['10 h', '10 h']);
  });
});
