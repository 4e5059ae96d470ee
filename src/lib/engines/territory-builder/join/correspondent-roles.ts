// What a public site leaves out of correspondents, and the presence of a commune's correspondent in its team meetings, read from the members of the teams, by their functions.
import type { MeetingsFile } from '../../../model/meetings/meetings-file.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Correspondent, SupportTeam } from '../../../model/service.ts';

const CORRESPONDENT = /\bcorrespondante?s?\b/;

interface Listed {
  correspondents: readonly Correspondent[];
  /** Their identifiers and communes. */
  teams: readonly Pick<SupportTeam, 'id' | 'commune'>[];
}

/**
 * The correspondents, present in the teams of their commune where one of the members has that function and the list says nothing of it:
 * members are told nowhere else. In a public site, without the function of each, which may tell who it is.
 */
export function correspondentsOf(
  { correspondents, teams }: Listed,
  members: MeetingsFile['members'],
  isInternal: boolean
): Correspondent[] {
  const communeOf = new Map(teams.map(({ id, commune }) => [id, commune]));
  const sitting = members.filter((member) => CORRESPONDENT.test(foldPlace(member.function)));
  const present = new Set(sitting.map(({ team }) => communeOf.get(team)));
  return correspondents.map(({ function: named, ...one }) => ({
    ...one,
    ...(isInternal && named !== undefined && { function: named }),
    ...(present.has(one.commune) && { roles: { presence: 'held', ...one.roles } })
  }));
}
