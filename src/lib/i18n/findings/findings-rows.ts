// Words for one row of a file: what it holds cannot be read, or can be doubted.
import type { Finding } from '../../model/findings.ts';
import { cellWords, quoted, rangeWords, type FindingLexicon } from './finding-words.ts';

const instead =
  (what: string) =>
  ({ found, expected }: Finding) =>
    `${what} : trouvé${cellWords(found)}${expected ? `, attendu ${rangeWords(expected, ['un nombre de', 'à'], 'fr-FR')}` : ''}`;

/** The same where any of the kind would do: `expected` is one of the territory. */
const suchAs =
  (what: string) =>
  ({ found, expected, proposed }: Finding) =>
    `${what} : trouvé${cellWords(found)}${proposed ? ` ; l’école de ce nom dans cette commune est ${proposed}` : expected ? ` (par exemple ${expected})` : ''}`;

export const ROW_FINDINGS: FindingLexicon = {
  'stray-quote': {
    title: 'guillemet mal fermé',
    what: () => 'un guillemet s’ouvre et ne se ferme pas ; il a été lu comme une lettre',
    fix: 'Doublez ou retirez ce guillemet.'
  },
  'formula-error': {
    title: 'formule en erreur',
    what: ({ found }) =>
      `la formule de cette case a échoué :${quoted(found)} ; la valeur est tenue pour inconnue`,
    fix: 'Corrigez la formule dans le classeur, ou écrivez la valeur.'
  },
  'formula-without-result': {
    title: 'formule sans résultat',
    what: ({ found }) =>
      `cette case contient une formule sans son résultat :${quoted(found)} ; la valeur est tenue pour inconnue`,
    fix: 'Ouvrez le classeur, enregistrez-le pour que les formules soient calculées, ou écrivez la valeur.'
  },
  'short-row': {
    title: 'ligne trop courte',
    what: ({ found = '?', expected = '?' }) =>
      `cette ligne a ${found} cases au lieu de ${expected} ; les dernières sont tenues pour vides`,
    fix: 'Vérifiez qu’il ne manque pas un séparateur.'
  },
  'cut-row': {
    title: 'fichier coupé dans sa dernière ligne',
    what: ({ found = '?', expected = '?' }) =>
      `le fichier s’arrête au milieu de cette ligne, qui a ${found} cases au lieu de ${expected} : le téléchargement a sans doute été interrompu`,
    fix: 'Téléchargez-le de nouveau : il manque des lignes après celle-ci.'
  },
  'long-row': {
    title: 'ligne trop longue',
    what: ({ found = '?', expected = '?' }) =>
      `cette ligne a ${found} cases au lieu de ${expected} ; ses valeurs seraient mal rangées`,
    fix: 'Mettez entre guillemets le texte qui contient le séparateur.'
  },
  'bad-uai': {
    title: 'numéro UAI incorrect',
    what: suchAs('ce n’est pas un numéro UAI (sept chiffres et leur lettre de contrôle)'),
    fix: 'Corrigez le numéro de l’établissement.'
  },
  'duplicate-uai': {
    title: 'numéro UAI en double',
    what: ({ found, expected }) =>
      `l’établissement${quoted(found)} figure déjà plus haut${expected ? ` (${expected})` : ''} ; la première ligne est gardée`,
    fix: 'Retirez la ligne en trop.'
  },
  'bad-insee': {
    title: 'code INSEE incorrect',
    what: suchAs('ce n’est pas un code INSEE de commune'),
    fix: 'Écrivez les cinq caractères, zéro initial compris.'
  },
  'bad-departement': {
    title: 'code de département incorrect',
    what: suchAs('ce n’est pas un code de département')
  },
  'bad-year': {
    title: 'année scolaire incorrecte',
    what: suchAs('ce n’est pas une année scolaire')
  },
  'bad-number': {
    title: 'nombre incorrect',
    what: instead('ce n’est pas un nombre possible ici ; la valeur est tenue pour inconnue')
  },
  'not-significant': {
    title: 'valeur non significative',
    what: () => 'la source écrit NS (non significatif) ; la valeur est tenue pour inconnue'
  },
  'bad-rep': {
    title: 'réseau inconnu',
    what: instead('ce n’est pas un réseau d’éducation prioritaire')
  },
  'no-position': {
    title: 'établissement que la source ne place pas',
    what: ({ found }) => `la source ne donne pas de position à l’établissement${quoted(found)}`
  },
  'bad-position': {
    title: 'position incorrecte',
    what: instead('ce n’est pas une position sur la Terre'),
    fix: 'Vérifiez la latitude et la longitude, en degrés.'
  },
  'not-a-school': {
    title: 'ligne qui n’est pas une école',
    what: ({ found }) => `${found ?? 'cette ligne'} fait partie d’un autre établissement`
  },
  'network-heading': {
    title: 'intitulé de réseau',
    what: ({ found }) => `cette ligne annonce le réseau${quoted(found)} et ne décrit aucune école`
  },
  'bad-geometry': {
    title: 'contour inutilisable',
    what: instead('ce contour ne peut pas être dessiné'),
    fix: 'Vérifiez cet objet dans un logiciel de cartographie.'
  },
  'self-crossing': {
    title: 'contour qui se croise',
    what: ({ found }) =>
      `ce contour se croise lui-même, près de ${found ?? ''} ; il est gardé, mais ses limites sont douteuses à cet endroit`,
    fix: 'Dans QGIS : Vecteur, Outils de géométrie, Réparer les géométries.'
  },
  'too-many-vertices': {
    title: 'contour trop détaillé',
    what: ({ found, expected }) =>
      `ce contour a ${found ?? ''} sommets ; la limite est de ${expected ?? ''} par objet`,
    fix: 'Simplifiez-le (QGIS : Vecteur, Outils de géométrie, Simplifier, tolérance de 5 m), ou prenez le fichier généralisé.'
  },
  'duplicate-commune': {
    title: 'commune en double',
    what: ({ found, expected }) =>
      `la commune${quoted(found)} figure déjà plus haut${expected ? ` (objet ${expected})` : ''} ; le premier contour est gardé`
  },
  'bad-qpv-code': {
    title: 'code de QPV incorrect',
    what: instead('ce n’est pas un code de quartier prioritaire')
  },
  'duplicate-qpv': {
    title: 'QPV en double',
    what: ({ found, expected }) =>
      `le quartier${quoted(found)} figure déjà plus haut${expected ? ` (objet ${expected})` : ''} ; le premier est gardé`
  }
};
