// Loads the team on the road, which the travel page shows before its worker has started.
import { parseTeamFile } from '$lib/engines/travel/index.ts';
import type { TeamFile } from '$lib/model/travel/team-travel.ts';

/**
 * @param folder address of the graphs' folder
 * @returns null in a site without one
 * @throws {UnusableInput} `team-malformed`
 */
export async function loadTeam(folder: string, load: typeof fetch): Promise<TeamFile | null> {
  const response = await load(`${folder}/team.json`);
  return response.ok ? parseTeamFile(await response.text()) : null;
}
