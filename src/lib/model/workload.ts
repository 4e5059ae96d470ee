// Workload of a school, minutes a week, from parameters that a user sees and can change: the one rate of visits of the assignment and of
// the road.
import type { WorkloadParts } from './plan.ts';

/** What is published or derived of the visits to the families of a school; absent where nothing tells it. */
export interface HomeVisits {
  /** Metres within which its families live. */
  homeMetres?: number;
  /** Visits a child and month, as the service really makes them. */
  visitsMade?: number;
  /** Share of the visits that are at a neutral place near the school. */
  neutralShare?: number;
}

/** The same of whatever has more. */
export const homeVisitsOf = ({ homeMetres, visitsMade, neutralShare }: HomeVisits): HomeVisits => ({
  ...(homeMetres !== undefined && { homeMetres }),
  ...(visitsMade !== undefined && { visitsMade }),
  ...(neutralShare !== undefined && { neutralShare })
});

export interface WorkloadParameters {
  /** Children followed for 100 pupils, in the place of those that are published; null counts the published ones. */
  childrenPer100: number | null;
  /** Visits a child and month, in the place of those really made; null counts these, else `ASSUMED_VISITS_PER_MONTH`. */
  visitsPerMonth: number | null;
  visitMinutes: number;
  /** Minutes of one meeting of a support team. */
  meetingMinutes: number;
  /** Minutes of liaison a month with each school. */
  liaisonMinutes: number;
  /** Months and weeks of work in a year. */
  months: number;
  weeks: number;
}

/** A parameter's limits, and whether a source gives its default or the service is to validate it. */
export interface WorkloadSetting {
  min: number;
  max: number;
  step: number;
  quality: 'official' | 'hypothesis';
}

/** Children followed for 100 pupils where none are published. Assumption. */
export const ASSUMED_CHILDREN_PER_100 = 3;

/** Visits a child and month where those really made are not published. Assumption: no source gives one. */
export const ASSUMED_VISITS_PER_MONTH = 1;

/** The default parameters. */
export const DEFAULT_WORKLOAD: Readonly<WorkloadParameters> = {
  childrenPer100: null,
  visitsPerMonth: null,
  visitMinutes: 60,
  meetingMinutes: 120,
  liaisonMinutes: 60,
  months: 10,
  weeks: 36
};

export const WORKLOAD_SETTINGS: Readonly<Record<keyof WorkloadParameters, WorkloadSetting>> = {
  childrenPer100: { min: 0, max: 30, step: 0.5, quality: 'hypothesis' },
  visitsPerMonth: { min: 0, max: 12, step: 0.5, quality: 'hypothesis' },
  visitMinutes: { min: 0, max: 240, step: 5, quality: 'hypothesis' },
  meetingMinutes: { min: 0, max: 480, step: 15, quality: 'hypothesis' },
  liaisonMinutes: { min: 0, max: 480, step: 15, quality: 'hypothesis' },
  months: { min: 1, max: 12, step: 1, quality: 'hypothesis' },
  weeks: { min: 1, max: 52, step: 1, quality: 'official' }
};

/** Minutes to park and reach the door, at each visit: every family lives elsewhere. Assumption. */
export const PARKING_MINUTES = 2;

/** Outings that the visits of a week are spread over. Assumption: one a day, four days a week. */
export const OUTINGS_PER_WEEK = 4;

/** Pupils that a school counts for where no school of the territory has a known number. Assumption. */
export const PUPILS_OF_A_SCHOOL = 100;
/** Meetings a year of a support team where those of no team are known. Assumption, near 110 for 27 teams. */
export const MEETINGS_OF_A_TEAM = 4;

/** A figure of a school's demand that a hypothesis may stand for, said wherever it counts. */
export type DemandFigure = 'pupils' | 'meetings';

/** What is known of a school's demand. */
export interface Demand extends Pick<HomeVisits, 'visitsMade'> {
  pupils: number;
  /** Children followed, from published counts (`childrenAtWork`), fractions included; absent or null where none are published. */
  children?: number | null;
  /** Its share of its support teams' meetings, a year. */
  meetings: number;
}

export interface Workload {
  /** Whole minutes a week: the sum of its parts. */
  workload: number;
  parts: WorkloadParts;
  /** Visits a week, to a hundredth. */
  visits: number;
}

/** Children that the work of a school counts: those published, unless a hypothesis stands for them or none are. */
export function countedChildren(
  { pupils, children = null }: Pick<Demand, 'pupils' | 'children'>,
  { childrenPer100 }: Pick<WorkloadParameters, 'childrenPer100'>
): number {
  if (childrenPer100 === null && children !== null) return children;
  return (pupils * (childrenPer100 ?? ASSUMED_CHILDREN_PER_100)) / 100;
}

/** Visits a child and month that the work of a school counts: those of a hypothesis, else those really made, else the assumed ones. */
export const countedVisits = (
  { visitsMade = ASSUMED_VISITS_PER_MONTH }: Pick<HomeVisits, 'visitsMade'>,
  { visitsPerMonth }: Pick<WorkloadParameters, 'visitsPerMonth'>
): number => visitsPerMonth ?? visitsMade;

/** Children that are published for the schools, together; null where some have none, or there is no school. */
export function publishedChildren(schools: readonly Pick<Demand, 'children'>[]): number | null {
  if (schools.length === 0) return null;
  return schools.reduce<number | null>(
    (sum, { children = null }) => (sum === null || children === null ? null : sum + children),
    0
  );
}

/** Workload of a school. Whole minutes, so that loads add up exactly and never depend on the order of a sum. */
export function workloadOf(demand: Demand, parameters: WorkloadParameters): Workload {
  const { visitMinutes, meetingMinutes, liaisonMinutes } = parameters;
  const perWeek = parameters.months / parameters.weeks;
  const rate = countedVisits(demand, parameters);
  const visits = Math.round(100 * countedChildren(demand, parameters) * rate * perWeek) / 100;
  const parts = {
    visits: Math.round(visits * visitMinutes),
    meetings: Math.round((demand.meetings * meetingMinutes) / parameters.weeks),
    liaison: Math.round(liaisonMinutes * perWeek)
  };
  return { workload: parts.visits + parts.meetings + parts.liaison, parts, visits };
}

/** What a hypothesis of children changes: what is counted in the place of what is published, and minutes of work a week, without the road. */
export interface ChildrenChange {
  published: number;
  counted: number;
  minutes: number;
}

/** @returns null where the published children are counted, and where some school has none */
export function childrenChange(
  schools: readonly Demand[],
  parameters: WorkloadParameters
): ChildrenChange | null {
  const published = publishedChildren(schools);
  if (published === null || parameters.childrenPer100 === null) return null;
  const usual = { ...parameters, childrenPer100: null };
  return schools.reduce(
    ({ counted, minutes }, school) => ({
      published,
      counted: counted + countedChildren(school, parameters),
      minutes: minutes + workloadOf(school, parameters).workload - workloadOf(school, usual).workload
    }),
    { published, counted: 0, minutes: 0 }
  );
}

/** What leading the team meetings of a school year takes of a coordinator. */
export interface CoordinatorLoad {
  id: string;
  /** Meetings to lead in the year. */
  meetings: number;
  /** Minutes of road of the tours of the year, days out, and weeks with more than two meetings; null without a plan. */
  road: number | null;
  daysOut: number | null;
  weeksOver: number | null;
}

export interface MeetingLoad {
  /** School year of the plan; null where no year is planned: the loads are then a hypothesis. */
  year: string | null;
  coordinators: readonly CoordinatorLoad[];
}

/** Minutes a year: the meetings, each of the same length, and the road where it is known. */
export const yearMinutes = ({ meetings, road }: CoordinatorLoad, meetingMinutes: number): number =>
  meetings * meetingMinutes + (road ?? 0);

/** Without a plan: the meetings of the teams of each coordinator, four where a team's are not known, and no road. */
export function assumedLoad(teams: readonly { coordinator: string; meetings: number | null }[]): MeetingLoad {
  const led = new Map<string, number>();
  for (const { coordinator, meetings } of teams)
    if (coordinator !== '')
      led.set(coordinator, (led.get(coordinator) ?? 0) + (meetings ?? MEETINGS_OF_A_TEAM));
  return {
    year: null,
    coordinators: [...led]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, meetings]) => ({ id, meetings, road: null, daysOut: null, weeksOver: null }))
  };
}
