// Words for a case file: one row a child and school year.
import type { InEachLanguage } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';
import { ABSENT_DETAILS } from './findings-details.ts';

/** What the absence of a column leaves unknown. */
const ABSENT: Readonly<Record<string, InEachLanguage>> = {
  qpv: { fr: 'le QPV de résidence', en: 'the QPV of residence' },
  level: { fr: 'le niveau', en: 'the level' },
  theme: { fr: 'le thème', en: 'the theme' },
  family_id: { fr: 'la famille', en: 'the family' },
  visits: { fr: 'les visites', en: 'the visits' },
  ...ABSENT_DETAILS
};

export const CASE_FINDINGS: FindingLexicon = {
  'file-too-large': {
    title: { fr: 'fichier trop lourd', en: 'file too heavy' },
    fr: 'ce fichier pèse {found} Mo ; la limite est de {expected} Mo',
    en: 'this file weighs {found} MB; the limit is {expected} MB',
    fix: {
      fr: 'Ne gardez que votre département, les colonnes demandées et les années utiles, puis donnez-le de nouveau ; rien n’en a été lu.',
      en: 'Keep only your département, the columns asked for and the years needed, then give it again; nothing of it was read.'
    }
  },
  'case-file-drawn': {
    title: { fr: 'fichier de lieux', en: 'file of places' },
    fr: 'ce fichier dessine des lieux : ce n’est pas un fichier de parcours',
    en: 'this file draws places: it is not a case file',
    fix: {
      fr: 'Donnez un fichier CSV ou XLSX, une ligne par enfant et par année scolaire.',
      en: 'Give a CSV or XLSX file, one row per child and school year.'
    }
  },
  'no-usable-row': {
    title: { fr: 'aucune ligne utilisable', en: 'no usable row' },
    fr: 'aucune des {found} lignes ne peut être retenue',
    en: 'none of the {found} rows can be kept',
    fix: { fr: 'Corrigez les lignes signalées.', en: 'Correct the rows pointed out.' }
  },
  'unknown-column': {
    title: { fr: 'colonne non lue', en: 'column not read' },
    fr: 'cette colonne n’est pas lue',
    en: 'this column is not read',
    fix: {
      fr: 'Dites ce qu’elle contient si elle est utile ; retirez-la d’un fichier des parcours.',
      en: 'Say what it holds if it is of use; remove it from a case file.'
    }
  },
  'empty-cell': {
    title: { fr: 'case vide', en: 'empty cell' },
    fr: 'cette case est vide',
    en: 'this cell is empty',
    fix: { fr: 'Complétez-la.', en: 'Fill it in.' }
  },
  formula: {
    title: { fr: 'formule de tableur', en: 'spreadsheet formula' },
    fr: 'cette case commence comme une formule :[ « {found} »]',
    en: 'this cell begins like a formula:[ “{found}”]',
    fix: { fr: 'Remplacez la formule par sa valeur.', en: 'Replace the formula with its value.' }
  },
  'bad-school-year': {
    title: { fr: 'année scolaire incorrecte', en: 'wrong school year' },
    fr: 'année scolaire attendue (par exemple {expected}), trouvé[ « {found} »| une case vide]',
    en: 'school year expected (for instance {expected}), found[ “{found}”| an empty cell]',
    fix: { fr: 'Écrivez les deux années, jamais une date.', en: 'Write both years, never a date.' }
  },
  'unknown-school': {
    title: { fr: 'école inconnue', en: 'unknown school' },
    fr: 'l’école[ « {found} »] n’est pas dans la liste des écoles[ ; celle de ce nom dans cette commune est {proposed}]',
    en: 'school[ “{found}”] is not in the list of schools[; the one of that name in that commune is {proposed}]',
    fix: {
      fr: 'Corrigez le numéro, ou ajoutez l’école à la liste.',
      en: 'Correct the number, or add the school to the list.'
    }
  },
  'unknown-qpv': {
    title: { fr: 'QPV inconnu', en: 'unknown QPV' },
    fr: 'le QPV[ « {found} »] n’est pas dans la liste des QPV',
    en: 'QPV[ “{found}”] is not in the list of QPV',
    fix: {
      fr: 'Corrigez le code, ou laissez la case vide hors QPV.',
      en: 'Correct the code, or leave the cell empty outside a QPV.'
    }
  },
  'bad-level': {
    title: { fr: 'niveau inconnu', en: 'unknown level' },
    fr: 'niveau attendu : {expected} ; trouvé[ « {found} »| une case vide] ; l’enfant compte dans les totaux',
    en: 'level expected: {expected}; found[ “{found}”| an empty cell]; the child counts in the totals'
  },
  'bad-theme': {
    title: { fr: 'thème inconnu', en: 'unknown theme' },
    fr: 'thème attendu : parentalité, santé et bien-être, expression orale, estime de soi, culture et sport ; trouvé[ « {found} »| une case vide]',
    en: 'theme expected: parenting, health, oral expression, self-esteem, culture and sport; found[ “{found}”| an empty cell]'
  },
  'bad-visits': {
    title: { fr: 'nombre de visites incorrect', en: 'wrong number of visits' },
    fr: 'nombre entier de visites attendu, sans signe ni virgule ; trouvé[ « {found} »| une case vide]',
    en: 'whole number of visits expected, without sign or comma; found[ “{found}”| an empty cell]'
  },
  'unknown-cell': {
    title: { fr: 'renseignement absent', en: 'not stated' },
    fr: 'cette case est vide ; l’enfant compte, ce renseignement n’est pas connu',
    en: 'this cell is empty; the child counts, and this is not known',
    fix: { fr: 'Complétez-la si vous le pouvez.', en: 'Fill it in if you can.' }
  },
  'no-place': {
    title: { fr: 'ni école ni commune connue', en: 'no known school or commune' },
    fr: 'aucune école ni commune du territoire ne peut être reconnue[ : « {found} »]',
    en: 'no school or commune of the territory can be recognised[: “{found}”]',
    fix: {
      fr: 'Indiquez le numéro UAI, ou le nom et la commune de l’école.',
      en: 'Give the UAI number, or the name and the commune of the school.'
    }
  },
  'place-elsewhere': {
    title: { fr: 'hors du territoire', en: 'outside the territory' },
    fr: 'ni l’école ni la commune ne sont du territoire :[ « {found} »]',
    en: 'neither the school nor the commune is in the territory:[ “{found}”]',
    fix: {
      fr: 'Vérifiez l’école et la commune, ou retirez la ligne.',
      en: 'Check the school and the commune, or take the row out.'
    }
  },
  'home-unknown': {
    title: { fr: 'commune de résidence non indiquée', en: 'commune of residence not stated' },
    fr: 'commune de résidence non reconnue[ (« {found} »)] ; l’enfant compte dans la commune de son école ({expected})',
    en: 'commune of residence not recognised[ (“{found}”)]; the child counts in the commune of the school ({expected})',
    fix: { fr: 'Indiquez la commune où il habite.', en: 'Give the commune where the child lives.' }
  },
  'school-not-found': {
    title: { fr: 'école non reconnue', en: 'school not recognised' },
    fr: 'l’école[ « {found} »] n’est pas du territoire ; l’enfant compte dans sa commune',
    en: 'school[ “{found}”] is none of the territory; the child counts in the commune',
    fix: {
      fr: 'Corrigez le numéro, ou le nom et la commune de l’école.',
      en: 'Correct the number, or the name and the commune of the school.'
    }
  },
  'qpv-not-found': {
    title: { fr: 'QPV non reconnu', en: 'QPV not recognised' },
    fr: 'le QPV[ « {found} »] n’est pas du territoire ; l’enfant compte dans sa commune',
    en: 'QPV[ “{found}”] is none of the territory; the child counts in the commune',
    fix: {
      fr: 'Corrigez le code, ou laissez la case vide hors QPV.',
      en: 'Correct the code, or leave the cell empty outside a QPV.'
    }
  },
  'own-theme': {
    title: { fr: 'thème hors de la liste', en: 'theme that is not in the list' },
    fr: 'le thème[ « {found} »] n’est pas dans la liste ; l’enfant compte dans les totaux',
    en: 'theme[ “{found}”] is not in the list; the child counts in the totals',
    fix: {
      fr: 'Ajoutez ce thème, ou choisissez celui de la liste qui lui correspond.',
      en: 'Add this theme, or choose the one of the list that it stands for.'
    }
  },
  'year-assumed': {
    title: { fr: 'année scolaire supposée', en: 'school year assumed' },
    fr: 'le fichier n’indique pas l’année scolaire ; tous les enfants sont comptés en {found}',
    en: 'the file does not tell the school year; all children are counted in {found}',
    fix: {
      fr: 'Si ce n’est pas la bonne, ajoutez une colonne « Année scolaire », ou l’année dans le nom du fichier.',
      en: 'If it is another, add a column “School year”, or the year in the name of the file.'
    }
  },
  'no-case-id': {
    title: { fr: 'sans numéro de dossier', en: 'no case number' },
    fr: 'le fichier n’a pas de numéro de dossier : chaque ligne compte pour un enfant, et un enfant inscrit deux fois compte deux fois',
    en: 'the file has no case number: each row counts as a child, and a child entered twice counts twice',
    fix: { fr: 'Ajoutez une colonne « Numéro de dossier ».', en: 'Add a column “Case number”.' }
  },
  'homes-of-schools': {
    title: { fr: 'sans commune de résidence', en: 'no commune of residence' },
    fr: 'le fichier n’indique pas où habitent les enfants : chacun compte dans la commune de son école',
    en: 'the file does not tell where the children live: each counts in the commune of the school'
  },
  'no-school-column': {
    title: { fr: 'sans école', en: 'no school' },
    fr: 'le fichier n’indique pas les écoles : les enfants comptent dans leur commune, et dans aucune école',
    en: 'the file does not tell the schools: children count in their commune, and in no school'
  },
  'absent-column': {
    title: { fr: 'renseignement absent du fichier', en: 'not given in the file' },
    fr: ({ found = '' }) => `le fichier n’indique pas ${ABSENT[found]?.fr ?? found} : rien n’en est affiché`,
    en: ({ found = '' }) => `the file does not tell ${ABSENT[found]?.en ?? found}: nothing of it is shown`
  },
  'duplicate-case': {
    title: { fr: 'enfant en double dans l’année', en: 'child twice in the year' },
    fr: 'cet enfant figure déjà cette année-là[ ({found})], ligne {expected} ; la première ligne est gardée',
    en: 'this child already appears in that year[ ({found})], row {expected}; the first row is kept',
    fix: { fr: 'Une ligne par enfant et par année scolaire.', en: 'One row per child and school year.' }
  },
  'uai-check-letter': {
    title: { fr: 'lettre de contrôle d’UAI fausse', en: 'wrong check letter of a UAI' },
    fr: 'la lettre du numéro UAI[ « {found} »] ne correspond pas à ses chiffres ; la ligne est gardée',
    en: 'the letter of UAI number[ “{found}”] does not match its digits; the row is kept',
    fix: { fr: 'Vérifiez ce numéro.', en: 'Check this number.' }
  },
  'level-of-another-school': {
    title: { fr: 'niveau étranger à l’école', en: 'level foreign to the school' },
    fr: 'niveau « {found} » dans une école « {expected} » ; la ligne est gardée',
    en: 'level “{found}” in a school “{expected}”; the row is kept',
    fix: {
      fr: 'Vérifiez le niveau et le numéro de l’école.',
      en: 'Check the level and the number of the school.'
    }
  },
  'personal-columns': {
    title: { fr: 'colonnes personnelles écartées', en: 'personal columns left out' },
    fr: 'colonnes personnelles écartées : {found}. Elles ne sont ni lues, ni affichées, ni gardées',
    en: 'personal columns left out: {found}. They are not read, shown or kept'
  },
  'personal-codes': {
    title: { fr: 'noms remplacés par un code', en: 'names replaced by a code' },
    fr: 'noms de personnes remplacés par un code : {found}. Les noms ne sont pas gardés',
    en: 'names of persons replaced by a code: {found}. The names are not kept',
    fix: {
      fr: 'Numérotez les postes et les dossiers dans vos listes.',
      en: 'Number the posts and the cases in your lists.'
    }
  },
  'children-list': {
    title: { fr: 'liste d’enfants', en: 'list of children' },
    fr: 'ce fichier est une liste d’enfants : plusieurs lignes pour une même école, ou des colonnes personnelles. Il ne peut pas tenir lieu de liste d’écoles',
    en: 'this file is a list of children: several rows for one school, or personal columns. It cannot stand for a list of schools',
    fix: {
      fr: 'Déposez-le comme fichier des parcours, ou déposez une liste d’une ligne par école.',
      en: 'Drop it as a case file, or drop a list with one row a school.'
    }
  }
};
