// Tables of places and schools, and the counts of pathways.
import type { Table } from './table.ts';

const OPEN = 'Licence Ouverte 2.0';

export const places: readonly Table[] = [
  {
    name: 'communes',
    version: 1,
    key: ['code'],
    columns: [
      { name: 'code', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'population', type: 'int', nullable: true, unit: 'habitants' },
      { name: 'area_ha', type: 'int', nullable: true, unit: 'ha' },
      { name: 'intervention', type: 'bool' },
      { name: 'cite_educative', type: 'text', nullable: true },
      { name: 'lon', type: 'float', unit: '°' },
      { name: 'lat', type: 'float', unit: '°' },
      { name: 'town_lon', type: 'float', unit: '°' },
      { name: 'town_lat', type: 'float', unit: '°' },
      { name: 'outline', type: 'wkb' },
      { name: 'geometry_quality', type: 'code' },
      { name: 'source', type: 'code' }
    ],
    source: 'INSEE, IGN ADMIN EXPRESS (contours généralisés), ANCT',
    vintage: '2018 (contours), 2026 (populations)',
    licence: OPEN,
    threshold: null
  },
  {
    name: 'qpvs',
    version: 1,
    key: ['code'],
    columns: [
      { name: 'code', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'communes', type: 'list' },
      { name: 'population', type: 'int', nullable: true, unit: 'habitants' },
      { name: 'generation', type: 'int' },
      { name: 'lon', type: 'float', unit: '°' },
      { name: 'lat', type: 'float', unit: '°' },
      { name: 'perimeter', type: 'wkb', nullable: true },
      { name: 'geometry_quality', type: 'code' },
      { name: 'source', type: 'code' }
    ],
    source: 'ANCT, génération 2024 (noms et codes) ; périmètres approximatifs',
    vintage: '2024',
    licence: OPEN,
    threshold: null
  },
  {
    name: 'schools',
    version: 1,
    key: ['uai'],
    columns: [
      { name: 'uai', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'kind', type: 'code' },
      { name: 'sector', type: 'code' },
      { name: 'commune', type: 'code' },
      { name: 'qpv', type: 'code', nullable: true },
      { name: 'group', type: 'text', nullable: true },
      { name: 'network', type: 'code', nullable: true },
      { name: 'rep', type: 'code', nullable: true },
      { name: 'pupils', type: 'int', nullable: true, unit: 'élèves' },
      { name: 'pupils_quality', type: 'code' },
      { name: 'ips', type: 'float', nullable: true },
      { name: 'lon', type: 'float', nullable: true, unit: '°' },
      { name: 'lat', type: 'float', nullable: true, unit: '°' },
      { name: 'position_quality', type: 'code', nullable: true },
      { name: 'status', type: 'code' },
      { name: 'followed_since', type: 'code', nullable: true },
      { name: 'requested_since', type: 'code', nullable: true },
      { name: 'team', type: 'code', nullable: true },
      { name: 'source', type: 'code' }
    ],
    source:
      'Ministère de l’Éducation nationale (IPS 2022-2023, REP 2022, géolocalisation 2024) ; statuts fictifs',
    vintage: '2022-2024',
    licence: OPEN,
    threshold: null
  },
  {
    name: 'pathways_cube',
    version: 1,
    key: ['school_year', 'zone_kind', 'zone', 'level', 'theme'],
    columns: [
      { name: 'school_year', type: 'code' },
      { name: 'zone_kind', type: 'code' },
      { name: 'zone', type: 'code' },
      { name: 'level', type: 'code' },
      { name: 'theme', type: 'code' },
      { name: 'children', type: 'int', nullable: true, unit: 'enfants' },
      { name: 'families', type: 'int', nullable: true, unit: 'familles' },
      { name: 'visits', type: 'int', nullable: true, unit: 'visites' },
      { name: 'status', type: 'code' }
    ],
    source: 'Parcours fictifs',
    vintage: '2021-2022 à 2025-2026',
    licence: 'MIT',
    threshold: 11
  }
];
