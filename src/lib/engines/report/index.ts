/**
 * The year's report to the State: lists of a territory and rows of cases in, answers in the order of the survey out, each with the list and the rule
 * that it comes from, the national figure and the answer of the year before. Pure: no screen, no clock; the words are in `i18n`.
 *
 * Answers are exact: whatever leaves the service passes another engine. Unknown is null, never 0.
 *
 * A list answers where it can; what is typed answers where none does. To change the order of the survey, move a line of `questions.ts`; the figures of the
 * country stand in `national-marks.ts`.
 *
 * @example
 * ```ts
 * import { reportAnswers } from '$lib/engines/report';
 *
 * const none = { schools: null, partners: null, correspondents: null, cases: null, teams: null, records: null, actions: null, kept: null };
 * const settings = { carrier: 'CCAS', communes: ['Denain'], qpvs: null, cites: null };
 * const posts = [{ role: 'referent', fte: 1 }, { role: 'referent', fte: 0.5 }] as const;
 * const report = reportAnswers({ ...none, year: '2025-2026', today: '2026-03-02', settings, posts });
 * report.answers.find(({ id }) => id === 'staff.referents.fte')?.value; // => 1.5
 * report.answers.find(({ id }) => id === 'children.total')?.value; // => null
 * ```
 */
export { reportAnswers } from './answers.ts';
export { reportLists, type ReportRows } from './lists.ts';
export { reportQuestions, type Question } from './questions.ts';
export type { ReportAction, ReportCases, AnswerInput, ReportSettings } from './report-input.ts';
