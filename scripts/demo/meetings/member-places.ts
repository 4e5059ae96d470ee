// Where the synthetic members of teams work: a school for each head of school, a collège, or the commune of a CCAS.
import type { TeamMember } from '../../../src/lib/model/meetings/meetings-file.ts';
import type { School } from '../../../src/lib/model/school.ts';
import type { SupportTeam } from '../../../src/lib/model/service.ts';

/** Heads have a school that their team follows, as far as there are; else another of its commune, that no other head has. */
export function withPlaces(
  members: readonly TeamMember[],
  teams: readonly Pick<SupportTeam, 'id' | 'commune'>[],
  schools: readonly Pick<School, 'uai' | 'kind' | 'commune' | 'team'>[]
): TeamMember[] {
  const communeOf = new Map(teams.map(({ id, commune }) => [id, commune]));
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const give = (
    kind: 'direction-ecole' | 'college',
    fits: (school: (typeof schools)[number], team: string) => boolean
  ) => {
    for (const { partner, team } of members) {
      if (!partner.startsWith(kind) || places.has(partner)) continue;
      const own = schools.find(
        (school) =>
          (school.kind === 'college') === (kind === 'college') && !taken.has(school.uai) && fits(school, team)
      );
      if (!own) continue;
      taken.add(own.uai);
      places.set(partner, own.uai);
    }
  };
  give('direction-ecole', (school, team) => school.team === team);
  give('direction-ecole', (school, team) => school.commune === communeOf.get(team));
  give('college', (school, team) => school.commune === communeOf.get(team));
  for (const { partner, team } of members)
    if (partner.startsWith('ccas') && !places.has(partner)) places.set(partner, communeOf.get(team)!);
  return members.map((member) => {
    const place = places.get(member.partner);
    return place === undefined ? member : { ...member, place };
  });
}
