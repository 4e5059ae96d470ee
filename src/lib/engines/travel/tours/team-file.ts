// `graph/team.json`: what the travel page shows before its worker has started. It names posts only in the demonstration and in sites that
// stay inside the service.
import { type TeamFile, TEAM_FILE_VERSION } from '../../../model/travel/team-travel.ts';
import { readVersioned } from '../../../model/versioned-json.ts';

/** @throws {UnusableInput} `team-malformed` when the text is truncated, foreign, or of another version */
export const parseTeamFile = (text: string): TeamFile =>
  readVersioned(text, {
    code: 'team-malformed',
    file: 'team.json',
    version: TEAM_FILE_VERSION,
    lists: ['posts', 'towns', 'team']
  });
