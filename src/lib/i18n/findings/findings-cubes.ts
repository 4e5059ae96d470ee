// Words for a published cube: how it is written, whether it holds together, whether it can be protected.
import { shapeWords, type FindingLexicon } from './finding-words.ts';

export const CUBE_FINDINGS: FindingLexicon = {
  'cube-not-an-object': shapeWords('document qui n’est pas un cube', 'document that is not a cube'),
  'cube-bad-k': shapeWords('seuil k incorrect', 'wrong threshold k'),
  'cube-bad-rounding': shapeWords('base d’arrondi incorrecte', 'wrong rounding base'),
  'cube-bad-years': shapeWords('liste d’années scolaires incorrecte', 'wrong list of school years'),
  'cube-bad-dimensions': shapeWords('liste de dimensions incorrecte', 'wrong list of dimensions'),
  'cube-bad-dimension': shapeWords('dimension mal décrite', 'badly described dimension'),
  'cube-duplicate-dimension': shapeWords('dimension en double', 'dimension twice'),
  'cube-no-tree': shapeWords('dimension sans hiérarchie', 'dimension without a hierarchy'),
  'cube-bad-root': shapeWords('hiérarchie sans racine unique', 'hierarchy without a single root'),
  'cube-bad-cells': shapeWords('liste de cellules incorrecte', 'wrong list of cells'),
  'cube-bad-impossible': shapeWords(
    'liste de combinaisons impossibles incorrecte',
    'wrong list of impossible combinations'
  ),
  'cube-bad-pattern': shapeWords(
    'combinaison impossible mal décrite',
    'badly described impossible combination'
  ),
  'cube-bad-cell': shapeWords('cellule mal décrite', 'badly described cell'),
  'cube-bad-key': shapeWords('clé de cellule incorrecte', 'wrong key of a cell'),
  'cube-bad-value': shapeWords('effectif incorrect', 'wrong count'),
  'cube-value-or-suppressed': shapeWords(
    'cellule à la fois montrée et protégée, ou ni l’un ni l’autre',
    'cell both shown and protected, or neither'
  ),
  'cube-leak': shapeWords(
    'chiffre laissé à côté d’une cellule protégée',
    'figure left beside a protected cell'
  ),
  'cube-unknown-node': {
    title: { fr: 'modalité inconnue', en: 'unknown category' },
    fr: 'cette dimension ne connaît pas[ « {found} »]',
    en: 'this dimension does not know[ “{found}”]'
  },
  'cube-duplicate-node': {
    title: { fr: 'modalité en double', en: 'category twice' },
    fr: 'la modalité[ « {found} »] figure deux fois dans la même hiérarchie',
    en: 'the category[ “{found}”] stands twice in the same hierarchy'
  },
  'cube-trees-disagree': {
    title: { fr: 'hiérarchies qui se contredisent', en: 'hierarchies that contradict each other' },
    fr: 'deux hiérarchies donnent à[ « {found} »] des contenus différents',
    en: 'two hierarchies give[ “{found}”] different contents'
  },
  'cube-circular-trees': {
    title: { fr: 'hiérarchies circulaires', en: 'circular hierarchies' },
    fr: 'la modalité[ « {found} »] se contient elle-même',
    en: 'the category[ “{found}”] contains itself'
  },
  'cube-too-large': {
    title: { fr: 'cube trop grand', en: 'cube too large' },
    fr: 'ce cube est trop grand pour être vérifié ({expected})',
    en: 'this cube is too large to be checked ({expected})',
    fix: { fr: 'Publiez moins de croisements.', en: 'Publish fewer crossings.' }
  },
  'cube-impossible-cell': {
    title: { fr: 'effectif dans une combinaison impossible', en: 'count in an impossible combination' },
    fr: '{found} enfants dans une combinaison déclarée impossible',
    en: '{found} children in a combination declared impossible'
  },
  'releases-contradict': {
    title: { fr: 'publications qui se contredisent', en: 'releases that contradict each other' },
    fr: 'une publication donne {expected}, une autre {found}',
    en: 'one release gives {expected}, another {found}',
    fix: {
      fr: 'Deux publications d’une même période doivent venir des mêmes données.',
      en: 'Two releases of one period must come from the same data.'
    }
  },
  'cube-year-unknown': {
    title: { fr: 'année inconnue', en: 'unknown year' },
    fr: 'cette publication d’une seule année ne dit pas laquelle',
    en: 'this release of one year does not say which',
    fix: {
      fr: 'Écrivez son année au début du fichier, sous le nom « years », entre crochets.',
      en: 'Write its year at the top of the file, under the name “years”, in square brackets.'
    }
  },
  'years-not-joined': {
    title: { fr: 'publications qui ne se réunissent pas', en: 'releases that cannot be joined' },
    fr: 'ces publications ne sont pas de la même forme : leurs années ne peuvent pas être réunies',
    en: 'these releases are not of one form: their years cannot be joined',
    fix: {
      fr: 'Protégez de nouveau, ensemble et par la même méthode, les parcours de ces années.',
      en: 'Protect the cases of these years again, together and by the same method.'
    }
  },
  'year-replaced': {
    title: { fr: 'année déjà publiée, remplacée', en: 'published year, replaced' },
    fr: 'l’année {found} de[ « {expected} »] est remplacée par celle de ce fichier : qui a gardé l’ancienne publication peut comparer les deux',
    en: 'the year {found} of[ “{expected}”] is replaced by that of this file: whoever kept the former release can compare both'
  },
  'differences-hidden': {
    title: { fr: 'effectifs masqués en plus', en: 'more counts hidden' },
    fr: 'effectifs de cette publication masqués en plus : {found}. Soustraits d’un effectif qui les contient, ils laissaient un petit effectif',
    en: 'more counts of this release are hidden: {found}. Subtracted from a count that holds them, they left a small one'
  },
  'totals-do-not-add-up': {
    title: { fr: 'totaux faux', en: 'wrong totals' },
    fr: 'les parties ne font pas le total : aucun tableau réel n’a ces chiffres',
    en: 'the parts do not make the total: no real table has these figures'
  },
  'zeros-contradicted': {
    title: { fr: 'hypothèse contredite par le fichier', en: 'assumption contradicted by the file' },
    fr: 'les chiffres publiés sont cohérents, mais au moins une case protégée y est forcément vide : l’hypothèse qu’aucune ne l’est ne convient pas à ce fichier',
    en: 'the published figures agree, but at least one hidden count must be zero: the assumption that none is does not suit this file',
    fix: {
      fr: 'Refaites le contrôle sans cette hypothèse.',
      en: 'Run the audit again without this assumption.'
    }
  },
  'school-kinds-unknown': {
    title: { fr: 'nature des écoles inconnue', en: 'kind of schools unknown' },
    fr: ({ expected = '', found = '' }) =>
      `chacun sait quels niveaux une école accueille ; sans la nature de toutes les écoles, on ne peut pas garantir que leurs totaux ne trahissent aucun effectif (${Number(expected) > 1 ? `${expected} écoles sans nature, dont ${found}` : `école sans nature : ${found}`}). Rien n’est publié`,
    en: ({ expected = '', found = '' }) =>
      `everyone knows which levels a school has; without the kind of every school, nobody can guarantee that their totals give no count away (${Number(expected) > 1 ? `${expected} schools of no kind, such as ${found}` : `school of no kind: ${found}`}). Nothing is published`,
    fix: {
      fr: 'Donnez la liste de ces écoles avec leur nature (colonnes uai, commune, kind) : la liste des écoles d’un territoire convient.',
      en: 'Give the list of these schools with their kinds (columns uai, commune, kind): the list of schools of a territory will do.'
    }
  },
  'protection-impossible': {
    title: { fr: 'protection impossible', en: 'protection impossible' },
    fr: 'cet effectif ne peut pas être protégé : ce qui est déjà publié le donne[ ; réunissez-le avec « {expected} »]',
    en: 'this count cannot be protected: what is already published gives it[; join it with “{expected}”]',
    fix: {
      fr: 'Réunissez les deux dans les données, ou publiez moins de détail.',
      en: 'Join the two in the data, or publish less detail.'
    }
  },
  'audit-failed': {
    title: { fr: 'contrôle final non passé', en: 'final audit not passed' },
    fr: 'cet effectif reste calculable ({found}) ; rien n’est publié',
    en: 'this count can still be worked out ({found}); nothing is published',
    fix: {
      fr: 'Augmentez le temps de calcul ou publiez moins de détail.',
      en: 'Allow more computing time, or publish less detail.'
    }
  }
};
