// Support teams: one a QPV, one a commune for its collège and what lies outside, one for the collèges of the central town.
import { feature } from '@turf/helpers';
import type { School } from '../../src/lib/model/school.ts';
import type { Post, SupportTeam } from '../../src/lib/model/service.ts';
import { metresBetween } from '../geo/measure.ts';
import { joinPoints } from '../../src/lib/engines/territory-builder/index.ts';
import { apportion } from '../../src/lib/algorithms/apportion.ts';
import type { DemoPlaces } from './places.ts';
import type { Random } from './random.ts';
import type { TerritoryFacts } from './years.ts';

/** A school this near to a QPV works with its team (metres). */
const NEAR_QPV = 450;
const LEAST_MEETINGS = 2;

type Drawn = Pick<SupportTeam, 'id' | 'name' | 'qpv' | 'commune'>;

function listTeams(places: DemoPlaces, centre: string): Drawn[] {
  const nameOf = new Map(places.communes.map(({ code, name }) => [code, name]));
  const outlines = places.communes.map(({ outline }) => feature(outline));
  const communeOfQpv = joinPoints(places.qpvs, outlines);
  const ofQpvs = places.qpvs.map(({ code, name }, at) => {
    const commune = places.communes[communeOfQpv[at] ?? -1]?.code ?? places.reach.get(code)?.[0] ?? centre;
    return { name: `${name} (${nameOf.get(commune)})`, qpv: code, commune };
  });
  const ofCommunes = places.communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }) => {
      const reach = code === centre ? 'hors quartiers' : 'collège et hors quartiers';
      return { name: `${name}, ${reach}`, qpv: null, commune: code };
    });
  const colleges = { name: `${nameOf.get(centre)}, collèges`, qpv: null, commune: centre };
  return [...ofQpvs, ...ofCommunes, colleges].map((team, at) => ({
    id: `EPS-${String(at + 1).padStart(2, '0')}`,
    ...team
  }));
}

function teamOf(school: School, teams: readonly Drawn[], places: DemoPlaces, centre: string): string | null {
  if (school.status !== 'followed' && school.status !== 'linked') return null;
  const ofCommune = teams.find(({ qpv, commune }) => qpv === null && commune === school.commune);
  if (school.kind === 'college') {
    return (school.commune === centre ? teams.at(-1)?.id : ofCommune?.id) ?? null;
  }
  const inQpv = teams.find(({ qpv }) => qpv !== null && qpv === school.qpv);
  if (inQpv) return inQpv.id;
  const place = { lon: school.lon ?? 0, lat: school.lat ?? 0 };
  const near = places.qpvs
    .filter(({ code }) => places.reach.get(code)?.includes(school.commune))
    .map((qpv) => ({ code: qpv.code, metres: metresBetween(place, qpv) }))
    .filter(({ metres }) => metres <= NEAR_QPV)
    .sort((a, b) => a.metres - b.metres)[0];
  const nearby = teams.find(({ qpv }) => near && qpv === near.code);
  return (nearby ?? ofCommune)?.id ?? null;
}

/**
 * Gives each QPV's team that serves no school the nearest school of its communes that the commune's own team serves:
 * the perimeters of the demonstration are discs, and some hold no school.
 */
function withEveryQpvServed(
  schools: readonly School[],
  teams: readonly Drawn[],
  places: DemoPlaces
): School[] {
  const served = schools.map((school) => ({ ...school }));
  const communeTeams = new Set(teams.filter(({ qpv }) => qpv === null).map(({ id }) => id));
  for (const qpv of places.qpvs) {
    const team = teams.find((one) => one.qpv === qpv.code);
    if (!team || served.some((school) => school.team === team.id)) continue;
    const metres = ({ lon, lat }: School) => metresBetween({ lon: lon ?? 0, lat: lat ?? 0 }, qpv);
    const [nearest] = served
      .filter((school) => school.kind !== 'college' && communeTeams.has(school.team ?? ''))
      .filter((school) => places.reach.get(qpv.code)?.includes(school.commune))
      .sort((a, b) => metres(a) - metres(b));
    if (nearest) nearest.team = team.id;
  }
  return served;
}

function coordinatorOf(commune: string, posts: readonly Post[], places: DemoPlaces): string {
  const place = places.communes.find(({ code }) => code === commune);
  if (!place) throw new Error(`no commune ${commune}`);
  const metres = (post: Post) =>
    metresBetween({ lon: post.base_lon, lat: post.base_lat }, { lon: place.town_lon, lat: place.town_lat });
  const referents = posts.filter(({ role }) => role === 'referent').sort((a, b) => metres(a) - metres(b));
  const coordinator = referents[0]?.coordinator;
  if (!coordinator) throw new Error('a referent without a coordinator');
  return coordinator;
}

/** Teams whose meetings and professionals meet the sourced totals, and the schools with their team. */
export function demoTeams(
  schools: readonly School[],
  places: DemoPlaces,
  posts: readonly Post[],
  { sourced }: TerritoryFacts,
  random: Random
): { teams: SupportTeam[]; schools: School[] } {
  const centre = posts.find(({ role }) => role === 'head')?.base_commune ?? '';
  const drawn = listTeams(places, centre);
  const placed = withEveryQpvServed(
    schools.map((school) => ({ ...school, team: teamOf(school, drawn, places, centre) })),
    drawn,
    places
  );
  const weights = drawn.map(({ id }) => 1 + placed.filter(({ team }) => team === id).length);
  const meetings = apportion(sourced.meetings - LEAST_MEETINGS * drawn.length, weights);
  const sizes = teamSizes(drawn.length, sourced.meanProfessionals, random);
  const teams = drawn.map((team, at) => ({
    ...team,
    coordinator: coordinatorOf(team.commune, posts, places),
    meetings: LEAST_MEETINGS + (meetings[at] ?? 0),
    professionals: sizes[at] ?? sourced.meanProfessionals,
    quality: 'synthetic' as const
  }));
  return { teams, schools: placed };
}

/** Sizes with this very mean: what one team gains, another loses. */
function teamSizes(count: number, mean: number, random: Random): number[] {
  const offsets: number[] = [];
  while (offsets.length + 1 < count) {
    const offset = random.int(0, 2);
    offsets.push(offset, -offset);
  }
  while (offsets.length < count) offsets.push(0);
  return random.shuffle(offsets).map((offset) => mean + offset);
}
