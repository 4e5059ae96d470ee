// Conversion of the site's data to the rows that files replace, and back to the dashboard and the map's outlines.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { CatalogueFile } from '$lib/catalogue/downloads.ts';
import type { Manifest } from '$lib/catalogue/manifest.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { ReplaceableRows, TableEffect } from '$lib/engines/import/index.ts';
import type { QualityReport } from '$lib/model/quality.ts';

type Surface = Polygon | MultiPolygon;
type Shapes = FeatureCollection<Surface, { code: string; name: string; intervention: boolean }>;
type TableOverride = Readonly<Record<string, unknown>>;

/** Tables of the service, which a file replaces as a whole. */
const LISTS = ['support_teams', 'staff', 'actions', 'partners', 'correspondents'] as const;

export interface SiteRows {
  rows: ReplaceableRows;
  /** Effects with the number of rows of the site's table that a file replaces. */
  completed(effects: readonly TableEffect[], replaced: TableOverride): TableEffect[];
  /** The site's quality report with the parts of replaced tables and of places updated. */
  mergeQuality(own: Omit<QualityReport, 'findings'>, replaced: TableOverride): QualityReport;
}

async function readJson<File>(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as File;
}

/** Rows of the site: places from the dashboard, outlines from the map; of other tables, only their lengths. */
export async function siteRows(base: string, site: Dashboard): Promise<SiteRows> {
  const [communes, qpvs, manifest, catalogue] = await Promise.all([
    readJson<Shapes>(`${base}/map/communes.geojson`),
    readJson<Shapes>(`${base}/map/qpvs.geojson`),
    readJson<Manifest>(`${base}/tables/manifest.json`),
    readJson<CatalogueFile>(`${base}/tables/catalogue.json`)
  ]);
  const surface = (shapes: Shapes, code: string): Surface =>
    shapes.features.find(({ properties }) => properties.code === code)?.geometry ?? {
      type: 'MultiPolygon',
      coordinates: []
    };
  const rows: ReplaceableRows = {
    communes: site.communes.map((one) => ({ ...one, outline: surface(communes, one.code) })),
    qpvs: site.qpvs.map((one) => ({ ...one, perimeter: surface(qpvs, one.code) })),
    schools: site.schools,
    support_teams: [],
    staff: [],
    actions: [],
    partners: [],
    correspondents: []
  };
  const lengths = new Map(manifest.tables.map(({ name, rows: length }) => [name, length]));
  return {
    rows,
    completed: (effects, replaced) =>
      effects.map((effect) =>
        LISTS.some((list) => list === effect.table) && !(effect.table in replaced)
          ? { ...effect, removed: lengths.get(effect.table) ?? 0 }
          : effect
      ),
    mergeQuality: (own, replaced) => ({
      ...own,
      tables: catalogue.quality.tables.map((table) =>
        table.name in replaced ? (own.tables.find(({ name }) => name === table.name) ?? table) : table
      ),
      findings: catalogue.quality.findings
    })
  };
}

/** Parts of the dashboard to override, for the replaced tables. */
export function dashboardWith(
  site: Dashboard,
  rows: ReplaceableRows,
  replaced: TableOverride
): Partial<Dashboard> {
  const part: Partial<Dashboard> = {};
  if ('communes' in replaced) part.communes = rows.communes.map(({ outline: _outline, ...one }) => one);
  if ('qpvs' in replaced) part.qpvs = rows.qpvs.map(({ perimeter: _perimeter, ...one }) => one);
  if ('schools' in replaced) part.schools = rows.schools;
  if ('support_teams' in replaced) part.teams = rows.support_teams;
  if ('actions' in replaced) part.actions = rows.actions;
  if ('staff' in replaced) {
    const count = (role: string) => rows.staff.filter((post) => post.role === role).length;
    part.posts = { referents: count('referent'), coordinators: count('coordinator') };
  }
  return part;
}

/** Outlines as GeoJSON for the map. */
export function outlinesOf(rows: ReplaceableRows): { communes: Shapes; qpvs: Shapes } {
  const shapes = (
    given: readonly { code: string; name: string; intervention?: boolean; surface: Surface }[]
  ): Shapes => ({
    type: 'FeatureCollection',
    features: given.map(({ code, name, intervention = true, surface }, id) => ({
      type: 'Feature' as const,
      id,
      geometry: surface,
      properties: { code, name, intervention }
    }))
  });
  return {
    communes: shapes(rows.communes.map(({ outline, ...one }) => ({ ...one, surface: outline }))),
    qpvs: shapes(rows.qpvs.map(({ code, name, perimeter }) => ({ code, name, surface: perimeter })))
  };
}
