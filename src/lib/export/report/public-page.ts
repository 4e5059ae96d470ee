// The public page: figures that are published already, about no person, or that passed the exit gate; the others are said to be withheld.
import { semicolon } from '../../i18n/locale.ts';
import { integer } from '../../i18n/numbers.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { questionWords } from '../../i18n/report-words.ts';
import type { ReportAnswer, StateReport } from '../../model/report/state-report.ts';
import type { ReportFacts } from './report-facts.ts';
import { yearSentences } from './year-sentences.ts';

/** What may be shown of an answer that is exact for the State: as it stands, or rounded. */
export interface PassedFigure {
  value: number;
  isRounded: boolean;
}

/** By id of the answer. */
export type PassedFigures = ReadonlyMap<string, PassedFigure>;

export interface PublicContent {
  title: string;
  subtitle: string;
  tag: string;
  /** `<b>` marks emphasis. */
  sentences: readonly string[];
  /** What is rounded or not told, and why. */
  notes: readonly string[];
  /** Ids, for the register of what left. */
  shown: readonly string[];
  withheld: readonly string[];
}

/** An answer as the public may have it: without the value of a year that was for the State alone. */
function publicAnswer(answer: ReportAnswer, released: PassedFigures): ReportAnswer {
  if (answer.gate === 'public') return answer;
  return { ...answer, value: released.get(answer.id)?.value ?? null, last: null };
}

const publicReport = (report: StateReport, released: PassedFigures): StateReport => {
  const answers = report.answers.map((answer) => publicAnswer(answer, released));
  return { ...report, answers, ready: answers.filter(({ value }) => value !== null).length };
};

/** @param released figures of the State that may be shown: published already, or passed by the exit gate */
export function publicContent({ report, territory }: ReportFacts, released: PassedFigures): PublicContent {
  const open = publicReport(report, released);
  const told = open.answers.filter(({ value }) => value !== null);
  const withheld = report.answers.filter(
    ({ id, value, gate, block }) =>
      value !== null && gate === 'state' && block !== 'free' && !released.has(id)
  );
  const rounded = [...released].filter(([, { isRounded }]) => isRounded).map(([id]) => id);
  const questions = (ids: readonly string[]) =>
    report.answers
      .filter(({ id }) => ids.includes(id))
      .map((answer) => questionWords(answer))
      .join(semicolon());
  return {
    title: m.report_public_title({ year: report.year }),
    subtitle: `${territory.service} · ${territory.name}`,
    tag: m.report_out_public(),
    sentences: yearSentences(open),
    notes: [
      ...(rounded.length > 0 ? [m.report_out_rounded({ questions: questions(rounded) })] : []),
      ...(withheld.length > 0
        ? [m.report_out_withheld({ count: withheld.length, value: integer(withheld.length) })]
        : [])
    ],
    shown: told.filter(({ block }) => block !== 'free').map(({ id }) => id),
    withheld: withheld.map(({ id }) => id)
  };
}
