// The files that leave the page: made when they are asked for, since their libraries are a chunk of their own.
import { reportContent } from '$lib/export/report/report-content';
import type { ReportMaterial } from '$lib/export/report/report-material';
import { saveFile } from '$lib/export/save-file';
import { loadShapes } from '$lib/map/geometry/shapes';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import type { FigureData } from './figures';

interface MapSources {
  /** Address of the outlines, without a final slash. */
  outlines: string;
  fetch: typeof fetch;
  ground: GroundState | null;
}

/** @returns the name of the file */
export async function saveReport(
  input: ReportMaterial,
  data: FigureData,
  { outlines, fetch, ground }: MapSources
): Promise<string> {
  const [{ reportDocument, reportFileName }, { reportPictures }, shapes] = await Promise.all([
    import('$lib/export/report/report-docx'),
    import('./pictures'),
    loadShapes(outlines, fetch)
  ]);
  const figures = reportContent(input, { isDrawn: true }).parts.flatMap((part) => part.figures);
  const pictures = await reportPictures(figures, { data, shapes, ground });
  const name = reportFileName(input.report.year);
  saveFile(name, await reportDocument(input, pictures));
  return name;
}
