// The drawings of the report as pictures for its Word file, in the light theme whatever the screen shows. Browser only.
import { frameDrawing } from '$lib/export/drawing';
import { pngFile, pngPicture } from '$lib/export/picture';
import type { ReportFigure, ReportFigureName } from '$lib/export/report/report-content';
import type { ReportPicture, ReportPictures } from '$lib/export/report/report-docx';
import { viewPicture } from '$lib/features/share/view-picture';
import type { Shapes } from '$lib/map/geometry/shapes';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import {
  figureNotes,
  figureOptions,
  figureSnapshot,
  loadDrawing,
  type Drawing,
  type FigureData
} from './figures';

/** That of a Word file. */
const PAPER = '#ffffff';
/** Of a chart, pixels of the page. */
const CHART_SIZE = { width: 352, height: 250 };

/** Draws a chart off the screen; nothing is left in the document. */
async function chartPicture(figure: ReportFigure, data: FigureData, how: Drawing): Promise<Blob | null> {
  const options = figureOptions(figure, data, how);
  if (!options) return null;
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  Object.assign(host.style, {
    position: 'fixed',
    left: '-9999px',
    top: '0',
    width: `${CHART_SIZE.width}px`,
    colorScheme: 'light'
  });
  host.style.setProperty('--paper', PAPER);
  document.body.append(host);
  try {
    how.mount(options(CHART_SIZE))(host);
    const drawing = host.querySelector('svg');
    return (
      drawing && (await pngFile(frameDrawing(drawing, { title: figure.title, notes: figureNotes(figure) })))
    );
  } finally {
    host.remove();
  }
}

interface PictureSources {
  data: FigureData;
  shapes: Shapes;
  ground: GroundState | null;
}

/** One that cannot be painted is left out: the file has its table instead. */
export async function reportPictures(
  figures: readonly ReportFigure[],
  { data, shapes, ground }: PictureSources
): Promise<ReportPictures> {
  const { dashboard } = data.cube;
  const how = await loadDrawing();
  const painted: [ReportFigureName, ReportPicture][] = [];
  for (const figure of figures) {
    const snapshot = figureSnapshot(figure, dashboard, data.year, how);
    try {
      const png = snapshot
        ? await viewPicture('png', snapshot, { dashboard, shapes, ground }, PAPER)
        : await chartPicture(figure, data, how);
      if (png) painted.push([figure.name, await pngPicture(png)]);
    } catch (cause) {
      console.warn(cause);
    }
  }
  return Object.fromEntries(painted);
}
