// Content of `tables/catalogue.json`: files to download, and quality of the tables.
import type { QualityReport } from '../model/quality.ts';

export const CATALOGUE_VERSION = 1;

export type DownloadFormat = 'csv' | 'parquet' | 'geojson' | 'json';

export interface Download {
  table: string;
  format: DownloadFormat;
  /** Name under `downloads/`. */
  file: string;
  bytes: number;
}

export interface CatalogueFile {
  version: typeof CATALOGUE_VERSION;
  downloads: Download[];
  quality: QualityReport;
}
