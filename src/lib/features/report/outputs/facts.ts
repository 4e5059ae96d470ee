// What the outputs of the page are written from: the answers, and what the territory publishes of places and years.
import type { CoverageCube } from '$lib/cube/coverage';
import { isOneCommune } from '$lib/cube/dashboard';
import { unfiltered, type Count } from '$lib/cube/filter';
import { zonePlaceKind } from '$lib/cube/school-groups';
import { sharesAfter, type PathLengths } from '$lib/engines/pathways';
import { FILE, noteRows, numberColumn, textColumn } from '$lib/export/columns';
import type { NoteTable } from '$lib/export/note';
import type { ReportFacts } from '$lib/export/report/report-facts';
import { integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { StateReport } from '$lib/model/report/state-report';
import type { SchoolYear } from '$lib/model/school-year';
import { exportFoot } from '$lib/ui/export/notes';
import { sourceLines } from '$lib/session/source-lines';

/** « 38 », « protégé », « – ». */
const publishedCount = ({ value, status }: Count): string =>
  value !== null ? integer(value) : status === 'suppressed' ? m.coverage_protected() : '–';

const known = (value: number, isKnown: boolean) => (isKnown ? integer(value) : '–');

/** Places with a school or a child, the most followed first; null where nothing is published by place. */
function placesTable(cube: CoverageCube, year: SchoolYear): NoteTable | null {
  const kind = zonePlaceKind(cube.dashboard);
  const zones = cube
    .zones(unfiltered(year), kind)
    .filter(({ schools, children }) => schools > 0 || children.status !== 'absent')
    .sort((a, b) => b.followed - a.followed || a.name.localeCompare(b.name, 'fr'));
  const isCounted = kind !== 'group';
  if (zones.length === 0) return null;
  return noteRows(zones, [
    textColumn(
      isOneCommune(cube.dashboard) ? m.report_out_col_quarter() : m.report_out_col_commune(),
      ({ name }) => name,
      { width: 3 }
    ),
    numberColumn(m.report_out_col_followed(), (zone) => (zone.known ? zone.followed : null)),
    numberColumn(m.report_out_col_waiting(), (zone) => (zone.known ? zone.waiting : null)),
    numberColumn(m.report_out_col_children(), ({ children }) => children, isCounted ? {} : FILE)
  ]);
}

/** @param lengths null without dossiers */
export function reportFacts(
  report: StateReport,
  cube: CoverageCube,
  lengths: PathLengths | null
): ReportFacts {
  const { dashboard } = cube;
  const { territory } = dashboard;
  const years = cube.evolution(unfiltered(report.year));
  return {
    report,
    territory: {
      name: territory.name,
      service: territory.service,
      isFictitious: territory.demonstration,
      isOneCommune: isOneCommune(dashboard)
    },
    places: placesTable(cube, report.year),
    years: years.map((zone) => ({
      year: zone.year,
      followed: known(zone.followed, cube.followUpKnown),
      waiting: known(zone.waiting, cube.followUpKnown),
      children: publishedCount(zone.children)
    })),
    lengths: lengths
      ? sharesAfter(lengths.curve).map(({ months, step: { share, low, high } }) => ({
          months,
          share,
          low,
          high
        }))
      : [],
    sources: sourceLines(dashboard),
    foot: exportFoot(dashboard)
  };
}
