// Names of the columns of the site's tables, in the reader's language; their technical names are said in the SQL console alone.
import { locale } from './locale.ts';

interface Names {
  fr: string;
  en: string;
}

const names = (fr: string, en: string): Names => ({ fr, en });

const COLUMNS: Readonly<Record<string, Names>> = {
  code: names('code', 'code'),
  name: names('nom', 'name'),
  population: names('population', 'population'),
  area_ha: names('superficie (ha)', 'area (ha)'),
  intervention: names('le service y intervient', 'the service works there'),
  cite_educative: names('cité éducative', 'cité éducative'),
  lon: names('longitude', 'longitude'),
  lat: names('latitude', 'latitude'),
  town_lon: names('longitude du centre-ville', 'longitude of the town'),
  town_lat: names('latitude du centre-ville', 'latitude of the town'),
  outline: names('contour', 'outline'),
  geometry_quality: names('qualité du tracé', 'quality of the outline'),
  source: names('source', 'source'),
  communes: names('communes', 'communes'),
  generation: names('génération du périmètre', 'generation of the perimeter'),
  perimeter: names('périmètre', 'perimeter'),
  uai: names('numéro UAI', 'UAI number'),
  kind: names('type d’école', 'kind of school'),
  sector: names('public ou privé', 'public or private'),
  commune: names('commune', 'commune'),
  qpv: names('quartier prioritaire', 'priority neighbourhood'),
  group: names('groupe d’écoles', 'group of schools'),
  network: names('collège de réseau', 'collège of the network'),
  rep: names('éducation prioritaire', 'priority education'),
  pupils: names('élèves', 'pupils'),
  pupils_quality: names('qualité de l’effectif', 'quality of the number of pupils'),
  ips: names('indice de position sociale', 'social position index'),
  position_quality: names('qualité de la position', 'quality of the position'),
  status: names('situation', 'status'),
  followed_since: names('suivie depuis', 'followed since'),
  requested_since: names('demandée depuis', 'requested since'),
  team: names('équipe', 'team'),
  school_year: names('année scolaire', 'school year'),
  zone_kind: names('type de lieu', 'kind of place'),
  zone: names('lieu', 'place'),
  level: names('niveau', 'level'),
  theme: names('thème', 'theme'),
  children: names('enfants', 'children'),
  families: names('familles', 'families'),
  visits: names('visites', 'visits'),
  quality: names('qualité', 'quality'),
  month: names('mois', 'month'),
  requests: names('demandes', 'requests'),
  waiting: names('en attente', 'waiting'),
  teams: names('équipes', 'teams'),
  meetings: names('réunions par an', 'meetings a year'),
  budget_euros: names('coût (€)', 'cost (€)'),
  referents: names('postes de référents', 'caseworker posts'),
  id: names('numéro', 'number'),
  coordinator: names('coordination', 'coordinator'),
  professionals: names('professionnels', 'professionals'),
  role: names('fonction', 'role'),
  fte: names('temps de travail', 'working time'),
  base: names('base', 'base'),
  base_commune: names('commune de la base', 'commune of the base'),
  base_lon: names('longitude de la base', 'longitude of the base'),
  base_lat: names('latitude de la base', 'latitude of the base'),
  post: names('poste', 'post'),
  title: names('intitulé', 'title'),
  cost_euros: names('coût (€)', 'cost (€)'),
  funders: names('financeurs', 'funders'),
  category: names('catégorie', 'category'),
  count: names('nombre', 'number'),
  filled: names('poste pourvu', 'post filled')
};

/** The technical name of an unnamed column, which a test detects. */
export const columnTitle = (column: string): string => COLUMNS[column]?.[locale()] ?? column;
