// What each key of a configuration expects, in French, and the least that may be chosen.
import { LABELS } from '../../../model/legal-notices.ts';
import { CARRIERS } from '../../../model/place.ts';
import { FAMILIES, INTERNAL_K, PUBLIC_K } from '../../disclosure/index.ts';

/** Fewest children and families behind a published count: they may be raised, never lowered. */
export const LEAST = { public: PUBLIC_K, internal: INTERNAL_K, families: FAMILIES } as const;

/** What each key expects, in the words of docs/configuration.md. */
export const EXPECTED: Readonly<Record<string, string>> = {
  siren: 'le SIREN de l’EPCI, 9 chiffres entre guillemets (exemple : "200093201")',
  name: 'le nom du territoire',
  service: 'le nom du service',
  communes: 'le nom d’un fichier GeoJSON, ou un objet { file, quality, source }',
  'communes.file': 'le nom d’un fichier GeoJSON',
  pre: 'un objet { name, carrier } : le PRE de la liste officielle',
  'pre.name': 'le nom du PRE',
  'pre.carrier': CARRIERS.map((carrier) => `"${carrier}"`).join(', '),
  base: 'un objet { departements }, ceux des données de départ (exemple : { "departements": ["59"] })',
  'base.departements': 'une liste de codes de département (exemple : ["59"])',
  packs: 'true (le site du territoire a les données de départ de tous les départements) ou false',
  matches: 'un objet : pour chaque format, ce que veulent dire des colonnes et des valeurs d’un autre nom',
  kinds: 'un objet : pour un fichier, son type choisi à la main (« cases », « followed-schools »…)',
  corrections: 'une liste d’objets { file, row, column, found, value }',
  'communes.quality': '"official", "generalised" ou "approximate"',
  'communes.source': 'un texte',
  qpvs: 'le nom d’un fichier GeoJSON, ou une liste de noms',
  schools: 'une liste d’objets, un par fichier (exemple : [{ "ips": "ips-ecoles-2022.csv" }])',
  'schools.annuaire': 'le nom d’un fichier de l’annuaire de l’éducation',
  'schools.ips': 'le nom d’un fichier des indices de position sociale',
  'schools.effectifs': 'le nom d’un fichier des effectifs des écoles',
  rep: 'le nom d’un fichier CSV, ou une liste de noms',
  positions: 'le nom d’un fichier CSV, ou une liste de noms',
  intervention: 'une liste de codes INSEE de commune (exemple : ["59350"])',
  travel: 'un objet { graph } (un graphe de npm run graph)',
  'travel.graph': 'le nom d’un graphe de npm run graph, ou un objet { car, bike, foot }',
  cites: 'le nom d’un fichier des Cités éducatives, ou une liste de noms',
  followed: 'le nom de la liste des écoles suivies, ou une liste de noms',
  staff: 'le nom de la liste des postes, ou une liste de noms',
  teams: 'le nom de la liste des équipes, ou une liste de noms',
  actions: 'le nom de la liste des fiches-actions, ou une liste de noms',
  partners: 'le nom de la liste des partenaires, ou une liste de noms',
  correspondents: 'le nom de la liste des correspondants, ou une liste de noms',
  milestones: 'le nom de la liste des repères datés, ou une liste de noms',
  groups: 'le nom de la liste des groupes d’écoles, ou une liste de noms',
  members: 'le nom de la liste des membres des équipes, ou une liste de noms',
  availabilities: 'le nom de la liste des disponibilités, ou une liste de noms',
  rooms: 'le nom de la liste des salles, ou une liste de noms',
  sessions: 'le nom de la liste des séances des actions, ou une liste de noms',
  calendar: 'le nom du fichier du calendrier scolaire, ou une liste de noms',
  quorum: 'un objet, profession et nombre de membres présents (exemple : { "école": 1 })',
  licences: 'un objet, nom de fichier et licence (exemple : { "qpv.geojson": "Licence Ouverte 2.0" })',
  contact: 'l’adresse ou le courriel à écrire pour l’accessibilité',
  labels: `un objet { ${LABELS.join(', ')} }`,
  'labels.publisher': 'le nom de qui publie le site',
  'labels.note': 'une phrase',
  'labels.controller': 'le nom du responsable du traitement',
  'labels.dpo': 'l’adresse du délégué à la protection des données',
  'labels.basis': 'la base légale du traitement',
  logo: 'un objet { file, alt }',
  'logo.file': 'le nom d’une image .svg ou .png',
  'logo.alt': 'ce que dit l’image, en quelques mots',
  profile: '"public" (le site peut être mis en ligne) ou "internal" (postes et affectations y sont)',
  thresholds: 'un objet { children, families }',
  'thresholds.children': `un nombre entier d’enfants, ${LEAST.public} ou plus (${LEAST.internal} ou plus avec "profile": "internal")`,
  'thresholds.families': `un nombre entier de familles, ${LEAST.families} ou plus`,
  retention: 'un nombre entier de mois après la sortie de l’enfant, de 1 à 600',
  pathways: 'le nom du dossier écrit par npm run safe, ou une liste de noms dans l’ordre des publications',
  both: 'une liste de paires de fichiers (exemple : [["actions-ville.csv", "actions-agglo.csv"]])',
  ground:
    'le nom d’une archive .pmtiles (de npm run ground, ou du même schéma) posée dans le dossier des données, ou un objet { file, credit }',
  'ground.file': 'le nom d’une archive .pmtiles posée dans le dossier des données (pas une adresse)',
  'ground.credit': 'la source du fond, montrée avec lui',
  basemap:
    '"none", ou le nom d’un fichier GeoJSON de routes et d’eau posé dans le dossier des données (pas une adresse ; une archive PMTiles va dans « ground »)',
  'basemap.file':
    'le nom d’un fichier GeoJSON de routes et d’eau (pas une adresse ; une archive PMTiles va dans « ground »)',
  'basemap.credit': 'la source du fond, montrée avec lui'
};
