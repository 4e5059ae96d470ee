// What the page says: the answers of the year from the tables, the dossiers of this tab and what is typed.
import { createContext } from 'svelte';
import type { ExitRecord } from '$lib/model/report/exit-record.ts';
import type { AnswerValue, ReportAnswer, StateReport } from '$lib/model/report/state-report.ts';
import type { DossiersState } from '$lib/session/dossiers/dossiers.svelte.ts';
import type { Reports } from '$lib/session/reports.svelte.ts';
import { today } from '$lib/session/today.ts';
import { reportAddress, type ReportView } from './report-address.ts';
import { reportBlocks, isTyped, type ReportBlockLines } from './report-lines.ts';

export class ReportState {
  readonly #report: () => StateReport;
  readonly dossiers: DossiersState;
  readonly reports: Reports;
  shown: ReportView = $state('answers');
  /** The rule of each answer is told under its question. */
  withRules = $state(false);

  report: StateReport = $derived.by(() => this.#report());
  blocks: readonly ReportBlockLines[] = $derived(reportBlocks(this.report));
  free: readonly ReportAnswer[] = $derived(this.report.answers.filter(({ block }) => block === 'free'));
  typed: number = $derived(this.report.answers.filter(isTyped).length);

  constructor(report: () => StateReport, dossiers: DossiersState, reports: Reports) {
    this.#report = report;
    this.dossiers = dossiers;
    this.reports = reports;
  }

  /** Takes what the address asks for. */
  read(params: URLSearchParams): void {
    this.shown = reportAddress.read(params).view;
  }

  write(): URLSearchParams {
    return reportAddress.write({ view: this.shown });
  }

  get year() {
    return this.report.year;
  }

  get isClosed(): boolean {
    return this.reports.isClosed(this.year);
  }

  type(id: string, value: AnswerValue | null): void {
    this.reports.type(this.year, id, value);
  }

  close(): void {
    this.reports.close(this.year, this.report.answers);
  }

  reopen(): void {
    this.reports.reopen(this.year);
  }

  /** Writes an output in the register. */
  record(exit: Pick<ExitRecord, 'output' | 'reader' | 'gate'> & Partial<ExitRecord>): void {
    const figures = this.report.answers.flatMap(({ id, value }) => (value === null ? [] : [id]));
    this.reports.record({ day: today(), year: this.year, figures, withheld: [], ...exit });
  }
}

export const [reportState, provideReportState] = createContext<ReportState>();
