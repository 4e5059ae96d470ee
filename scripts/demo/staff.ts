// Posts at their public places, and the plan of today: each team goes to a near referent who still has room.
import type { School } from '../../src/lib/model/school.ts';
import type { Assignment, Post, SupportTeam } from '../../src/lib/model/service.ts';
import { metresBetween } from '../geo/measure.ts';
import { BadFact, number, oneOf, readTable, text, textOrNull } from './read-table.ts';
import type { DemoPlaces } from './places.ts';

/** Room of a referent over an even share of the first-degree pupils, in percent: today's plan is no optimum. */
const ROOM = 130;

export function demoPosts(root: string, places: DemoPlaces): Post[] {
  return readTable(root, 'data/demo/posts.csv').map((row) => {
    const base = places.communes.find(({ code }) => code === text(row, 'base_commune'));
    if (!base) throw new BadFact(`${row.file}, ligne ${row.line}`, 'une commune de l’EPCI');
    return {
      id: text(row, 'id'),
      role: oneOf(row, 'role', ['head', 'coordinator', 'referent']),
      fte: number(row, 'fte'),
      base: text(row, 'base'),
      base_commune: base.code,
      base_lon: base.town_lon,
      base_lat: base.town_lat,
      coordinator: textOrNull(row, 'coordinator'),
      quality: 'synthetic'
    };
  });
}

/** Teams are placed in order of regret: first those that lose most by going to their second nearest referent. */
export function demoAssignment(
  schools: readonly School[],
  teams: readonly SupportTeam[],
  posts: readonly Post[]
): Assignment[] {
  const referents = posts.filter(({ role }) => role === 'referent');
  const served = teams
    .map(({ id }) => schools.filter(({ team }) => team === id))
    .filter(({ length }) => length > 0);
  const pupilsOf = (unit: readonly School[]) =>
    unit.reduce((sum, { kind, pupils }) => sum + (kind === 'college' ? 0 : (pupils ?? 0)), 0);
  const fte = referents.reduce((sum, post) => sum + post.fte, 0);
  const share = (pupilsOf(served.flat()) * ROOM) / 100 / fte;
  const room = new Map(referents.map((post) => [post.id, share * post.fte]));
  const units = served.map((unit) => {
    const metres = (post: Post) =>
      unit.reduce((sum, { lon, lat }) => {
        const place = { lon: lon ?? post.base_lon, lat: lat ?? post.base_lat };
        return sum + metresBetween(place, { lon: post.base_lon, lat: post.base_lat });
      }, 0) / unit.length;
    const near = referents
      .map((post) => ({ post, metres: metres(post) }))
      .sort((a, b) => a.metres - b.metres);
    return { unit, near, regret: (near[1]?.metres ?? 0) - (near[0]?.metres ?? 0) };
  });
  units.sort((a, b) => b.regret - a.regret);
  const postOf = new Map<string, string>();
  for (const { unit, near } of units) {
    const load = pupilsOf(unit);
    const chosen = near.find(({ post }) => (room.get(post.id) ?? 0) >= load) ?? near[0];
    if (!chosen) throw new Error('a plan needs a referent');
    room.set(chosen.post.id, (room.get(chosen.post.id) ?? 0) - load);
    for (const { uai } of unit) postOf.set(uai, chosen.post.id);
  }
  return schools.flatMap(({ uai }): Assignment[] => {
    const post = postOf.get(uai);
    return post ? [{ uai, post, quality: 'synthetic' }] : [];
  });
}
