// Labels of the catalogue's codes: tables, types, qualities.
import type { ColumnType } from '$lib/catalogue/table';
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TableQuality } from '$lib/model/quality';

const TITLES: Record<string, () => string> = {
  communes: m.catalogue_table_communes,
  qpvs: m.catalogue_table_qpvs,
  schools: m.catalogue_table_schools,
  pathways_cube: m.catalogue_table_pathways_cube,
  demand: m.catalogue_table_demand,
  service_years: m.catalogue_table_service_years,
  support_teams: m.catalogue_table_support_teams,
  staff: m.catalogue_table_staff,
  assignment: m.catalogue_table_assignment,
  actions: m.catalogue_table_actions,
  partners: m.catalogue_table_partners,
  correspondents: m.catalogue_table_correspondents
};

const TYPES: Record<ColumnType, () => string> = {
  text: m.catalogue_type_text,
  code: m.catalogue_type_code,
  int: m.catalogue_type_int,
  float: m.catalogue_type_float,
  bool: m.catalogue_type_bool,
  wkb: m.catalogue_type_wkb,
  list: m.catalogue_type_list,
  json: m.catalogue_type_json
};

const QUALITIES: Record<string, () => string> = {
  official: m.catalogue_quality_official,
  generalised: m.catalogue_quality_generalised,
  approximate: m.catalogue_quality_approximate,
  estimated: m.catalogue_quality_estimated,
  synthetic: m.catalogue_quality_synthetic,
  hypothesis: m.catalogue_quality_hypothesis
};

export const tableTitle = (name: string): string => TITLES[name]?.() ?? name;
export const typeWord = (type: ColumnType): string => TYPES[type]();

/** « 78 d’après une source officielle, 17 approximatives » */
export function qualityWords(quality: TableQuality | undefined): string {
  const parts = Object.entries(quality?.qualities ?? {}).sort(([, a], [, b]) => b - a);
  if (parts.length === 0) return m.catalogue_quality_none();
  return parts
    .map(([code, count]) =>
      m.catalogue_quality_part({ count: integer(count), quality: QUALITIES[code]?.() ?? code })
    )
    .join(', ');
}

/** A share, never rounded up to 100 %. */
export function shareWords(filled: number, rows: number): string {
  if (rows === 0) return '–';
  const share = filled / rows;
  return percent(share < 1 && share > 0.99 ? 0.99 : share > 0 && share < 0.01 ? 0.01 : share);
}
