// `graph/team.json`: what the page of journeys shows before any engine has started. Of the demonstration only: its posts are synthetic.
import { readVersioned } from '../model/versioned-json.ts';
import type { TravelMode } from './graph.ts';
import type { ModeComparison } from './modes.ts';
import type { MatrixMeta } from './port.ts';
import type { PostBurden, TeamPost } from './team.ts';

export const TEAM_FILE_VERSION = 2;

export interface TeamFile {
  version: typeof TEAM_FILE_VERSION;
  /** Of the car times, with usual settings. */
  meta: MatrixMeta;
  /** `true`: roads are straight lines between towns. */
  schematic: boolean;
  posts: TeamPost[];
  /** INSEE codes of the communes of intervention, in order of proximity. */
  towns: string[];
  /** Seconds between town centres in that order, a row an origin; null where there is no way. */
  seconds: Record<TravelMode, (number | null)[][]>;
  /** Weeks of the posts with usual settings. */
  team: PostBurden[];
  /** The same weeks by each mode. */
  modes: ModeComparison;
}

/** @throws {UnusableInput} `team-malformed` when the text is cut short, foreign, or of another version. */
export const parseTeamFile = (text: string): TeamFile =>
  readVersioned(text, {
    ...{ code: 'team-malformed', file: 'team.json', version: TEAM_FILE_VERSION },
    lists: ['posts', 'towns', 'team']
  });
