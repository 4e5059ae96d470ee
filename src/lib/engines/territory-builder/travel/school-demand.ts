// What is known of each school's demand, and what is assumed where it is not: pupils, meetings of its support team, children.
import { upperMedian } from '../../../algorithms/statistics.ts';
import type { PathwayCell } from '../../../model/pathway.ts';
import { childrenAtWork } from './school-children.ts';
import type { DemandFigure, HomeVisits } from '../../../model/workload.ts';
import { lastMonth } from '../../../model/school-year.ts';
import {
  DEFAULT_WORKLOAD,
  MEETINGS_OF_A_TEAM,
  PUPILS_OF_A_SCHOOL,
  WORKLOAD_SETTINGS
} from '../../../model/workload.ts';
import { ownHomeMetres } from '../../../model/travel/home-radius.ts';
import type { TerritoryRows } from '../rows.ts';

export interface SchoolDemand extends HomeVisits {
  pupils: number;
  /** Its share of its team's meetings, a year. */
  meetings: number;
  /** Children that its work counts; absent where nothing is published. */
  children?: number;
  /** Figures that no file gives; absent where all are known. */
  assumed?: DemandFigure[];
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

export type DemandRows = Pick<
  TerritoryRows,
  'schools' | 'teams' | 'release' | 'communes' | 'years' | 'asOf'
> & {
  territory: Pick<TerritoryRows['territory'], 'demonstration'>;
};

type PublishedVisits = Pick<DemandRows, 'release' | 'years' | 'asOf' | 'territory'>;

/** Published counts of the whole territory in whole years, the latest first; none in the demonstration, whose visits nobody makes. */
const wholeYears = ({ release, years, asOf, territory }: PublishedVisits): PathwayCell[] =>
  (territory.demonstration ? [] : (release?.cells ?? []))
    .filter(({ zone_kind, level, theme }) => zone_kind === 'epci' && level === 'ALL' && theme === 'ALL')
    .filter(({ school_year: year }) => year !== years.at(-1) || asOf >= lastMonth(year))
    .toSorted((a, b) => (a.school_year < b.school_year ? 1 : -1));

/**
 * Visits a child and month that the service makes, to a tenth: the published visits of the territory's last whole year over its published
 * children and the months of work. It reads what has passed the gate, nothing else.
 *
 * @returns null where they are not published
 */
export function visitsMadeIn(published: PublishedVisits): number | null {
  const made = wholeYears(published).find(({ children, visits }) => (children ?? 0) > 0 && (visits ?? 0) > 0);
  if (!made) return null;
  const rate = made.visits! / made.children! / DEFAULT_WORKLOAD.months;
  return Math.min(WORKLOAD_SETTINGS.visitsPerMonth.max, Math.max(0.1, Math.round(10 * rate) / 10));
}

/** Share of the visits of the territory's last whole year that were at neutral places, as it is published; null where it is not. */
export function neutralShareIn(published: PublishedVisits): number | null {
  const percent = wholeYears(published).find(({ neutral }) => neutral !== undefined)?.neutral;
  return percent === undefined ? null : percent / 100;
}

/**
 * Demand of each school. A school without a number of pupils counts for the median of its kind, else of all, else for
 * `PUPILS_OF_A_SCHOOL`. A team's meetings are shared equally among the schools that it supports, to a hundredth, so that shares add up
 * however schools are given to posts; a team whose meetings are unknown counts for the median of the others, else for
 * `MEETINGS_OF_A_TEAM`. A school that is not followed, or that no team supports, has none.
 * Visits a child and month are those that a service really makes (`visitsMadeIn`), and so is the share of them at neutral places. Children are those of the published counts alone (`childrenAtWork`). Families live within the school's own part of its commune (`ownHomeMetres`).
 */
export function demandOf({
  schools,
  teams,
  communes,
  ...published
}: DemandRows): (uai: string) => SchoolDemand {
  const supported = schools.filter(({ team, status }) => team && status === 'followed');
  const countOf = new Map<string, number>();
  for (const { team } of supported) countOf.set(team!, (countOf.get(team!) ?? 0) + 1);
  const meetingsOf = new Map(teams.map(({ id, meetings }) => [id, meetings]));
  const usualMeetings = upperMedian(known([...meetingsOf.values()])) ?? MEETINGS_OF_A_TEAM;
  const firstDegree = schools.filter(({ kind }) => kind !== 'college');
  const areaOf = new Map(communes.map(({ code, area_ha }) => [code, area_ha]));
  const schoolsIn = new Map<string, number>();
  for (const { commune } of firstDegree) schoolsIn.set(commune, (schoolsIn.get(commune) ?? 0) + 1);
  const usualPupils = (kind: (typeof schools)[number]['kind']) =>
    upperMedian(known(schools.filter((school) => school.kind === kind).map(({ pupils }) => pupils))) ??
    upperMedian(known(firstDegree.map(({ pupils }) => pupils))) ??
    PUPILS_OF_A_SCHOOL;
  const weighed = schools.map((school) => ({ ...school, pupils: school.pupils ?? usualPupils(school.kind) }));
  const childrenOf = childrenAtWork(published.release?.cells ?? [], weighed);
  const visitsMade = visitsMadeIn(published);
  const neutralShare = neutralShareIn(published);
  const demands = new Map(
    schools.map(({ uai, kind, pupils, team, status, commune }) => {
      const children = childrenOf.get(uai);
      const hasTeam = status === 'followed' && !!team && meetingsOf.has(team);
      const meetings = hasTeam ? (meetingsOf.get(team) ?? null) : 0;
      const share = (meetings ?? usualMeetings) / (countOf.get(team ?? '') ?? 1);
      const assumed: DemandFigure[] = [
        ...(pupils === null ? (['pupils'] as const) : []),
        ...(meetings === null ? (['meetings'] as const) : [])
      ];
      const demand: SchoolDemand = {
        pupils: pupils ?? usualPupils(kind),
        meetings: hasTeam ? Math.round(share * 100) / 100 : 0,
        ...(children !== undefined && { children }),
        homeMetres: ownHomeMetres(areaOf.get(commune) ?? null, schoolsIn.get(commune) ?? 0),
        ...(visitsMade !== null && { visitsMade }),
        ...(neutralShare !== null && { neutralShare }),
        ...(assumed.length > 0 && { assumed })
      };
      return [uai, demand] as const;
    })
  );
  return (uai) => demands.get(uai)!;
}
