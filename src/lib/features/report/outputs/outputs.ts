// The files that leave the page: made when they are asked for, since their libraries are a chunk of their own.
import type { CoverageCube } from '$lib/cube/coverage';
import { reportContent } from '$lib/export/report/report-content';
import { saveFile } from '$lib/export/save-file';
import { lengthsOf } from '$lib/figures/report.svelte';
import { loadShapes } from '$lib/map/geometry/shapes';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import type { Case } from '$lib/model/pathway';
import type { StateReport } from '$lib/model/report/state-report';
import { today } from '$lib/session/today';
import { reportFacts } from './facts';

interface OutputSources {
  report: StateReport;
  cube: CoverageCube;
  /** Of this tab; null without any. */
  cases: readonly Case[] | null;
}

/** The answers for the State, in the order of the survey. @returns the name of the file */
export async function saveAnswers({ report, cube }: OutputSources): Promise<string> {
  const { answersFileName, answersWorkbook } = await import('$lib/export/report/answers-workbook');
  const { territory, sources } = reportFacts(report, cube, null);
  const name = answersFileName(report.year);
  saveFile(name, await answersWorkbook(report, territory, sources));
  return name;
}

interface MapSources {
  /** Address of the outlines, without a final slash. */
  outlines: string;
  fetch: typeof fetch;
  ground: GroundState | null;
}

/** The written report, with its maps and charts. @returns the name of the file */
export async function saveReport(
  { report, cube, cases }: OutputSources,
  { outlines, fetch, ground }: MapSources
): Promise<string> {
  const { year } = report;
  const [{ reportDocument, reportFileName }, { reportPictures }, shapes] = await Promise.all([
    import('$lib/export/report/report-docx'),
    import('./pictures'),
    loadShapes(outlines, fetch)
  ]);
  const lengths = lengthsOf(cases, year, today());
  const facts = reportFacts(report, cube, lengths);
  const figures = reportContent(facts, { isDrawn: true }).parts.flatMap((part) => part.figures);
  const pictures = await reportPictures(figures, { data: { cube, year, lengths }, shapes, ground });
  const name = reportFileName(year);
  saveFile(name, await reportDocument(facts, pictures));
  return name;
}
