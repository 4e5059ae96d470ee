// Functions that sit in several teams: each is taken as one person, who cannot be at two meetings at once.
import type { MeetingsFile } from '$lib/model/meetings/meetings-file.ts';

export interface SharedFunction {
  partner: string;
  function: string;
  /** Teams in which it sits, at least two. */
  teams: number;
  /** Coordinations of those teams: between two of them, two meetings are never at the same time. */
  coordinations: number;
}

/** The functions of most teams first. */
export function sharedFunctions(
  { members }: Pick<MeetingsFile, 'members'>,
  teams: readonly { id: string; coordinator: string }[]
): SharedFunction[] {
  const leads = new Map(teams.map(({ id, coordinator }) => [id, coordinator]));
  const partners = [...new Set(members.map(({ partner }) => partner))];
  return partners
    .map((partner) => {
      const own = members.filter((member) => member.partner === partner);
      const ids = [...new Set(own.map(({ team }) => team))];
      const coordinations = new Set(ids.flatMap((id) => leads.get(id) ?? []));
      return { partner, function: own[0]!.function, teams: ids.length, coordinations: coordinations.size };
    })
    .filter(({ teams: count }) => count > 1)
    .sort((a, b) => b.teams - a.teams || a.function.localeCompare(b.function, 'fr', { numeric: true }));
}
