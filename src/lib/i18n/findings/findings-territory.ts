// Words for what appears when files are put together into a territory.
import { quoted, type FindingLexicon } from './finding-words.ts';

const KINDS: Readonly<Record<string, string>> = { elementaire: 'élémentaire' };

export const TERRITORY_FINDINGS: FindingLexicon = {
  'unknown-siren': {
    title: 'EPCI inconnu',
    what: ({ found }) => `aucun EPCI ne porte le SIREN${quoted(found)}`,
    fix: 'Vérifiez les 9 chiffres sur la fiche de votre intercommunalité.'
  },
  'no-commune-of-epci': {
    title: 'aucune commune de l’EPCI',
    what: ({ expected }) => `ce fichier ne dessine aucune des ${expected ?? ''} communes de l’EPCI`,
    fix: 'Donnez le fichier des communes de votre département.'
  },
  'no-school': {
    title: 'aucune école',
    what: () => 'aucune école des fichiers n’est dans l’EPCI',
    fix: 'Vérifiez que les listes couvrent votre département.'
  },
  'commune-without-outline': {
    title: 'commune sans contour',
    what: ({ found }) =>
      `la commune${quoted(found)} de l’EPCI n’est pas dessinée dans ce fichier ; elle est laissée de côté`,
    fix: 'Ajoutez son contour, ou donnez un fichier qui couvre tout l’EPCI.'
  },
  'unknown-commune': {
    title: 'commune inconnue',
    what: ({ found }) => `l’INSEE ne connaît pas de commune${quoted(found)}`,
    fix: 'Corrigez le code ou le nom de la commune.'
  },
  'commune-not-of-epci': {
    title: 'commune hors de l’EPCI',
    what: ({ found }) => `la commune${quoted(found)} n’est pas de l’EPCI`,
    fix: 'Corrigez le code INSEE, ou retirez la ligne.'
  },
  'unknown-meeting-team': {
    title: 'membre d’une équipe inconnue',
    what: ({ found }) =>
      `aucune équipe du territoire ne s’appelle${found ? quoted(found) : ' ainsi'} ; la ligne est laissée de côté`,
    fix: 'Écrivez le numéro de l’équipe comme dans la liste des équipes.'
  },
  'unknown-partner': {
    title: 'absence de quelqu’un d’inconnu',
    what: ({ found }) =>
      `ni membre d’une équipe ni coordination :${found ? quoted(found) : ' cette case'} ; la ligne est laissée de côté`,
    fix: 'Écrivez la fonction comme dans la liste des membres, le nom du poste comme dans la liste des postes, ou « Service ».'
  },
  'closing-without-dates': {
    title: 'fermeture du service sans dates',
    what: () =>
      'une fermeture du service se donne par deux dates, sans jour de la semaine ; la ligne est laissée de côté',
    fix: 'Remplissez « du » et « au ».'
  },
  'meetings-internal-only': {
    title: 'listes des réunions, absentes d’un site public',
    what: ({ found = '' }) =>
      `membres, disponibilités et salles (${found}) ne sont lus que pour un site interne : un site public n’en contient rien`
  },
  'implausible-date': {
    title: 'date invraisemblable',
    what: ({ found, severity }) =>
      `cette date est trop ancienne ou trop lointaine :${quoted(found)} ; ${severity === 'dropped' ? 'la ligne est laissée de côté' : 'elle est tenue pour inconnue'}`,
    fix: 'Corrigez l’année.'
  },
  'unknown-team': {
    title: 'équipe inconnue',
    what: ({ found }) => `l’équipe${quoted(found)} n’est pas dans la liste des équipes`,
    fix: 'Corrigez son identifiant, ou ajoutez-la à la liste.'
  },
  'posts-counted-only': {
    title: 'postes comptés, jamais publiés',
    what: ({ found }) =>
      `${found ?? ''} postes lus : le site publie leur nombre, jamais leur liste ni leurs bases`,
    fix: 'Pour les pages Secteurs et Déplacements, choisissez un site interne.'
  },
  'post-not-numbered': {
    title: 'poste sans numéro',
    what: ({ expected }) => `ce poste n’a pas de numéro ; il est montré sous le nom « ${expected ?? ''} »`,
    fix: 'Donnez à chaque poste un numéro (« Référent 1 »), jamais un nom de personne.'
  },
  'unknown-post': {
    title: 'poste inconnu',
    what: () =>
      'le poste de cette école n’est pas un référent de la liste des postes ; elle n’est confiée à personne',
    fix: 'Écrivez le référent comme dans la liste des postes.'
  },
  'basemap-elsewhere': {
    title: 'fond de carte d’un autre lieu',
    what: ({ found }) =>
      `aucune des ${found ?? ''} formes de ce fond n’est dans le territoire, ou n’est une ligne ou une surface`,
    fix: 'Donnez les routes et l’eau de votre territoire, en degrés.'
  },
  'basemap-not-drawn': {
    title: 'fond de carte sans eau ni route',
    what: ({ found }) => `ce fond ne contient que des surfaces qui ne sont pas de l’eau (${found ?? ''})`,
    fix: 'Donnez les routes et l’eau de votre territoire ; les contours des communes vont dans « communes ».'
  },
  'basemap-surfaces': {
    title: 'surfaces du fond qui ne sont pas de l’eau',
    what: ({ found }) =>
      `${found ?? ''} surfaces de ce fond ne sont pas dites d’eau ; elles ne sont pas dessinées`,
    fix: 'Gardez les surfaces d’eau (« natural=water »), ou retirez les autres.'
  },
  'no-qpv-of-epci': {
    title: 'aucun QPV du fichier dans l’EPCI',
    what: ({ found }) => `aucun des ${found ?? ''} quartiers de ce fichier n’est dans l’EPCI`,
    fix: 'Vérifiez que c’est le fichier de votre territoire ; si l’EPCI n’a pas de quartier prioritaire, retirez-le.'
  },
  'cite-outside-epci': {
    title: 'Cités éducatives hors de l’EPCI, laissées de côté',
    what: ({ found }) => `Cités éducatives hors de l’EPCI, laissées de côté : ${found ?? ''}`,
    counted: true
  },
  'intervention-assumed': {
    title: 'communes d’intervention supposées',
    what: () => 'rien ne dit où le service intervient ; toutes les communes sont prises',
    fix: 'Cochez-les dans les réglages du territoire.'
  },
  'graph-other-mode': {
    title: 'graphe d’un autre mode',
    what: ({ found, expected }) =>
      `ce graphe est fait pour le mode ${found ?? ''}, attendu ${expected ?? ''}`,
    fix: 'Déposez l’extrait OpenStreetMap\u202f: il donne les trois modes, voiture, vélo et marche.'
  },
  'graph-elsewhere': {
    title: 'graphe d’un autre lieu',
    what: ({ found, expected }) =>
      `${found ?? ''} mairie(s) sur ${expected ?? ''} seulement ont une route de ce graphe à moins de 2 km`,
    fix: 'Donnez un extrait OpenStreetMap qui couvre tout le territoire.'
  },
  'graph-partial': {
    title: 'graphe qui ne couvre pas tout',
    what: ({ found, expected }) =>
      `${found ?? ''} mairies sur ${expected ?? ''} ont une route de ce graphe à moins de 2 km ; les autres n’ont pas de temps`,
    fix: 'Donnez un extrait OpenStreetMap qui couvre tout le territoire.'
  },
  'pathways-not-of-safe': {
    title: 'effectifs qui ne viennent pas de la protection',
    what: () => 'ce fichier n’est pas celui que la protection des effectifs écrit',
    fix: 'Déposez le fichier des parcours\u202f: ses effectifs sont protégés de nouveau.'
  },
  'pathways-without-kinds': {
    title: 'effectifs protégés sans la liste des écoles',
    what: () =>
      'ce fichier donne des totaux par école, mais il a été protégé sans la nature des écoles, que chacun connaît : ces totaux pourraient trahir de petits effectifs',
    fix: 'Protégez de nouveau le fichier des parcours, avec la liste des écoles.'
  },
  'pathways-threshold': {
    title: 'effectifs protégés sous le seuil',
    what: ({ found, expected }) =>
      `effectifs protégés au seuil ${found ?? ''}\u202f; ce site demande ${expected ?? ''} ou plus`,
    fix: 'Déposez le fichier des parcours\u202f: ses effectifs sont protégés de nouveau, au seuil de ce site.'
  },
  'bad-logo': {
    title: 'logo refusé',
    what: ({ found }) => `cette image ne peut pas servir de logo : ${found ?? ''}`,
    fix: 'Donnez un SVG simple ou un PNG, de moins de 200 ko.'
  },
  'merged-commune': {
    title: 'commune fusionnée',
    what: ({ found, expected }) =>
      `${found ?? 'cette commune'} fait aujourd’hui partie de la commune ${expected ?? ''} ; elle y est comptée`
  },
  'crossing-edges': {
    title: 'contour qui se croise lui-même',
    what: ({ found }) => `le contour de${quoted(found)} se croise lui-même ; ses surfaces sont approchées`,
    fix: 'Réparez cette géométrie dans un logiciel de cartographie.'
  },
  'intervention-outside-epci': {
    title: 'commune d’intervention hors de l’EPCI',
    what: ({ found }) => `la commune d’intervention${quoted(found)} n’est pas une commune dessinée de l’EPCI`,
    fix: 'Corrigez les communes d’intervention dans les réglages du territoire.'
  },
  'unknown-commune-name': {
    title: 'nom de commune inconnu',
    what: ({ found }) => `aucune commune de l’EPCI ne s’appelle${quoted(found)}`,
    fix: 'Le périmètre seul dit dans quelles communes est ce quartier.'
  },
  'qpv-commune-disagrees': {
    title: 'QPV dont le périmètre et les communes ne concordent pas',
    what: ({ found, expected }) =>
      `le périmètre touche ${found ?? ''}, le fichier annonce ${expected ?? ''} ; la liste du fichier est gardée`,
    fix: 'Un contour de commune simplifié peut en être la cause.'
  },
  'commune-outside-epci': {
    title: 'communes hors de l’EPCI, laissées de côté',
    what: ({ found }) => `communes hors de l’EPCI, laissées de côté : ${found ?? ''}`,
    counted: true
  },
  'qpv-outside-epci': {
    title: 'QPV hors de l’EPCI, laissés de côté',
    what: ({ found }) => `quartiers hors de l’EPCI, laissés de côté : ${found ?? ''}`,
    counted: true
  },
  'school-gone': {
    title: 'établissements des données de départ qui ne sont plus dans l’annuaire, laissés de côté',
    what: ({ found }) =>
      `établissements des données de départ qui ne sont plus dans l’annuaire, laissés de côté : ${found ?? ''}`,
    counted: true
  },
  'school-outside-epci': {
    title: 'lignes d’établissements hors de l’EPCI, laissées de côté',
    what: ({ found }) => `lignes d’établissements hors de l’EPCI, laissées de côté : ${found ?? ''}`,
    counted: true
  },
  'position-of-no-school': {
    title: 'positions d’établissements hors du territoire, laissées de côté',
    what: ({ found }) => `positions d’établissements hors du territoire, laissées de côté : ${found ?? ''}`,
    counted: true
  },
  'list-of-year-replaced': {
    title: 'liste d’une année déjà connue, remplacée',
    what: ({ found }) => `cette liste remplace celle de l’année ${found ?? ''}`,
    fix: 'Si elle est d’une autre année, écrivez cette année dans le nom du fichier (« actions 2025-2026.csv »).'
  },
  'schools-left': {
    title: 'écoles qui ne sont plus suivies, gardées dans le passé',
    what: ({ found }) => `écoles qui ne sont plus suivies, gardées dans les années passées : ${found ?? ''}`
  },
  'same-identifiers': {
    title: 'mêmes identifiants que dans un autre fichier',
    what: ({ found, expected }) =>
      `ce fichier reprend ${found ?? ''} identifiants de${quoted(expected)} ; chacun est compté une fois, d’après ce fichier`,
    fix: 'Retirez l’ancien fichier s’il est remplacé ; sinon, dites que les deux comptent (clé « both » d’une configuration).'
  },
  'rows-superseded': {
    title: 'lignes reprises par un autre fichier, laissées de côté',
    what: ({ found }) => `lignes reprises par un autre fichier, laissées de côté : ${found ?? ''}`,
    counted: true
  },
  'older-years': {
    title: 'lignes d’années plus anciennes, non reprises',
    what: ({ found }) => `lignes d’années plus anciennes, non reprises : ${found ?? ''}`,
    counted: true
  },
  'school-in-undrawn-commune': {
    title: 'école d’une commune sans contour',
    what: ({ found }) =>
      `l’école${quoted(found)} est dans une commune de l’EPCI que le fichier ne dessine pas`,
    fix: 'Ajoutez le contour de cette commune.'
  },
  'school-without-position': {
    title:
      'établissement sans position : compté dans sa commune, à la mairie pour les trajets et les secteurs',
    what: ({ found }) =>
      `aucun fichier ne place l’établissement${quoted(found)} ; il est compté dans sa commune`
  },
  'position-outside-commune': {
    title: 'position hors de la commune annoncée',
    what: ({ found = '', expected = '' }) => {
      const [uai = '', commune = 'aucune commune de l’EPCI'] = found.split(' ');
      return `l’établissement « ${uai} » est placé dans ${commune}, sa liste annonce ${expected}`;
    },
    fix: 'Vérifiez les coordonnées de cet établissement.'
  },
  'rep-only': {
    title: 'établissement connu par la seule liste des REP : ni effectif ni IPS',
    what: ({ found }) =>
      `l’établissement${quoted(found)} n’est que dans la liste des REP ; son effectif et son IPS sont inconnus`
  },
  'kind-assumed': {
    title: 'type d’école supposé',
    what: ({ found, expected }) =>
      `le nom${quoted(found)} ne dit pas le type ; école ${KINDS[expected ?? ''] ?? expected ?? ''} par hypothèse`
  },
  'commune-disagrees': {
    title: 'deux fichiers en désaccord sur la commune',
    what: ({ found, expected }) =>
      `cette liste écrit${quoted(found)}, une autre donne ${expected ?? ''} ; la première lue est gardée`,
    fix: 'Vérifiez l’adresse de l’établissement.'
  },
  'sources-disagree': {
    title: 'deux fichiers en désaccord sur un établissement',
    what: ({ found, expected }) =>
      `l’établissement${quoted(found)} a d’autres valeurs dans ${expected ?? 'un fichier lu avant'} ; celles-ci sont gardées`,
    fix: 'Retirez le fichier le moins récent.'
  }
};
