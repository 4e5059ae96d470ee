// What a team is told of its weeks: figures that follow pupils, bases and rates, and places in a sensible order.
import { describe, expect, it } from 'vitest';
import { NO_ROUTE, type Matrix } from '../../../../src/lib/model/travel/travel-times.ts';
import { proximityOrder } from '../../../../src/lib/engines/travel/tours/proximity-order.ts';
import { workloadOf } from '../../../../src/lib/model/workload.ts';
import { DEFAULT_SETTINGS, withinLimits } from '../../../../src/lib/model/travel/travel-settings.ts';
import {
  movedPosts,
  roadReasons,
  travelSum,
  teamBurden,
  tripsMean
} from '../../../../src/lib/engines/travel/tours/team.ts';
import type { TeamPost } from '../../../../src/lib/model/travel/team-travel.ts';

/** Places on a line, ten minutes and 10 km apart. */
function line(ids: readonly string[]): {
  places: { id: string; lon: number; lat: number }[];
  matrix: Matrix;
} {
  const at = (scale: number) =>
    Int32Array.from(ids.flatMap((_, a) => ids.map((__, b) => Math.abs(a - b) * scale)));
  return {
    places: ids.map((id, lon) => ({ id, lon, lat: 0 })),
    matrix: {
      origins: ids.length,
      destinations: ids.length,
      ...{ seconds: at(600), metres: at(10_000) },
      meta: { engine: 'line', dataDate: '', calibration: '' }
    }
  };
}
const post = (part: Partial<TeamPost>): TeamPost => ({
  ...{ id: 'Référent 1', base: 'a', schools: [] },
  ...part
});
/** One visit a week for 100 pupils, at the school, without liaison. */
const settings = {
  ...DEFAULT_SETTINGS,
  ...{ childrenPer100: 1, visitsPerMonth: 4, months: 9, weeks: 36, liaisonMinutes: 0 },
  ...{ parkingMinutes: 0, outings: 1, homeMetres: 0 }
};
const school = (uai: string, pupils = 100, meetings = 0) => ({ uai, pupils, meetings });

describe('the week of a post', () => {
  it('is the round trip to its school, and a visit, when one visit a week falls there', () => {
    const { places, matrix } = line(['a', 'b', 'school']);
    const posts = [post({ schools: [school('school', 100, 36)] })];
    const [week] = teamBurden(posts, places, matrix, settings);
    expect(week?.hours.driving.mean).toBeCloseTo(40 / 60);
    expect(week?.hours.visits.mean).toBe(1);
    expect(week?.hours.meetings).toBe(2);
    expect(week?.km.mean).toBe(40);
    expect(week?.trips).toEqual([{ uai: 'school', seconds: 1200 }]);
  });

  it('counts as much work as the workload form does, school by school', () => {
    const { places, matrix } = line(['a', 'b', 'school']);
    const own = [school('school', 137, 3.33), school('b', 212, 2.5)];
    const [week] = teamBurden([post({ schools: own })], places, matrix, DEFAULT_SETTINGS);
    const form = own.map((one) => workloadOf({ ...one, children: null }, DEFAULT_SETTINGS).workload);
    const minutes = 60 * (week!.hours.visits.mean + week!.hours.meetings);
    expect(minutes).toBeCloseTo(form[0]! + form[1]!, 9);
  });

  it('gets shorter when its base moves nearer, and the team with it', () => {
    const { places, matrix } = line(['a', 'b', 'school']);
    const posts = [post({ schools: [school('school', 300)] })];
    const before = teamBurden(posts, places, matrix, settings);
    const after = teamBurden(movedPosts(posts, { 'Référent 1': 'b' }), places, matrix, settings);
    expect(travelSum(after).driving).toBeCloseTo(travelSum(before).driving / 2);
    expect(posts[0]?.base).toBe('a');
  });

  it('names the schools that cannot be reached or are nowhere, and leaves them out', () => {
    const { places, matrix } = line(['a', 'b', 'school']);
    matrix.seconds[2] = NO_ROUTE;
    const schools = ['school', 'b', 'nowhere'].map((uai) => school(uai));
    const [week] = teamBurden([post({ schools })], places, matrix, settings);
    expect(week?.unreachable.sort()).toEqual(['nowhere', 'school']);
    expect(week?.trips.map(({ uai }) => uai)).toEqual(['b']);
  });

  it('passes by its base between two schools that no way joins', () => {
    const { places, matrix } = line(['a', 'b', 'c']);
    matrix.seconds[5] = matrix.seconds[7] = NO_ROUTE;
    const schools = ['b', 'c'].map((uai) => school(uai));
    const [week] = teamBurden([post({ schools })], places, matrix, settings);
    expect(week?.hours.driving.mean).toBeCloseTo((20 + 40) / 60);
    expect(week?.km.mean).toBe(60);
  });
});

describe('an order of places', () => {
  it('follows a line from one end to the other, however its places are listed', () => {
    const spots = [3, 0, 4, 1, 2];
    const cells = spots.flatMap((a) => spots.map((b) => Math.abs(a - b) * 60));
    const matrix = { ...line(['a', 'b', 'c', 'd', 'e']).matrix, seconds: Int32Array.from(cells) };
    const order = proximityOrder(matrix).map((row) => spots[row] ?? -1);
    expect([order.join(), [...order].reverse().join()]).toContain('0,1,2,3,4');
  });
});

describe('a setting', () => {
  it('stays within its limits and on its steps', () => {
    expect(withinLimits('visitMinutes', 1000)).toBe(240);
    expect(withinLimits('peak', 1.2999)).toBe(1.3);
    expect(withinLimits('outings', -3)).toBe(1);
  });
});

describe('why a post drives more than its team', () => {
  const { places, matrix } = line(['a', 'b', 'c', 'd']);
  const weeks = (posts: TeamPost[]) => teamBurden(posts, places, matrix, settings);
  const children = (post: string) => (post === 'far' ? 30 : 10);

  it('is what it has above the mean, and nothing of what it has below', () => {
    const near = post({ id: 'near', schools: [school('b')] });
    const far = post({ id: 'far', schools: [school('c'), school('d')] });
    const team = weeks([near, far]);
    expect(roadReasons(team, 'far', children)).toMatchObject({
      schools: { own: 2, mean: 1.5 },
      minutes: { own: 25, mean: 17.5 },
      children: { own: 30, mean: 20 }
    });
    expect(roadReasons(team, 'near', children)).toEqual({ schools: null, minutes: null, children: null });
  });

  it('leaves out of the mean a post that reaches no school, and says nothing of a post alone or unknown', () => {
    const far = post({ id: 'far', schools: [school('d')] });
    const idle = post({ id: 'idle' });
    expect(roadReasons(weeks([far, idle]), 'far', children)).toMatchObject({
      minutes: null,
      schools: { own: 1 }
    });
    expect(tripsMean(weeks([idle])[0]!)).toBe(0);
    expect(roadReasons(weeks([far]), 'far', children)).toEqual({
      schools: null,
      minutes: null,
      children: null
    });
    expect(roadReasons(weeks([far]), 'nobody', children)).toEqual({
      schools: null,
      minutes: null,
      children: null
    });
  });
});
