// Meaning of each column, in French, for the data page. Columns of the same name share it, unless their table has its own.

const COMMON: Record<string, string> = {
  code: 'Code officiel',
  name: 'Nom',
  uai: 'Numéro UAI de l’établissement',
  commune: 'Code INSEE de la commune',
  communes: 'Codes INSEE des communes',
  qpv: 'Code du quartier prioritaire ; vide hors quartier',
  population: 'Population municipale',
  lon: 'Longitude, degrés WGS84',
  lat: 'Latitude, degrés WGS84',
  school_year: 'Année scolaire',
  coordinator: 'Poste de coordination',
  meetings: 'Réunions dans l’année',
  geometry_quality: 'Ce que vaut le tracé : official, generalised ou approximate',
  quality: 'D’où vient la ligne : official, estimated, synthetic ou hypothesis',
  source: 'Source de la ligne',
  id: 'Identifiant'
};

const OWN: Record<string, Record<string, string>> = {
  communes: {
    code: 'Code INSEE',
    area_ha: 'Superficie',
    intervention: 'Le service y intervient',
    cite_educative: 'Cité éducative ; vide hors cité',
    lon: 'Longitude du point où écrire le nom',
    lat: 'Latitude du point où écrire le nom',
    town_lon: 'Longitude du centre-ville',
    town_lat: 'Latitude du centre-ville',
    outline: 'Contour (WKB)'
  },
  qpvs: {
    code: 'Code du quartier (QN…)',
    communes: 'Codes INSEE des communes du quartier, liste officielle',
    generation: 'Génération des périmètres : 2015 ou 2024',
    perimeter: 'Périmètre (WKB)'
  },
  schools: {
    kind: 'maternelle, elementaire, primaire ou college',
    sector: 'public ou prive',
    group: 'Groupe d’écoles, secteur ou réseau : son nom, ou l’UAI de sa première école',
    network: 'UAI du collège tête de réseau',
    rep: 'REP ou REP+ ; vide hors éducation prioritaire',
    pupils: 'Élèves de l’école',
    pupils_quality: 'D’où vient l’effectif : official ou estimated',
    ips: 'Indice de position sociale',
    position_quality: 'Ce que vaut la position : official ou approximate',
    status: 'followed (suivie), waiting (en attente), linked (collège), outside (sans intervention)',
    followed_since: 'Première année scolaire d’intervention',
    requested_since: 'Mois de la première demande connue',
    team: 'Équipe pluridisciplinaire de soutien'
  },
  pathways_cube: {
    zone_kind: 'epci, commune, qpv, hors_qpv ou school',
    zone: 'Code de la zone',
    level: 'Niveau de l’enfant ; ALL pour tous',
    theme: 'Thème du parcours ; ALL pour tous',
    children: 'Enfants accompagnés ; vide quand la donnée est protégée',
    families: 'Familles ; vide quand la donnée est protégée',
    visits:
      'Visites, pour l’ensemble, les communes et hors QPV seulement ; vide quand la donnée est protégée',
    status: 'published (montrée) ou suppressed (donnée protégée)'
  },
  demand: {
    month: 'Mois',
    requests: 'Demandes d’intervention faites par l’école dans le mois',
    waiting: '1 quand l’école attend encore à la fin du mois'
  },
  service_years: {
    teams: 'Équipes pluridisciplinaires de soutien',
    budget_euros: 'Coût total des actions',
    referents: 'Postes de référents, là où une liste des postes est connue pour l’année'
  },
  support_teams: {
    professionals: 'Professionnels présents en moyenne'
  },
  staff: {
    id: 'Poste, sans nom de personne',
    role: 'head (direction), coordinator (coordination), referent ou other (autre fonction)',
    fte: 'Équivalent temps plein',
    base: 'Lieu public de rattachement',
    base_commune: 'Code INSEE de la commune de rattachement',
    base_lon: 'Longitude du lieu de rattachement',
    base_lat: 'Latitude du lieu de rattachement'
  },
  assignment: { post: 'Poste qui suit l’école' },
  actions: {
    title: 'Intitulé',
    level: 'ingenierie, intercommunal ou communal',
    theme: 'Thème',
    communes: 'Codes INSEE des communes concernées',
    cost_euros: 'Coût total',
    funders: 'Montant par financeur'
  },
  partners: {
    category: 'Catégorie de partenaires',
    count: 'Nombre de partenaires'
  },
  correspondents: { filled: 'Le poste est pourvu' }
};

/** Empty only for an undescribed column, which a test detects. */
export function meaningOf(table: string, column: string): string {
  return OWN[table]?.[column] ?? COMMON[column] ?? '';
}
