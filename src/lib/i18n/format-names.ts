// What each kind of file is called in a sentence. Plain words, read by the scripts and by the pages.

interface Names {
  fr: string;
  en: string;
}

/** By the id of the format (src/lib/engines/import/format-list.ts). */
export const FORMAT_NAMES: Readonly<Record<string, Names>> = {
  annuaire: { fr: 'annuaire de l’éducation', en: 'directory of schools (annuaire de l’éducation)' },
  geolocalisation: { fr: 'géolocalisation des établissements', en: 'positions of schools' },
  effectifs: { fr: 'effectifs des écoles', en: 'pupils by school' },
  ips: { fr: 'indices de position sociale', en: 'social position indices' },
  rep: { fr: 'réseaux d’éducation prioritaire', en: 'priority education networks' },
  qpv: { fr: 'quartiers prioritaires', en: 'priority neighbourhoods' },
  communes: { fr: 'contours de communes', en: 'outlines of communes' },
  'cites-educatives': { fr: 'Cités éducatives', en: 'Cités éducatives' },
  'travel-times': { fr: 'temps de trajet (Metric-OSRM)', en: 'travel times (Metric-OSRM)' },
  'followed-schools': { fr: 'écoles suivies', en: 'schools followed' },
  staff: { fr: 'postes et bases', en: 'posts and bases' },
  teams: { fr: 'équipes pluridisciplinaires', en: 'support teams' },
  actions: { fr: 'fiches-actions', en: 'action sheets' },
  partners: { fr: 'partenaires', en: 'partners' },
  correspondents: { fr: 'correspondants des communes', en: 'local contacts of the communes' },
  milestones: { fr: 'repères datés', en: 'dated notes' },
  'school-groups': { fr: 'groupes d’écoles', en: 'groups of schools' },
  'team-members': { fr: 'membres des équipes', en: 'members of the teams' },
  availabilities: { fr: 'disponibilités pour les réunions', en: 'availability for meetings' },
  rooms: { fr: 'salles', en: 'rooms' },
  sessions: { fr: 'séances des actions', en: 'sessions of the actions' },
  'school-calendar': { fr: 'calendrier scolaire', en: 'school calendar' },
  cases: { fr: 'fichier des parcours (confidentiel)', en: 'case file (confidential)' },
  visits: { fr: 'liste des visites (confidentielle)', en: 'list of visits (confidential)' }
};

/** « quartiers prioritaires »; the id itself when it has no name. */
export const formatName = (id = '', language: keyof Names = 'fr'): string =>
  FORMAT_NAMES[id]?.[language] ?? id;
