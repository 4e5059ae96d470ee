// What the year's report says, in order: the Word file and the printed page are both written from it.
import { listWords } from '../../i18n/lists.ts';
import { locale, semicolon } from '../../i18n/locale.ts';
import { integer, percent } from '../../i18n/numbers.ts';
import {
  answerWords,
  blockName,
  listName,
  markWords,
  questionWords,
  valueWords
} from '../../i18n/report-words.ts';
import { m } from '../../i18n/paraglide/messages.js';
import {
  REPORT_BLOCKS,
  type ReportAnswer,
  type ReportBlock,
  type StateReport
} from '../../model/report/state-report.ts';
import type { NoteTable } from '../note.ts';
import { answersOf, type ReportFacts } from './report-facts.ts';
import { yearSentences } from './year-sentences.ts';

export type ReportFigureName = 'coverage' | 'places' | 'years' | 'ages' | 'profiles' | 'lengths';

export interface ReportBar {
  label: string;
  count: number;
  /** What the shares of the country would give; null where none is known. */
  expected: number | null;
}

export interface ReportFigure {
  name: ReportFigureName;
  title: string;
  alt: string;
  /** Bars of a chart; null for what another part of the site draws. */
  bars: readonly ReportBar[] | null;
  /** Maps are as wide as the page; two charts stand side by side. */
  width: 'full' | 'half';
  /** The same figures where there is no picture; null where a table beside it has them. */
  instead: NoteTable | null;
}

interface ReportTable {
  heading: string | null;
  /** Of no row where nothing is known: its note says what is to be typed. */
  rows: NoteTable;
  /** Under it; empty without one. */
  note: string;
}

export interface ReportPart {
  id: 'year' | 'schools' | 'places' | 'children' | 'answers' | 'free' | 'method';
  heading: string;
  startsPage: boolean;
  /** `<b>` marks emphasis. */
  paragraphs: readonly string[];
  figures: readonly ReportFigure[];
  tables: readonly ReportTable[];
  /** Questions and what was typed, at length. */
  texts: readonly { heading: string; text: string }[];
}

export interface ReportContent {
  title: string;
  /** Service and territory. */
  subtitle: string;
  /** Said at the head of each page: who may read it. */
  tag: string;
  lead: string;
  parts: readonly ReportPart[];
  foot: string;
  language: 'fr-FR' | 'en-GB';
}

const RIGHT = { align: 'right' } as const;
const NO_PART = { startsPage: false, paragraphs: [], figures: [], tables: [], texts: [] };

const altOf = (title: string, values: readonly { label: string; value: string }[]) =>
  m.report_out_alt({ title, values: listWords(values.map((one) => m.report_out_value(one))) });

/** Numbers of answers under a common beginning, as bars; a national share of all becomes a number. */
function barsOf(
  answers: readonly ReportAnswer[],
  start: string,
  label: (last: string) => string
): ReportBar[] {
  const told = answers.flatMap(({ id, value, mark }) =>
    id.startsWith(start) && !id.endsWith('.unknown') && typeof value === 'number'
      ? [{ last: id.slice(start.length), count: value, mark }]
      : []
  );
  const all = told.reduce((sum, { count }) => sum + count, 0);
  return told.map(({ last, count, mark }) => ({
    label: label(last),
    count,
    expected:
      mark?.unit === 'percent' && !mark.about && typeof mark.value === 'number'
        ? (all * mark.value) / 100
        : null
  }));
}

function barFigure(name: ReportFigureName, title: string, bars: readonly ReportBar[]): ReportFigure[] {
  if (bars.every(({ count }) => count === 0)) return [];
  const values = bars.map(({ label, count }) => ({ label, value: integer(count) }));
  return [
    {
      name,
      title,
      alt: altOf(title, values),
      width: 'half',
      bars,
      instead: {
        columns: [
          { label: title, width: 3 },
          { label: m.report_out_col_children(), ...RIGHT }
        ],
        rows: values.map(({ label, value }) => [label, value])
      }
    }
  ];
}

function schoolsPart({ report: { year }, years }: ReportFacts, isDrawn: boolean): ReportPart {
  const title = m.report_out_fig_coverage({ year });
  const columns = [
    { label: m.report_out_col_year(), width: 2 },
    { label: m.report_out_col_followed(), ...RIGHT },
    { label: m.report_out_col_waiting(), ...RIGHT },
    { label: m.report_out_col_children(), ...RIGHT }
  ];
  const rows = years.map((one) => [one.year, one.followed, one.waiting, one.children]);
  return {
    ...NO_PART,
    id: 'schools',
    heading: m.report_out_part_schools(),
    startsPage: isDrawn,
    paragraphs: rows.length > 0 ? [] : [m.report_out_years_none()],
    figures: [
      {
        name: 'coverage',
        title,
        alt: m.report_out_alt_map({ title }),
        width: 'full',
        bars: null,
        instead: null
      }
    ],
    tables: rows.length > 0 ? [{ heading: null, rows: { columns, rows }, note: '' }] : []
  };
}

function placesPart(
  { report: { year }, territory: { isOneCommune }, places }: ReportFacts,
  isDrawn: boolean
): ReportPart {
  const title = (isOneCommune ? m.report_out_fig_places_one : m.report_out_fig_places)({ year });
  return {
    ...NO_PART,
    id: 'places',
    heading: isOneCommune ? m.report_out_part_places_one() : m.report_out_part_places(),
    startsPage: isDrawn,
    paragraphs: places ? [] : [m.report_out_places_none()],
    figures: places
      ? [
          {
            name: 'places',
            title,
            alt: m.report_out_alt_map({ title }),
            width: 'full',
            bars: null,
            instead: null
          }
        ]
      : [],
    tables: places ? [{ heading: null, rows: places, note: '' }] : []
  };
}

function lengthsFigure({ lengths }: ReportFacts): ReportFigure[] {
  if (lengths.length === 0) return [];
  const title = m.report_out_fig_lengths();
  const rows = lengths.map(({ months, share, low, high }) => ({
    label: m.report_out_after({ months: integer(months) }),
    value: percent(share),
    band: m.report_out_band({ low: percent(low), high: percent(high) })
  }));
  return [
    {
      name: 'lengths',
      title,
      alt: altOf(title, rows),
      width: 'half',
      bars: null,
      instead: {
        columns: [
          { label: m.report_out_col_after(), width: 2 },
          { label: m.report_out_col_open(), ...RIGHT },
          { label: m.report_out_col_band(), width: 2, ...RIGHT }
        ],
        rows: rows.map(({ label, value, band }) => [label, value, band])
      }
    }
  ];
}

function childrenPart(input: ReportFacts): ReportPart {
  const answers = answersOf(input.report, 'children');
  const { years } = input;
  const title = m.report_out_fig_years();
  const lengths = lengthsFigure(input);
  return {
    ...NO_PART,
    id: 'children',
    heading: m.report_out_part_children(),
    startsPage: true,
    paragraphs: [
      ...(hasCases(input) ? [] : [m.report_out_no_cases()]),
      ...(lengths.length > 0 ? [m.report_out_lengths_why()] : []),
      ...(hasCases(input) && lengths.length === 0 ? [m.report_out_lengths_none()] : [])
    ],
    figures: [
      ...(years.length > 1
        ? [
            {
              name: 'years' as const,
              title,
              alt: altOf(
                title,
                years.map(({ year, children }) => ({ label: year, value: children }))
              ),
              width: 'half' as const,
              bars: null,
              instead: null
            }
          ]
        : []),
      ...barFigure(
        'ages',
        m.report_out_fig_ages(),
        barsOf(answers, 'children.age.', (age) =>
          age === '17+' ? m.report_out_age_17() : m.report_age({ age: age.replace('-', '\u2011') })
        )
      ),
      ...barFigure(
        'profiles',
        m.report_out_fig_profiles(),
        barsOf(answers, 'children.profile.', (number) => m.report_out_profile({ number }))
      ),
      ...lengths
    ],
    tables: blockTable(input.report, 'children')
  };
}

/** Whether an answer comes from the case file. */
const hasCases = ({ report }: ReportFacts): boolean =>
  report.answers.some(({ source }) => source?.list === 'cases');

/** « 58,2 % (2021) »; empty without one. */
function markOf(answer: ReportAnswer): string {
  const mark = markWords(answer);
  return mark ? m.report_out_mark({ value: mark.value, year: mark.year }) : '';
}

/** « enquête annuelle (2021) ; ANCT (2024) »; empty without one. */
const marksOf = (answers: readonly ReportAnswer[]): string =>
  [
    ...new Set(
      answers.flatMap((answer) => {
        const mark = markWords(answer);
        return mark ? [m.report_out_mark({ value: mark.source, year: mark.year })] : [];
      })
    )
  ].join(semicolon());

/** Answers of a block, and under them the questions still without one; none where nothing is asked. */
function blockTable(report: StateReport, block: ReportBlock): ReportTable[] {
  const answers = answersOf(report, block);
  const missing = answers.filter(({ value }) => value === null).map(questionWords);
  if (answers.length === 0) return [];
  /** Names stand at the left, numbers at the right. */
  const isNamed = block === 'structure';
  const columns = [
    { label: m.report_out_col_question(), width: isNamed ? 2.4 : 4.4 },
    { label: m.report_out_col_answer(), ...(isNamed ? { width: 5 } : { width: 2.4, ...RIGHT }) },
    { label: m.report_out_col_source(), width: 2.6 },
    { label: m.report_out_col_mark(), width: 2.8 },
    { label: m.report_out_col_last(), width: 1.8, ...RIGHT }
  ];
  const rows = answers
    .filter(({ value }) => value !== null)
    .map((answer) => [
      questionWords(answer),
      answerWords(answer) ?? '',
      answer.source ? listName(answer.source.list) : '',
      markOf(answer),
      answer.last === null ? '' : valueWords(answer.last, answer.unit)
    ]);
  return [
    {
      heading: blockName(block),
      rows: { columns, rows },
      note: missing.length > 0 ? m.report_out_still({ questions: missing.join(semicolon()) }) : ''
    }
  ];
}

/** All blocks but those that have their own part. */
const answersPart = ({ report }: ReportFacts): ReportPart => ({
  ...NO_PART,
  id: 'answers',
  heading: m.report_out_part_answers(),
  paragraphs: [m.report_out_order()],
  tables: REPORT_BLOCKS.filter((block) => block !== 'free' && block !== 'children').flatMap((block) =>
    blockTable(report, block)
  )
});

function freePart({ report }: ReportFacts): ReportPart[] {
  const answers = answersOf(report, 'free');
  if (answers.length === 0) return [];
  return [
    {
      ...NO_PART,
      id: 'free',
      heading: blockName('free'),
      startsPage: true,
      texts: answers.map((answer) => ({
        heading: questionWords(answer),
        text: answerWords(answer) ?? m.report_out_to_type()
      }))
    }
  ];
}

function methodPart({ report, sources, territory }: ReportFacts, isDrawn: boolean): ReportPart {
  const marks = marksOf(report.answers);
  return {
    ...NO_PART,
    id: 'method',
    heading: m.report_out_part_method(),
    paragraphs: [
      territory.isOneCommune ? m.report_out_exact_one() : m.report_out_exact(),
      ...(isDrawn ? [] : [m.report_out_no_picture()]),
      ...(marks === '' ? [] : [m.report_out_marks_note({ sources: marks })]),
      ...sources
    ]
  };
}

/** @param isDrawn its maps and charts are drawn; without a browser, their tables stand instead */
export function reportContent(input: ReportFacts, { isDrawn }: { isDrawn: boolean }): ReportContent {
  const { report, territory, foot } = input;
  const { year, ready, total } = report;
  const missing = total - ready;
  const sentences = yearSentences(report);
  return {
    title: m.report_out_title({ year }),
    subtitle: `${territory.service} · ${territory.name}`,
    tag: m.report_out_internal(),
    lead: m.report_out_lead({
      count: ready,
      ready: integer(ready),
      total: integer(total),
      missing:
        missing === 0
          ? m.report_out_missing_none()
          : m.report_out_missing({ count: missing, value: integer(missing) })
    }),
    parts: [
      {
        ...NO_PART,
        id: 'year',
        heading: m.report_out_part_year(),
        paragraphs: [
          ...(territory.isFictitious ? [m.report_out_fictitious()] : []),
          ...(sentences.length > 0 ? sentences : [m.report_out_no_figures()]),
          ...(hasCases(input) ? [] : [m.report_out_no_cases()])
        ]
      },
      schoolsPart(input, isDrawn),
      placesPart(input, isDrawn),
      childrenPart(input),
      answersPart(input),
      ...freePart(input),
      methodPart(input, isDrawn)
    ],
    foot,
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}
