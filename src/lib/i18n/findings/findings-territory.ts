// Words for what appears when files are put together into a territory.
import type { Finding } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { fill, type InEachLanguage } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';

const KINDS: Readonly<Record<string, InEachLanguage>> = {
  maternelle: { fr: 'maternelle', en: 'nursery' },
  elementaire: { fr: 'élémentaire', en: 'elementary' },
  primaire: { fr: 'primaire', en: 'primary' }
};
const inKind = (finding: Finding, language: Locale): Finding => ({
  ...finding,
  expected: KINDS[finding.expected ?? '']?.[language] ?? finding.expected ?? ''
});

const WHOLE_TERRITORY = {
  fr: 'Donnez un extrait OpenStreetMap qui couvre tout le territoire.',
  en: 'Give an OpenStreetMap extract that covers the whole territory.'
};

export const TERRITORY_FINDINGS: FindingLexicon = {
  'unknown-siren': {
    title: { fr: 'EPCI inconnu', en: 'unknown EPCI' },
    fr: 'aucun EPCI ne porte le SIREN[ « {found} »]',
    en: 'no EPCI bears the SIREN[ “{found}”]',
    fix: {
      fr: 'Vérifiez les 9 chiffres sur la fiche de votre intercommunalité.',
      en: 'Check its 9 digits on the record of your grouping of communes.'
    }
  },
  'no-commune-of-epci': {
    title: { fr: 'aucune commune de l’EPCI', en: 'no commune of the EPCI' },
    fr: 'ce fichier ne dessine aucune des {expected} communes de l’EPCI',
    en: 'this file draws none of the {expected} communes of the EPCI',
    fix: {
      fr: 'Donnez le fichier des communes de votre département.',
      en: 'Give the file of the communes of your département.'
    }
  },
  'no-school': {
    title: { fr: 'aucune école', en: 'no school' },
    fr: 'aucune école des fichiers n’est dans l’EPCI',
    en: 'no school of the files is in the EPCI',
    fix: {
      fr: 'Vérifiez que les listes couvrent votre département.',
      en: 'Check that the lists cover your département.'
    }
  },
  'commune-without-outline': {
    title: { fr: 'commune sans contour', en: 'commune without an outline' },
    fr: 'la commune[ « {found} »] de l’EPCI n’est pas dessinée dans ce fichier ; elle est laissée de côté',
    en: 'commune[ “{found}”] of the EPCI is not drawn in this file; it is left out',
    fix: {
      fr: 'Ajoutez son contour, ou donnez un fichier qui couvre tout l’EPCI.',
      en: 'Add its outline, or give a file that covers the whole EPCI.'
    }
  },
  'commune-not-drawn': {
    title: { fr: 'commune non dessinée', en: 'commune not drawn' },
    fr: 'aucun fichier ne dessine la commune[ « {found} »] : elle est placée au milieu de ses écoles situées, sans contour ni superficie',
    en: 'no file draws commune[ “{found}”]: it stands amid its schools that have a position, without outline or area',
    fix: {
      fr: 'Donnez le contour de la commune (GeoJSON ou TopoJSON) : elle sera dessinée.',
      en: 'Give the outline of the commune (GeoJSON or TopoJSON): it will be drawn.'
    }
  },
  'district-without-outline': {
    title: { fr: 'arrondissement sans contour', en: 'district without an outline' },
    fr: 'l’arrondissement[ « {found} »] n’est pas dessiné ; la carte montre le contour de toute la ville, et ses quartiers prioritaires ne sont pas connus',
    en: 'district[ “{found}”] is not drawn; the map shows the outline of the whole city, and its priority neighbourhoods are not known',
    fix: {
      fr: 'Ajoutez un fichier de contours qui contient les arrondissements.',
      en: 'Add a file of outlines that holds the districts.'
    }
  },
  'unknown-commune': {
    title: { fr: 'commune inconnue', en: 'unknown commune' },
    fr: 'l’INSEE ne connaît pas de commune[ « {found} »]',
    en: 'INSEE knows no commune[ “{found}”]',
    fix: {
      fr: 'Corrigez le code ou le nom de la commune.',
      en: 'Correct the code or the name of the commune.'
    }
  },
  'commune-not-of-epci': {
    title: { fr: 'commune hors de l’EPCI', en: 'commune outside the EPCI' },
    fr: 'la commune[ « {found} »] n’est pas de l’EPCI',
    en: 'commune[ “{found}”] is not of the EPCI',
    fix: {
      fr: 'Corrigez le code INSEE, ou retirez la ligne.',
      en: 'Correct the INSEE code, or take the row out.'
    }
  },
  'meetings-internal-only': {
    title: {
      fr: 'listes des réunions, absentes d’un site public',
      en: 'lists of meetings, absent from a public site'
    },
    fr: 'membres, disponibilités et salles ({found}) ne sont lus que pour un site interne : un site public n’en contient rien',
    en: 'members, availability and rooms ({found}) are read for an internal site only: a public site holds nothing of them'
  },
  'implausible-date': {
    title: { fr: 'date invraisemblable', en: 'implausible date' },
    fr: (finding) =>
      fill(
        `cette date est trop ancienne ou trop lointaine :[ « {found} »] ; ${finding.severity === 'dropped' ? 'la ligne est laissée de côté' : 'elle est tenue pour inconnue'}`,
        finding
      ),
    en: (finding) =>
      fill(
        `this date is too old or too far ahead:[ “{found}”]; ${finding.severity === 'dropped' ? 'the row is left out' : 'it is taken as unknown'}`,
        finding
      ),
    fix: { fr: 'Corrigez l’année.', en: 'Correct the year.' }
  },
  'college-waiting': {
    title: { fr: 'collège en attente', en: 'collège that waits' },
    fr: '[« {found} »|ce collège] n’est pas compté parmi les écoles en attente, qui sont du premier degré',
    en: '[“{found}”|this collège] is not counted among the schools that wait, which are of the first degree'
  },
  'unknown-team': {
    title: { fr: 'équipe inconnue', en: 'unknown team' },
    fr: 'l’équipe[ « {found} »] n’est pas dans la liste des équipes',
    en: 'team[ “{found}”] is not in the list of teams',
    fix: {
      fr: 'Corrigez son identifiant, ou ajoutez-la à la liste.',
      en: 'Correct its identifier, or add it to the list.'
    }
  },
  'posts-counted-only': {
    title: { fr: 'postes comptés, jamais publiés', en: 'posts counted, never published' },
    fr: '{found} postes lus : le site publie leur nombre, jamais leur liste ni leurs bases',
    en: '{found} posts read: the site publishes how many they are, never their list nor their bases',
    fix: {
      fr: 'Pour les pages Répartition et Déplacements, choisissez un site interne.',
      en: 'For the Sectors and Travel pages, choose an internal site.'
    }
  },
  'post-not-numbered': {
    title: { fr: 'poste sans numéro', en: 'post without a number' },
    fr: 'ce poste n’a pas de numéro ; il est montré sous le nom « {expected} »',
    en: 'this post has no number; it is shown under the name “{expected}”',
    fix: {
      fr: 'Donnez à chaque poste un numéro (« Référent 1 »), jamais un nom de personne.',
      en: 'Give each post a number (“Référent 1”), never a person’s name.'
    }
  },
  'unknown-post': {
    title: { fr: 'poste inconnu', en: 'unknown post' },
    fr: 'le poste de cette école n’est pas un référent de la liste des postes ; elle n’est confiée à personne',
    en: 'the post of this school is not a caseworker in the list of posts; it is given to nobody',
    fix: {
      fr: 'Écrivez le référent comme dans la liste des postes.',
      en: 'Write the caseworker as in the list of posts.'
    }
  },
  'basemap-elsewhere': {
    title: { fr: 'fond de carte d’un autre lieu', en: 'basemap of another place' },
    fr: 'aucune des {found} formes de ce fond n’est dans le territoire, ou n’est une ligne ou une surface',
    en: 'none of the {found} shapes of this basemap is in the territory, or is a line or an area',
    fix: {
      fr: 'Donnez les routes et l’eau de votre territoire, en degrés.',
      en: 'Give the roads and the water of your territory, in degrees.'
    }
  },
  'basemap-not-drawn': {
    title: { fr: 'fond de carte sans eau ni route', en: 'base map without water or roads' },
    fr: 'ce fond ne contient que des surfaces qui ne sont pas de l’eau ({found})',
    en: 'this base map only holds surfaces that are not water ({found})',
    fix: {
      fr: 'Donnez les routes et l’eau de votre territoire ; les contours des communes vont dans « communes ».',
      en: 'Give the roads and water of your territory; outlines of communes go to “communes”.'
    }
  },
  'basemap-surfaces': {
    title: {
      fr: 'surfaces du fond qui ne sont pas de l’eau',
      en: 'surfaces of the base map that are not water'
    },
    fr: '{found} surfaces de ce fond ne sont pas dites d’eau ; elles ne sont pas dessinées',
    en: '{found} surfaces of this base map are not said to be water; they are not drawn',
    fix: {
      fr: 'Gardez les surfaces d’eau (« natural=water »), ou retirez les autres.',
      en: 'Keep the surfaces of water (“natural=water”), or remove the others.'
    }
  },
  'no-qpv-of-epci': {
    title: { fr: 'aucun QPV du fichier dans l’EPCI', en: 'no QPV of the file in the EPCI' },
    fr: 'aucun des {found} quartiers de ce fichier n’est dans l’EPCI',
    en: 'none of the {found} neighbourhoods of this file is in the EPCI',
    fix: {
      fr: 'Vérifiez que c’est le fichier de votre territoire ; si l’EPCI n’a pas de quartier prioritaire, retirez-le.',
      en: 'Check that it is the file of your territory; if the EPCI has no priority neighbourhood, remove it.'
    }
  },
  'cite-outside-epci': {
    title: {
      fr: 'Cités éducatives hors du territoire, laissées de côté',
      en: 'Cités éducatives outside the territory, left aside'
    },
    fr: 'Cités éducatives hors du territoire, laissées de côté : {found}',
    en: 'Cités éducatives outside the territory, left aside: {found}',
    counted: true
  },
  'intervention-assumed': {
    title: { fr: 'communes d’intervention supposées', en: 'communes of intervention assumed' },
    fr: 'rien ne dit où le service intervient ; toutes les communes sont prises',
    en: 'nothing says where the service works; every commune is taken',
    fix: {
      fr: 'Cochez-les dans les réglages du territoire.',
      en: 'Name them under the key “intervention” of the configuration.'
    }
  },
  'graph-other-mode': {
    title: { fr: 'graphe d’un autre mode', en: 'graph of another mode' },
    fr: 'ce graphe est fait pour le mode {found}, attendu {expected}',
    en: 'this graph is made for the mode {found}, expected {expected}',
    fix: {
      fr: 'Déposez l’extrait OpenStreetMap\u202f: il donne les trois modes, voiture, vélo et marche.',
      en: 'Drop the OpenStreetMap extract: it gives the three modes, car, bicycle and walking.'
    }
  },
  'graph-elsewhere': {
    title: { fr: 'graphe d’un autre lieu', en: 'graph of another place' },
    fr: '{found} mairie(s) sur {expected} seulement ont une route de ce graphe à moins de 2 km',
    en: 'only {found} of {expected} town hall(s) have a road of this graph within 2 km',
    fix: WHOLE_TERRITORY
  },
  'travel-service-unread': {
    title: { fr: 'service de temps de trajet non interrogé', en: 'travel-time service not asked' },
    fr: 'la configuration nomme un service de temps de trajet d’un autre hôte : il n’est plus interrogé',
    en: 'the configuration names a travel-time service of another host: it is no longer asked',
    fix: {
      fr: 'Donnez un graphe de routes, ou gardez les temps estimés à vol d’oiseau.',
      en: 'Give a road graph, or keep the times estimated in a straight line.'
    }
  },
  'graph-partial': {
    title: { fr: 'graphe qui ne couvre pas tout', en: 'graph that does not cover everything' },
    fr: '{found} mairies sur {expected} ont une route de ce graphe à moins de 2 km ; les autres n’ont pas de temps',
    en: '{found} town halls of {expected} have a road of this graph within 2 km; the others have no times',
    fix: WHOLE_TERRITORY
  },
  'pathways-not-of-safe': {
    title: {
      fr: 'effectifs qui ne viennent pas de la protection',
      en: 'counts that do not come from the protection'
    },
    fr: 'ce fichier n’est pas celui que la protection des effectifs écrit',
    en: 'this file is not the one that the protection of counts writes',
    fix: {
      fr: 'Déposez le fichier des parcours\u202f: ses effectifs sont protégés de nouveau.',
      en: 'Drop the case file: its counts are protected again.'
    }
  },
  'pathways-without-kinds': {
    title: {
      fr: 'effectifs protégés sans la liste des écoles',
      en: 'counts protected without the list of schools'
    },
    fr: 'ce fichier donne des totaux par école, mais il a été protégé sans la nature des écoles, que chacun connaît : ces totaux pourraient trahir de petits effectifs',
    en: 'this file gives totals by school, but it was protected without the kinds of schools, which everyone knows: these totals could give small counts away',
    fix: {
      fr: 'Protégez de nouveau le fichier des parcours, avec la liste des écoles.',
      en: 'Protect the case file again, with the list of schools.'
    }
  },
  'pathways-threshold': {
    title: { fr: 'effectifs protégés sous le seuil', en: 'counts protected below the threshold' },
    fr: 'effectifs protégés au seuil {found}\u202f; ce site demande {expected} ou plus',
    en: 'protected at threshold {found}, expected {expected} or more',
    fix: {
      fr: 'Déposez le fichier des parcours\u202f: ses effectifs sont protégés de nouveau, au seuil de ce site.',
      en: 'Drop the case file: its counts are protected again, at the threshold of this site.'
    }
  },
  'bad-logo': {
    title: { fr: 'logo refusé', en: 'logo refused' },
    fr: 'cette image ne peut pas servir de logo : {found}',
    en: 'this picture cannot serve as a logo: {found}',
    fix: {
      fr: 'Donnez un SVG simple ou un PNG, de moins de 200 ko.',
      en: 'Give a plain SVG or a PNG, of less than 200 kB.'
    }
  },
  'merged-commune': {
    title: { fr: 'commune fusionnée', en: 'merged commune' },
    fr: '[{found}|cette commune] fait aujourd’hui partie de la commune {expected} ; elle y est comptée',
    en: '[{found}|this commune] is now part of commune {expected}; it is counted there'
  },
  'crossing-edges': {
    title: { fr: 'contour qui se croise lui-même', en: 'outline that crosses itself' },
    fr: 'le contour de[ « {found} »] se croise lui-même ; ses surfaces sont approchées',
    en: 'the outline of[ “{found}”] crosses itself; its areas are approximate',
    fix: {
      fr: 'Réparez cette géométrie dans un logiciel de cartographie.',
      en: 'Repair this geometry in mapping software.'
    }
  },
  'intervention-outside-epci': {
    title: { fr: 'commune d’intervention hors de l’EPCI', en: 'commune of intervention outside the EPCI' },
    fr: 'la commune d’intervention[ « {found} »] n’est pas une commune dessinée de l’EPCI',
    en: 'commune of intervention[ “{found}”] is not a drawn commune of the EPCI',
    fix: {
      fr: 'Corrigez les communes d’intervention dans les réglages du territoire.',
      en: 'Correct the key “intervention” of the configuration.'
    }
  },
  'schools-outside-intervention': {
    title: {
      fr: 'écoles hors des communes d’intervention, laissées de côté',
      en: 'schools outside the communes of intervention, left out'
    },
    fr: 'écoles hors des communes d’intervention, laissées de côté : {found}',
    en: 'schools outside the communes of intervention, left out: {found}',
    fix: {
      fr: 'Si le service intervient dans ces communes, cochez-les dans les réglages du territoire.',
      en: 'Add their communes to the key “intervention” of the configuration where the service works there.'
    },
    counted: true
  },
  'unknown-commune-name': {
    title: { fr: 'nom de commune inconnu', en: 'unknown name of a commune' },
    fr: 'aucune commune de l’EPCI ne s’appelle[ « {found} »]',
    en: 'no commune of the EPCI is called[ “{found}”]',
    fix: {
      fr: 'Le périmètre seul dit dans quelles communes est ce quartier.',
      en: 'The perimeter alone says which communes this neighbourhood is in.'
    }
  },
  'qpv-commune-disagrees': {
    title: {
      fr: 'QPV dont le périmètre et les communes ne concordent pas',
      en: 'QPV whose perimeter and communes do not agree'
    },
    fr: 'le périmètre touche {found}, le fichier annonce {expected} ; la liste du fichier est gardée',
    en: 'the perimeter touches {found}, the file announces {expected}; the list of the file is kept',
    fix: {
      fr: 'Un contour de commune simplifié peut en être la cause.',
      en: 'A simplified outline of a commune may be why.'
    }
  },
  'commune-outside-epci': {
    title: {
      fr: 'communes hors du territoire, laissées de côté',
      en: 'communes outside the territory, left out'
    },
    fr: 'communes hors du territoire, laissées de côté : {found}',
    en: 'communes outside the territory, left out: {found}',
    counted: true
  },
  'qpv-outside-epci': {
    title: { fr: 'QPV hors du territoire, laissés de côté', en: 'QPV outside the territory, left out' },
    fr: 'quartiers hors du territoire, laissés de côté : {found}',
    en: 'neighbourhoods outside the territory, left out: {found}',
    counted: true
  },
  'school-gone': {
    title: {
      fr: 'établissements des données de départ qui ne sont plus dans l’annuaire, laissés de côté',
      en: 'schools of the starting data that the annuaire no longer has, left out'
    },
    fr: 'établissements des données de départ qui ne sont plus dans l’annuaire, laissés de côté : {found}',
    en: 'schools of the starting data that the annuaire no longer has, left out: {found}',
    counted: true
  },
  'school-outside-epci': {
    title: {
      fr: 'lignes d’établissements hors du territoire, laissées de côté',
      en: 'rows of schools outside the territory, left out'
    },
    fr: 'lignes d’établissements hors du territoire, laissées de côté : {found}',
    en: 'rows of schools outside the territory, left out: {found}',
    counted: true
  },
  'position-of-no-school': {
    title: {
      fr: 'positions d’établissements hors du territoire, laissées de côté',
      en: 'positions of schools outside the territory, left out'
    },
    fr: 'positions d’établissements hors du territoire, laissées de côté : {found}',
    en: 'positions of schools outside the territory, left out: {found}',
    counted: true
  },
  'list-of-year-replaced': {
    title: { fr: 'liste d’une année déjà connue, remplacée', en: 'list of a year already known, replaced' },
    fr: 'cette liste remplace celle de l’année {found}',
    en: 'this list replaces that of the year {found}',
    fix: {
      fr: 'Si elle est d’une autre année, écrivez cette année dans le nom du fichier (« actions 2025-2026.csv »).',
      en: 'If it is of another year, write that year in the name of the file (“actions 2025-2026.csv”).'
    }
  },
  'schools-left': {
    title: {
      fr: 'écoles qui ne sont plus suivies, gardées dans le passé',
      en: 'schools followed no more, kept in the past'
    },
    fr: 'écoles qui ne sont plus suivies, gardées dans les années passées : {found}',
    en: 'schools followed no more, kept in the years that went by: {found}'
  },
  'same-identifiers': {
    title: { fr: 'mêmes identifiants que dans un autre fichier', en: 'same identifiers as in another file' },
    fr: 'ce fichier reprend {found} identifiants de[ « {expected} »] ; chacun est compté une fois, d’après ce fichier',
    en: 'this file repeats {found} identifiers of[ “{expected}”]; each is counted once, as this file has it',
    fix: {
      fr: 'Retirez l’ancien fichier s’il est remplacé ; sinon, dites que les deux comptent (clé « both » d’une configuration).',
      en: 'Take the former file out if it is replaced; else say that both count (key “both” of a configuration).'
    }
  },
  'rows-superseded': {
    title: {
      fr: 'lignes reprises par un autre fichier, laissées de côté',
      en: 'rows repeated by another file, left out'
    },
    fr: 'lignes reprises par un autre fichier, laissées de côté : {found}',
    en: 'rows repeated by another file, left out: {found}',
    counted: true
  },
  'older-years': {
    title: { fr: 'lignes d’années plus anciennes, non reprises', en: 'rows of older years, not taken' },
    fr: 'lignes d’années plus anciennes, non reprises : {found}',
    en: 'rows of older years, not taken: {found}',
    counted: true
  },
  'school-in-undrawn-commune': {
    title: { fr: 'école d’une commune sans contour', en: 'school of a commune without an outline' },
    fr: 'l’école[ « {found} »] est dans une commune de l’EPCI que le fichier ne dessine pas',
    en: 'school[ “{found}”] is in a commune of the EPCI that the file does not draw',
    fix: { fr: 'Ajoutez le contour de cette commune.', en: 'Add the outline of this commune.' }
  },
  'school-without-position': {
    title: {
      fr: 'établissement sans position : compté dans sa commune, à la mairie pour les trajets et les secteurs',
      en: 'school without a position: counted in its commune, at its town hall for journeys and sectors'
    },
    fr: 'aucun fichier ne place l’établissement[ « {found} »] ; il est compté dans sa commune',
    en: 'no file places school[ “{found}”]; it is counted in its commune'
  },
  'position-outside-commune': {
    title: { fr: 'position hors de la commune annoncée', en: 'position outside the commune announced' },
    fr: ({ found = '', expected = '' }) => {
      const [uai = '', commune = 'aucune commune de l’EPCI'] = found.split(' ');
      return `l’établissement « ${uai} » est placé dans ${commune}, sa liste annonce ${expected}`;
    },
    en: ({ found = '', expected = '' }) => {
      const [uai = '', commune = 'no commune of the EPCI'] = found.split(' ');
      return `school “${uai}” is placed in ${commune}, its list announces ${expected}`;
    },
    fix: { fr: 'Vérifiez les coordonnées de cet établissement.', en: 'Check the coordinates of this school.' }
  },
  'rep-only': {
    title: {
      fr: 'établissement connu par la seule liste des REP : ni effectif ni IPS',
      en: 'school known by the list of REP alone: neither pupils nor IPS'
    },
    fr: 'l’établissement[ « {found} »] n’est que dans la liste des REP ; son effectif et son IPS sont inconnus',
    en: 'school[ “{found}”] is in the list of REP alone; its pupils and its IPS are unknown'
  },
  'kind-assumed': {
    title: { fr: 'type d’école supposé', en: 'kind of school assumed' },
    fr: (finding) =>
      fill('le nom[ « {found} »] ne dit pas le type ; école {expected} par hypothèse', inKind(finding, 'fr')),
    en: (finding) =>
      fill('the name[ “{found}”] does not say the kind; {expected} school assumed', inKind(finding, 'en'))
  },
  'commune-disagrees': {
    title: { fr: 'deux fichiers en désaccord sur la commune', en: 'two files disagree on the commune' },
    fr: 'cette liste écrit[ « {found} »], une autre donne {expected} ; la première lue est gardée',
    en: 'this list writes[ “{found}”], another gives {expected}; the first read is kept',
    fix: { fr: 'Vérifiez l’adresse de l’établissement.', en: 'Check the address of the school.' }
  },
  'sources-disagree': {
    title: { fr: 'deux fichiers en désaccord sur un établissement', en: 'two files disagree on a school' },
    fr: 'l’établissement[ « {found} »] a d’autres valeurs dans [{expected}|un fichier lu avant] ; celles-ci sont gardées',
    en: 'school[ “{found}”] has other values in [{expected}|a file read before]; those are kept',
    fix: { fr: 'Retirez le fichier le moins récent.', en: 'Take out the less recent file.' }
  }
};
