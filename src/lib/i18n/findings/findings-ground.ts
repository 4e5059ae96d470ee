// Words for OpenStreetMap extracts: why a file cannot be read, and what to take instead.
import { seenWords, type FindingLexicon, type FindingWords } from './finding-words.ts';

const words = seenWords('trouvé', 'attendu', '\u202f');

const degrees = (text: string, [positive, negative]: readonly [string, string]) =>
  `${Math.abs(Number(text)).toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}° ${Number(text) < 0 ? negative : positive}`;

/** « de 2,70° E à 3,40° E et de 50,40° N à 50,80° N », from `west south east north`. */
function boxInWords(box = ''): string {
  const sides = box.split(' ');
  if (sides.length !== 4 || sides.some((side) => !Number.isFinite(Number(side)))) return '';
  const [west = '', south = '', east = '', north = ''] = sides;
  const [x, y] = [['E', 'O'], ['N', 'S']] as const; // prettier-ignore
  return `de ${degrees(west, x)} à ${degrees(east, x)} et de ${degrees(south, y)} à ${degrees(north, y)}`;
}

const boxWords = (title: string, fix: string): FindingWords => ({
  title,
  what: ({ found }) => [title, boxInWords(found)].filter(Boolean).join('\u202f: '),
  fix
});

const MODES: Readonly<Record<string, string>> = { car: 'voiture', bike: 'vélo', foot: 'marche' };

export const GROUND_FINDINGS: FindingLexicon = {
  'ground-no-mode': {
    title: 'aucune route pour un mode de déplacement',
    what: ({ found = '' }) =>
      ['aucune route pour un mode de déplacement', MODES[found]].filter(Boolean).join('\u202f: '),
    fix: 'Vérifiez que l’extrait couvre le territoire ; les temps de ce mode restent estimés.'
  },
  'pbf-foreign': words(
    'ce n’est pas un fichier OpenStreetMap PBF',
    'Prenez un extrait « .osm.pbf », par exemple de download.geofabrik.de.'
  ),
  'pbf-xml': words('ce fichier OpenStreetMap est au format XML', 'Prenez l’extrait au format « .osm.pbf ».'),
  'pbf-compressed': words(
    'ce fichier est compressé',
    'Prenez l’extrait au format « .osm.pbf », qui se lit sans être décompressé.'
  ),
  'pbf-overpass': words(
    'ce fichier est une réponse d’Overpass en JSON',
    'Prenez un extrait « .osm.pbf » de la région, par exemple de download.geofabrik.de.'
  ),
  'pbf-packing': words(
    'les blocs de ce fichier sont compressés par un procédé que les navigateurs ne lisent pas',
    'Reprenez l’extrait tel que download.geofabrik.de le publie.'
  ),
  'pbf-feature': words(
    'ce fichier n’est pas un extrait courant d’OpenStreetMap',
    'Prenez un extrait sans historique, par exemple de download.geofabrik.de.'
  ),
  'pbf-unsorted': words(
    'ce fichier n’est pas trié',
    'Reprenez l’extrait tel que download.geofabrik.de le publie.'
  ),
  'pbf-truncated': words('fichier PBF incomplet', 'Téléchargez-le de nouveau.'),
  'pbf-damaged': words('bloc PBF illisible', 'Téléchargez-le de nouveau.'),
  'pbf-unreachable': words(
    'ce fichier ne peut plus être lu',
    'Vérifiez qu’il n’a été ni déplacé ni modifié, puis choisissez-le de nouveau.'
  ),
  'pbf-antimeridian': boxWords(
    'le territoire passe de part et d’autre du 180e méridien',
    'Traitez chaque côté séparément.'
  ),
  'pbf-box': words(
    'limites illisibles',
    'Attendu\u202f: ouest, sud, est, nord, en degrés, par exemple 3.3,50.2,3.7,50.5.'
  ),
  'pbf-elsewhere': {
    title: 'cet extrait ne couvre pas le territoire',
    what: ({ found, expected }) => {
      const [extract, territory] = [boxInWords(found), boxInWords(expected)];
      const boxes = extract && territory ? `\u202f: il va ${extract}, le territoire ${territory}` : '';
      return `cet extrait ne couvre pas le territoire${boxes}`;
    },
    fix: 'Prenez l’extrait de la région où se trouve le territoire.'
  },
  'pbf-no-road': words(
    'aucune route dans ce fichier',
    'Vérifiez que l’extrait couvre le territoire et le mode demandé.'
  ),
  'ground-unreadable': words(
    'ce n’est pas une archive de tuiles PMTiles (version 3) lisible',
    'Prenez une archive « .pmtiles » complète, ou déposez un extrait « .osm.pbf ».'
  ),
  'ground-pictures': {
    title: 'tuiles en images',
    what: ({ found }) =>
      `les tuiles de cette archive sont des images${found ? ` (${found})` : ''}, non des tracés`,
    fix: 'Prenez une archive de tuiles vectorielles au schéma Shortbread, ou déposez un extrait « .osm.pbf ».'
  },
  'ground-packing': {
    title: 'compression non lue',
    what: ({ found }) =>
      `cette archive est compressée par ${found ?? ''}, que tous les navigateurs ne lisent pas`,
    fix: 'Prenez une archive dont les tuiles sont compressées par gzip.'
  },
  'ground-schema': {
    title: 'archive d’un autre schéma',
    what: ({ found, expected }) =>
      `les couches de cette archive ne sont pas celles attendues (${expected ?? ''})\u202f; trouvé\u202f: ${found ?? 'aucune'}`,
    fix: 'Prenez une archive au schéma Shortbread, ou déposez un extrait « .osm.pbf ».'
  },
  'ground-elsewhere': {
    title: 'fond de carte d’un autre lieu',
    what: ({ found, expected }) => {
      const [archive, territory] = [boxInWords(found), boxInWords(expected)];
      const boxes = archive && territory ? `\u202f: elle va ${archive}, le territoire ${territory}` : '';
      return `cette archive ne couvre pas le territoire${boxes}`;
    },
    fix: 'Prenez l’archive de la région où se trouve le territoire, ou déposez un extrait « .osm.pbf ».'
  },
  'ground-too-large': {
    title: 'archive trop lourde',
    what: ({ found, expected }) => `cette archive pèse ${found ?? ''} Mo, au plus ${expected ?? ''} Mo`,
    fix: 'Prenez une archive réduite au territoire, ou déposez un extrait « .osm.pbf ».'
  },
  'ground-heavy': {
    title: 'archive lourde pour un hébergement',
    what: ({ found, expected }) =>
      `cette archive pèse ${found ?? ''} Mo\u202f; des hébergements refusent un fichier de plus de ${expected ?? ''} Mo`,
    fix: 'Avant de publier, prenez une archive réduite au territoire.'
  },
  'ground-no-paper': {
    title: 'pas de fond sur papier',
    what: () =>
      'aucune route principale ni rivière n’est lue dans cette archive\u202f; les cartes imprimées n’auront pas de fond'
  }
};
