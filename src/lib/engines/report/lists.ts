// The lists of a report, from the rows of a territory: an empty list is one that nobody gave.
import { quarterNames, type Commune, type Qpv } from '../../model/place.ts';
import type { School } from '../../model/school.ts';
import type { Correspondent, PartnerCount, Post, SupportTeam } from '../../model/service.ts';
import type { ReportAction, AnswerInput } from './report-input.ts';

export interface ReportRows {
  communes: readonly Pick<Commune, 'code' | 'name' | 'intervention' | 'cite_educative'>[];
  qpvs: readonly Pick<Qpv, 'code' | 'name' | 'communes'>[];
  schools: readonly School[];
  formerSchools?: readonly School[];
  teams: readonly Pick<SupportTeam, 'meetings'>[];
  staff: readonly Pick<Post, 'role' | 'fte'>[];
  actions: readonly ReportAction[];
  partners: readonly Pick<PartnerCount, 'category' | 'count'>[];
  correspondents: readonly Pick<Correspondent, 'filled'>[];
}

const listed = <T>(rows: readonly T[]): readonly T[] | null => (rows.length === 0 ? null : rows);

/** @param carrier who carries the service, in words; null: not told */
export function reportLists(
  { communes, qpvs, schools, formerSchools = [], teams, staff, ...rows }: ReportRows,
  carrier: string | null
): Omit<AnswerInput, 'year' | 'today' | 'cases' | 'records' | 'kept'> {
  const served = communes.filter(({ intervention }) => intervention);
  const codes = new Set(served.map(({ code }) => code));
  const inPlace = qpvs.filter((qpv) => qpv.communes.some((code) => codes.has(code)));
  /** A cité éducative is named after its communes. */
  const cites = new Map<string, string[]>();
  for (const { name, cite_educative: own } of served)
    for (const cite of own?.split(' ') ?? []) cites.set(cite, [...(cites.get(cite) ?? []), name]);
  const isWorkedIn = ({ status }: School) => status === 'followed' || status === 'waiting';
  return {
    settings: {
      carrier,
      communes: listed(served.map(({ name }) => name)),
      qpvs: listed([...quarterNames({ communes, qpvs: inPlace }).values()]),
      cites: listed([...cites.values()].map((names) => names.join(' – ')))
    },
    schools: schools.some(isWorkedIn) ? [...schools, ...formerSchools] : null,
    partners: listed(rows.partners),
    correspondents: listed(rows.correspondents),
    teams: listed(teams),
    posts: listed(staff),
    actions: listed(rows.actions)
  };
}
