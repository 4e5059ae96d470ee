// What a user chooses before a search: how schools are grouped, what loads may differ by, what must stay.
import type { School } from '../school.ts';
import { DEFAULT_WORKLOAD, type WorkloadParameters, type HomeVisits } from '../workload.ts';
import { USUAL_ROAD, type RoadSettings } from '../travel/travel-settings.ts';
import type { WorkloadParts } from '../plan.ts';
import type { AssignmentFile } from './assignment-file.ts';
import type { Part, Ties } from './ties.ts';

/** By what schools are grouped into units, the finest last. */
export const CRITERIA = ['commune', 'part', 'qpv', 'level', 'network', 'group', 'school'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** INSEE code of a commune -> its own criteria; a commune that is absent follows those of the whole territory. */
export type CommuneCriteria = Readonly<Record<string, readonly Criterion[]>>;

export interface AssignmentSettings {
  criteria: readonly Criterion[];
  /** Those of communes that have their own, in place of `criteria`. */
  communeCriteria: CommuneCriteria;
  /** Share of its target by which a load may miss it. */
  tolerance: number;
  /** A load may miss its target by more than the tolerance, at a high price. */
  soft: boolean;
  /** What is balanced: workload, or workload and travel. */
  measure: 'workload' | 'hours';
  contiguous: boolean;
  /** Largest share of pupils who may change referent; null for any. */
  change: number | null;
  /** Share by which a coordinator's pupils and meetings may miss their target; null leaves coordinators unbalanced. */
  coordinatorTolerance: number | null;
  /** Referents keep their coordinator while coordinators are balanced. */
  teamsKept: boolean;
  /** Waiting schools are assigned as well. */
  withWaiting: boolean;
  workload: WorkloadParameters;
  /** That of every page, which the decision in use holds. */
  road: RoadSettings;
  /** Working time of each post, in the file's order, 1 for full time; as the file has it where absent. */
  fte: readonly number[];
  /** Parts of communes, drawn and named by the user. */
  parts: readonly Part[];
  /** Schools that must have one referent, and schools that must not. */
  together: Ties;
  apart: Ties;
}

export const DEFAULT_ASSIGNMENT_SETTINGS: AssignmentSettings = {
  criteria: ['school'],
  communeCriteria: {},
  tolerance: 0.1,
  soft: false,
  measure: 'hours',
  contiguous: true,
  change: null,
  coordinatorTolerance: null,
  teamsKept: false,
  withWaiting: false,
  workload: DEFAULT_WORKLOAD,
  road: USUAL_ROAD,
  fte: [],
  parts: [],
  together: [],
  apart: []
};

/** Work balanced without the road, sectors in any number of pieces: what links of before say by saying nothing, and what a linear proof can hold. */
export const WORK_ALONE = {
  measure: 'workload',
  contiguous: false
} as const satisfies Partial<AssignmentSettings>;

/** The file with the working times chosen. */
export const withTimes = (file: AssignmentFile, { fte }: Pick<AssignmentSettings, 'fte'>): AssignmentFile =>
  fte.length === 0
    ? file
    : { ...file, posts: file.posts.map((post, at) => ({ ...post, fte: fte[at] ?? post.fte })) };

export interface AssignmentRules {
  /** Schools that keep their referent. */
  pinned: readonly string[];
  /** Posts that keep their schools and take no others: they and their schools are left out of the problem. */
  locked: readonly string[];
}

export const NO_RULES: AssignmentRules = { pinned: [], locked: [] };

export type SchoolFacts = Pick<
  School,
  'uai' | 'name' | 'kind' | 'commune' | 'qpv' | 'network' | 'group' | 'lon' | 'lat'
>;

/** A school with its demand. `part` names a part of its commune, drawn and named by the user. */
export interface UnitSchool extends SchoolFacts, HomeVisits {
  part: string | null;
  pupils: number;
  /** Children that its work counts, fractions included. */
  children: number;
  workload: number;
  visits: number;
  parts: WorkloadParts;
  meetings: number;
  /** Its number of pupils is a hypothesis. */
  assumedPupils?: true;
}
