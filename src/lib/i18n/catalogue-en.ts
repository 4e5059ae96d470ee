// What the catalogue says in French (a row, a column, a unit, a source), in English: by the French words themselves.
import { locale } from './locale.ts';
import { typeset } from './typeset.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  // Rows.
  'une commune de l’EPCI': 'a commune of the EPCI',
  'un quartier prioritaire de la politique de la ville':
    'a priority neighbourhood of the national urban policy',
  'une école ou un collège': 'a school',
  'un effectif publiable d’enfants accompagnés': 'a publishable count of children supported',
  'les demandes d’une école dans un mois': 'the requests of one school in one month',
  'une année scolaire du service': 'a school year of the service',
  'une équipe pluridisciplinaire de soutien': 'a multi-disciplinary support team',
  'un poste': 'a post',
  'une école confiée à un poste': 'a school assigned to a post',
  'une fiche-action': 'an action sheet',
  'une catégorie de partenaires dans une commune': 'a category of partners in a commune',
  'le correspondant local d’une commune': 'the local contact of a commune',
  // Sources and vintages of the demonstration.
  'INSEE, IGN ADMIN EXPRESS (contours généralisés), ANCT':
    'INSEE, IGN ADMIN EXPRESS (generalised outlines), ANCT',
  'ANCT, génération 2024 (noms et codes) ; périmètres approximatifs':
    'ANCT, 2024 generation (names and codes); approximate perimeters',
  'Ministère de l’Éducation nationale (IPS 2022-2023, REP 2022, géolocalisation 2024) ; statuts fictifs':
    'French Ministry of Education (IPS 2022-2023, REP 2022, positions 2024); fictitious statuses',
  'Parcours fictifs': 'Fictitious pathways',
  'Données fictives': 'Fictitious data',
  'ANCT 2024, périmètre approximatif': 'ANCT 2024, approximate perimeter',
  'Éducation nationale : IPS 2022-2023, REP 2022, géolocalisation 2024':
    'French Ministry of Education: IPS 2022-2023, REP 2022, positions 2024',
  '2018 (contours), 2026 (populations)': '2018 (outlines), 2026 (populations)',
  '2021-2022 à 2025-2026': '2021-2022 to 2025-2026',
  // Units.
  habitants: 'inhabitants',
  élèves: 'pupils',
  enfants: 'children',
  familles: 'families',
  visites: 'visits',
  demandes: 'requests',
  équipes: 'teams',
  réunions: 'meetings',
  professionnels: 'professionals',
  partenaires: 'partners',
  ETP: 'FTE',
  // Columns.
  'Code officiel': 'Official code',
  Nom: 'Name',
  'Numéro UAI de l’établissement': 'UAI number of the school',
  'Code INSEE de la commune': 'INSEE code of the commune',
  'Codes INSEE des communes': 'INSEE codes of the communes',
  'Code du quartier prioritaire ; vide hors quartier': 'Code of the priority neighbourhood; empty outside',
  'Population municipale': 'Municipal population',
  'Longitude, degrés WGS84': 'Longitude, WGS84 degrees',
  'Latitude, degrés WGS84': 'Latitude, WGS84 degrees',
  'Année scolaire': 'School year',
  'Poste de coordination': 'Coordinator post',
  'Réunions dans l’année': 'Meetings in the year',
  'Ce que vaut le tracé : official, generalised ou approximate':
    'How exact the outline is: official, generalised or approximate',
  'D’où vient la ligne : official, estimated, synthetic ou hypothesis':
    'Where the row comes from: official, estimated, synthetic or hypothesis',
  'Source de la ligne': 'Source of the row',
  Identifiant: 'Identifier',
  'Code INSEE': 'INSEE code',
  Superficie: 'Area',
  'Le service y intervient': 'The service works there',
  'Cité éducative ; vide hors cité': 'Cité éducative; empty outside',
  'Longitude du point où écrire le nom': 'Longitude of the point where the name is written',
  'Latitude du point où écrire le nom': 'Latitude of the point where the name is written',
  'Longitude du centre-ville': 'Longitude of the town centre',
  'Latitude du centre-ville': 'Latitude of the town centre',
  'Contour (WKB)': 'Outline (WKB)',
  'Code du quartier (QN…)': 'Code of the neighbourhood (QN…)',
  'Codes INSEE des communes du quartier, liste officielle':
    'INSEE codes of the neighbourhood’s communes, official list',
  'Génération des périmètres : 2015 ou 2024': 'Generation of perimeters: 2015 or 2024',
  'Périmètre (WKB)': 'Perimeter (WKB)',
  'maternelle, elementaire, primaire ou college':
    'maternelle (nursery), elementaire (elementary), primaire (both) or college (lower secondary)',
  'public ou prive': 'public (state) or prive (private)',
  'Groupe d’écoles, secteur ou réseau : son nom, ou l’UAI de sa première école':
    'Group of schools, sector or network: its name, or the UAI of its first school',
  'UAI du collège tête de réseau': 'UAI of the lower secondary school that heads the network',
  'REP ou REP+ ; vide hors éducation prioritaire': 'REP or REP+; empty outside priority education',
  'Élèves de l’école': 'Pupils of the school',
  'D’où vient l’effectif : official ou estimated': 'Where the number comes from: official or estimated',
  'Indice de position sociale': 'Social position index',
  'Ce que vaut la position : official ou approximate': 'How exact the position is: official or approximate',
  'followed (suivie), waiting (en attente), linked (collège), outside (sans intervention)':
    'followed, waiting, linked (lower secondary) or outside (not served)',
  'Première année scolaire d’intervention': 'First school year of the programme there',
  'Mois de la première demande connue': 'Month of the first known request',
  'Équipe pluridisciplinaire de soutien': 'Multi-disciplinary support team',
  'epci, commune, qpv, hors_qpv ou school': 'epci, commune, qpv, hors_qpv (outside neighbourhoods) or school',
  'Code de la zone': 'Code of the zone',
  'Niveau de l’enfant ; ALL pour tous': 'Level of the child; ALL for all',
  'Thème du parcours ; ALL pour tous': 'Theme of the pathway; ALL for all',
  'Enfants accompagnés ; vide quand la donnée est protégée': 'Children supported; empty when protected',
  'Familles ; vide quand la donnée est protégée': 'Families; empty when protected',
  'Visites, pour l’ensemble, les communes et hors QPV seulement ; vide quand la donnée est protégée':
    'Visits, for the whole, communes and outside QPVs only; empty when protected',
  'published (montrée) ou suppressed (donnée protégée)': 'published (shown) or suppressed (protected)',
  Mois: 'Month',
  'Demandes d’intervention faites par l’école dans le mois': 'Requests made by the school in the month',
  '1 quand l’école attend encore à la fin du mois':
    '1 when the school is still waiting at the end of the month',
  'Équipes pluridisciplinaires de soutien': 'Multi-disciplinary support teams',
  'Coût total des actions': 'Total cost of actions',
  'Postes de référents, là où une liste des postes est connue pour l’année':
    'Caseworker posts, where a list of posts is known for the year',
  postes: 'posts',
  'Professionnels présents en moyenne': 'Professionals present on average',
  'Poste, sans nom de personne': 'Post, with no person’s name',
  'head (direction), coordinator (coordination), referent ou other (autre fonction)':
    'head, coordinator, referent (caseworker) or other',
  'Équivalent temps plein': 'Full-time equivalent',
  'Lieu public de rattachement': 'Public place where the post is based',
  'Code INSEE de la commune de rattachement': 'INSEE code of the commune where the post is based',
  'Longitude du lieu de rattachement': 'Longitude of the base',
  'Latitude du lieu de rattachement': 'Latitude of the base',
  'Poste qui suit l’école': 'Post that follows the school',
  Intitulé: 'Title',
  'ingenierie, intercommunal ou communal': 'ingenierie (management), intercommunal or communal (municipal)',
  Thème: 'Theme',
  'Codes INSEE des communes concernées': 'INSEE codes of the communes concerned',
  'Coût total': 'Total cost',
  'Montant par financeur': 'Amount by funder',
  'Catégorie de partenaires': 'Category of partners',
  'Nombre de partenaires': 'Number of partners',
  'Le poste est pourvu': 'The post is filled'
};

/** The English twin; null for what has none: a source of another territory, said in its own words. */
export const catalogueInEnglish = (french: string): string | null =>
  ENGLISH[french.replace(/[\u202f\u00a0]/g, ' ')] ?? null;

/** What the catalogue says, in the reader's language; `lang` where it stays in French. */
export function catalogueWords(french: string): { text: string; lang: 'fr' | undefined } {
  if (locale() === 'fr') return { text: typeset(french), lang: undefined };
  const twin = catalogueInEnglish(french);
  return twin === null ? { text: french, lang: 'fr' } : { text: twin, lang: undefined };
}
