// The answers of a year in the order of the survey. A list answers where it can; what is typed answers where no list does.
import { pathsDay, reportDay } from '../pathways/index.ts';
import { previousYear } from '../../model/school-year.ts';
import type { AnswerValue, ReportAnswer, StateReport } from '../../model/report/state-report.ts';
import { childrenFacts } from './children.ts';
import { moneyFacts } from './money.ts';
import { NATIONAL_MARKS } from './national-marks.ts';
import { reportQuestions, type Question } from './questions.ts';
import { IN_KIND } from '../../model/service.ts';
import type { Fact, Facts, AnswerInput } from './report-input.ts';
import { meetingFacts, partnerFacts, workedInFacts, staffFacts, structureFacts } from './service.ts';

const numberOf = (facts: Facts, id: string): number | null => {
  const value = facts[id]?.value;
  return typeof value === 'number' ? value : null;
};

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Figures that divide one answer by another, whether each is read or typed. */
function ratios(facts: Facts): Facts {
  const [children, total, state, unknown, fte] = [
    'children.total',
    'money.total',
    'money.byFunder.etat',
    'money.byFunder.unknown',
    'staff.referents.fte'
  ].map((id) => numberOf(facts, id)) as (number | null)[];
  const found: Facts = {};
  if (children && fte)
    found['staff.childrenPerReferent'] = {
      value: rounded(children / fte, 1),
      list: 'posts',
      rule: 'per-referent'
    };
  if (total != null && children)
    found['money.perChild'] = { value: Math.round(total / children), list: 'actions', rule: 'per-child' };
  // What nobody is known to pay may be the State's.
  if (total && state != null && (unknown ?? 0) === 0)
    found['money.cofinancingRate'] = {
      value: rounded(100 * (1 - state / total), 1),
      list: 'actions',
      rule: 'not-state'
    };
  return found;
}

/** What is given in kind, from the three values that are typed. */
function typedInKind(facts: Facts): Facts {
  if (facts['money.inKind']) return {};
  const values = IN_KIND.map((kind) => numberOf(facts, `money.inKind.${kind}`));
  if (values.includes(null)) return {};
  const value = values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { 'money.inKind': { value, list: 'typed', rule: 'in-kind' } };
}

function factsOf(input: AnswerInput, isFormer = false): Facts {
  const { year, today, settings, schools, cases, actions, kept } = input;
  const read: Facts = {
    ...structureFacts(settings),
    ...workedInFacts(schools, year, isFormer),
    ...partnerFacts(input),
    ...(cases && childrenFacts(cases, year, reportDay(year, today), pathsDay(year, today))),
    ...meetingFacts(input),
    ...staffFacts(input),
    ...moneyFacts(actions, settings.communes)
  };
  const typed = Object.entries(kept?.typed[year] ?? {}).map(
    ([id, value]) => [id, { value, list: 'typed', rule: 'typed' } satisfies Fact] as const
  );
  const told: Facts = { ...Object.fromEntries(typed), ...read };
  return { ...ratios(told), ...typedInKind(told), ...told };
}

/** The answers of the year before: those that were given, or else what the files of today tell of it. */
function formerValues(input: AnswerInput): (id: string) => AnswerValue | null {
  const year = previousYear(input.year);
  const given = input.kept?.given[year] ?? {};
  // Today's posts, sheets and partners say nothing of last year.
  const dated = { settings: { carrier: null, communes: null, qpvs: null, cites: null } };
  const none = { partners: null, correspondents: null, teams: null, posts: null, actions: null };
  const facts = factsOf({ ...input, ...dated, ...none, year }, true);
  return (id) => given[id] ?? facts[id]?.value ?? null;
}

/** The questions with one answer each: a question of words becomes one a word. */
function asked(question: Question, facts: Facts): { id: string; fact: Fact | undefined }[] {
  const { id, kind } = question;
  const one = { id, fact: facts[id] };
  if (kind === 'rest') return one.fact && one.fact.value !== 0 ? [one] : [];
  if (kind !== 'words') return [one];
  const words = Object.keys(facts).filter((key) => key.startsWith(`${id}.`));
  return words.length === 0 ? [one] : words.map((key) => ({ id: key, fact: facts[key] }));
}

/** The report of a year. Unknown is null, never 0: a column that the file lacks tells nothing; one in which nobody is told counts 0. */
export function reportAnswers(input: AnswerInput): StateReport {
  const facts = factsOf(input);
  const last = formerValues(input);
  const answers = reportQuestions().flatMap((question) =>
    asked(question, facts).map(({ id, fact }): ReportAnswer => {
      const { block, unit, gate } = question;
      return {
        id,
        ...(fact?.word !== undefined && { word: fact.word }),
        block,
        unit,
        value: fact?.value ?? null,
        source: fact ? { list: fact.list, rule: fact.rule } : null,
        mark: NATIONAL_MARKS[id] ?? null,
        last: last(id),
        gate
      };
    })
  );
  const ready = answers.filter(({ value }) => value !== null).length;
  return { year: input.year, ready, total: answers.length, answers };
}
