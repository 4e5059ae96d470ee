// The files that leave the page, each saved by the browser's own download.
import { saveFile } from '$lib/export/save-file';
import type { ReportTerritory } from '$lib/export/report/report-input';
import { isOneCommune, type Dashboard } from '$lib/cube/dashboard';
import type { StateReport } from '$lib/model/report/state-report';
import { sourceLines } from '$lib/session/source-lines';

const territoryOf = (dashboard: Dashboard): ReportTerritory => ({
  name: dashboard.territory.name,
  service: dashboard.territory.service,
  isFictitious: dashboard.territory.demonstration,
  isOneCommune: isOneCommune(dashboard)
});

/** The answers for the State, in the order of the survey. @returns the name of the file */
export async function saveStateAnswers(report: StateReport, dashboard: Dashboard): Promise<string> {
  const { answersFileName, answersWorkbook } = await import('$lib/export/report/answers-workbook');
  const name = answersFileName(report.year);
  saveFile(name, await answersWorkbook(report, territoryOf(dashboard), sourceLines(dashboard)));
  return name;
}
