// The report as the command prints it: each answer with its question, its source and the figure of the country in words.
import { markWords, questionWords, answerRule, listName } from '../../src/lib/i18n/report-words.ts';
import type { AnswerList, StateReport } from '../../src/lib/model/report/state-report.ts';

/** @param fileOf the files of a list; the name of the list where it has none */
export function answersJson(
  { year, ready, total, answers }: StateReport,
  fileOf: (list: AnswerList) => string | null
) {
  return {
    year,
    ready,
    total,
    answers: answers.map((answer) => {
      const { id, block, value, source, mark, last, gate } = answer;
      const words = markWords(answer);
      return {
        id,
        block,
        question: questionWords(answer),
        value,
        source: source && `${fileOf(source.list) ?? listName(source.list)}: ${answerRule(answer)}`,
        mark: mark && {
          value: mark.value,
          year: mark.year,
          source: words?.source ?? mark.source,
          words: words?.value
        },
        last,
        gate
      };
    })
  };
}
