// `tables/catalogue.json`: the sizes of the downloads and what the rows are worth, for the data page.
import { CATALOGUE_VERSION, type CatalogueFile, type Download } from '../../../catalogue/downloads.ts';
import { qualityReport } from '../../import/index.ts';
import type { Finding } from '../../../model/findings.ts';
import type { TerritoryRows } from '../rows.ts';
import type { FilledTable } from './table-rows.ts';

export function toCatalogue(
  rows: TerritoryRows,
  tables: readonly FilledTable[],
  downloads: Download[],
  findings: readonly Finding[]
): CatalogueFile {
  return {
    version: CATALOGUE_VERSION,
    downloads,
    quality: qualityReport(
      tables.map(({ table, columns, rows: count }) => ({
        name: table.name,
        key: table.key,
        rows: count,
        columns: columns.map(({ column, cells }) => ({ name: column.name, cells }))
      })),
      rows,
      findings
    )
  };
}
