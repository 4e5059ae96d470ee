// A line of the page in words: its question, where it comes from, the figures of the country, last year's answer.
import { m } from '$lib/i18n/paraglide/messages.js';
import { sumWords } from '$lib/i18n/known-sums';
import { integer, numberWord, percent } from '$lib/i18n/numbers';
import {
  listName,
  markWords,
  answerPart,
  questionWords,
  answerRule,
  valueWords
} from '$lib/i18n/report-words';
import type { SessionFigures } from '$lib/model/actions/action-sheets';
import { schoolYearOf, type Month } from '$lib/model/school-year';
import type { AnswerList, ReportAnswer, StateReport } from '$lib/model/report/state-report';
import { sharesOf, type ListKey, type ReportLine, type TogetherKey } from './report-lines';

const TOGETHER: Record<TogetherKey, () => string> = {
  entries: m.report_line_entries,
  exits: m.report_line_exits,
  sexes: m.report_line_sexes,
  ages: m.report_line_ages,
  homes: m.report_line_homes,
  profiles: m.report_line_profiles,
  agreements: m.report_line_agreements,
  correspondents: m.report_line_correspondents,
  fte: m.report_line_fte,
  posts: m.report_line_posts
};
const LISTS: Record<ListKey, () => string> = {
  levels: m.report_list_of_levels,
  origins: m.report_list_of_origins,
  reasons: m.report_list_of_reasons,
  endReasons: m.report_list_of_end_reasons,
  categories: m.report_list_of_categories,
  costLevels: m.report_list_of_cost_levels,
  costThemes: m.report_list_of_cost_themes,
  funders: m.report_list_of_funders
};

const isUntold = ({ id }: Pick<ReportAnswer, 'id'>): boolean => /unknown$/i.test(id);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

export function lineTitle(line: ReportLine): string {
  if (line.kind === 'list') return LISTS[line.key]();
  if (line.kind !== 'together') return questionWords(line.answers[0]!);
  const title = TOGETHER[line.key]();
  return line.answers.some(isUntold) ? m.report_line_untold({ line: title }) : title;
}

/** Of a part of a line, or of one of its answers side by side. */
export const answerName = (answer: ReportAnswer): string => answerPart(answer) ?? questionWords(answer);

/** Lists that its answers come from. */
export const lineSource = ({ answers }: ReportLine): string =>
  unique(answers.map(({ source }) => (source ? listName(source.list) : ''))).join(', ');

export const lineRules = ({ answers }: ReportLine): string[] => unique(answers.map(answerRule));

/** Several percentages share their sign: « 14,6 - 52,4 - 31,5 - 1,5 % ». */
const joinedShares = (values: readonly string[]): string =>
  values.map((value, at) => (at < values.length - 1 ? value.replace(/\s*%$/u, '') : value)).join(' - ');

/** The figures of the country, with their year. */
export function lineMark({ kind, answers }: ReportLine): string {
  const marks = answers.flatMap((answer) => {
    const words = markWords(answer);
    return words ? [{ ...words, answer }] : [];
  });
  const [first] = marks;
  if (!first) return '';
  const values = unique(marks.map(({ value }) => value));
  const isNamed = kind !== 'one' && values.length === 1 && first.answer.mark?.about === undefined;
  const isOfPart = kind === 'list' || kind === 'sum';
  const value =
    isNamed || isOfPart
      ? m.report_mark_of({ about: answerName(first.answer), value: values.join(', ') })
      : joinedShares(values);
  return `${value} (${unique(marks.map(({ year }) => year)).join(', ')})`;
}

/** What each answer of a line counts, by its id. */
const PARTS: readonly (readonly [pattern: RegExp, part: string])[] = [
  [/^children\.(new|before|open|ended|girls|boys|inQpv|outsideQpv|agreed|notAgreed)$/, '$1'],
  [/unknown$/i, 'unknown'],
  [/^children\.age\.(\d+)-(\d+)$/, 'age_$1_$2'],
  [/^children\.age\.17\+$/, 'age_17'],
  [/^children\.profile\.(\w+)$/, 'profile'],
  [/^partners\.(named|vacant)$/, '$1'],
  [/^staff\.(\w+)\.(?:fte|posts)$/, '$1']
];

type Part = Parameters<typeof m.report_part>[0]['part'];

/** « 168 filles »; the value alone where what it counts has no short name. */
function valueOfPart({ id, unit }: ReportAnswer, value: NonNullable<ReportAnswer['value']>): string {
  const shown = valueWords(value, unit);
  const [pattern, name] = PARTS.find(([one]) => one.test(id)) ?? [];
  if (!pattern || !name || typeof value !== 'number') return shown;
  const [code = ''] = id.split('.').slice(-1);
  return m.report_part({ part: id.replace(pattern, name) as Part, count: value, shown, code });
}

/** Answers side by side, in the order of the question, each with what it counts; a dash for one that is not known, nothing where none is. */
export function lineValues(answers: readonly ReportAnswer[]): string {
  if (answers.every(({ value }) => value === null)) return '';
  return answers
    .map((answer) => (answer.value === null ? '–' : valueOfPart(answer, answer.value)))
    .join(', ');
}

/** Those of last year, in the same order: « 154 - 186 ». */
export function lineLast(answers: readonly ReportAnswer[]): string {
  if (answers.every(({ last }) => last === null)) return '';
  return answers.map(({ last, unit }) => (last === null ? '–' : valueWords(last, unit))).join(' - ');
}

/** Shares of the whole, under counts side by side. */
export const lineShares = (line: ReportLine): string =>
  joinedShares((sharesOf(line) ?? []).map((share) => percent(share)));

/** Lists of which a public file gives the answer before the service gives any. */
const PUBLIC: readonly (AnswerList | undefined)[] = ['settings', 'qpvs'];

/** A list or an entry of the service gives it. */
export const isOfService = ({ value, source }: ReportAnswer): boolean =>
  value !== null && source !== null && source !== undefined && !PUBLIC.includes(source.list);

/** How many answers come from the files (of the service, of the demonstration, or public ones alone), are typed, and are left: one sentence. */
export function reportSentence(
  { ready, total, answers }: StateReport,
  typed: number,
  origin: 'own' | 'demonstration'
): string {
  const [read, left] = [ready - typed, total - ready];
  const isPublic =
    origin === 'own' &&
    read > 0 &&
    answers.every(({ source }) => !source || source.list === 'typed' || PUBLIC.includes(source.list));
  const words = (count: number) => ({ count, words: numberWord(count, 'feminine') });
  return [
    m.report_lead({
      count: read,
      ready: String(read),
      total: String(total),
      origin: isPublic ? 'public' : origin
    }),
    typed > 0 ? m.report_lead_typed(words(typed)) : '',
    left > 0 ? m.report_lead_missing(words(left)) : m.report_lead_whole()
  ].join('');
}

/**
 * What the sessions of a school year say beside a count of children; nobody is known there. Empty where none was held.
 *
 * @param months see `SessionFigures`
 * @param leaves the sum of presences may leave the service
 */
export function yearSessionWords(months: readonly SessionFigures[], year: string, leaves: boolean): string {
  const own = months.filter(({ key }) => key !== null && schoolYearOf(key as Month) === year);
  const held = own.reduce((sum, one) => sum + one.held, 0);
  const sumOf = (of: 'offered' | 'present') => {
    const [value, unknown] = (['value', 'unknown'] as const).map((part) =>
      own.reduce((sum, one) => sum + one[of][part], 0)
    );
    return sumWords({ value: value!, unknown: unknown! }, integer);
  };
  return held === 0
    ? ''
    : m.report_sessions({
        ...{ count: held, held: integer(held), year },
        ...{ present: leaves ? sumOf('present') : m.coverage_protected(), places: sumOf('offered') }
      });
}
