// Words for a territory's file (`.maillage`) that is refused.
import { quoted, type FindingLexicon } from '../finding-words.ts';

const AGAIN = 'Copiez-le ou enregistrez-le de nouveau. Rien n’a été modifié.';
const ELSEWHERE = 'N’ouvrez que les fichiers enregistrés par Maillage. Rien n’a été modifié.';

/** What a part of a folder is to its reader. */
function partName(path: string): string {
  if (path.endsWith('.pmtiles')) return 'le fond de carte';
  if (path.startsWith('map/')) return 'une carte de contours';
  if (path.startsWith('graph/')) return 'un graphe de routes';
  if (path.startsWith('sources/')) return `le fichier d’origine${quoted(path.slice('sources/'.length))}`;
  return path.startsWith('kept/') ? 'une liste de plans ou une séance' : 'un fichier à télécharger';
}

export const MAILLAGE_FINDINGS: FindingLexicon = {
  'maillage-too-large': {
    title: 'fichier de territoire trop grand',
    what: ({ found, expected }) =>
      `ce fichier occupe ${found ?? 'trop de'} Mo, la limite est de ${expected ?? ''} Mo`,
    fix: 'Enregistrez le territoire sans ses fichiers d’origine.'
  },
  'maillage-unpacked': {
    title: 'contenu trop grand',
    what: ({ found, expected }) =>
      `le contenu de ce fichier occupe ${found ?? 'trop de'} Mo, la limite est de ${expected ?? ''} Mo`,
    fix: 'Enregistrez le territoire sans ses fichiers d’origine.'
  },
  'maillage-ratio': {
    title: 'contenu anormalement comprimé',
    what: ({ found }) =>
      `le contenu de ce fichier est ${found ?? 'bien trop de'} fois plus grand que le fichier : il pourrait bloquer l’ordinateur`,
    fix: ELSEWHERE
  },
  'maillage-entries': {
    title: 'trop de fichiers',
    what: ({ found, expected }) =>
      `ce fichier en contient ${found ?? 'trop d’autres'}, la limite est de ${expected ?? ''}`,
    fix: 'Enregistrez le territoire sans ses fichiers d’origine.'
  },
  'maillage-foreign': {
    title: 'autre sorte de fichier',
    what: () => 'ce fichier n’a pas été enregistré par Maillage',
    fix: 'Choisissez un fichier dont le nom finit par .maillage.'
  },
  'maillage-version': {
    title: 'version plus récente',
    what: ({ found, expected }) =>
      `ce fichier est de la version ${found ?? 'inconnue'}, ce site lit les versions 1 à ${expected ?? ''}`,
    fix: 'Ouvrez-le sur le site qui l’a enregistré, ou mettez ce site à jour.'
  },
  'maillage-truncated': {
    title: 'fichier de territoire coupé',
    what: () => 'ce fichier est coupé ou abîmé',
    fix: AGAIN
  },
  'maillage-damaged': {
    title: 'contenu modifié',
    what: ({ found }) => `dans ce fichier,${quoted(found)} n’est plus tel qu’il a été enregistré`,
    fix: AGAIN
  },
  'maillage-part-damaged': {
    title: 'partie abîmée, laissée de côté',
    what: ({ found = '' }) =>
      `${partName(found)} est abîmé dans ce dossier${found.startsWith('sources/') ? '' : ` (${found})`}\u202f; tout le reste est ouvert`,
    fix: 'Déposez de nouveau le fichier d’où cette partie vient, ou ouvrez une autre copie du dossier.'
  },
  'maillage-missing': {
    title: 'contenu incomplet',
    what: ({ found }) => `dans ce fichier, il manque${quoted(found)}`,
    fix: AGAIN
  },
  'maillage-path': {
    title: 'nom interdit',
    what: ({ found }) => `ce fichier contient un nom interdit${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-link': {
    title: 'lien interdit',
    what: ({ found }) => `ce fichier contient un lien vers un autre emplacement${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-duplicate': {
    title: 'nom en double',
    what: ({ found }) => `ce fichier contient deux fois le même nom${quoted(found)}`,
    fix: ELSEWHERE
  },
  'maillage-unknown': {
    title: 'contenu inconnu',
    what: ({ found }) => `ce fichier contient${quoted(found)}, qui n’est pas d’un territoire`,
    fix: ELSEWHERE
  },
  'maillage-json': {
    title: 'contenu illisible',
    what: ({ found }) => `dans ce fichier,${quoted(found)} n’est pas lisible`,
    fix: AGAIN
  },
  'maillage-manifest': {
    title: 'description incorrecte',
    what: ({ found }) => `la description du territoire est incorrecte${quoted(found)}`,
    fix: AGAIN
  },
  'maillage-logo': {
    title: 'logo refusé',
    what: () => 'le logo contient un programme ou une adresse extérieure',
    fix: ELSEWHERE
  },
  'maillage-locked': {
    title: 'fichier protégé',
    what: () => 'ce fichier est protégé par une phrase de passe',
    fix: 'Saisissez la phrase de passe choisie à l’enregistrement.'
  },
  'maillage-passphrase': {
    title: 'phrase de passe refusée',
    what: () => 'la phrase de passe ne convient pas, ou le fichier a été modifié',
    fix: 'Vérifiez les majuscules et les espaces, puis recommencez. Sans la phrase de passe, le fichier ne peut pas être ouvert.'
  }
};
