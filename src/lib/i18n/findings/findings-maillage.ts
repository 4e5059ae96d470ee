// Words for a territory's file (`.maillage`) that is refused, and for what keeps its site from being published as asked.
import type { InEachLanguage } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';

/** What a part of a folder is to its reader. */
function partName(path: string): InEachLanguage {
  if (path.endsWith('.pmtiles')) return { fr: 'le fond de carte', en: 'the street map' };
  if (path.startsWith('map/')) return { fr: 'une carte de contours', en: 'a map of outlines' };
  if (path.startsWith('graph/')) return { fr: 'un graphe de routes', en: 'a road graph' };
  if (path.startsWith('sources/'))
    return { fr: `le fichier d’origine « ${path.slice('sources/'.length)} »`, en: 'an original file' };
  return path.startsWith('kept/')
    ? { fr: 'une liste de plans ou une séance', en: 'a list of plans or a meeting' }
    : { fr: 'un fichier à télécharger', en: 'a file to download' };
}

const AGAIN = {
  fr: 'Copiez-le ou enregistrez-le de nouveau. Rien n’a été modifié.',
  en: 'Copy it or save it again. Nothing was changed.'
};
const ELSEWHERE = {
  fr: 'N’ouvrez que les fichiers enregistrés par Maillage. Rien n’a été modifié.',
  en: 'Open only files that Maillage saved. Nothing was changed.'
};
const WITHOUT_SOURCES = {
  fr: 'Enregistrez le territoire sans ses fichiers d’origine.',
  en: 'Save the territory without its source files.'
};

export const MAILLAGE_FINDINGS: FindingLexicon = {
  'maillage-too-large': {
    title: { fr: 'fichier de territoire trop grand', en: 'territory file too large' },
    fr: 'ce fichier occupe [{found}|trop de] Mo, la limite est de {expected} Mo',
    en: 'this file takes [{found}|too many] MB, the limit is {expected} MB',
    fix: WITHOUT_SOURCES
  },
  'maillage-unpacked': {
    title: { fr: 'contenu trop grand', en: 'content too large' },
    fr: 'le contenu de ce fichier occupe [{found}|trop de] Mo, la limite est de {expected} Mo',
    en: 'the content of this file takes [{found}|too many] MB, the limit is {expected} MB',
    fix: WITHOUT_SOURCES
  },
  'maillage-ratio': {
    title: { fr: 'contenu anormalement comprimé', en: 'content compressed beyond reason' },
    fr: 'le contenu de ce fichier est [{found}|bien trop de] fois plus grand que le fichier : il pourrait bloquer l’ordinateur',
    en: 'the content of this file is [{found}|far too many] times larger than the file: it could freeze the computer',
    fix: ELSEWHERE
  },
  'maillage-entries': {
    title: { fr: 'trop de fichiers', en: 'too many files' },
    fr: 'ce fichier en contient [{found}|trop d’autres], la limite est de {expected}',
    en: 'this file holds [{found}|too many] others, the limit is {expected}',
    fix: WITHOUT_SOURCES
  },
  'maillage-foreign': {
    title: { fr: 'autre sorte de fichier', en: 'another kind of file' },
    fr: 'ce fichier n’a pas été enregistré par Maillage',
    en: 'this file was not saved by Maillage',
    fix: {
      fr: 'Choisissez un fichier dont le nom finit par .maillage.',
      en: 'Choose a file whose name ends with .maillage.'
    }
  },
  'maillage-version': {
    title: { fr: 'version plus récente', en: 'newer version' },
    fr: 'ce fichier est de la version [{found}|inconnue], ce site lit les versions 1 à {expected}',
    en: 'this file is of version [{found}|unknown], this site reads versions 1 to {expected}',
    fix: {
      fr: 'Ouvrez-le sur le site qui l’a enregistré, ou mettez ce site à jour.',
      en: 'Open it on the site that saved it, or update this site.'
    }
  },
  'maillage-truncated': {
    title: { fr: 'fichier de territoire coupé', en: 'territory file cut short' },
    fr: 'ce fichier est coupé ou abîmé',
    en: 'this file is cut short or damaged',
    fix: AGAIN
  },
  'maillage-damaged': {
    title: { fr: 'contenu modifié', en: 'changed content' },
    fr: 'dans ce fichier,[ « {found} »] n’est plus tel qu’il a été enregistré',
    en: 'in this file,[ “{found}”] is no longer as it was saved',
    fix: AGAIN
  },
  'maillage-part-damaged': {
    title: { fr: 'partie abîmée, laissée de côté', en: 'damaged part, left out' },
    fr: ({ found = '' }) =>
      `${partName(found).fr} est abîmé dans ce dossier${found.startsWith('sources/') ? '' : ` (${found})`}\u202f; tout le reste est ouvert`,
    en: ({ found = '' }) =>
      `${partName(found).en} is damaged in this folder (${found}); all the rest is open`,
    fix: {
      fr: 'Déposez de nouveau le fichier d’où cette partie vient, ou ouvrez une autre copie du dossier.',
      en: 'Drop again the file that this part comes from, or open another copy of the folder.'
    }
  },
  'maillage-missing': {
    title: { fr: 'contenu incomplet', en: 'incomplete content' },
    fr: 'dans ce fichier, il manque[ « {found} »]',
    en: 'in this file,[ “{found}”] is missing',
    fix: AGAIN
  },
  'maillage-path': {
    title: { fr: 'nom interdit', en: 'forbidden name' },
    fr: 'ce fichier contient un nom interdit[ « {found} »]',
    en: 'this file holds a forbidden name[ “{found}”]',
    fix: ELSEWHERE
  },
  'maillage-link': {
    title: { fr: 'lien interdit', en: 'forbidden link' },
    fr: 'ce fichier contient un lien vers un autre emplacement[ « {found} »]',
    en: 'this file holds a link to another place[ “{found}”]',
    fix: ELSEWHERE
  },
  'maillage-duplicate': {
    title: { fr: 'nom en double', en: 'name twice' },
    fr: 'ce fichier contient deux fois le même nom[ « {found} »]',
    en: 'this file holds the same name twice[ “{found}”]',
    fix: ELSEWHERE
  },
  'maillage-unknown': {
    title: { fr: 'contenu inconnu', en: 'unknown content' },
    fr: 'ce fichier contient[ « {found} »], qui n’est pas d’un territoire',
    en: 'this file holds[ “{found}”], which is no part of a territory',
    fix: ELSEWHERE
  },
  'maillage-json': {
    title: { fr: 'contenu illisible', en: 'unreadable content' },
    fr: 'dans ce fichier,[ « {found} »] n’est pas lisible',
    en: 'in this file,[ “{found}”] cannot be read',
    fix: AGAIN
  },
  'maillage-manifest': {
    title: { fr: 'description incorrecte', en: 'wrong description' },
    fr: 'la description du territoire est incorrecte[ « {found} »]',
    en: 'the description of the territory is wrong[ “{found}”]',
    fix: AGAIN
  },
  'maillage-logo': {
    title: { fr: 'logo refusé', en: 'logo refused' },
    fr: 'le logo contient un programme ou une adresse extérieure',
    en: 'the logo holds a program or an outside address',
    fix: ELSEWHERE
  },
  'maillage-locked': {
    title: { fr: 'fichier protégé', en: 'protected file' },
    fr: 'ce fichier est protégé par une phrase de passe',
    en: 'this file is protected by a passphrase',
    fix: {
      fr: 'Saisissez la phrase de passe choisie à l’enregistrement.',
      en: 'Enter the passphrase chosen when it was saved.'
    }
  },
  'maillage-passphrase': {
    title: { fr: 'phrase de passe refusée', en: 'passphrase refused' },
    fr: 'la phrase de passe ne convient pas, ou le fichier a été modifié',
    en: 'the passphrase is wrong, or the file was changed',
    fix: {
      fr: 'Vérifiez les majuscules et les espaces, puis recommencez. Sans la phrase de passe, le fichier ne peut pas être ouvert.',
      en: 'Check capitals and spaces, then try again. Without the passphrase, the file cannot be opened.'
    }
  },
  'publish-other-profile': {
    title: { fr: 'fichiers préparés pour d’autres lecteurs', en: 'files made for other readers' },
    fr: 'ces fichiers n’ont pas été construits pour les lecteurs choisis (site public ou site interne)',
    en: 'these files were not built for the chosen readers (public or internal site)',
    fix: {
      fr: 'Construisez le territoire pour ces lecteurs, puis publiez-le.',
      en: 'Build the territory for these readers, then publish it.'
    }
  },
  'publish-posts': {
    title: { fr: 'postes dans un site public', en: 'posts in a public site' },
    fr: 'ces fichiers contiennent les postes du service, qu’un site public ne montre pas',
    en: 'these files hold the posts of the service, which a public site does not show',
    fix: {
      fr: 'Publiez un site interne, ou construisez de nouveau le territoire pour un site public.',
      en: 'Publish an internal site, or build the territory again for a public one.'
    }
  },
  'publish-shell-only': {
    title: { fr: 'pages non écrites d’avance', en: 'pages not written beforehand' },
    fr: 'les pages n’ont pas pu être écrites d’avance[ ({found})| : la mémoire de cet ordinateur ne suffit pas]',
    en: 'the pages could not be written beforehand[ ({found})|: this computer has too little memory]',
    fix: {
      fr: 'Le site est complet et chaque navigateur compose les pages. Pour un site plus rapide, publiez depuis un autre ordinateur.',
      en: 'The site is complete and each browser makes the pages. For a faster site, publish from another computer.'
    }
  },
  'publish-broken-link': {
    title: { fr: 'lien sans cible', en: 'link to nowhere' },
    fr: 'un lien ne mène à aucune page du site[ ({found})]',
    en: 'a link leads to no page of the site[ ({found})]',
    fix: {
      fr: 'Le site peut être mis en ligne. Signalez ce lien à l’équipe de Maillage.',
      en: 'The site can be put online. Tell the Maillage team about this link.'
    }
  }
};
