// The file of the weeks of posts counts the road to homes as the page does: how far families live, and each visit with its parking and its way.
import { exportTable } from '$lib/export/columns.ts';
import { expect, it } from 'vitest';
import { teamBurden } from '../../../../src/lib/engines/travel/index.ts';
import { TravelState } from '../../../../src/lib/features/travel/travel-state.svelte.ts';
import { weeksTable } from '../../../../src/lib/features/travel/travel-files.ts';
import { m } from '../../../../src/lib/i18n/paraglide/messages.js';
import { localLeg } from '../../../../src/lib/model/travel/local-leg.ts';
import { localPace } from '../../../../src/lib/model/travel/home-radius.ts';
import { DEFAULT_SETTINGS } from '../../../../src/lib/model/travel/travel-settings.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallTeam } from '../../../fixtures/service.ts';

/** One outing a week, so many visits a child that ten children make three of them. */
const settings = { ...DEFAULT_SETTINGS, outings: 1, visitsPerMonth: (3 * 36) / 10 / 10 };
const places = ['10001', '0000001A'].map((id) => ({ id, lon: 3.5, lat: 50.3 }));
const matrix = {
  ...{ origins: 2, destinations: 2, meta: smallTeam.meta },
  seconds: Int32Array.of(0, 600, 600, 0),
  metres: Int32Array.of(0, 8000, 8000, 0)
};
/** Hours a week on the road of one post, as its line of the file says them. */
function inFile(children: number, homeMetres: number): number {
  const school = { uai: '0000001A', pupils: 100, meetings: 4, children, homeMetres };
  const posts = [{ id: 'Référent 1', base: '10001', schools: [school] }];
  const team = teamBurden(posts, places, matrix, settings);
  const travel = new TravelState({
    ...{ dashboard: smallDashboard, file: { ...smallTeam, posts, team } },
    graphs: () => ''
  });
  const { columns, rows } = exportTable(weeksTable(travel));
  return Number(rows[0]![columns.findIndex(({ title }) => title === m.travel_file_road_mean())]);
}

it('two schools of as many visits differ by the radius of their homes, and one visit more costs its parking and its way', () => {
  const pace = localPace('car', 1) / 3600;
  const [near, far, more] = [inFile(10, 300), inFile(10, 1200), inFile(40 / 3, 1200)];
  // Two ways of ten minutes, three parkings, and the way among three homes; to a hundredth of an hour.
  expect(near).toBeCloseTo(20 / 60 + 6 / 60 + 300 * pace * localLeg(3), 1.9);
  expect(far - near).toBeCloseTo(900 * pace * localLeg(3), 1.9);
  expect(more - far).toBeCloseTo(2 / 60 + 1200 * pace * (localLeg(4) - localLeg(3)), 1.9);
});
