// Tables of the service: demand, posts, teams, partners, actions. Synthetic in the demonstration.
import type { Column, Table } from './table.ts';

const SYNTHETIC = 'Données fictives';
const quality: Column = { name: 'quality', type: 'code' };

function synthetic(name: string, key: readonly string[], columns: Column[], internal = false): Table {
  return {
    name,
    version: 1,
    key,
    columns: [...columns, quality],
    source: SYNTHETIC,
    vintage: '2025-2026',
    licence: 'MIT',
    threshold: null,
    ...(internal ? { internal } : {})
  };
}

export const service: readonly Table[] = [
  synthetic(
    'demand',
    ['uai', 'month'],
    [
      { name: 'uai', type: 'code' },
      { name: 'month', type: 'code' },
      { name: 'requests', type: 'int', unit: 'demandes' },
      { name: 'waiting', type: 'int' }
    ]
  ),
  synthetic(
    'service_years',
    ['school_year'],
    [
      { name: 'school_year', type: 'code' },
      { name: 'teams', type: 'int', unit: 'équipes' },
      { name: 'meetings', type: 'int', unit: 'réunions', nullable: true },
      { name: 'budget_euros', type: 'float', unit: '€', nullable: true },
      { name: 'referents', type: 'int', unit: 'postes', nullable: true }
    ]
  ),
  synthetic(
    'support_teams',
    ['id'],
    [
      { name: 'id', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'qpv', type: 'code', nullable: true },
      { name: 'commune', type: 'code' },
      { name: 'coordinator', type: 'code' },
      { name: 'meetings', type: 'int', unit: 'réunions', nullable: true },
      { name: 'professionals', type: 'int', unit: 'professionnels', nullable: true }
    ]
  ),
  synthetic(
    'staff',
    ['id'],
    [
      { name: 'id', type: 'text' },
      { name: 'role', type: 'code' },
      { name: 'fte', type: 'float', unit: 'ETP' },
      { name: 'base', type: 'text' },
      { name: 'base_commune', type: 'code' },
      { name: 'base_lon', type: 'float', unit: '°' },
      { name: 'base_lat', type: 'float', unit: '°' },
      { name: 'coordinator', type: 'code', nullable: true }
    ],
    true
  ),
  synthetic(
    'assignment',
    ['uai'],
    [
      { name: 'uai', type: 'text' },
      { name: 'post', type: 'code' }
    ],
    true
  ),
  synthetic(
    'actions',
    ['id'],
    [
      { name: 'id', type: 'text' },
      { name: 'title', type: 'text' },
      { name: 'level', type: 'code' },
      { name: 'theme', type: 'code', nullable: true },
      { name: 'communes', type: 'list' },
      { name: 'cost_euros', type: 'float', unit: '€', nullable: true },
      { name: 'funders', type: 'json', unit: '€' }
    ]
  ),
  synthetic(
    'partners',
    ['category', 'commune'],
    [
      { name: 'category', type: 'code' },
      { name: 'commune', type: 'code' },
      { name: 'count', type: 'int', unit: 'partenaires' }
    ]
  ),
  synthetic(
    'correspondents',
    ['commune'],
    [
      { name: 'commune', type: 'code' },
      { name: 'filled', type: 'bool' }
    ]
  )
];
