// Words for a published cube: how it is written, whether it holds together, whether it can be protected.
import { quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('trouvé', 'attendu', ' ');

export const CUBE_FINDINGS: FindingLexicon = {
  'cube-not-an-object': shape('document qui n’est pas un cube'),
  'cube-bad-k': shape('seuil k incorrect'),
  'cube-bad-rounding': shape('base d’arrondi incorrecte'),
  'cube-bad-years': shape('liste d’années scolaires incorrecte'),
  'cube-bad-dimensions': shape('liste de dimensions incorrecte'),
  'cube-bad-dimension': shape('dimension mal décrite'),
  'cube-duplicate-dimension': shape('dimension en double'),
  'cube-no-tree': shape('dimension sans hiérarchie'),
  'cube-bad-root': shape('hiérarchie sans racine unique'),
  'cube-bad-cells': shape('liste de cellules incorrecte'),
  'cube-bad-impossible': shape('liste de combinaisons impossibles incorrecte'),
  'cube-bad-pattern': shape('combinaison impossible mal décrite'),
  'cube-bad-cell': shape('cellule mal décrite'),
  'cube-bad-key': shape('clé de cellule incorrecte'),
  'cube-bad-value': shape('effectif incorrect'),
  'cube-value-or-suppressed': shape('cellule à la fois montrée et protégée, ou ni l’un ni l’autre'),
  'cube-leak': shape('chiffre laissé à côté d’une cellule protégée'),
  'cube-unknown-node': {
    title: 'modalité inconnue',
    what: ({ found }) => `cette dimension ne connaît pas${quoted(found)}`
  },
  'cube-duplicate-node': {
    title: 'modalité en double',
    what: ({ found }) => `la modalité${quoted(found)} figure deux fois dans la même hiérarchie`
  },
  'cube-trees-disagree': {
    title: 'hiérarchies qui se contredisent',
    what: ({ found }) => `deux hiérarchies donnent à${quoted(found)} des contenus différents`
  },
  'cube-circular-trees': {
    title: 'hiérarchies circulaires',
    what: ({ found }) => `la modalité${quoted(found)} se contient elle-même`
  },
  'cube-too-large': {
    title: 'cube trop grand',
    what: ({ expected }) => `ce cube est trop grand pour être vérifié (${expected ?? ''})`,
    fix: 'Publiez moins de croisements.'
  },
  'cube-impossible-cell': {
    title: 'effectif dans une combinaison impossible',
    what: ({ found }) => `${found ?? ''} enfants dans une combinaison déclarée impossible`
  },
  'releases-contradict': {
    title: 'publications qui se contredisent',
    what: ({ expected, found }) => `une publication donne ${expected ?? ''}, une autre ${found ?? ''}`,
    fix: 'Deux publications d’une même période doivent venir des mêmes données.'
  },
  'cube-year-unknown': {
    title: 'année inconnue',
    what: () => 'cette publication d’une seule année ne dit pas laquelle',
    fix: 'Écrivez son année au début du fichier, sous le nom « years », entre crochets.'
  },
  'years-not-joined': {
    title: 'publications qui ne se réunissent pas',
    what: () => 'ces publications ne sont pas de la même forme : leurs années ne peuvent pas être réunies',
    fix: 'Protégez de nouveau, ensemble et par la même méthode, les parcours de ces années.'
  },
  'year-replaced': {
    title: 'année déjà publiée, remplacée',
    what: ({ found, expected }) =>
      `l’année ${found ?? ''} de${quoted(expected)} est remplacée par celle de ce fichier : qui a gardé l’ancienne publication peut comparer les deux`
  },
  'totals-do-not-add-up': {
    title: 'totaux faux',
    what: () => 'les parties ne font pas le total : aucun tableau réel n’a ces chiffres'
  },
  'zeros-contradicted': {
    title: 'hypothèse contredite par le fichier',
    what: () =>
      'les chiffres publiés sont cohérents, mais au moins une case protégée y est forcément vide : l’hypothèse qu’aucune ne l’est ne convient pas à ce fichier',
    fix: 'Refaites le contrôle sans cette hypothèse.'
  },
  'school-kinds-unknown': {
    title: 'nature des écoles inconnue',
    what: ({ expected = '', found = '' }) =>
      `chacun sait quels niveaux une école accueille ; sans la nature de toutes les écoles, on ne peut pas garantir que leurs totaux ne trahissent aucun effectif (${Number(expected) > 1 ? `${expected} écoles sans nature, dont ${found}` : `école sans nature : ${found}`}). Rien n’est publié`,
    fix: 'Donnez la liste de ces écoles avec leur nature (colonnes uai, commune, kind) : la liste des écoles d’un territoire convient.'
  },
  'protection-impossible': {
    title: 'protection impossible',
    what: ({ expected }) =>
      `cet effectif ne peut pas être protégé : ce qui est déjà publié le donne${expected === undefined ? '' : ` ; réunissez-le avec « ${expected} »`}`,
    fix: 'Réunissez les deux dans les données, ou publiez moins de détail.'
  },
  'audit-failed': {
    title: 'contrôle final non passé',
    what: ({ found }) => `cet effectif reste calculable (${found ?? ''}) ; rien n’est publié`,
    fix: 'Augmentez le temps de calcul ou publiez moins de détail.'
  }
};
