// The drawings of the written report: the maps of Couverture, the charts of the pages.
import type { PlotOptions } from '@observablehq/plot';
import type { CoverageCube } from '$lib/cube/coverage';
import { isOneCommune, zoneKindOf, type Dashboard } from '$lib/cube/dashboard';
import { unfiltered } from '$lib/cube/filter';
import type { PathLengths } from '$lib/engines/pathways';
import type { ReportFigure } from '$lib/export/report/report-content';
import type { PageView } from '$lib/features/share/page-view-type';
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

/** The maps of pages, as frames and stories find them. */
const VIEWS = import.meta.glob<PageView>('../../*/page-view.ts', { import: 'default' });

/** The map of a figure; null for a chart, or where its places have no outline. */
export function figureSnapshot(
  { name }: Pick<ReportFigure, 'name'>,
  dashboard: Dashboard,
  year: SchoolYear,
  { coverage }: Drawing
): Snapshot | null {
  const sources = { dashboard, programme: null, assignment: null, outlines: null };
  const draw = (view: Record<string, string>) =>
    coverage.snapshot(sources, new URLSearchParams({ annee: year, ...view }), '');
  if (name === 'coverage') return draw({});
  if (name !== 'places') return null;
  if (!isOneCommune(dashboard)) return draw({ vue: 'communes', indicateur: 'taux' });
  return zoneKindOf(dashboard) === 'qpv' ? draw({ vue: 'quartiers', indicateur: 'part' }) : null;
}

/** Under a chart: what its lines are; none without any. */
export const figureNotes = ({ bars }: ReportFigure): string[] =>
  bars?.some(({ expected }) => expected !== null) ? [m.report_out_expected()] : [];

/** What draws: the maps of Couverture, Plot and its charts, each a chunk of its own. */
export async function loadDrawing() {
  const [coverage, bars, children, survival, mount] = await Promise.all([
    VIEWS['../../coverage/page-view.ts']!(),
    import('./bars-chart'),
    import('$lib/ui/charts/children-chart'),
    import('../paths/survival-chart'),
    import('$lib/ui/charts/mount')
  ]);
  return { coverage, ...bars, ...children, ...survival, mount: mount.chart };
}
export type Drawing = Awaited<ReturnType<typeof loadDrawing>>;

/** The chart of a figure; null for a map. */
export function figureOptions(
  { name, bars }: ReportFigure,
  { cube, year, lengths }: FigureData,
  drawing: Drawing
): ((size: { width: number; height: number }) => PlotOptions) | null {
  if (bars) return (size) => drawing.barsChart(bars, { integer }, size);
  if (name === 'years') {
    const counts = cube
      .evolution(unfiltered(year))
      .map((zone) => ({ year: zone.year, count: zone.children }));
    const words = { integer, shortYear, protected: m.coverage_protected() };
    return (size) => drawing.childrenChart(counts, year, words, size);
  }
  if (name !== 'lengths' || !lengths) return null;
  const words = {
    months: m.paths_chart_x(),
    half: m.paths_chart_half(),
    percent
  };
  return (size) => drawing.survivalChart(lengths.curve, lengths.median, words, size);
}
