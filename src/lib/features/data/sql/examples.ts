// Example queries, each showing another kind of result.
import { m } from '$lib/i18n/paraglide/messages.js';

export interface Example {
  id: string;
  label: () => string;
  text: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'attente',
    label: m.catalogue_sql_example_waiting,
    text: `SELECT c.name AS commune, count(*) AS ecoles_en_attente
FROM schools s
JOIN communes c ON c.code = s.commune
WHERE s.status = 'waiting'
GROUP BY ALL
ORDER BY ecoles_en_attente DESC, commune`
  },
  {
    id: 'demandes',
    label: m.catalogue_sql_example_demand,
    text: `SELECT month AS mois, sum(requests) AS demandes
FROM demand
GROUP BY ALL
ORDER BY mois`
  },
  {
    id: 'ips',
    label: m.catalogue_sql_example_ips,
    text: `SELECT name AS ecole, ips, pupils AS eleves, rep, uai
FROM schools
WHERE status = 'followed' AND ips IS NOT NULL
ORDER BY ips
LIMIT 40`
  },
  {
    id: 'eleves',
    label: m.catalogue_sql_example_pupils,
    text: `SELECT commune AS code, sum(pupils) AS eleves, count(*) AS ecoles
FROM schools
WHERE status IN ('followed', 'waiting')
GROUP BY ALL
ORDER BY eleves DESC`
  },
  {
    id: 'cout',
    label: m.catalogue_sql_example_cost,
    text: `SELECT coalesce(theme, 'tous les thèmes') AS theme, sum(cost_euros) AS cout_euros
FROM actions
GROUP BY ALL
ORDER BY cout_euros DESC`
  },
  {
    id: 'enfants',
    label: m.catalogue_sql_example_children,
    text: `SELECT c.name AS commune, p.zone AS code, p.children AS enfants, p.status
FROM pathways_cube p
JOIN communes c ON c.code = p.zone
WHERE p.zone_kind = 'commune' AND p.level = 'ALL' AND p.theme = 'ALL'
  AND p.school_year = (SELECT max(school_year) FROM pathways_cube)
ORDER BY enfants DESC NULLS LAST, commune`
  },
  {
    id: 'contours',
    label: m.catalogue_sql_example_outline,
    text: `SELECT name AS commune, population, outline
FROM communes
ORDER BY population DESC`
  },
  {
    id: 'colonnes',
    label: m.catalogue_sql_example_columns,
    text: 'DESCRIBE schools'
  }
];
