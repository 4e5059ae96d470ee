// Words for files of other kinds than text, for files taken for another, and for the service's own lists.
import { cellWords as cell, figureWords, quoted, rangeWords, type FindingLexicon } from './finding-words.ts';
import { formatName } from '../format-names.ts';

/** « 74 500,50 € » */
const eurosWords = (text = ''): string =>
  text.split('.')[1]
    ? `${Number(text).toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} €`
    : `${figureWords(text, 'fr-FR')} €`;
const restOf = (whole = '', part = ''): string => {
  const rest = Number(whole) - Number(part);
  return Number.isNaN(rest) ? '' : String(Math.round(rest * 100) / 100);
};

const AGAIN = 'Téléchargez-le de nouveau, jusqu’au bout.';

export const IMPORT_FINDINGS: FindingLexicon = {
  'unknown-format': {
    title: 'fichier inconnu',
    what: ({ found }) =>
      `ce fichier n’est aucun de ceux que Maillage sait lire ; ses colonnes : ${found ?? ''}`,
    fix: 'Comparez ses en-têtes à ceux des modèles ou du fichier officiel.'
  },
  'wrong-file': {
    title: 'fichier pris pour un autre',
    what: ({ found, expected }) =>
      `ce fichier contient : ${formatName(found)} ; ici, il faut : ${formatName(expected)}`,
    fix: 'Choisissez l’autre fichier, ou déposez celui-ci à sa place.'
  },
  'no-geometry': {
    title: 'fichier sans contours',
    what: () => 'ce fichier a les colonnes attendues, mais aucun contour',
    fix: 'Prenez-le au format GeoJSON ou Shapefile (zip), et non en CSV.'
  },
  geopackage: {
    title: 'GeoPackage',
    what: () => 'ce fichier est un GeoPackage, que Maillage n’ouvre pas',
    fix: 'Dans QGIS : clic droit sur la couche, Exporter, format GeoJSON, SCR EPSG:4326 ; ou prenez le GeoJSON ou le Shapefile sur la page du fichier.'
  },
  'old-spreadsheet': {
    title: 'ancien classeur Excel',
    what: () => 'ce fichier est un classeur Excel d’avant 2007 (.xls)',
    fix: 'Ouvrez-le et enregistrez-le au format .xlsx ou CSV.'
  },
  'open-document': {
    title: 'document OpenDocument sans tableau',
    what: () => 'ce fichier est un texte, une présentation ou un dessin OpenDocument, et non un classeur',
    fix: 'Copiez le tableau dans un classeur et enregistrez-le au format .ods ou .xlsx.'
  },
  'gzip-file': {
    title: 'fichier compressé deux fois',
    what: () => 'ce fichier compressé (.gz) contient un autre fichier compressé',
    fix: 'Décompressez-le, puis donnez le fichier qu’il contient.'
  },
  'damaged-gzip': {
    title: 'fichier compressé abîmé',
    what: () => 'ce fichier compressé (.gz) est coupé ou abîmé',
    fix: AGAIN
  },
  'damaged-topojson': {
    title: 'fichier TopoJSON abîmé',
    what: () =>
      'ce fichier TopoJSON ne peut pas être lu : ses contours renvoient à des lignes qui n’y sont pas',
    fix: AGAIN
  },
  'pdf-file': {
    title: 'document PDF',
    what: () => 'ce fichier est un document PDF : ses tableaux ne peuvent pas être lus',
    fix: 'Demandez les mêmes données en CSV ou en classeur.'
  },
  'web-page': {
    title: 'page web',
    what: () =>
      'ce fichier est une page web, et non le fichier attendu : le téléchargement a sans doute échoué',
    fix: 'Ouvrez-le dans un navigateur pour lire ce que le site a répondu, puis téléchargez de nouveau.'
  },
  'xml-file': {
    title: 'fichier XML',
    what: () => 'ce fichier est en XML (KML, GML ou autre), que Maillage n’ouvre pas',
    fix: 'Prenez-le au format CSV, GeoJSON ou Shapefile (zip).'
  },
  'truncated-archive': {
    title: 'archive coupée',
    what: () => 'cette archive zip est coupée ou abîmée',
    fix: AGAIN
  },
  'other-archive': {
    title: 'archive sans rien à lire',
    what: () => 'cette archive zip ne contient ni classeur ni Shapefile',
    fix: 'Décompressez-la, puis donnez les fichiers qu’elle contient.'
  },
  'damaged-spreadsheet': {
    title: 'classeur abîmé',
    what: () => 'ce classeur ne peut pas être lu : il est abîmé, ou protégé par un mot de passe',
    fix: 'Ouvrez-le, retirez sa protection, et enregistrez-le de nouveau, ou en CSV.'
  },
  'other-sheets': {
    title: 'autres feuilles du classeur',
    what: ({ found, expected }) =>
      `seule la feuille${quoted(expected)} a été lue ; les autres ne l’ont pas été : ${found ?? ''}`,
    fix: 'Pour lire une autre feuille, nommez-la après le fichier : « listes.xlsx#Écoles ».'
  },
  'missing-sheet': {
    title: 'feuille absente du classeur',
    what: ({ found, expected }) =>
      `ce classeur n’a pas de feuille${quoted(expected)} ; ses feuilles : ${found ?? ''}`,
    fix: 'Redonnez son nom à la feuille, ou déposez de nouveau le classeur.'
  },
  'sheet-without-table': {
    title: 'feuille sans tableau',
    what: () => 'cette feuille n’a pas de tableau : elle n’est pas lue'
  },
  'hidden-sheet': {
    title: 'feuille masquée',
    what: ({ found }) => `la feuille${quoted(found)} est masquée dans le classeur ; elle a été lue`,
    fix: 'Retirez-la si elle ne devait pas l’être.'
  },
  'damaged-shapefile': {
    title: 'Shapefile incomplet ou abîmé',
    what: () =>
      'ce Shapefile ne peut pas être lu : il lui manque un fichier (.shp ou .dbf), ou l’un d’eux est coupé',
    fix: 'Le zip doit contenir ensemble .shp, .shx, .dbf et .prj.'
  },
  'other-layers': {
    title: 'autres couches du fichier',
    what: ({ found, expected }) =>
      `seule la couche${quoted(expected)} a été lue ; les autres ne l’ont pas été : ${found ?? ''}`,
    fix: 'Faites un fichier par couche.'
  },
  'truncated-parquet': {
    title: 'fichier Parquet coupé',
    what: () => 'ce fichier Parquet s’arrête avant sa fin : le téléchargement a été interrompu',
    fix: AGAIN
  },
  'damaged-parquet': {
    title: 'fichier Parquet abîmé',
    what: () => 'ce fichier Parquet ne peut pas être lu',
    fix: AGAIN
  },
  'files-disagree': {
    title: 'fichiers qui ne disent pas la même chose d’un établissement',
    what: ({ found, expected }) => `${found ?? ''} ; l’autre fichier dit autre chose (${expected ?? ''})`,
    fix: 'Gardez le fichier le plus récent, ou corrigez l’un des deux.'
  },
  'licence-missing': {
    title: 'licence inconnue',
    what: () => 'la licence de ce fichier n’est pas indiquée',
    fix: 'Vérifiez sur la page du fichier que vous pouvez le publier, et notez-la avec vos fichiers.'
  },
  'closed-school': {
    title: 'établissement fermé',
    what: ({ found }) => `l’établissement${quoted(found)} est fermé`
  },
  'duplicate-cite': {
    title: 'Cité éducative en double',
    what: ({ found, expected }) =>
      `la Cité éducative${quoted(found)} figure déjà plus haut (${expected ?? ''}) ; la première est gardée`
  },
  'duplicate-pair': {
    title: 'trajet en double',
    what: ({ found, expected }) =>
      `le trajet${quoted(found)} figure déjà plus haut (${expected ?? ''}) ; le premier est gardé`
  },
  'bad-duration': {
    title: 'durée ou distance incorrecte',
    what: ({ found }) => `ce n’est ni une durée en minutes ni une distance en kilomètres :${quoted(found)}`,
    fix: 'Écrivez un nombre positif.'
  },
  'bad-word': {
    title: 'mot inconnu',
    what: ({ found, expected }) => `mot attendu : ${expected ?? ''} ; trouvé${cell(found)}`,
    fix: 'Écrivez l’un des mots attendus.'
  },
  'person-name': {
    title: 'nom de personne à la place d’une fonction',
    what: () => 'cette case semble contenir le nom d’une personne ; la ligne est laissée de côté',
    fix: 'Écrivez la fonction (« Direction de l’école Pasteur », « Assistante sociale 2 »), jamais le nom.'
  },
  'note-too-long': {
    title: 'texte trop long',
    what: ({ found = '' }) =>
      `ce texte est trop long${found && ` (${found} caractères)`}\u202f; la ligne est laissée de côté`,
    fix: 'Écrivez un texte plus court (120 caractères au plus).'
  },
  'quorum-without-profession': {
    title: 'présence nécessaire sans profession',
    what: () =>
      'la présence est dite nécessaire, mais la profession manque ; le membre ne compte pas dans le quorum',
    fix: 'Remplissez la colonne « profession ».'
  },
  'bad-when': {
    title: 'jour illisible',
    what: ({ expected }) =>
      `ce n’est ni un jour ni une demi-journée${expected ? ` (attendu : ${expected})` : ''} ; la ligne est laissée de côté`,
    fix: 'Écrivez l’un des mots attendus, ou une date.'
  },
  'period-reversed': {
    title: 'période qui finit avant de commencer',
    what: ({ found, expected }) =>
      `la période commence le ${expected ?? '?'} et finit${quoted(found)} ; la ligne est laissée de côté`,
    fix: 'Corrigez l’une des deux dates.'
  },
  'availability-dated': {
    title: 'disponibilité sans jour de la semaine',
    what: () => 'une disponibilité se donne par jour de la semaine, sans date',
    fix: 'Écrivez un jour de la semaine, ou les absences datées.'
  },
  'bad-date': {
    title: 'date incorrecte',
    what: ({ found, expected }) =>
      `date attendue (par exemple ${expected ?? ''}), trouvé${cell(found)} ; elle est tenue pour inconnue`,
    fix: 'Corrigez la date, ou laissez la case vide.'
  },
  understood: {
    title: 'valeur comprise, bien qu’écrite autrement',
    what: ({ found, expected }) =>
      `${found ? `« ${found} »` : 'cette valeur'} a été compris comme « ${expected ?? ''} »`
  },
  'title-rows': {
    title: 'lignes au-dessus de l’en-tête',
    what: ({ found }) =>
      `les lignes jusqu’à la ligne ${found ?? ''} sont un titre ou un en-tête ; le tableau commence en dessous`
  },
  'dos-text': {
    title: 'fichier en CP850',
    what: () => 'ce fichier est écrit en CP850 (DOS) ; ses accents ont été lus ainsi'
  },
  'mac-text': {
    title: 'fichier en Mac OS Roman',
    what: () => 'ce fichier est écrit en Mac OS Roman ; ses accents ont été lus ainsi'
  },
  'unmarked-utf16': {
    title: 'fichier en UTF-16 sans marque',
    what: () => 'ce fichier est en UTF-16 sans le dire ; il a été lu ainsi'
  },
  'reach-unknown': {
    title: 'fiche communale sans commune',
    what: ({ found }) =>
      `la fiche${quoted(found)} est communale et ne nomme aucune commune ; elle n’est rattachée à aucune`,
    fix: 'Nommez ses communes, ou écrivez « toutes ».'
  },
  'fte-assumed': {
    title: 'temps de travail supposé',
    what: ({ found }) =>
      found
        ? `le temps de travail${quoted(found)} n’est pas lisible ; un temps plein est supposé`
        : 'le temps de travail n’est pas indiqué ; un temps plein est supposé',
    fix: 'Écrivez une part de temps plein, par exemple 0,8 ou 80 %.'
  },
  'bad-count': {
    title: 'nombre incorrect',
    what: ({ found, expected }) =>
      `nombre entier attendu (${rangeWords(expected, ['de', 'à'], 'fr-FR')}), trouvé${cell(found)}`,
    fix: 'Écrivez un nombre entier, sans unité.'
  },
  'followed-without-year': {
    title: 'école suivie sans date',
    what: ({ found }) => `l’école${quoted(found)} est suivie depuis une année inconnue`,
    fix: 'Indiquez l’année scolaire du début du suivi, par exemple 2025-2026.'
  },
  'duplicate-id': {
    title: 'identifiant en double',
    what: ({ found, expected }) =>
      `l’identifiant${quoted(found)} figure déjà plus haut (${expected ?? ''}) ; la première ligne est gardée`,
    fix: 'Donnez à chaque ligne son propre identifiant.'
  },
  'duplicate-row': {
    title: 'ligne en double',
    what: ({ found, expected }) =>
      `une ligne plus haut (${expected ?? ''}) dit déjà :${quoted(found)} ; la première est gardée`,
    fix: 'Réunissez les deux lignes.'
  },
  'funders-lacking': {
    title: 'fiche dont une part n’a pas de financeur connu',
    what: ({ found, expected }) =>
      `les financeurs connus donnent ${eurosWords(found)} sur un coût de ${eurosWords(expected)} ; ${eurosWords(restOf(expected, found))} n’ont pas de financeur connu`,
    fix: 'Si une colonne du financeur manquant n’est pas lue, reliez-la ; la page Programme montre cette part à l’écart.'
  },
  'funders-disagree': {
    title: 'financements qui dépassent le coût',
    what: ({ found, expected }) =>
      `les financements font ${eurosWords(found)}, et le coût est de ${eurosWords(expected)}`,
    fix: 'Vérifiez les montants de la fiche.'
  }
};
