// `graph/team.json`: what the travel page shows before its worker has started. It names posts only in the demonstration and in sites that
// stay inside the service.
import { type TeamFile, TEAM_FILE_VERSION } from '../../../model/travel/team-travel.ts';
import { readVersioned } from '../../../model/versioned-json.ts';

/**
 * A file of version 1.0 of the site is read, its burdens marked as former ones.
 *
 * @throws {UnusableInput} `team-malformed` when the text is truncated, foreign, or of another version
 */
export const parseTeamFile = (text: string): TeamFile =>
  readVersioned(text, {
    code: 'team-malformed',
    file: 'team.json',
    version: TEAM_FILE_VERSION,
    former: { 4: (file) => ({ ...file, isFormer: true }) },
    lists: ['posts', 'towns', 'team']
  });
