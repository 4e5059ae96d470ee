// Words for a whole file: how it is written, and why it may be of no use.
import { figureWords, quoted, type FindingLexicon } from './finding-words.ts';

export const FILE_FINDINGS: FindingLexicon = {
  'missing-file': {
    title: 'fichier absent',
    what: ({ found }) =>
      found
        ? `ce fichier n’existe pas dans${quoted(found)}`
        : 'ce fichier n’est pas parmi ceux qui sont déposés',
    fix: 'Vérifiez son nom, puis déposez-le ou placez-le avec les autres fichiers.'
  },
  'folder-incomplete': {
    title: 'fichiers non joints au dossier',
    what: ({ found }) => `le dossier a été enregistré sans les fichiers d’origine suivants : ${found ?? ''}`,
    fix: 'Déposez-les de nouveau à l’étape 2 de « Mon territoire », puis changez le territoire. Rien n’est perdu : le territoire reste tel qu’il était.'
  },
  'maillage-alone': {
    title: 'dossier Maillage',
    what: () => 'c’est un dossier Maillage enregistré',
    fix: 'Ouvrez-le par « Ouvrir un dossier » : il remplace le territoire ouvert.'
  },
  'gtfs-not-taken': {
    title: 'horaires de transport',
    what: () => 'ce sont des horaires de transport en commun, et cette page ne les lit pas encore',
    fix: 'Retirez-le\u202f: les temps en transport en commun se préparent avec le service informatique.'
  },
  'certificate-not-taken': {
    title: 'certificat de protection',
    what: () => 'c’est un certificat de protection, qui ne contient aucun effectif',
    fix: 'Déposez le fichier des parcours.'
  },
  'bad-configuration': {
    title: 'fichier de réglages à corriger',
    what: ({ found }) =>
      `ce fichier de réglages ne convient pas\u202f: ${found ?? 'le territoire ne peut pas être construit avec lui'}`,
    fix: 'Il est laissé de côté. Choisissez l’agglomération sur cette page, ou faites corriger le fichier par qui l’a écrit.'
  },
  'unreadable-file': {
    title: 'fichier illisible',
    what: () => 'ce fichier ne peut pas être ouvert',
    fix: 'Vérifiez que c’est bien un fichier et que vous avez le droit de le lire.'
  },
  'empty-file': {
    title: 'fichier vide',
    what: () => 'ce fichier est vide',
    fix: 'Téléchargez-le de nouveau.'
  },
  'no-row': {
    title: 'fichier sans données',
    what: () => 'ce fichier ne contient aucune ligne de données',
    fix: 'Téléchargez-le de nouveau, ou retirez-le.'
  },
  'not-text': {
    title: 'fichier qui n’est pas du texte',
    what: () => 'ce fichier n’est pas du texte : un classeur, une archive ou une image, peut-être',
    fix: 'Enregistrez-le au format CSV ou GeoJSON.'
  },
  'too-many-columns': {
    title: 'tableau trop large',
    what: ({ found, expected }) =>
      `ce tableau a ${figureWords(found, 'fr-FR')} colonnes ; la limite est de ${figureWords(expected, 'fr-FR')}`,
    fix: 'Gardez les colonnes utiles. Si les données sont en travers, échangez lignes et colonnes.'
  },
  'latin1-text': {
    title: 'fichier en Latin-1',
    what: () => 'ce fichier est en Latin-1 (Windows-1252) ; ses accents ont été convertis',
    fix: 'Si des noms paraissent abîmés, enregistrez le fichier en UTF-8.'
  },
  'mixed-encodings': {
    title: 'lignes de deux encodages',
    what: ({ found }) =>
      `ce fichier mêle l’UTF-8 et le Latin-1 (Windows-1252) : ${found ?? ''} ligne${Number(found) > 1 ? 's sont' : ' est'} en Latin-1, celle-ci la première ; chacune a été lue dans le sien`,
    fix: 'Enregistrez le fichier entier en UTF-8.'
  },
  'truncated-text': {
    title: 'fichier coupé',
    what: () => 'ce fichier s’arrête au milieu d’une lettre : il est sans doute coupé',
    fix: 'Téléchargez-le de nouveau.'
  },
  'truncated-json': {
    title: 'fichier GeoJSON coupé',
    what: () => 'ce fichier s’arrête avant sa fin : le téléchargement a été interrompu',
    fix: 'Téléchargez-le de nouveau.'
  },
  'malformed-json': {
    title: 'fichier JSON mal écrit',
    what: ({ row }) => `ce fichier n’est pas du JSON valable${row === undefined ? '' : ' à cette ligne'}`,
    fix: 'Corrigez-le à cet endroit, ou téléchargez-le de nouveau.'
  },
  'not-geojson': {
    title: 'fichier qui n’est pas du GeoJSON',
    what: () => 'ce fichier est du JSON, mais ni une Feature ni une FeatureCollection',
    fix: 'Choisissez le format GeoJSON au téléchargement.'
  },
  'damaged-pack': {
    title: 'données de départ abîmées',
    what: () => 'ce fichier de données de départ ne peut pas être lu : il est coupé ou abîmé',
    fix: 'Rechargez la page. Si le défaut demeure, prévenez le service qui publie ce site.'
  },
  'foreign-pack': {
    title: 'données de départ d’une autre version',
    what: () => 'ce fichier de données de départ vient d’une autre version de Maillage',
    fix: 'Rechargez la page pour que le site et ses données soient de la même version.'
  },
  'missing-pack': {
    title: 'données de départ absentes',
    what: () => 'ce site n’a pas ce fichier de données de départ',
    fix: 'Déposez les fichiers officiels de votre territoire : contours des communes et listes d’écoles.'
  },
  'unreachable-pack': {
    title: 'données de départ hors d’atteinte',
    what: () => 'ce fichier de données de départ n’a pas pu être téléchargé',
    fix: 'Vérifiez la connexion, puis recommencez.'
  },
  'missing-column': {
    title: 'colonne manquante',
    what: ({ expected, found }) =>
      `cette colonne manque (noms acceptés : ${expected ?? ''}) ; colonnes trouvées : ${found ?? ''}`,
    fix: 'Vérifiez que le fichier est bien celui que cette place attend.'
  },
  'unknown-projection': {
    title: 'projection inconnue',
    what: ({ found }) => `les coordonnées ne sont ni en degrés WGS84 ni en Lambert-93 (${found ?? ''})`,
    fix: 'Convertissez le fichier en WGS84 (EPSG:4326).'
  },
  'lambert-93': {
    title: 'fichier en Lambert-93',
    what: () => 'les coordonnées sont en Lambert-93 (EPSG:2154) ; elles ont été converties en degrés'
  },
  'swapped-coordinates': {
    title: 'coordonnées inversées',
    what: () => 'la latitude précède la longitude ; les coordonnées ont été remises dans l’ordre'
  },
  'picture-file': {
    title: 'image',
    what: () => 'ce fichier est une image : il ne contient aucun tableau',
    fix: 'Le logo du service se donne en SVG ou en PNG.'
  },
  'text-document': {
    title: 'document de texte',
    what: () => 'ce fichier est un document de texte ou de présentation : ses tableaux ne sont pas lus',
    fix: 'Copiez le tableau dans un classeur et enregistrez-le au format .xlsx.'
  },
  'bzip-file': {
    title: 'fichier compressé',
    what: () => 'ce fichier est compressé (.bz2)',
    fix: 'Prenez l’extrait au format .osm.pbf, ou décompressez-le.'
  },
  'saved-by-a-page': {
    title: 'fichier d’une autre page',
    what: ({ found }) =>
      found === 'maillage-plan'
        ? 'ce fichier est un plan enregistré par la page Secteurs'
        : 'ce fichier est une séance enregistrée par la page Séance',
    fix: 'Ouvrez-le sur cette page.'
  },
  'ignored-column': {
    title: 'colonne laissée de côté',
    what: () => 'cette colonne est laissée de côté, comme vous l’avez demandé'
  },
  'ignored-value': {
    title: 'valeur laissée de côté',
    what: ({ found }) => `la valeur${quoted(found)} est laissée de côté, comme vous l’avez demandé`
  },
  'ignored-row': {
    title: 'ligne laissée de côté',
    what: ({ found }) =>
      `la valeur${quoted(found)} est laissée de côté, comme vous l’avez demandé ; sa ligne aussi, car la colonne est nécessaire`
  },
  'not-a-holiday': {
    title: 'ligne du calendrier hors des vacances des trois zones',
    what: () => 'cette ligne du calendrier ne dit pas de vacances des élèves dans les zones A, B ou C'
  },
  corrected: {
    title: 'valeur corrigée',
    what: ({ found, expected }) =>
      `${found ? `« ${found} »` : 'la case vide'} a été remplacé par « ${expected ?? ''} », selon votre correction`
  },
  'correction-refused': {
    title: 'correction refusée',
    what: ({ found, expected }) =>
      `le fichier a changé : la correction attendait${expected ? ` « ${expected} »` : ' une case vide'}${found ? `, la case contient « ${found} »` : ''} ; elle n’est pas faite`,
    fix: 'Exportez de nouveau la liste des lignes douteuses, et corrigez celle-ci.'
  },
  'bad-correction': {
    title: 'correction sans case',
    what: ({ found }) =>
      `la correction${quoted(found)} ne dit pas de quel fichier, ligne et colonne elle est`,
    fix: 'Laissez les colonnes « Fichier », « Ligne » et « Colonne » telles qu’elles ont été exportées.'
  },
  'corrections-disagree': {
    title: 'deux corrections d’une même case',
    what: ({ found, expected }) =>
      `la même case est corrigée plus haut par « ${expected ?? ''} » ; la correction${quoted(found)} n’est pas faite`,
    fix: 'Gardez l’une des deux.'
  }
};
