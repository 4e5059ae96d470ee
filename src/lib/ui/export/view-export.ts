// A view as it leaves the site, with the outlines of the places that its rows are.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { base } from '$app/paths';
import { exportTable, type TableView } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import type { PageExport } from '../page-actions.svelte';

export const exportOf = <Row>(view: TableView<Row>): PageExport => ({
  what: view.caption,
  table: () => exportTable(view),
  placed: view.file.shape !== undefined
});

/**
 * Outlines of communes or QPV by code.
 *
 * @param load gives the files of the territory
 * @throws {Error} when the file cannot be had
 */
async function outlines(kind: 'communes' | 'qpvs', load: typeof fetch): Promise<Map<string, Geometry>> {
  const response = await load(`${base}/map/${kind}.geojson`);
  const { features } = (await response.json()) as FeatureCollection;
  return new Map(features.map((one: Feature) => [String(one.properties?.['code']), one.geometry]));
}

/** A view whose rows are places, named by their codes, with the outline of each. */
export async function placedTable<Row>(
  view: TableView<Row>,
  kind: 'communes' | 'qpvs',
  load: typeof fetch
): Promise<ExportTable> {
  const shapes = await outlines(kind, load);
  const shape = (row: Row) => shapes.get(String(view.id(row))) ?? null;
  return exportTable({ ...view, file: { ...view.file, shape } });
}
