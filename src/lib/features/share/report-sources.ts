// What the year's report is computed from on the pages: the tables of the territory, its posts, the dossiers of this tab, what the service typed.
import { base } from '$app/paths';
import { latestYear, type Dashboard } from '$lib/cube/dashboard.ts';
import { parseProgramme, type Programme } from '$lib/cube/programme.ts';
import { reportAnswers, reportLists, type ReportCases } from '$lib/engines/report/index.ts';
import { carrierName } from '$lib/i18n/carriers.ts';
import { locale } from '$lib/i18n/locale.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { MeetingRecord } from '$lib/model/meetings/meeting-record.ts';
import type { AnswerValue, KeptReports, StateReport } from '$lib/model/report/state-report.ts';
import { loadPosts } from './assignment-data.ts';

export interface ReportSources {
  dashboard: Dashboard;
  programme: Programme;
  /** Null where the territory publishes no posts. */
  assignment: AssignmentFile | null;
}

/** What the tab knows besides. */
export interface ReportTab {
  cases: ReportCases | null;
  records: readonly MeetingRecord[] | null;
  kept: KeptReports;
  /** ISO day. */
  today: string;
}

/** @throws {Error} when a file cannot be fetched */
export async function loadReportSources(fetcher: typeof fetch): Promise<Omit<ReportSources, 'dashboard'>> {
  const [assignment, programme] = await Promise.all([
    loadPosts(fetcher),
    fetcher(`${base}/tables/programme.json`)
  ]);
  if (!programme.ok) throw new Error(`programme.json: ${programme.status}`);
  return { assignment, programme: parseProgramme(await programme.text()) };
}

/** The answers of the latest year: one function for every page that tells how many are ready. */
export function reportOf(
  { dashboard, programme, assignment }: ReportSources,
  { cases, records, kept, today }: ReportTab
): StateReport {
  const { posts = [], others } = assignment ?? {};
  const { pre } = dashboard.territory;
  const lists = reportLists(
    {
      ...dashboard,
      ...programme,
      staff: [...posts.map(({ fte }) => ({ role: 'referent' as const, fte })), ...(others ?? [])]
    },
    pre ? carrierName(pre.carrier, locale()) : null
  );
  const year = latestYear(dashboard);
  const report = reportAnswers({
    ...lists,
    year,
    today,
    cases,
    records,
    kept,
    // Files written before it was told say nothing of the other posts.
    ...(assignment && !others && { roles: ['referent'] })
  });
  const given = kept.given[year];
  return given ? asGiven(report, given) : report;
}

/** A year that was closed: its answers as they were given. */
function asGiven(report: StateReport, given: Readonly<Record<string, AnswerValue | null>>): StateReport {
  const answers = report.answers.map((answer) => ({ ...answer, value: given[answer.id] ?? null }));
  return { ...report, answers, ready: answers.filter(({ value }) => value !== null).length };
}
