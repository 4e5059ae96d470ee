// The year's report and the paths of children, from the tables of the territory, its posts, the dossiers of this tab and what the service typed.
import { latestYear, type Dashboard } from '$lib/cube/dashboard.ts';
import type { Programme } from '$lib/cube/programme.ts';
import { reportAnswers, reportLists, type AnswerInput } from '$lib/engines/report/index.ts';
import {
  firstVisits,
  groupLengths,
  pathLengths,
  silentPaths,
  type PathLengths
} from '$lib/engines/pathways/index.ts';
import { carrierName } from '$lib/i18n/carriers.ts';
import { locale } from '$lib/i18n/locale.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Case } from '$lib/model/pathway.ts';
import { NEED_PROFILES } from '$lib/model/report/case-details.ts';
import { childPaths, pathsDay } from '$lib/engines/pathways/index.ts';
import type { AnswerValue, StateReport } from '$lib/model/report/state-report.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { dossiersState, type DossiersState } from '$lib/session/dossiers/dossiers.svelte.ts';
import { reports } from '$lib/session/reports.svelte.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { today } from '$lib/session/today.ts';
import { keptRecord } from './kept-record.svelte.ts';

export interface ReportSources {
  dashboard: Dashboard;
  programme: Programme;
  /** Null where the territory publishes no posts. */
  assignment: AssignmentFile | null;
}

/** What the tab knows besides. */
type ReportTab = Pick<AnswerInput, 'cases' | 'records' | 'kept' | 'today'>;

/** The answers of the latest year. */
export function reportOf({ dashboard, programme, assignment }: ReportSources, tab: ReportTab): StateReport {
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
    ...{ ...lists, ...tab, year },
    // Files written before it was told say nothing of the other posts.
    ...(assignment && !others && { roles: ['referent'] })
  });
  const given = tab.kept?.given[year];
  return given ? asGiven(report, given) : report;
}

/** A year that was closed: its answers as they were given. */
function asGiven(report: StateReport, given: Readonly<Record<string, AnswerValue | null>>): StateReport {
  const answers = report.answers.map((answer) => ({ ...answer, value: given[answer.id] ?? null }));
  return { ...report, answers, ready: answers.filter(({ value }) => value !== null).length };
}

const reportsOf = keptRecord<DossiersState, () => StateReport>();

/** The report of this tab, whichever page tells of it. To be called while a page is made. */
export function useReport(sources: Omit<ReportSources, 'dashboard'>): () => StateReport {
  const [{ dashboard }, dossiers, books] = [siteData(), dossiersState(), reports()];
  return reportsOf(dossiers, () => {
    const report = $derived.by(() => {
      const [{ cases }, { records, kept }] = [dossiers, books];
      return reportOf({ dashboard, ...sources }, { cases, records, kept, today: today() });
    });
    return () => report;
  });
}

/** Paths that live on an ISO day: how long they last, the time to a first visit, those without a sign. */
export function pathFigures(rows: readonly Case[], day: string) {
  const paths = childPaths(rows, day);
  return {
    paths,
    lengths: pathLengths(paths, day),
    visits: firstVisits(paths, day),
    profiles: groupLengths(paths, day, NEED_PROFILES, ({ profile }) => profile),
    silent: silentPaths(paths, day)
  };
}

/** Of the dossiers of this tab, on the day of the page of paths; null where none is known. @param now ISO day */
export function lengthsOf(cases: readonly Case[] | null, year: SchoolYear, now: string): PathLengths | null {
  const lengths = cases && pathFigures(cases, pathsDay(year, now)).lengths;
  return lengths && lengths.curve.length > 0 ? lengths : null;
}
