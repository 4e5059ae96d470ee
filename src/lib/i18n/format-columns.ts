// What the columns of a file and their coded values are called, where a service says which of its own they are.
import { locale } from './locale.ts';

interface Names {
  fr: string;
  en: string;
}

const names = (fr: string, en: string): Names => ({ fr, en });

/** By our own name of a column, whatever the format. */
const COLUMNS: Readonly<Record<string, Names>> = {
  uai: names('numéro UAI', 'UAI number'),
  name: names('nom', 'name'),
  type: names('type d’établissement', 'type of school'),
  kind: names('type d’école', 'kind of school'),
  sector: names('secteur (public ou privé)', 'sector (public or private)'),
  commune: names('commune', 'commune'),
  communes: names('communes', 'communes'),
  communeCodes: names('codes INSEE des communes', 'INSEE codes of the communes'),
  communeNames: names('noms des communes', 'names of the communes'),
  maternelle: names('école maternelle', 'nursery classes'),
  elementaire: names('école élémentaire', 'elementary classes'),
  pupils: names('élèves', 'pupils'),
  ips: names('indice de position sociale', 'social position index'),
  rep: names('éducation prioritaire', 'priority education'),
  repPlus: names('REP+', 'REP+'),
  head: names('tête de réseau', 'head of the network'),
  year: names('rentrée scolaire', 'school year'),
  departement: names('département', 'département'),
  lat: names('latitude', 'latitude'),
  lon: names('longitude', 'longitude'),
  position: names('position (latitude, longitude)', 'position (latitude, longitude)'),
  x: names('abscisse', 'x'),
  y: names('ordonnée', 'y'),
  precision: names('précision de la position', 'precision of the position'),
  match: names('qualité d’appariement', 'quality of the match'),
  state: names('état (ouvert ou fermé)', 'state (open or closed)'),
  description: names('nom des vacances', 'name of the holidays'),
  location: names('académies', 'académies'),
  zones: names('zone de vacances', 'holiday zone'),
  code: names('code', 'code'),
  population: names('population', 'population'),
  epci: names('SIREN de l’EPCI', 'SIREN of the EPCI'),
  ids: names('identifiant', 'identifier'),
  names: names('nom', 'name'),
  id: names('identifiant', 'identifier'),
  status: names('statut', 'status'),
  since: names('suivie depuis', 'followed since'),
  until: names('suivie jusqu’en', 'followed until'),
  requested: names('demandée depuis', 'requested since'),
  team: names('équipe', 'team'),
  group: names('groupe d’écoles, secteur ou réseau', 'group of schools, sector or network'),
  post: names('poste du référent', 'post of the referent'),
  role: names('fonction', 'role'),
  fte: names('temps de travail (ETP)', 'share of a full-time post'),
  base: names('lieu de la base', 'place of the base'),
  coordinator: names('coordination', 'coordination'),
  qpv: names('quartier prioritaire', 'priority neighbourhood'),
  meetings: names('réunions par an', 'meetings a year'),
  professionals: names('professionnels', 'professionals'),
  title: names('titre', 'title'),
  level: names('niveau', 'level'),
  theme: names('thématique', 'theme'),
  cost: names('coût', 'cost'),
  funders: names('financements (export du site)', 'funding (export of the site)'),
  'paid-etat': names('financement de l’État', 'paid by the State'),
  'paid-epci': names('financement de l’EPCI', 'paid by the EPCI'),
  'paid-communes': names('financement des communes', 'paid by the communes'),
  'paid-cites-educatives': names('financement des Cités éducatives', 'paid by the Cités éducatives'),
  'paid-education-nationale': names(
    'financement de l’Éducation nationale',
    'paid by the ministry of education'
  ),
  'paid-departement': names('financement du département', 'paid by the département'),
  'paid-caf': names('financement de la CAF', 'paid by the CAF'),
  category: names('catégorie de partenaire', 'category of partner'),
  count: names('nombre', 'number'),
  filled: names('poste pourvu', 'post filled'),
  school: names('nom de l’école', 'name of the school'),
  school_commune: names('commune de l’école', 'commune of the school'),
  case_id: names('numéro du dossier', 'case number'),
  school_year: names('année scolaire', 'school year'),
  family_id: names('numéro de la famille', 'family number'),
  visits: names('nombre de visites', 'number of visits'),
  from: names('départ', 'from'),
  to: names('arrivée', 'to'),
  function: names('fonction', 'function'),
  profession: names('profession', 'profession'),
  weight: names('poids d’une absence', 'weight of an absence'),
  quorum: names('présence nécessaire', 'presence needed'),
  who: names('fonction, coordination ou service', 'function, coordination or service'),
  weekday: names('jour de la semaine', 'day of the week'),
  date: names('date du repère', 'date of the note'),
  note: names('repère', 'note'),
  half: names('demi-journée', 'half-day'),
  read_on: names('agenda lu le', 'diary read on'),
  available: names('disponible ou absent', 'available or away'),
  lonSrc: names('longitude du départ', 'longitude of the start'),
  latSrc: names('latitude du départ', 'latitude of the start'),
  lonDst: names('longitude de l’arrivée', 'longitude of the end'),
  latDst: names('latitude de l’arrivée', 'latitude of the end'),
  minutes: names('durée en minutes', 'duration in minutes'),
  kilometres: names('distance en kilomètres', 'distance in kilometres')
};

const OF_FORMAT: Readonly<Record<string, Names>> = {
  'staff id': names('numéro du poste', 'post number'),
  'staff commune': names('commune de la base', 'commune of the base'),
  'teams id': names('numéro de l’équipe', 'team number'),
  'teams name': names('nom de l’équipe', 'name of the team'),
  'actions id': names('numéro de la fiche', 'sheet number'),
  'actions level': names('niveau de l’action', 'level of the action'),
  'actions communes': names('communes de l’action', 'communes of the action'),
  'cases uai': names('école (numéro UAI)', 'school (UAI number)'),
  'cases qpv': names('quartier du domicile', 'neighbourhood of the home'),
  'cases commune': names('commune du domicile', 'commune of the home'),
  'cases level': names('niveau de l’enfant', 'level of the child'),
  'followed-schools name': names('nom de l’école', 'name of the school'),
  'followed-schools commune': names('commune de l’école', 'commune of the school'),
  'school-groups name': names('nom de l’école', 'name of the school'),
  'school-groups commune': names('commune de l’école', 'commune of the school'),
  'availabilities from': names('premier jour', 'first day'),
  'availabilities to': names('dernier jour', 'last day'),
  'rooms from': names('premier jour', 'first day'),
  'rooms to': names('dernier jour', 'last day'),
  'communes code': names('code INSEE', 'INSEE code'),
  'qpv code': names('code du quartier', 'code of the neighbourhood')
};

const VALUES: Readonly<Record<string, Names>> = {
  followed: names('suivie', 'followed'),
  waiting: names('en attente', 'waiting'),
  linked: names('rattaché', 'linked'),
  outside: names('hors du programme', 'outside the programme'),
  head: names('responsable', 'head'),
  coordinator: names('coordination', 'coordinator'),
  referent: names('référent', 'referent'),
  maternelle: names('maternelle', 'nursery'),
  elementaire: names('élémentaire', 'elementary'),
  college: names('collège', 'lower secondary'),
  parentalite: names('parentalité', 'parenting'),
  sante: names('santé et bien-être', 'health and well-being'),
  'expression-orale': names('expression orale', 'speaking'),
  'estime-de-soi': names('estime de soi', 'self-esteem'),
  'culture-sport': names('culture et sport', 'culture and sport'),
  ingenierie: names('ingénierie', 'engineering'),
  intercommunal: names('intercommunal', 'intercommunal'),
  communal: names('communal', 'communal'),
  oui: names('oui', 'yes'),
  non: names('non', 'no')
};

const named = (dictionary: Readonly<Record<string, Names>>, key: string): string | undefined =>
  Object.hasOwn(dictionary, key) ? dictionary[key]![locale() === 'fr' ? 'fr' : 'en'] : undefined;

/** A column of a format by its own name in the code; the name itself where it has no words. */
export const columnName = (format: string, column: string): string =>
  named(OF_FORMAT, `${format} ${column}`) ?? named(COLUMNS, column) ?? column;

/** A value of a coded column; the value itself where it has no words. */
export const codedValueName = (value: string): string => named(VALUES, value) ?? value;
