// The public page: figures that are published already, about no person, or that the exit gate has heard; the others are said to be withheld.
import { semicolon } from '../../i18n/locale.ts';
import { integer } from '../../i18n/numbers.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { questionWords } from '../../i18n/report-words.ts';
import type { ReportAnswer, StateReport } from '../../model/report/state-report.ts';
import type { ReportFacts } from './report-facts.ts';
import { yearSentences } from './year-sentences.ts';

/** An answer that is exact for the State, as the exit gate lets it be written. */
export interface AuditedFigure {
  /** Of the answer. */
  id: string;
  /** « 159 », « environ 120 », « moins de 11 »; null: withheld. */
  words: string | null;
  isRounded: boolean;
}

export interface PublicContent {
  title: string;
  subtitle: string;
  tag: string;
  /** `<b>` marks emphasis. */
  sentences: readonly string[];
  /** What the gate has heard: a line for each thing that is counted, its parts side by side. */
  lines: readonly string[];
  /** What is rounded or not told, and why. */
  notes: readonly string[];
  /** Ids, for the register of what left. */
  shown: readonly string[];
  withheld: readonly string[];
}

/** An answer as the sentences may tell it: without the value of a year that was for the State alone. */
function publicAnswer(answer: ReportAnswer, published: ReadonlyMap<string, number>): ReportAnswer {
  if (answer.gate === 'public') return answer;
  return { ...answer, value: published.get(answer.id) ?? null, last: null };
}

const publicReport = (report: StateReport, published: ReadonlyMap<string, number>): StateReport => {
  const answers = report.answers.map((answer) => publicAnswer(answer, published));
  return { ...report, answers, ready: answers.filter(({ value }) => value !== null).length };
};

/** Parts of one thing: ages together; girls and boys together. */
const LINES: readonly (readonly string[])[] = [
  ['children.girls', 'children.boys'],
  ['children.age.'],
  ['children.inQpv']
];

/** A part that is withheld is said to be; nothing is said where all of them are. */
function auditedLines(audited: readonly AuditedFigure[], nameOf: (id: string) => string): string[] {
  return LINES.flatMap((starts) => {
    const parts = audited.filter(({ id }) => starts.some((start) => id.startsWith(start)));
    if (parts.every(({ words }) => words === null)) return [];
    return parts
      .map(({ id, words }) =>
        m.report_out_value({ label: nameOf(id), value: words ?? m.report_out_not_published() })
      )
      .join(semicolon());
  });
}

/**
 * @param published answers for the State of which the count is published already
 * @param audited those that the exit gate has heard; none before its verdict
 */
export function publicContent(
  { report, territory }: ReportFacts,
  published: ReadonlyMap<string, number>,
  audited: readonly AuditedFigure[]
): PublicContent {
  const open = publicReport(report, published);
  const leaving = audited.filter(({ words }) => words !== null);
  const shown = report.answers.filter(
    ({ id, block }, i) =>
      block !== 'free' && (open.answers[i]!.value !== null || leaving.some((one) => one.id === id))
  );
  const withheld = report.answers.filter(
    (answer) =>
      answer.value !== null && answer.gate === 'state' && answer.block !== 'free' && !shown.includes(answer)
  );
  const nameOf = (id: string) => questionWords(report.answers.find((one) => one.id === id) ?? { id });
  const rounded = leaving.filter(({ isRounded }) => isRounded).map(({ id }) => nameOf(id));
  return {
    title: m.report_public_title({ year: report.year }),
    subtitle: `${territory.service} · ${territory.name}`,
    tag: m.report_out_public(),
    sentences: yearSentences(open),
    lines: auditedLines(audited, nameOf),
    notes: [
      ...(rounded.length > 0 ? [m.report_out_rounded({ questions: rounded.join(semicolon()) })] : []),
      ...(withheld.length > 0
        ? [m.report_out_withheld({ count: withheld.length, value: integer(withheld.length) })]
        : [])
    ],
    shown: shown.map(({ id }) => id),
    withheld: withheld.map(({ id }) => id)
  };
}
