// What a public site leaves out of correspondents, and the presence of a commune's correspondent in its team meetings, read from the members of the teams, by their functions.
import type { MeetingsFile } from '../../../model/meetings/meetings-file.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Correspondent, SupportTeam } from '../../../model/service.ts';

const CORRESPONDENT = /\bcorrespondante?s?\b/;

/** The correspondents as anyone may read them: a function that one person has may tell who it is. */
export const withoutFunctions = (correspondents: readonly Correspondent[]): Correspondent[] =>
  correspondents.map(({ function: _, ...one }) => one);

/**
 * The correspondents, present in the teams of their commune where one of the members has that function and the list says nothing of it.
 * For a site that stays in the service: members are told nowhere else.
 * @param teams their identifiers and communes
 */
export function withPresence(
  correspondents: readonly Correspondent[],
  teams: readonly Pick<SupportTeam, 'id' | 'commune'>[],
  members: MeetingsFile['members']
): Correspondent[] {
  const communeOf = new Map(teams.map(({ id, commune }) => [id, commune]));
  const sitting = members.filter((member) => CORRESPONDENT.test(foldPlace(member.function)));
  const present = new Set(sitting.map(({ team }) => communeOf.get(team)));
  return correspondents.map((one) =>
    one.roles?.presence || !present.has(one.commune)
      ? one
      : { ...one, roles: { ...one.roles, presence: 'held' } }
  );
}
