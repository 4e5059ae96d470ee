// Words for files of other kinds than text, for files taken for another, and for the service's own lists.
import type { Locale } from '../locale.ts';
import { formatName } from '../format-names.ts';
import { fill } from '../template.ts';
import { CELL, findingFigure, limitsWords, type FindingLexicon } from './finding-words.ts';

/** « 74 500,50 € », “€74,500.50” */
function euros(text = '', language: Locale): string {
  const amount = text.split('.')[1]
    ? Number(text).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : findingFigure(text, language);
  return language === 'fr' ? `${amount} €` : `€${amount}`;
}
const restOf = (whole = '', part = ''): string => {
  const rest = Number(whole) - Number(part);
  return Number.isNaN(rest) ? '' : String(Math.round(rest * 100) / 100);
};

const AGAIN = { fr: 'Téléchargez-le de nouveau, jusqu’au bout.', en: 'Download it again, to its end.' };

export const IMPORT_FINDINGS: FindingLexicon = {
  'unknown-format': {
    title: { fr: 'fichier inconnu', en: 'unknown file' },
    fr: 'ce fichier n’est aucun de ceux que Maillage sait lire ; ses colonnes : {found}',
    en: 'this file is none of those that Maillage can read; its columns: {found}',
    fix: {
      fr: 'Comparez ses en-têtes à ceux des modèles ou du fichier officiel.',
      en: 'Compare its headers with those of the templates or of the official file.'
    }
  },
  'wrong-file': {
    title: { fr: 'fichier pris pour un autre', en: 'file taken for another' },
    fr: ({ found, expected }) =>
      `ce fichier contient : ${formatName(found)} ; ici, il faut : ${formatName(expected)}`,
    en: ({ found, expected }) =>
      `this file holds: ${formatName(found, 'en')}; here it must be: ${formatName(expected, 'en')}`,
    fix: {
      fr: 'Choisissez l’autre fichier, ou déposez celui-ci à sa place.',
      en: 'Choose the other file, or drop this one in its own place.'
    }
  },
  'no-geometry': {
    title: { fr: 'fichier sans contours', en: 'file without outlines' },
    fr: 'ce fichier a les colonnes attendues, mais aucun contour',
    en: 'this file has the columns expected, but no outline',
    fix: {
      fr: 'Prenez-le au format GeoJSON ou Shapefile (zip), et non en CSV.',
      en: 'Take it as GeoJSON or Shapefile (zip), not as CSV.'
    }
  },
  'damaged-database': {
    title: { fr: 'fichier abîmé', en: 'damaged file' },
    fr: 'ce fichier (GeoPackage ou Grist) ne peut pas être lu : il est coupé, abîmé ou chiffré',
    en: 'this file (GeoPackage or Grist) cannot be read: it is cut short, damaged or encrypted',
    fix: {
      fr: 'Téléchargez-le de nouveau, ou exportez-le : GeoJSON depuis QGIS, Excel depuis Grist.',
      en: 'Download it again, or export it: GeoJSON from QGIS, Excel from Grist.'
    }
  },
  'other-database': {
    title: { fr: 'base de données', en: 'database' },
    fr: 'ce fichier est une base SQLite, et ni un GeoPackage ni un document Grist',
    en: 'this file is an SQLite database, and neither a GeoPackage nor a Grist document',
    fix: {
      fr: 'Exportez le tableau utile au format .xlsx ou CSV.',
      en: 'Export the table of use as .xlsx or CSV.'
    }
  },
  'gzip-file': {
    title: { fr: 'fichier compressé deux fois', en: 'file compressed twice' },
    fr: 'ce fichier compressé (.gz) contient un autre fichier compressé',
    en: 'this compressed file (.gz) holds another compressed file',
    fix: {
      fr: 'Décompressez-le, puis donnez le fichier qu’il contient.',
      en: 'Decompress it, then give the file that it holds.'
    }
  },
  'damaged-gzip': {
    title: { fr: 'fichier compressé abîmé', en: 'damaged compressed file' },
    fr: 'ce fichier compressé (.gz) est coupé ou abîmé',
    en: 'this compressed file (.gz) is cut short or damaged',
    fix: AGAIN
  },
  'damaged-topojson': {
    title: { fr: 'fichier TopoJSON abîmé', en: 'damaged TopoJSON file' },
    fr: 'ce fichier TopoJSON ne peut pas être lu : ses contours renvoient à des lignes qui n’y sont pas',
    en: 'this TopoJSON file cannot be read: its outlines name lines that it does not hold',
    fix: AGAIN
  },
  'pdf-file': {
    title: { fr: 'document PDF', en: 'PDF document' },
    fr: 'ce fichier est un document PDF : ses tableaux ne peuvent pas être lus',
    en: 'this file is a PDF document: its tables cannot be read',
    fix: {
      fr: 'Demandez les mêmes données en CSV ou en classeur.',
      en: 'Ask for the same data as CSV or as a workbook.'
    }
  },
  'web-page': {
    title: { fr: 'page web', en: 'web page' },
    fr: 'ce fichier est une page web, et non le fichier attendu : le téléchargement a sans doute échoué',
    en: 'this file is a web page, not the file expected: the download probably failed',
    fix: {
      fr: 'Ouvrez-le dans un navigateur pour lire ce que le site a répondu, puis téléchargez de nouveau.',
      en: 'Open it in a browser to read what the site answered, then download again.'
    }
  },
  'xml-file': {
    title: { fr: 'fichier XML', en: 'XML file' },
    fr: 'ce fichier est en XML (KML, GML ou autre), que Maillage n’ouvre pas',
    en: 'this file is in XML (KML, GML or another), which Maillage does not open',
    fix: {
      fr: 'Prenez-le au format CSV, GeoJSON ou Shapefile (zip).',
      en: 'Take it as CSV, GeoJSON or Shapefile (zip).'
    }
  },
  'truncated-archive': {
    title: { fr: 'archive coupée', en: 'archive cut short' },
    fr: 'cette archive zip est coupée ou abîmée',
    en: 'this zip archive is cut short or damaged',
    fix: AGAIN
  },
  'other-archive': {
    title: { fr: 'archive sans rien à lire', en: 'archive with nothing to read' },
    fr: 'cette archive zip ne contient ni classeur ni Shapefile',
    en: 'this zip archive holds neither a workbook nor a Shapefile',
    fix: {
      fr: 'Décompressez-la, puis donnez les fichiers qu’elle contient.',
      en: 'Decompress it, then give the files that it holds.'
    }
  },
  'damaged-spreadsheet': {
    title: { fr: 'classeur abîmé', en: 'damaged workbook' },
    fr: 'ce classeur ne peut pas être lu : il est abîmé, ou protégé par un mot de passe',
    en: 'this workbook cannot be read: it is damaged, or protected by a password',
    fix: {
      fr: 'Ouvrez-le, retirez sa protection, et enregistrez-le de nouveau, ou en CSV.',
      en: 'Open it, take its protection off, and save it again, or as CSV.'
    }
  },
  'other-sheets': {
    title: { fr: 'autres feuilles du classeur', en: 'other sheets of the workbook' },
    fr: 'seule la feuille[ « {expected} »] a été lue ; les autres ne l’ont pas été : {found}',
    en: 'only the sheet[ “{expected}”] was read; the others were not: {found}',
    fix: {
      fr: 'Pour lire une autre feuille, nommez-la après le fichier : « listes.xlsx#Écoles ».',
      en: 'To read another sheet, name it after the file: “listes.xlsx#Écoles”.'
    }
  },
  'missing-sheet': {
    title: { fr: 'feuille absente du classeur', en: 'sheet that the workbook lacks' },
    fr: 'ce classeur n’a pas de feuille[ « {expected} »] ; ses feuilles : {found}',
    en: 'this workbook has no sheet[ “{expected}”]; its sheets: {found}',
    fix: {
      fr: 'Redonnez son nom à la feuille, ou déposez de nouveau le classeur.',
      en: 'Give the sheet its name again, or drop the workbook again.'
    }
  },
  'sheet-without-table': {
    title: { fr: 'feuille sans tableau', en: 'sheet without a table' },
    fr: 'cette feuille n’a pas de tableau : elle n’est pas lue',
    en: 'this sheet has no table: it is not read'
  },
  'hidden-sheet': {
    title: { fr: 'feuille masquée', en: 'hidden sheet' },
    fr: 'la feuille[ « {found} »] est masquée dans le classeur ; elle a été lue',
    en: 'the sheet[ “{found}”] is hidden in the workbook; it was read',
    fix: { fr: 'Retirez-la si elle ne devait pas l’être.', en: 'Remove it if it should not have been.' }
  },
  'damaged-shapefile': {
    title: { fr: 'Shapefile incomplet ou abîmé', en: 'incomplete or damaged Shapefile' },
    fr: 'ce Shapefile ne peut pas être lu : il lui manque un fichier (.shp ou .dbf), ou l’un d’eux est coupé',
    en: 'this Shapefile cannot be read: a file is missing (.shp or .dbf), or one of them is cut short',
    fix: {
      fr: 'Le zip doit contenir ensemble .shp, .shx, .dbf et .prj.',
      en: 'The zip must hold .shp, .shx, .dbf and .prj together.'
    }
  },
  'other-layers': {
    title: { fr: 'autres couches du fichier', en: 'other layers of the file' },
    fr: 'seule la couche[ « {expected} »] a été lue ; les autres ne l’ont pas été : {found}',
    en: 'only the layer[ “{expected}”] was read; the others were not: {found}',
    fix: { fr: 'Faites un fichier par couche.', en: 'Make one file per layer.' }
  },
  'truncated-parquet': {
    title: { fr: 'fichier Parquet coupé', en: 'Parquet file cut short' },
    fr: 'ce fichier Parquet s’arrête avant sa fin : le téléchargement a été interrompu',
    en: 'this Parquet file stops before its end: the download was interrupted',
    fix: AGAIN
  },
  'damaged-parquet': {
    title: { fr: 'fichier Parquet abîmé', en: 'damaged Parquet file' },
    fr: 'ce fichier Parquet ne peut pas être lu',
    en: 'this Parquet file cannot be read',
    fix: AGAIN
  },
  'files-disagree': {
    title: {
      fr: 'fichiers qui ne disent pas la même chose d’un établissement',
      en: 'files that disagree about a school'
    },
    fr: '{found} ; l’autre fichier dit autre chose ({expected})',
    en: '{found}; the other file says otherwise ({expected})',
    fix: {
      fr: 'Gardez le fichier le plus récent, ou corrigez l’un des deux.',
      en: 'Keep the more recent file, or correct one of the two.'
    }
  },
  'licence-missing': {
    title: { fr: 'licence inconnue', en: 'unknown licence' },
    fr: 'la licence de ce fichier n’est pas indiquée',
    en: 'the licence of this file is not given',
    fix: {
      fr: 'Vérifiez sur la page du fichier que vous pouvez le publier, et notez-la avec vos fichiers.',
      en: 'Check on the page of the file that you may publish it, and write it in the configuration (key “licences”).'
    }
  },
  'closed-school': {
    title: { fr: 'établissement fermé', en: 'closed school' },
    fr: 'l’établissement[ « {found} »] est fermé',
    en: 'school[ “{found}”] is closed'
  },
  'duplicate-cite': {
    title: { fr: 'Cité éducative en double', en: 'Cité éducative twice' },
    fr: 'la Cité éducative[ « {found} »] figure déjà plus haut ({expected}) ; la première est gardée',
    en: 'the Cité éducative[ “{found}”] already stands above ({expected}); the first is kept'
  },
  'duplicate-pair': {
    title: { fr: 'trajet en double', en: 'duplicate trip' },
    fr: 'le trajet[ « {found} »] figure déjà plus haut ({expected}) ; le premier est gardé',
    en: 'the trip[ “{found}”] already stands above ({expected}); the first is kept'
  },
  'bad-duration': {
    title: { fr: 'durée ou distance incorrecte', en: 'wrong duration or distance' },
    fr: 'ce n’est ni une durée en minutes ni une distance en kilomètres :[ « {found} »]',
    en: 'this is neither a duration in minutes nor a distance in kilometres:[ “{found}”]',
    fix: { fr: 'Écrivez un nombre positif.', en: 'Write a positive number.' }
  },
  'bad-word': {
    title: { fr: 'mot inconnu', en: 'unknown word' },
    fr: 'mot attendu : {expected} ; trouvé[ « {found} »| une case vide]',
    en: 'word expected: {expected}; found[ “{found}”| an empty cell]',
    fix: { fr: 'Écrivez l’un des mots attendus.', en: 'Write one of the words expected.' }
  },
  'person-name': {
    title: { fr: 'nom de personne à la place d’une fonction', en: 'name of a person in place of a function' },
    fr: 'cette case semble contenir le nom d’une personne ; la ligne est laissée de côté',
    en: 'this cell seems to hold the name of a person; the row is left out',
    fix: {
      fr: 'Écrivez la fonction (« Direction de l’école Pasteur », « Assistante sociale 2 »), jamais le nom.',
      en: 'Write the function ("Direction de l’école Pasteur", "Assistante sociale 2"), never the name.'
    }
  },
  'note-too-long': {
    title: { fr: 'texte trop long', en: 'text too long' },
    fr: 'ce texte est trop long[ ({found} caractères)]\u202f; la ligne est laissée de côté',
    en: 'this text is too long[ ({found} characters)]; the row is left out',
    fix: {
      fr: 'Écrivez un texte plus court (120 caractères au plus).',
      en: 'Write a shorter text (at most 120 characters).'
    }
  },
  'quorum-without-profession': {
    title: { fr: 'présence nécessaire sans profession', en: 'presence needed, profession missing' },
    fr: 'la présence est dite nécessaire, mais la profession manque ; le membre ne compte pas dans le quorum',
    en: 'presence is said to be needed, but the profession is missing; the member does not count in the quorum',
    fix: { fr: 'Remplissez la colonne « profession ».', en: 'Fill in the column "profession".' }
  },
  'bad-when': {
    title: { fr: 'jour illisible', en: 'unreadable day' },
    fr: 'ce n’est ni un jour ni une demi-journée[ (attendu : {expected})] ; la ligne est laissée de côté',
    en: 'this is neither a day nor a half-day[ (expected: {expected})]; the row is left out',
    fix: {
      fr: 'Écrivez l’un des mots attendus, ou une date.',
      en: 'Write one of the words expected, or a date.'
    }
  },
  'period-reversed': {
    title: { fr: 'période qui finit avant de commencer', en: 'period that ends before it begins' },
    fr: 'la période commence le [{expected}|?] et finit[ « {found} »] ; la ligne est laissée de côté',
    en: 'the period begins on [{expected}|?] and ends[ “{found}”]; the row is left out',
    fix: { fr: 'Corrigez l’une des deux dates.', en: 'Correct one of the two dates.' }
  },
  'availability-dated': {
    title: { fr: 'disponibilité sans jour de la semaine', en: 'availability without a day of the week' },
    fr: 'une disponibilité se donne par jour de la semaine, sans date',
    en: 'availability is given by day of the week, without a date',
    fix: {
      fr: 'Écrivez un jour de la semaine, ou les absences datées.',
      en: 'Write a day of the week, or the dated absences.'
    }
  },
  'bad-date': {
    title: { fr: 'date incorrecte', en: 'wrong date' },
    fr: 'date attendue (par exemple {expected}), trouvé[ « {found} »| une case vide] ; elle est tenue pour inconnue',
    en: 'date expected (for instance {expected}), found[ “{found}”| an empty cell]; it is taken as unknown',
    fix: {
      fr: 'Corrigez la date, ou laissez la case vide.',
      en: 'Correct the date, or leave the cell empty.'
    }
  },
  understood: {
    title: {
      fr: 'valeur comprise, bien qu’écrite autrement',
      en: 'value understood, though written otherwise'
    },
    fr: '[« {found} »|cette valeur] a été compris comme « {expected} »',
    en: '[“{found}”|this value] was read as “{expected}”'
  },
  'title-rows': {
    title: { fr: 'lignes au-dessus de l’en-tête', en: 'rows above the header' },
    fr: 'les lignes jusqu’à la ligne {found} sont un titre ou un en-tête ; le tableau commence en dessous',
    en: 'the rows down to row {found} are a title or a header; the table begins below'
  },
  'total-rows': {
    title: { fr: 'lignes de total', en: 'rows of totals' },
    fr: 'les lignes de total ne sont pas comptées : ligne {found}',
    en: 'rows of totals are not counted: row {found}'
  },
  'dos-text': {
    title: { fr: 'fichier en CP850', en: 'file in CP850' },
    fr: 'ce fichier est écrit en CP850 (DOS) ; ses accents ont été lus ainsi',
    en: 'this file is written in CP850 (DOS); its accents were read as such'
  },
  'mac-text': {
    title: { fr: 'fichier en Mac OS Roman', en: 'file in Mac OS Roman' },
    fr: 'ce fichier est écrit en Mac OS Roman ; ses accents ont été lus ainsi',
    en: 'this file is written in Mac OS Roman; its accents were read as such'
  },
  'unmarked-utf16': {
    title: { fr: 'fichier en UTF-16 sans marque', en: 'file in UTF-16 without a mark' },
    fr: 'ce fichier est en UTF-16 sans le dire ; il a été lu ainsi',
    en: 'this file is in UTF-16 without saying so; it was read as such'
  },
  'reach-unknown': {
    title: { fr: 'fiche communale sans commune', en: 'municipal sheet without a commune' },
    fr: 'la fiche[ « {found} »] est communale et ne nomme aucune commune ; elle n’est rattachée à aucune',
    en: 'the sheet[ “{found}”] is municipal and names no commune; it is tied to none',
    fix: { fr: 'Nommez ses communes, ou écrivez « toutes ».', en: 'Name its communes, or write “toutes”.' }
  },
  'fte-assumed': {
    title: { fr: 'temps de travail supposé', en: 'working time assumed' },
    fr: '[le temps de travail « {found} » n’est pas lisible ; un temps plein est supposé|le temps de travail n’est pas indiqué ; un temps plein est supposé]',
    en: '[the working time “{found}” cannot be read; a full-time post is assumed|the working time is not given; a full-time post is assumed]',
    fix: {
      fr: 'Écrivez une part de temps plein, par exemple 0,8 ou 80 %.',
      en: 'Write a share of full time, for instance 0.8 or 80%.'
    }
  },
  'bad-count': {
    title: { fr: 'nombre incorrect', en: 'wrong number' },
    fr: (finding) =>
      fill(`nombre entier attendu ({expected}), trouvé${CELL.fr}`, {
        ...finding,
        expected: limitsWords(finding.expected, ['de', 'à'], 'fr')
      }),
    en: (finding) =>
      fill(`whole number expected ({expected}), found${CELL.en}`, {
        ...finding,
        expected: limitsWords(finding.expected, ['from', 'to'], 'en')
      }),
    fix: { fr: 'Écrivez un nombre entier, sans unité.', en: 'Write a whole number, without a unit.' }
  },
  'followed-without-year': {
    title: { fr: 'école suivie sans date', en: 'school followed since an unknown date' },
    fr: 'l’école[ « {found} »] est suivie depuis une année inconnue',
    en: 'school[ “{found}”] has been followed since an unknown year',
    fix: {
      fr: 'Indiquez l’année scolaire du début du suivi, par exemple 2025-2026.',
      en: 'Give the school year in which it began, for instance 2025-2026.'
    }
  },
  'duplicate-id': {
    title: { fr: 'identifiant en double', en: 'identifier twice' },
    fr: 'l’identifiant[ « {found} »] figure déjà plus haut ({expected}) ; la première ligne est gardée',
    en: 'the identifier[ “{found}”] already stands above ({expected}); the first row is kept',
    fix: {
      fr: 'Donnez à chaque ligne son propre identifiant.',
      en: 'Give each row an identifier of its own.'
    }
  },
  'duplicate-row': {
    title: { fr: 'ligne en double', en: 'row twice' },
    fr: 'une ligne plus haut ({expected}) dit déjà :[ « {found} »] ; la première est gardée',
    en: 'a row above ({expected}) already says:[ “{found}”]; the first is kept',
    fix: { fr: 'Réunissez les deux lignes.', en: 'Merge the two rows.' }
  },
  'rows-added': {
    title: { fr: 'lignes additionnées', en: 'rows added up' },
    fr: 'cette ligne est ajoutée à la ligne {expected}, qui compte la même chose :[ « {found} »]',
    en: 'this row is added to row {expected}, which counts the same thing:[ “{found}”]',
    fix: { fr: 'Retirez-la si c’est une répétition.', en: 'Remove it if it is a repetition.' }
  },
  'bad-in-kind': {
    title: { fr: 'nature d’apport inconnue', en: 'unknown nature of a contribution in kind' },
    fr: 'nature attendue : personnel, locaux, matériel ; trouvé « {found} » ; sa valeur compte dans le total des apports',
    en: 'nature expected: personnel, locaux, matériel; found “{found}”; its value counts in the total in kind',
    fix: {
      fr: 'Écrivez une ou plusieurs de ces natures, séparées par un point-virgule.',
      en: 'Write one or several of these natures, separated by a semicolon.'
    }
  },
  'bad-district': {
    title: { fr: 'nom de circonscription illisible', en: 'unreadable name of a district' },
    fr: 'ce n’est pas le nom d’une circonscription :[ « {found} »] ; l’école est gardée, sans circonscription',
    en: 'this is not the name of an inspector’s district:[ “{found}”]; the school is kept, without a district',
    fix: {
      fr: 'Écrivez le nom de la circonscription, en 120 caractères au plus, ou videz la case.',
      en: 'Write the name of the district, in 120 characters at most, or empty the cell.'
    }
  },
  'bad-role': {
    title: { fr: 'rôle de correspondant inconnu', en: 'unknown role of a local contact' },
    fr: 'rôles attendus : présence, projets, situations, administratif, logistique ; trouvé « {found} » ; ce mot n’est pas lu',
    en: 'roles expected: présence, projets, situations, administratif, logistique; found “{found}”; this word is not read',
    fix: {
      fr: 'Écrivez les rôles tenus avec ces mots, séparés par une virgule.',
      en: 'Write the roles held with these words, separated by a comma.'
    }
  },
  'bad-role-state': {
    title: { fr: 'rôle ni tenu ni à nommer', en: 'role neither held nor to be named' },
    fr: 'mot attendu : tenu, à nommer, ou une case vide ; trouvé « {found} » ; ce rôle reste inconnu',
    en: 'word expected: tenu, à nommer, or an empty cell; found “{found}”; this role stays unknown',
    fix: {
      fr: 'Écrivez l’un de ces mots, ou videz la case.',
      en: 'Write one of these words, or empty the cell.'
    }
  },
  'bad-form': {
    title: { fr: 'forme d’action inconnue', en: 'unknown form of action' },
    fr: 'forme attendue : {expected} ; trouvé « {found} » ; la fiche est gardée, sa forme reste non indiquée',
    en: 'form expected: {expected}; found “{found}”; the sheet is kept, its form stays not given',
    fix: {
      fr: 'Écrivez l’un de ces mots, ou laissez la case vide.',
      en: 'Write one of these words, or leave the cell empty.'
    }
  },
  'funders-lacking': {
    title: {
      fr: 'fiche dont une part n’a pas de financeur connu',
      en: 'sheet of which a part has no known funder'
    },
    fr: ({ found, expected }) =>
      `les financeurs connus donnent ${euros(found, 'fr')} sur un coût de ${euros(expected, 'fr')} ; ${euros(restOf(expected, found), 'fr')} n’ont pas de financeur connu`,
    en: ({ found, expected }) =>
      `the known funders give ${euros(found, 'en')} of a cost of ${euros(expected, 'en')}; ${euros(restOf(expected, found), 'en')} have no known funder`,
    fix: {
      fr: 'Si une colonne du financeur manquant n’est pas lue, reliez-la ; la page Programme montre cette part à l’écart.',
      en: 'If a column of the missing funder is not read, match it; the page Programme shows this part aside.'
    }
  },
  'funders-disagree': {
    title: { fr: 'financements qui dépassent le coût', en: 'funding beyond the cost' },
    fr: ({ found, expected }) =>
      `les financements font ${euros(found, 'fr')}, et le coût est de ${euros(expected, 'fr')}`,
    en: ({ found, expected }) =>
      `the funding comes to ${euros(found, 'en')}, and the cost is ${euros(expected, 'en')}`,
    fix: { fr: 'Vérifiez les montants de la fiche.', en: 'Check the amounts of the sheet.' }
  }
};
