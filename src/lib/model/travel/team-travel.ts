// The travel of a team: its posts, their burden by each mode, and `graph/team.json`, which tells them.
import { type DemandFigure, homeVisitsOf, type HomeVisits } from '../workload.ts';
import type { MatrixMeta, TimesKind, TravelMode } from './travel-times.ts';

/** Distribution over the sampled weeks. */
export interface TravelSpread {
  median: number;
  p10: number;
  p90: number;
  mean: number;
}

export interface Burden {
  /**
   * Hours a week. `driving` includes parking and the way among homes; `share` is `driving` over `total`; `meetings` are meetings and liaison. The means of
   * `visits` and `total` count visits as expected, not as drawn, so that they are those of the workload form.
   */
  hours: {
    visits: TravelSpread;
    driving: TravelSpread;
    meetings: number;
    total: TravelSpread;
    share: TravelSpread;
  };
  km: TravelSpread;
  euros: TravelSpread;
  /** kg of CO2 equivalent. */
  co2: TravelSpread;
  /** The stop farthest from the base, seconds one way, or null without any. */
  farthest: { place: number; seconds: number } | null;
  /** Places that cannot be reached there and back: left out of all figures. */
  unreachable: number[];
}

export interface TeamPost {
  /** « Référent 6 »: posts are numbered, never named after a person. */
  id: string;
  /** INSEE code of the commune whose town hall is the base. */
  base: string;
  /**
   * `meetings`: the school's share of its support team's meetings, a year; `children`: those that its work counts, absent where none are
   * published; `assumed`: figures that no file gives.
   */
  schools: TeamSchool[];
}

export interface TeamSchool extends HomeVisits {
  uai: string;
  pupils: number;
  meetings: number;
  children?: number;
  assumed?: DemandFigure[];
}

/** What the road of a post counts of a school. */
export const drivenSchool = ({ uai, pupils, meetings, children, ...school }: TeamSchool): TeamSchool => ({
  ...{ uai, pupils, meetings },
  ...(children !== undefined && { children }),
  ...homeVisitsOf(school)
});

export interface PostBurden extends Omit<Burden, 'farthest' | 'unreachable'> {
  id: string;
  base: string;
  /** Schools of the post. */
  schools: number;
  /** UAI and seconds one way of each school reached, longest first. */
  trips: { uai: string; seconds: number }[];
  /** UAI of schools that cannot be reached: left out of all figures. */
  unreachable: string[];
}

/** Mean weekly figures of the whole team. */
export interface TeamSum {
  /** Hours. */
  driving: number;
  total: number;
  km: number;
  euros: number;
  co2: number;
}

/** Mean weekly figures of one post by one mode: hours on the road, km, euros, kg of CO2, number of schools out of reach. */
export interface ModeWeek {
  id: string;
  hours: number;
  km: number;
  euros: number;
  co2: number;
  unreachable: number;
}
/** By post; a mode that is not offered is absent. */
export type ModeComparison = Partial<Record<TravelMode, ModeWeek[]>>;

export const TEAM_FILE_VERSION = 5;

export interface TeamFile {
  version: typeof TEAM_FILE_VERSION;
  /** `team` and `modes` are by another way of counting the road: shown until they are counted anew. */
  isFormer?: true;
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
