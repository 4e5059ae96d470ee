// `graph/team.json`: what the page of journeys shows before any engine has started. Posts are the demonstration's, or a service's own
// in a site that stays in the service; any other site has none.
import type { TimesKind } from '../../../model/times-kind.ts';
import { readVersioned } from '../../../model/versioned-json.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import type { ModeComparison } from './modes.ts';
import type { MatrixMeta } from '../travel-times.ts';
import type { PostBurden, TeamPost } from './team.ts';

export const TEAM_FILE_VERSION = 3;

export interface TeamFile {
  version: typeof TEAM_FILE_VERSION;
  /** Of the car times, with usual settings. */
  meta: MatrixMeta;
  /** What the times of each mode rest on; a mode that is absent is not offered. */
  times: Partial<Record<TravelMode, TimesKind>>;
  posts: TeamPost[];
  /** INSEE codes of the communes of intervention, in order of proximity. */
  towns: string[];
  /** Seconds between town centres in that order, a row an origin; null where there is no way. */
  seconds: Partial<Record<TravelMode, (number | null)[][]>>;
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
