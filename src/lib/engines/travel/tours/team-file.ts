// `graph/team.json`: what the travel page shows before its worker has started. It names posts only in the demonstration and in sites that
// stay inside the service.
import type { TimesKind } from '../../../model/times-kind.ts';
import { readVersioned } from '../../../model/versioned-json.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import type { ModeComparison } from './modes.ts';
import type { MatrixMeta } from '../travel-times.ts';
import type { PostBurden, TeamPost } from './team.ts';

export const TEAM_FILE_VERSION = 4;

export interface TeamFile {
  version: typeof TEAM_FILE_VERSION;
  /** Of the times by car, with default settings. */
  meta: MatrixMeta;
  /** Kind of times of each mode; a mode that is absent is not offered. */
  times: Partial<Record<TravelMode, TimesKind>>;
  posts: TeamPost[];
  /** INSEE codes of the communes of intervention, in order of proximity. */
  towns: string[];
  /** Seconds between town halls in that order, rows are origins; null where there is no route. */
  seconds: Partial<Record<TravelMode, (number | null)[][]>>;
  /** Burden of the posts with default settings. */
  team: PostBurden[];
  /** The same by each mode. */
  modes: ModeComparison;
}

/** @throws {UnusableInput} `team-malformed` when the text is truncated, foreign, or of another version */
export const parseTeamFile = (text: string): TeamFile =>
  readVersioned(text, {
    code: 'team-malformed',
    file: 'team.json',
    version: TEAM_FILE_VERSION,
    lists: ['posts', 'towns', 'team']
  });
