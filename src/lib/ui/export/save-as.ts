// A table or a drawing handed to the reader in the format asked for.
import type { Caption } from '$lib/export/drawing';
import { csvFile, saveFile } from '$lib/export/save-file';
import { tableCsv, type ExportTable } from '$lib/export/table';
import { day } from '$lib/i18n/dates';
import { m } from '$lib/i18n/paraglide/messages.js';

export const SAVED_FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'xlsx', label: 'XLSX' },
  { format: 'parquet', label: 'Parquet' },
  { format: 'geojson', label: 'GeoJSON' },
  { format: 'qgis', label: 'QGIS' }
] as const;
/** Formats of a table that has geometries. */
export const PLACED_FORMATS: ReadonlySet<TableFormat> = new Set(['geojson', 'qgis']);
export type TableFormat = (typeof SAVED_FORMATS)[number]['format'];

export const PICTURE_FORMATS = [
  { format: 'png', label: 'PNG' },
  { format: 'svg', label: 'SVG' }
] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number]['format'];

export interface Picture {
  /** A drawing in the page; null when there is none. */
  drawing: SVGSVGElement | null;
  caption: Caption;
  /** File name without its extension. */
  name?: string;
  /** Takes the drawing away, where it was made for this. */
  done?: () => void;
}

/** @returns the name of the file */
export async function saveAs(
  table: ExportTable,
  format: TableFormat,
  { bom }: { bom: boolean }
): Promise<string> {
  const name = format === 'qgis' ? `${table.name}-qgis.zip` : `${table.name}.${format}`;
  if (format === 'csv') saveFile(name, csvFile(tableCsv(table, { bom })));
  else if (format === 'xlsx') {
    const { saveXlsx, sheetOf } = await import('$lib/export/xlsx');
    await saveXlsx(name, [sheetOf(table)]);
  } else if (format === 'parquet') {
    const { parquetFile } = await import('$lib/export/parquet');
    saveFile(name, await parquetFile(table));
  } else if (format === 'qgis') {
    const { qgisArchive } = await import('$lib/export/qgis');
    saveFile(name, qgisArchive(table));
  } else {
    const { geoJsonFile } = await import('$lib/export/geojson');
    saveFile(name, geoJsonFile(table));
  }
  return name;
}

/** @returns the name of the file */
export async function savePicture(picture: Picture, format: PictureFormat): Promise<string> {
  const { drawing, caption, name: bare = 'maillage', done } = picture;
  try {
    if (!drawing) throw new Error('nothing drawn');
    const name = `${bare}.${format}`;
    const { frameDrawing, svgFile } = await import('$lib/export/drawing');
    const whole = frameDrawing(drawing, caption);
    if (format === 'svg') saveFile(name, svgFile(whole));
    else saveFile(name, await (await import('$lib/export/picture')).pngFile(whole));
    return name;
  } finally {
    done?.();
  }
}

/** @returns the name of the file */
export function saveImage(image: Blob, format: PictureFormat): string {
  const name = `${m.share_file_name()}.${format}`;
  saveFile(name, image);
  return name;
}

export const dayOfSaving = (): string => day(new Date());
