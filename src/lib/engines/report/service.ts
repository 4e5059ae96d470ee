// What the lists of the service tell: who carries it, its schools, partners, meetings and posts.
import { schoolYearOf, type Month, type SchoolYear } from '../../model/school-year.ts';
import { SCHOOL_KINDS, statusIn, undatedIn } from '../../model/school.ts';
import type { AnswerList, AnswerValue } from '../../model/report/state-report.ts';
import type { Post } from '../../model/service.ts';
import type { Fact, Facts, AnswerInput } from './report-input.ts';
import { byWord } from './tally.ts';

const fact = (value: AnswerValue, list: AnswerList, rule: string): Fact => ({ value, list, rule });

const sorted = (names: readonly string[]) => [...new Set(names)].sort((a, b) => a.localeCompare(b, 'fr'));

/** Who carries the service, and where. */
export function structureFacts({ carrier, communes, qpvs, cites }: AnswerInput['settings']): Facts {
  return {
    ...(carrier !== null && { 'structure.carrier': fact(carrier, 'settings', 'carrier') }),
    ...(communes !== null && { 'structure.communes': fact(sorted(communes), 'settings', 'communes') }),
    ...(qpvs !== null && { 'structure.qpvs': fact(sorted(qpvs), 'qpvs', 'qpvs') }),
    ...(cites !== null && { 'structure.educationCity': fact(sorted(cites), 'settings', 'cites') })
  };
}

/** Schools in which the service works in the year, by kind. @param isFormer what dates leave unknown is not told */
export function workedInFacts(schools: AnswerInput['schools'], year: SchoolYear, isFormer: boolean): Facts {
  if (schools === null) return {};
  const undated = isFormer
    ? undatedIn(
        schools.filter(({ kind }) => kind !== 'college'),
        year
      )
    : { followed: false, waiting: false };
  const inYear = schools.map((school) => ({ kind: school.kind, status: statusIn(school, year) }));
  const facts: Facts = {};
  for (const status of ['followed', 'waiting'] as const) {
    if (undated[status]) continue;
    const of = inYear.filter((school) => school.status === status);
    facts[`schools.${status}`] = fact(of.length, 'schools', status);
    for (const kind of SCHOOL_KINDS)
      facts[`schools.${status}.${kind}`] = fact(
        of.filter((school) => school.kind === kind).length,
        'schools',
        'kind'
      );
  }
  const linked = inYear.filter(({ status }) => status === 'linked').length;
  return { ...facts, 'schools.linked': fact(linked, 'schools', 'linked') };
}

/** Partners by category, correspondents named or vacant. */
export function partnerFacts({
  partners,
  correspondents
}: Pick<AnswerInput, 'partners' | 'correspondents'>): Facts {
  const facts: Facts = {};
  if (partners !== null) {
    const total = partners.reduce((sum, { count }) => sum + count, 0);
    facts['partners.total'] = fact(total, 'partners', 'partners');
    for (const { slug, word, count } of byWord(
      partners.map(({ category, count }) => [category, count] as const)
    ))
      facts[`partners.category.${slug}`] = { ...fact(count, 'partners', 'category'), word };
  }
  if (correspondents !== null) {
    const named = correspondents.filter(({ filled }) => filled).length;
    facts['partners.named'] = fact(named, 'correspondents', 'named');
    facts['partners.vacant'] = fact(correspondents.length - named, 'correspondents', 'vacant');
  }
  return facts;
}

/** A sum of which nothing is unknown; null otherwise. */
const wholeSum = (figures: readonly (number | null)[]): number | null =>
  figures.reduce<number | null>((sum, figure) => (sum === null || figure === null ? null : sum + figure), 0);

/** Meetings of the teams: planned by their list, held by their records. */
export function meetingFacts({
  teams,
  records,
  year
}: Pick<AnswerInput, 'teams' | 'records' | 'year'>): Facts {
  const planned = teams === null ? null : wholeSum(teams.map(({ meetings }) => meetings));
  const ofYear = (records ?? []).filter(({ date }) => schoolYearOf(date.slice(0, 7) as Month) === year);
  const held = ofYear.filter((record) => record.held);
  const came = wholeSum(held.map((record) => record.came));
  const rule = 'records';
  return {
    ...(planned !== null && { 'meetings.planned': fact(planned, 'meetings', 'planned') }),
    // Nothing recorded yet is not « none held ».
    ...(ofYear.length > 0 && {
      'meetings.held': fact(held.length, 'meetings', rule),
      'meetings.situations': fact(
        held.reduce((sum, { seen }) => sum + seen, 0),
        'meetings',
        rule
      ),
      ...(came !== null && { 'meetings.professionals': fact(came, 'meetings', rule) })
    })
  };
}

const ROLES = { referents: ['referent'], coordination: ['coordinator'], other: ['head', 'other'] } as const;

/** Posts and full-time equivalents by role. */
export function staffFacts({ posts, roles }: Pick<AnswerInput, 'posts' | 'roles'>): Facts {
  if (posts === null) return {};
  const facts: Facts = {};
  for (const [name, own] of Object.entries(ROLES)) {
    const isOwn = (role: Post['role']) => own.some((one) => one === role);
    if (roles && !roles.some(isOwn)) continue;
    const of = posts.filter(({ role }) => isOwn(role)).map(({ fte }) => fte);
    // In hundredths, so that the order of posts changes nothing.
    const hundredths = of.reduce((sum, fte) => sum + Math.round(fte * 100), 0);
    facts[`staff.${name}.fte`] = fact(hundredths / 100, 'posts', 'fte');
    facts[`staff.${name}.posts`] = fact(of.length, 'posts', 'posts');
  }
  return facts;
}
