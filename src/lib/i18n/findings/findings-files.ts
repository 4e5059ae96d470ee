// Words for a whole file: how it is written, and why it may be of no use.
import { findingFigure, type FindingLexicon } from './finding-words.ts';

const AGAIN = { fr: 'Téléchargez-le de nouveau.', en: 'Download it again.' };

export const FILE_FINDINGS: FindingLexicon = {
  'missing-file': {
    title: { fr: 'fichier absent', en: 'missing file' },
    fr: '[ce fichier n’existe pas dans « {found} »|ce fichier n’est pas parmi ceux qui sont déposés]',
    en: '[this file does not exist in “{found}”|this file is not among those dropped]',
    fix: {
      fr: 'Vérifiez son nom, puis déposez-le ou placez-le avec les autres fichiers.',
      en: 'Check its name, then drop it or put it with the other files.'
    }
  },
  'folder-incomplete': {
    title: { fr: 'fichiers non joints au dossier', en: 'files that are not in the folder' },
    fr: 'le dossier a été enregistré sans les fichiers d’origine suivants : {found}',
    en: 'the folder was saved without these original files: {found}',
    fix: {
      fr: 'Déposez-les de nouveau à l’étape 2 de « Mon territoire », puis changez le territoire. Rien n’est perdu : le territoire reste tel qu’il était.',
      en: 'Drop them again at step 2 of My territory, then change it. Nothing is lost: the territory is as it was.'
    }
  },
  'maillage-alone': {
    title: { fr: 'dossier Maillage', en: 'Maillage folder' },
    fr: 'c’est un dossier Maillage enregistré',
    en: 'this is a saved Maillage folder',
    fix: {
      fr: 'Ouvrez-le par « Ouvrir un dossier » : il remplace le territoire ouvert.',
      en: 'Open it with “Open a folder”: it replaces the open territory.'
    }
  },
  'appointments-read': {
    title: { fr: 'rendez-vous de l’outil national', en: 'appointments of the national tool' },
    fr: ({ found, expected }) =>
      `c’est l’export de l’outil national de rendez-vous : ${findingFigure(found, 'fr')} rendez-vous, dont ${findingFigure(expected, 'fr')} honorés ; seuls la date, le motif, le statut, la commune et la présence d’un mineur sont lus, et aucun nom`,
    en: ({ found, expected }) =>
      `this is the export of the national tool of appointments: ${findingFigure(found, 'en')} appointments, of which ${findingFigure(expected, 'en')} took place; only the date, the reason, the status, the commune and whether a minor was there are read, and no name`,
    fix: {
      fr: 'Aucune page ne montre encore ces rendez-vous : retirez le fichier.',
      en: 'No page shows these appointments yet: remove the file.'
    }
  },
  'gtfs-not-taken': {
    title: { fr: 'horaires de transport', en: 'transport timetables' },
    fr: 'ce sont des horaires de transport en commun, et cette page ne les lit pas encore',
    en: 'these are public transport timetables, and this page does not read them yet',
    fix: {
      fr: 'Retirez-le\u202f: les temps en transport en commun se préparent avec le service informatique.',
      en: 'Remove it: times by public transport are prepared with the IT department.'
    }
  },
  'certificate-not-taken': {
    title: { fr: 'certificat de protection', en: 'certificate of protection' },
    fr: 'c’est un certificat de protection, qui ne contient aucun effectif',
    en: 'this is a certificate of protection, which holds no count',
    fix: { fr: 'Déposez le fichier des parcours.', en: 'Drop the case file.' }
  },
  'bad-configuration': {
    title: { fr: 'fichier de réglages à corriger', en: 'settings file to correct' },
    fr: 'ce fichier de réglages ne convient pas\u202f: [{found}|le territoire ne peut pas être construit avec lui]',
    en: 'this settings file does not fit: [{found}|the territory cannot be built with it]',
    fix: {
      fr: 'Il est laissé de côté. Choisissez l’agglomération sur cette page, ou faites corriger le fichier par qui l’a écrit.',
      en: 'It is left out. Choose the area on this page, or have the file corrected by whoever wrote it.'
    }
  },
  'unreadable-file': {
    title: { fr: 'fichier illisible', en: 'unreadable file' },
    fr: 'ce fichier ne peut pas être ouvert',
    en: 'this file cannot be opened',
    fix: {
      fr: 'Vérifiez que c’est bien un fichier et que vous avez le droit de le lire.',
      en: 'Check that it is a file, and that you may read it.'
    }
  },
  'empty-file': {
    title: { fr: 'fichier vide', en: 'empty file' },
    fr: 'ce fichier est vide',
    en: 'this file is empty',
    fix: AGAIN
  },
  'no-row': {
    title: { fr: 'fichier sans données', en: 'file without data' },
    fr: 'ce fichier ne contient aucune ligne de données',
    en: 'this file holds no row of data',
    fix: {
      fr: 'Téléchargez-le de nouveau, ou retirez-le.',
      en: 'Download it again, or take it out of the configuration.'
    }
  },
  'not-text': {
    title: { fr: 'fichier qui n’est pas du texte', en: 'file that is not text' },
    fr: 'ce fichier n’est pas du texte : un classeur, une archive ou une image, peut-être',
    en: 'this file is not text: a workbook, an archive or a picture, perhaps',
    fix: { fr: 'Enregistrez-le au format CSV ou GeoJSON.', en: 'Save it as CSV or GeoJSON.' }
  },
  'too-many-columns': {
    title: { fr: 'tableau trop large', en: 'table too wide' },
    fr: ({ found, expected }) =>
      `ce tableau a ${findingFigure(found, 'fr')} colonnes ; la limite est de ${findingFigure(expected, 'fr')}`,
    en: ({ found, expected }) =>
      `this table has ${findingFigure(found, 'en')} columns; the limit is ${findingFigure(expected, 'en')}`,
    fix: {
      fr: 'Gardez les colonnes utiles. Si les données sont en travers, échangez lignes et colonnes.',
      en: 'Keep the columns of use. If the data lie across, swap rows and columns.'
    }
  },
  'latin1-text': {
    title: { fr: 'fichier en Latin-1', en: 'file in Latin-1' },
    fr: 'ce fichier est en Latin-1 (Windows-1252) ; ses accents ont été convertis',
    en: 'this file is in Latin-1 (Windows-1252); its accents were converted',
    fix: {
      fr: 'Si des noms paraissent abîmés, enregistrez le fichier en UTF-8.',
      en: 'If names look damaged, save the file in UTF-8.'
    }
  },
  'mixed-encodings': {
    title: { fr: 'lignes de deux encodages', en: 'lines of two encodings' },
    fr: ({ found }) =>
      `ce fichier mêle l’UTF-8 et le Latin-1 (Windows-1252) : ${found ?? ''} ligne${Number(found) > 1 ? 's sont' : ' est'} en Latin-1, celle-ci la première ; chacune a été lue dans le sien`,
    en: ({ found }) =>
      `this file mixes UTF-8 and Latin-1 (Windows-1252): ${found ?? ''} line${Number(found) > 1 ? 's are' : ' is'} in Latin-1, this one the first; each was read in its own`,
    fix: { fr: 'Enregistrez le fichier entier en UTF-8.', en: 'Save the whole file in UTF-8.' }
  },
  'truncated-text': {
    title: { fr: 'fichier coupé', en: 'file cut short' },
    fr: 'ce fichier s’arrête au milieu d’une lettre : il est sans doute coupé',
    en: 'this file stops in the middle of a letter: it was probably cut short',
    fix: AGAIN
  },
  'truncated-json': {
    title: { fr: 'fichier GeoJSON coupé', en: 'GeoJSON file cut short' },
    fr: 'ce fichier s’arrête avant sa fin : le téléchargement a été interrompu',
    en: 'this file stops before its end: the download was interrupted',
    fix: AGAIN
  },
  'malformed-json': {
    title: { fr: 'fichier JSON mal écrit', en: 'badly written JSON file' },
    fr: ({ row }) => `ce fichier n’est pas du JSON valable${row === undefined ? '' : ' à cette ligne'}`,
    en: ({ row }) => `this file is not valid JSON${row === undefined ? '' : ' at this line'}`,
    fix: {
      fr: 'Corrigez-le à cet endroit, ou téléchargez-le de nouveau.',
      en: 'Correct it there, or download it again.'
    }
  },
  'not-geojson': {
    title: { fr: 'fichier qui n’est pas du GeoJSON', en: 'file that is not GeoJSON' },
    fr: 'ce fichier est du JSON, mais ni une Feature ni une FeatureCollection',
    en: 'this file is JSON, but neither a Feature nor a FeatureCollection',
    fix: {
      fr: 'Choisissez le format GeoJSON au téléchargement.',
      en: 'Choose the GeoJSON format when you download it.'
    }
  },
  'damaged-pack': {
    title: { fr: 'données de départ abîmées', en: 'damaged starting data' },
    fr: 'ce fichier de données de départ ne peut pas être lu : il est coupé ou abîmé',
    en: 'this file of starting data cannot be read: it is cut short or damaged',
    fix: {
      fr: 'Rechargez la page. Si le défaut demeure, prévenez le service qui publie ce site.',
      en: 'Reload the page. If it happens again, tell the service that publishes this site.'
    }
  },
  'foreign-pack': {
    title: { fr: 'données de départ d’une autre version', en: 'starting data of another version' },
    fr: 'ce fichier de données de départ vient d’une autre version de Maillage',
    en: 'this file of starting data comes from another version of Maillage',
    fix: {
      fr: 'Rechargez la page pour que le site et ses données soient de la même version.',
      en: 'Reload the page, so that the site and its data are of the same version.'
    }
  },
  'missing-pack': {
    title: { fr: 'données de départ absentes', en: 'no starting data' },
    fr: 'ce site n’a pas ce fichier de données de départ',
    en: 'this site does not have this file of starting data',
    fix: {
      fr: 'Déposez les fichiers officiels de votre territoire : contours des communes et listes d’écoles.',
      en: 'Drop the official files of your territory: outlines of communes and lists of schools.'
    }
  },
  'unreachable-pack': {
    title: { fr: 'données de départ hors d’atteinte', en: 'starting data out of reach' },
    fr: 'ce fichier de données de départ n’a pas pu être téléchargé',
    en: 'this file of starting data could not be downloaded',
    fix: { fr: 'Vérifiez la connexion, puis recommencez.', en: 'Check the connection, then try again.' }
  },
  'missing-column': {
    title: { fr: 'colonne manquante', en: 'missing column' },
    fr: 'cette colonne manque (noms acceptés : {expected}) ; colonnes trouvées : {found}',
    en: 'this column is missing (names accepted: {expected}); columns found: {found}',
    fix: {
      fr: 'Vérifiez que le fichier est bien celui que cette place attend.',
      en: 'Check that the file is the one that this place expects.'
    }
  },
  'unknown-projection': {
    title: { fr: 'projection inconnue', en: 'unknown projection' },
    fr: 'les coordonnées ne sont ni en degrés WGS84 ni en Lambert-93 ({found})',
    en: 'the coordinates are neither in WGS84 degrees nor in Lambert-93 ({found})',
    fix: { fr: 'Convertissez le fichier en WGS84 (EPSG:4326).', en: 'Convert the file to WGS84 (EPSG:4326).' }
  },
  'lambert-93': {
    title: { fr: 'fichier en Lambert-93', en: 'file in Lambert-93' },
    fr: 'les coordonnées sont en Lambert-93 (EPSG:2154) ; elles ont été converties en degrés',
    en: 'the coordinates are in Lambert-93 (EPSG:2154); they were converted to degrees'
  },
  'swapped-coordinates': {
    title: { fr: 'coordonnées inversées', en: 'swapped coordinates' },
    fr: 'la latitude précède la longitude ; les coordonnées ont été remises dans l’ordre',
    en: 'latitude comes before longitude; the coordinates were put back in order'
  },
  'picture-file': {
    title: { fr: 'image', en: 'picture' },
    fr: 'ce fichier est une image : il ne contient aucun tableau',
    en: 'this file is a picture: it holds no table',
    fix: {
      fr: 'Le logo du service se donne en SVG ou en PNG.',
      en: 'The logo of the service is given in SVG or PNG.'
    }
  },
  'text-document': {
    title: { fr: 'document de texte', en: 'text document' },
    fr: 'ce fichier est un document de texte ou de présentation : ses tableaux ne sont pas lus',
    en: 'this file is a text document or a presentation: its tables are not read',
    fix: {
      fr: 'Copiez le tableau dans un classeur et enregistrez-le au format .xlsx.',
      en: 'Copy the table to a workbook and save it as .xlsx.'
    }
  },
  'bzip-file': {
    title: { fr: 'fichier compressé', en: 'compressed file' },
    fr: 'ce fichier est compressé (.bz2)',
    en: 'this file is compressed (.bz2)',
    fix: {
      fr: 'Prenez l’extrait au format .osm.pbf, ou décompressez-le.',
      en: 'Take the extract as .osm.pbf, or decompress it.'
    }
  },
  'saved-by-a-page': {
    title: { fr: 'fichier d’une autre page', en: 'file of another page' },
    fr: ({ found }) =>
      found === 'maillage-plan'
        ? 'ce fichier est un plan enregistré par la page Secteurs'
        : 'ce fichier est une séance enregistrée par la page Séance',
    en: ({ found }) =>
      found === 'maillage-plan'
        ? 'this file is a plan saved by the page Sectors'
        : 'this file is a presentation saved by the page Presentation',
    fix: { fr: 'Ouvrez-le sur cette page.', en: 'Open it on that page.' }
  },
  'ignored-column': {
    title: { fr: 'colonne laissée de côté', en: 'column left out' },
    fr: 'cette colonne est laissée de côté, comme vous l’avez demandé',
    en: 'this column is left out, as you asked'
  },
  'ignored-value': {
    title: { fr: 'valeur laissée de côté', en: 'value left out' },
    fr: 'la valeur[ « {found} »] est laissée de côté, comme vous l’avez demandé',
    en: 'the value[ “{found}”] is left out, as you asked'
  },
  'ignored-row': {
    title: { fr: 'ligne laissée de côté', en: 'row left out' },
    fr: 'la valeur[ « {found} »] est laissée de côté, comme vous l’avez demandé ; sa ligne aussi, car la colonne est nécessaire',
    en: 'the value[ “{found}”] is left out, as you asked, and its row too, since the column is needed'
  },
  'not-a-holiday': {
    title: {
      fr: 'ligne du calendrier hors des vacances des trois zones',
      en: 'line of the calendar that is no holiday of the three zones'
    },
    fr: 'cette ligne du calendrier ne dit pas de vacances des élèves dans les zones A, B ou C',
    en: 'this line of the calendar tells no holiday of pupils in zones A, B or C'
  },
  corrected: {
    title: { fr: 'valeur corrigée', en: 'value corrected' },
    fr: '[« {found} »|la case vide] a été remplacé par « {expected} », selon votre correction',
    en: '[“{found}”|the empty cell] was replaced by “{expected}”, as you corrected it'
  },
  'correction-refused': {
    title: { fr: 'correction refusée', en: 'correction refused' },
    fr: 'le fichier a changé : la correction attendait[ « {expected} »| une case vide][, la case contient « {found} »] ; elle n’est pas faite',
    en: 'the file has changed: the correction expected [“{expected}”|an empty cell][, the cell holds “{found}”]; it is not made',
    fix: {
      fr: 'Exportez de nouveau la liste des lignes douteuses, et corrigez celle-ci.',
      en: 'Export the list of doubtful rows again, and correct this one.'
    }
  },
  'bad-correction': {
    title: { fr: 'correction sans case', en: 'correction without a cell' },
    fr: 'la correction[ « {found} »] ne dit pas de quel fichier, ligne et colonne elle est',
    en: 'the correction[ “{found}”] does not say which file, row and column it is of',
    fix: {
      fr: 'Laissez les colonnes « Fichier », « Ligne » et « Colonne » telles qu’elles ont été exportées.',
      en: 'Leave the columns “File”, “Row” and “Column” as they were exported.'
    }
  },
  'corrections-disagree': {
    title: { fr: 'deux corrections d’une même case', en: 'two corrections of one cell' },
    fr: 'la même case est corrigée plus haut par « {expected} » ; la correction[ « {found} »] n’est pas faite',
    en: 'the same cell is corrected above as “{expected}”; the correction[ “{found}”] is not made',
    fix: { fr: 'Gardez l’une des deux.', en: 'Keep one of the two.' }
  }
};
