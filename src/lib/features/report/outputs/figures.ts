// The drawings of the written report: the maps of Couverture, the charts of the pages.
import type { PlotOptions } from '@observablehq/plot';
import type { CoverageCube } from '$lib/cube/coverage';
import { isOneCommune, zoneKindOf, type Dashboard } from '$lib/cube/dashboard';
import { unfiltered } from '$lib/cube/filter';
import type { PathLengths } from '$lib/engines/pathways';
import type { ReportFigure } from '$lib/export/report/report-content';
import { coverageSnapshotFromUrl } from '$lib/features/coverage/snapshot';
import { shortYear } from '$lib/i18n/dates';
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Snapshot } from '$lib/map/svg/snapshot';
import type { SchoolYear } from '$lib/model/school-year';

/** What the charts are drawn from, besides the bars of a figure. */
export interface FigureData {
  cube: CoverageCube;
  year: SchoolYear;
  /** Null without dossiers. */
  lengths: PathLengths | null;
}

/** The map of a figure; null for a chart, or where its places have no outline. */
export function figureSnapshot(
  { name }: Pick<ReportFigure, 'name'>,
  dashboard: Dashboard,
  year: SchoolYear
): Snapshot | null {
  const draw = (view: Record<string, string>) =>
    coverageSnapshotFromUrl(dashboard, new URLSearchParams({ annee: year, ...view }));
  if (name === 'coverage') return draw({});
  if (name !== 'places') return null;
  if (!isOneCommune(dashboard)) return draw({ vue: 'communes', indicateur: 'taux' });
  return zoneKindOf(dashboard) === 'qpv' ? draw({ vue: 'quartiers', indicateur: 'part' }) : null;
}

/** Under a chart: what its lines are; none without any. */
export const figureNotes = ({ bars }: ReportFigure): string[] =>
  bars?.some(({ expected }) => expected !== null) ? [m.report_out_expected()] : [];

/** Plot and its charts: a chunk of their own. */
export async function loadCharts() {
  const [bars, children, survival, mount] = await Promise.all([
    import('./bars-chart'),
    import('$lib/features/coverage/evolution/children-chart'),
    import('../paths/survival-chart'),
    import('$lib/ui/charts/mount')
  ]);
  return { ...bars, ...children, ...survival, mount: mount.chart };
}
export type Charts = Awaited<ReturnType<typeof loadCharts>>;

/** The chart of a figure; null for a map. */
export function figureOptions(
  { name, bars }: ReportFigure,
  { cube, year, lengths }: FigureData,
  charts: Charts
): ((size: { width: number; height: number }) => PlotOptions) | null {
  if (bars) return (size) => charts.barsChart(bars, { integer }, size);
  if (name === 'years') {
    const counts = cube
      .evolution(unfiltered(year))
      .map((zone) => ({ year: zone.year, count: zone.children }));
    const words = { integer, shortYear, protected: m.coverage_protected() };
    return (size) => charts.childrenChart(counts, year, words, size);
  }
  if (name !== 'lengths' || !lengths) return null;
  const words = {
    months: m.paths_chart_x(),
    half: m.paths_chart_half(),
    percent
  };
  return (size) => charts.survivalChart(lengths.curve, lengths.median, words, size);
}
