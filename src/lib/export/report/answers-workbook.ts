// Answers to the State, in the order of the survey: exact figures, for the State alone. To be loaded by `import()`.
import {
  blockName,
  markWords,
  questionWords,
  sourceWords,
  unitName,
  valueWords
} from '../../i18n/report-words.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { AnswerValue, ReportAnswer, StateReport } from '../../model/report/state-report.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { xlsxFile, type XlsxSheet } from '../xlsx.ts';
import type { ReportTerritory } from './report-facts.ts';

/** What it is, and that it is not to be spread, is read before it is opened. */
export const answersFileName = (year: SchoolYear): string => `reponse-a-l-etat-ne-pas-diffuser-${year}.xlsx`;

const text = (title: string, width: number) => ({ title, type: 'text' as const, width, wrap: true as const });

/** A number stays one, so that it can be added up and copied. */
const cell = (value: AnswerValue | null, { unit }: ReportAnswer): string | number | null =>
  value === null || typeof value === 'number' ? value : valueWords(value, unit);

/** Bytes of the workbook: the answers, those still to be typed, and what it rests on. */
export function answersWorkbook(
  report: StateReport,
  territory: ReportTerritory,
  sources: readonly string[]
): Promise<Blob> {
  const { year, answers, ready, total } = report;
  const head = [
    m.report_out_state(),
    m.report_out_of({ year, service: territory.service, territory: territory.name }),
    ...(territory.isFictitious ? [m.report_out_fictitious()] : []),
    ''
  ];
  const [block, question] = [text(m.report_out_col_block(), 16), text(m.report_out_col_question(), 44)];
  const missing = answers.filter(({ value }) => value === null);
  const sheets: XlsxSheet[] = [
    {
      name: m.report_out_sheet_answers(),
      head,
      columns: [
        block,
        question,
        text(m.report_out_col_answer(), 26),
        text(m.report_out_col_unit(), 14),
        text(m.report_out_col_source(), 44),
        text(m.report_out_col_mark(), 26),
        text(m.report_out_col_mark_source(), 30),
        text(m.report_out_col_last(), 20)
      ],
      rows: answers.map((answer) => {
        const mark = markWords(answer);
        return [
          blockName(answer.block),
          questionWords(answer),
          cell(answer.value, answer) ?? m.report_out_to_type(),
          unitName(answer.unit),
          sourceWords(answer),
          mark?.value ?? null,
          mark && `${mark.source}, ${mark.year}`,
          cell(answer.last, answer)
        ];
      })
    },
    {
      name: m.report_out_sheet_missing(),
      head: [...head.slice(0, -1), m.report_out_ready({ count: ready, ready, total }), ''],
      columns: [block, question, text(m.report_out_col_last(), 30)],
      rows: missing.map((answer) => [
        blockName(answer.block),
        questionWords(answer),
        cell(answer.last, answer)
      ])
    },
    {
      name: m.report_out_sheet_sources(),
      head,
      columns: [text(m.report_out_sources(), 100)],
      rows: [m.report_out_marks(), ...sources].map((line) => [line])
    }
  ];
  return xlsxFile(sheets);
}
