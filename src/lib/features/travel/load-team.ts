// Loads the team on the road, which the travel page shows before its worker has started.
import { parseTeamFile } from '$lib/engines/travel/index.ts';
import type { TeamFile } from '$lib/model/travel/team-travel.ts';

/**
 * @param folder address of the graphs' folder
 * @returns null in a site without one, or where no list tells who follows which school
 * @throws {UnusableInput} `team-malformed`
 */
export async function loadTeam(folder: string, load: typeof fetch): Promise<TeamFile | null> {
  const response = await load(`${folder}/team.json`);
  const team = response.ok ? parseTeamFile(await response.text()) : null;
  return team?.posts.some(({ schools }) => schools.length > 0) ? team : null;
}
