// Words for one row of a file: what it holds cannot be read, or can be doubted.
import type { Finding } from '../../model/findings.ts';
import { fill } from '../template.ts';
import { CELL, limitsWords, type FindingLexicon } from './finding-words.ts';

const instead = (fr: string, en: string) => ({
  fr: (finding: Finding) =>
    fill(`${fr} : trouvé${CELL.fr}[, attendu {expected}]`, {
      ...finding,
      expected: limitsWords(finding.expected, ['un nombre de', 'à'], 'fr')
    }),
  en: (finding: Finding) =>
    fill(`${en}: found${CELL.en}[, expected {expected}]`, {
      ...finding,
      expected: limitsWords(finding.expected, ['a number from', 'to'], 'en')
    })
});

/** The same where any of the kind would do: `expected` is one of the territory. */
const suchAs = (fr: string, en: string) => ({
  fr: (finding: Finding) =>
    fill(
      `${fr} : trouvé${CELL.fr}${finding.proposed ? ' ; l’école de ce nom dans cette commune est {proposed}' : '[ (par exemple {expected})]'}`,
      finding
    ),
  en: (finding: Finding) =>
    fill(
      `${en}: found${CELL.en}${finding.proposed ? '; the school of that name in that commune is {proposed}' : '[ (for instance {expected})]'}`,
      finding
    )
});

export const ROW_FINDINGS: FindingLexicon = {
  'stray-quote': {
    title: { fr: 'guillemet mal fermé', en: 'quotation mark left open' },
    fr: 'un guillemet s’ouvre et ne se ferme pas ; il a été lu comme une lettre',
    en: 'a quotation mark opens and never closes; it was read as a letter',
    fix: { fr: 'Doublez ou retirez ce guillemet.', en: 'Double this quotation mark, or take it out.' }
  },
  'formula-error': {
    title: { fr: 'formule en erreur', en: 'formula that failed' },
    fr: 'la formule de cette case a échoué :[ « {found} »] ; la valeur est tenue pour inconnue',
    en: 'the formula of this cell failed:[ “{found}”]; the value is taken as unknown',
    fix: {
      fr: 'Corrigez la formule dans le classeur, ou écrivez la valeur.',
      en: 'Correct the formula in the workbook, or write the value.'
    }
  },
  'formula-without-result': {
    title: { fr: 'formule sans résultat', en: 'formula without a result' },
    fr: 'cette case contient une formule sans son résultat :[ « {found} »] ; la valeur est tenue pour inconnue',
    en: 'this cell holds a formula without its result:[ “{found}”]; the value is taken as unknown',
    fix: {
      fr: 'Ouvrez le classeur, enregistrez-le pour que les formules soient calculées, ou écrivez la valeur.',
      en: 'Open the workbook and save it so that formulas are computed, or write the value.'
    }
  },
  'short-row': {
    title: { fr: 'ligne trop courte', en: 'row too short' },
    fr: 'cette ligne a [{found}|?] cases au lieu de [{expected}|?] ; les dernières sont tenues pour vides',
    en: 'this row has [{found}|?] cells instead of [{expected}|?]; the last ones are taken as empty',
    fix: { fr: 'Vérifiez qu’il ne manque pas un séparateur.', en: 'Check that no separator is missing.' }
  },
  'cut-row': {
    title: { fr: 'fichier coupé dans sa dernière ligne', en: 'file cut short in its last row' },
    fr: 'le fichier s’arrête au milieu de cette ligne, qui a [{found}|?] cases au lieu de [{expected}|?] : le téléchargement a sans doute été interrompu',
    en: 'the file stops in the middle of this row, which has [{found}|?] cells instead of [{expected}|?]: the download was probably interrupted',
    fix: {
      fr: 'Téléchargez-le de nouveau : il manque des lignes après celle-ci.',
      en: 'Download it again: rows are missing after this one.'
    }
  },
  'long-row': {
    title: { fr: 'ligne trop longue', en: 'row too long' },
    fr: 'cette ligne a [{found}|?] cases au lieu de [{expected}|?] ; ses valeurs seraient mal rangées',
    en: 'this row has [{found}|?] cells instead of [{expected}|?]; its values would go in the wrong columns',
    fix: {
      fr: 'Mettez entre guillemets le texte qui contient le séparateur.',
      en: 'Put the text that holds the separator in quotation marks.'
    }
  },
  'bad-uai': {
    title: { fr: 'numéro UAI incorrect', en: 'wrong UAI number' },
    ...suchAs(
      'ce n’est pas un numéro UAI (sept chiffres et leur lettre de contrôle)',
      'this is not a UAI number (seven digits and their check letter)'
    ),
    fix: { fr: 'Corrigez le numéro de l’établissement.', en: 'Correct the number of the school.' }
  },
  'duplicate-uai': {
    title: { fr: 'numéro UAI en double', en: 'UAI number twice' },
    fr: 'l’établissement[ « {found} »] figure déjà plus haut[ ({expected})] ; la première ligne est gardée',
    en: 'school[ “{found}”] already stands above[ ({expected})]; the first row is kept',
    fix: { fr: 'Retirez la ligne en trop.', en: 'Take out the extra row.' }
  },
  'bad-insee': {
    title: { fr: 'code INSEE incorrect', en: 'wrong INSEE code' },
    ...suchAs('ce n’est pas un code INSEE de commune', 'this is not the INSEE code of a commune'),
    fix: {
      fr: 'Écrivez les cinq caractères, zéro initial compris.',
      en: 'Write all five characters, with the leading zero.'
    }
  },
  'bad-departement': {
    title: { fr: 'code de département incorrect', en: 'wrong département code' },
    ...suchAs('ce n’est pas un code de département', 'this is not the code of a département')
  },
  'bad-year': {
    title: { fr: 'année scolaire incorrecte', en: 'wrong school year' },
    ...suchAs('ce n’est pas une année scolaire', 'this is not a school year')
  },
  'bad-number': {
    title: { fr: 'nombre incorrect', en: 'wrong number' },
    ...instead(
      'ce n’est pas un nombre possible ici ; la valeur est tenue pour inconnue',
      'this number is not possible here; the value is taken as unknown'
    )
  },
  'not-significant': {
    title: { fr: 'valeur non significative', en: 'value not significant' },
    fr: 'la source écrit NS (non significatif) ; la valeur est tenue pour inconnue',
    en: 'the source writes NS (not significant); the value is taken as unknown'
  },
  'bad-rep': {
    title: { fr: 'réseau inconnu', en: 'unknown network' },
    ...instead('ce n’est pas un réseau d’éducation prioritaire', 'this is not a priority education network')
  },
  'no-position': {
    title: { fr: 'établissement que la source ne place pas', en: 'school that the source does not place' },
    fr: 'la source ne donne pas de position à l’établissement[ « {found} »]',
    en: 'the source gives no position to school[ “{found}”]'
  },
  'bad-position': {
    title: { fr: 'position incorrecte', en: 'wrong position' },
    ...instead('ce n’est pas une position sur la Terre', 'this is not a position on Earth'),
    fix: {
      fr: 'Vérifiez la latitude et la longitude, en degrés.',
      en: 'Check latitude and longitude, in degrees.'
    }
  },
  'not-a-school': {
    title: { fr: 'ligne qui n’est pas une école', en: 'row that is not a school' },
    fr: '[{found}|cette ligne] fait partie d’un autre établissement',
    en: '[{found}|this row] is part of another school'
  },
  'network-heading': {
    title: { fr: 'intitulé de réseau', en: 'heading of a network' },
    fr: 'cette ligne annonce le réseau[ « {found} »] et ne décrit aucune école',
    en: 'this row announces the network[ “{found}”] and describes no school'
  },
  'bad-geometry': {
    title: { fr: 'contour inutilisable', en: 'unusable outline' },
    ...instead('ce contour ne peut pas être dessiné', 'this outline cannot be drawn'),
    fix: {
      fr: 'Vérifiez cet objet dans un logiciel de cartographie.',
      en: 'Check this feature in mapping software.'
    }
  },
  'self-crossing': {
    title: { fr: 'contour qui se croise', en: 'outline that crosses itself' },
    fr: 'ce contour se croise lui-même, près de {found} ; il est gardé, mais ses limites sont douteuses à cet endroit',
    en: 'this outline crosses itself, near {found}; it is kept, but its limits are doubtful there',
    fix: {
      fr: 'Dans QGIS : Vecteur, Outils de géométrie, Réparer les géométries.',
      en: 'In QGIS: Vector, Geometry Tools, Fix Geometries.'
    }
  },
  'too-many-vertices': {
    title: { fr: 'contour trop détaillé', en: 'outline too detailed' },
    fr: 'ce contour a {found} sommets ; la limite est de {expected} par objet',
    en: 'this outline has {found} vertices; the limit is {expected} per feature',
    fix: {
      fr: 'Simplifiez-le (QGIS : Vecteur, Outils de géométrie, Simplifier, tolérance de 5 m), ou prenez le fichier généralisé.',
      en: 'Simplify it (QGIS: Vector, Geometry Tools, Simplify, tolerance of 5 m), or take the generalised file.'
    }
  },
  'duplicate-commune': {
    title: { fr: 'commune en double', en: 'commune twice' },
    fr: 'la commune[ « {found} »] figure déjà plus haut[ (objet {expected})] ; le premier contour est gardé',
    en: 'commune[ “{found}”] already stands above[ (feature {expected})]; the first outline is kept'
  },
  'bad-qpv-code': {
    title: { fr: 'code de QPV incorrect', en: 'wrong QPV code' },
    ...instead(
      'ce n’est pas un code de quartier prioritaire',
      'this is not the code of a priority neighbourhood'
    )
  },
  'duplicate-qpv': {
    title: { fr: 'QPV en double', en: 'QPV twice' },
    fr: 'le quartier[ « {found} »] figure déjà plus haut[ (objet {expected})] ; le premier est gardé',
    en: 'neighbourhood[ “{found}”] already stands above[ (feature {expected})]; the first is kept'
  }
};
