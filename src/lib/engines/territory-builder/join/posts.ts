// The service's posts and who follows what: only for a site that stays in the service, and numbered, never named.
import type { Finding } from '../../../model/findings.ts';
import type { School } from '../../../model/school.ts';
import type { Assignment, Post } from '../../../model/service.ts';
import { placeNameList } from '../../import/index.ts';
import type { CommuneFacts } from '../places/communes.ts';
import type { Sources } from '../sources/sources.ts';

export interface ServicePosts {
  staff: Post[];
  assignment: Assignment[];
  findings: Finding[];
}

const TITLES: Readonly<Record<Post['role'], string>> = {
  head: 'Responsable',
  coordinator: 'Coordination',
  referent: 'Référent',
  other: 'Autre poste'
};
const NUMBERED = /\d+$/;

/** What each post is called: its own number, or its place in the list where its name could be a person's. */
function namesOf(staff: Sources['staff']): { names: ReadonlyMap<string, string>; findings: Finding[] } {
  const taken = new Set(staff.flatMap(({ id }) => (NUMBERED.test(id) ? [id] : [])));
  const findings: Finding[] = [];
  const names = new Map<string, string>();
  for (const { id, role, file, line } of staff) {
    if (NUMBERED.test(id)) {
      names.set(id, id);
      continue;
    }
    let number = 1;
    while (taken.has(`${TITLES[role]} ${number}`)) number++;
    const expected = `${TITLES[role]} ${number}`;
    taken.add(expected);
    names.set(id, expected);
    if (role === 'head' || role === 'other') continue;
    findings.push({
      code: 'post-not-numbered',
      severity: 'doubtful',
      file,
      row: line,
      column: 'id',
      expected
    });
  }
  return { names, findings };
}

/** What the import puts in the place of a person's name: from the staff list, the name could be found again. */
const CODE_OF_NAME = /^P-[A-Z]{5}$/;

/** The teams, each with the post that leads it as the posts are called: never a name, nor a code made of one. */
export function ledByNumber({ staff, teams }: Pick<Sources, 'staff' | 'teams'>): Sources['teams'] {
  const names = new Map(namesOf(staff).names);
  const taken = new Set(names.values());
  for (const { coordinator } of teams) {
    if (names.has(coordinator) || !CODE_OF_NAME.test(coordinator)) continue;
    let number = 1;
    while (taken.has(`${TITLES.coordinator} ${number}`)) number++;
    const name = `${TITLES.coordinator} ${number}`;
    taken.add(name);
    names.set(coordinator, name);
  }
  return teams.map((team) => ({ ...team, coordinator: names.get(team.coordinator) ?? team.coordinator }));
}

/** Posts whose base is in the EPCI, and the schools that the list of schools gives to them. */
export function joinPosts(
  { staff, followed }: Pick<Sources, 'staff' | 'followed'>,
  { communes, schools }: { communes: readonly CommuneFacts[]; schools: readonly School[] }
): ServicePosts {
  const { names, findings } = namesOf(staff);
  const towns = new Map(communes.map((commune) => [commune.code, commune]));
  const places = placeNameList({ communes });
  const posts = staff.flatMap(({ file, line: row, base_lon, base_lat, ...post }): Post[] => {
    const town = towns.get(places.commune(post.base_commune) ?? '');
    if (!town) {
      const found = post.base_commune;
      findings.push({ code: 'commune-not-of-epci', severity: 'dropped', file, row, found });
      return [];
    }
    const coordinator = post.coordinator === null ? null : (names.get(post.coordinator) ?? post.coordinator);
    return [
      {
        ...post,
        // Without a building, the town hall: named, where the list codes its commune or leaves it out.
        base: post.base === post.base_commune ? town.name : post.base,
        base_commune: town.code,
        id: names.get(post.id)!,
        coordinator: coordinator !== null && NUMBERED.test(coordinator) ? coordinator : null,
        base_lon: base_lon ?? town.town_lon,
        base_lat: base_lat ?? town.town_lat,
        quality: 'official'
      }
    ];
  });
  const referents = new Set(posts.flatMap(({ id, role }) => (role === 'referent' ? [id] : [])));
  const known = new Set(schools.map(({ uai }) => uai));
  const assignment = followed.flatMap(({ uai, status, post, file, line: row }): Assignment[] => {
    if (post === null || status !== 'followed' || !known.has(uai)) return [];
    const id = names.get(post);
    if (id !== undefined && referents.has(id)) return [{ uai, post: id, quality: 'official' }];
    findings.push({ code: 'unknown-post', severity: 'doubtful', file, row, column: 'post' });
    return [];
  });
  return { staff: posts, assignment, findings };
}
