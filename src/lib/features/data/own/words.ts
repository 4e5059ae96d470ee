// Labels of file formats.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { FormatId } from '$lib/engines/import/index.ts';
import type { FileRead } from '$lib/workers/import/protocol';

const FORMATS: Record<FormatId, () => string> = {
  annuaire: m.catalogue_format_annuaire,
  geolocalisation: m.catalogue_format_geolocalisation,
  effectifs: m.catalogue_format_effectifs,
  ips: m.catalogue_format_ips,
  rep: m.catalogue_format_rep,
  qpv: m.catalogue_format_qpv,
  communes: m.catalogue_format_communes,
  'cites-educatives': m.catalogue_format_cites,
  'travel-times': m.catalogue_format_travel,
  'followed-schools': m.catalogue_format_followed,
  staff: m.catalogue_format_staff,
  teams: m.catalogue_format_teams,
  actions: m.catalogue_format_actions,
  partners: m.catalogue_format_partners,
  correspondents: m.catalogue_format_correspondents,
  cases: m.catalogue_format_cases
};

const CONTAINERS: Record<FileRead['container'], string> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  geojson: 'GeoJSON',
  shapefile: 'Shapefile',
  parquet: 'Parquet'
};

export const formatWord = (format: FormatId): string => FORMATS[format]();
export const containerWord = (container: FileRead['container']): string => CONTAINERS[container];
