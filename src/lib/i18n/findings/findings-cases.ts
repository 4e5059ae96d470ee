// Words for a case file: one row a child and school year.
import { cellWords as cell, quoted, type FindingLexicon } from './finding-words.ts';

/** What the absence of a column leaves unknown. */
const ABSENT: Readonly<Record<string, string>> = {
  qpv: 'le QPV de résidence',
  level: 'le niveau',
  theme: 'le thème',
  family_id: 'la famille',
  visits: 'les visites'
};

export const CASE_FINDINGS: FindingLexicon = {
  'file-too-large': {
    title: 'fichier trop lourd',
    what: ({ found, expected }) =>
      `ce fichier pèse ${found ?? ''} Mo ; la limite est de ${expected ?? ''} Mo`,
    fix: 'Ne gardez que votre département, les colonnes demandées et les années utiles, puis donnez-le de nouveau ; rien n’en a été lu.'
  },
  'case-file-drawn': {
    title: 'fichier de lieux',
    what: () => 'ce fichier dessine des lieux : ce n’est pas un fichier de parcours',
    fix: 'Donnez un fichier CSV ou XLSX, une ligne par enfant et par année scolaire.'
  },
  'no-usable-row': {
    title: 'aucune ligne utilisable',
    what: ({ found }) => `aucune des ${found ?? ''} lignes ne peut être retenue`,
    fix: 'Corrigez les lignes signalées.'
  },
  'unknown-column': {
    title: 'colonne non lue',
    what: () => 'cette colonne n’est pas lue',
    fix: 'Dites ce qu’elle contient si elle est utile ; retirez-la d’un fichier des parcours.'
  },
  'empty-cell': {
    title: 'case vide',
    what: () => 'cette case est vide',
    fix: 'Complétez-la.'
  },
  formula: {
    title: 'formule de tableur',
    what: ({ found }) => `cette case commence comme une formule :${quoted(found)}`,
    fix: 'Remplacez la formule par sa valeur.'
  },
  'bad-school-year': {
    title: 'année scolaire incorrecte',
    what: ({ found, expected }) =>
      `année scolaire attendue (par exemple ${expected ?? ''}), trouvé${cell(found)}`,
    fix: 'Écrivez les deux années, jamais une date.'
  },
  'unknown-school': {
    title: 'école inconnue',
    what: ({ found, proposed }) =>
      `l’école${quoted(found)} n’est pas dans la liste des écoles${proposed ? ` ; celle de ce nom dans cette commune est ${proposed}` : ''}`,
    fix: 'Corrigez le numéro, ou ajoutez l’école à la liste.'
  },
  'unknown-qpv': {
    title: 'QPV inconnu',
    what: ({ found }) => `le QPV${quoted(found)} n’est pas dans la liste des QPV`,
    fix: 'Corrigez le code, ou laissez la case vide hors QPV.'
  },
  'bad-level': {
    title: 'niveau inconnu',
    what: ({ found, expected }) =>
      `niveau attendu : ${expected ?? ''} ; trouvé${cell(found)} ; l’enfant compte dans les totaux`
  },
  'bad-theme': {
    title: 'thème inconnu',
    what: ({ found, expected }) => `thème attendu : ${expected ?? ''} ; trouvé${cell(found)}`
  },
  'bad-visits': {
    title: 'nombre de visites incorrect',
    what: ({ found }) => `nombre entier de visites attendu, sans signe ni virgule ; trouvé${cell(found)}`
  },
  'unknown-cell': {
    title: 'renseignement absent',
    what: () => 'cette case est vide ; l’enfant compte, ce renseignement n’est pas connu',
    fix: 'Complétez-la si vous le pouvez.'
  },
  'no-place': {
    title: 'ni école ni commune connue',
    what: ({ found }) =>
      `aucune école ni commune du territoire ne peut être reconnue${found ? ` :${quoted(found)}` : ''}`,
    fix: 'Indiquez le numéro UAI, ou le nom et la commune de l’école.'
  },
  'place-elsewhere': {
    title: 'hors du territoire',
    what: ({ found }) => `ni l’école ni la commune ne sont du territoire :${quoted(found)}`,
    fix: 'Vérifiez l’école et la commune, ou retirez la ligne.'
  },
  'home-unknown': {
    title: 'commune de résidence non indiquée',
    what: ({ found, expected }) =>
      `commune de résidence non reconnue${found ? ` (« ${found} »)` : ''} ; l’enfant compte dans la commune de son école (${expected ?? ''})`,
    fix: 'Indiquez la commune où il habite.'
  },
  'school-not-found': {
    title: 'école non reconnue',
    what: ({ found }) => `l’école${quoted(found)} n’est pas du territoire ; l’enfant compte dans sa commune`,
    fix: 'Corrigez le numéro, ou le nom et la commune de l’école.'
  },
  'qpv-not-found': {
    title: 'QPV non reconnu',
    what: ({ found }) => `le QPV${quoted(found)} n’est pas du territoire ; l’enfant compte dans sa commune`,
    fix: 'Corrigez le code, ou laissez la case vide hors QPV.'
  },
  'own-theme': {
    title: 'thème hors de la liste',
    what: ({ found }) => `le thème${quoted(found)} n’est pas dans la liste ; l’enfant compte dans les totaux`,
    fix: 'Ajoutez ce thème, ou choisissez celui de la liste qui lui correspond.'
  },
  'year-assumed': {
    title: 'année scolaire supposée',
    what: ({ found }) =>
      `le fichier n’indique pas l’année scolaire ; tous les enfants sont comptés en ${found ?? ''}`,
    fix: 'Si ce n’est pas la bonne, ajoutez une colonne « Année scolaire », ou l’année dans le nom du fichier.'
  },
  'no-case-id': {
    title: 'sans numéro de dossier',
    what: () =>
      'le fichier n’a pas de numéro de dossier : chaque ligne compte pour un enfant, et un enfant inscrit deux fois compte deux fois',
    fix: 'Ajoutez une colonne « Numéro de dossier ».'
  },
  'homes-of-schools': {
    title: 'sans commune de résidence',
    what: () =>
      'le fichier n’indique pas où habitent les enfants : chacun compte dans la commune de son école'
  },
  'no-school-column': {
    title: 'sans école',
    what: () =>
      'le fichier n’indique pas les écoles : les enfants comptent dans leur commune, et dans aucune école'
  },
  'absent-column': {
    title: 'renseignement absent du fichier',
    what: ({ found }) =>
      `le fichier n’indique pas ${ABSENT[found ?? ''] ?? found ?? ''} : rien n’en est affiché`
  },
  'duplicate-case': {
    title: 'enfant en double dans l’année',
    what: ({ found, expected }) =>
      `cet enfant figure déjà cette année-là (${found ?? ''}), ligne ${expected ?? ''} ; la première ligne est gardée`,
    fix: 'Une ligne par enfant et par année scolaire.'
  },
  'uai-check-letter': {
    title: 'lettre de contrôle d’UAI fausse',
    what: ({ found }) =>
      `la lettre du numéro UAI${quoted(found)} ne correspond pas à ses chiffres ; la ligne est gardée`,
    fix: 'Vérifiez ce numéro.'
  },
  'level-of-another-school': {
    title: 'niveau étranger à l’école',
    what: ({ found, expected }) =>
      `niveau « ${found ?? ''} » dans une école « ${expected ?? ''} » ; la ligne est gardée`,
    fix: 'Vérifiez le niveau et le numéro de l’école.'
  },
  'personal-columns': {
    title: 'colonnes personnelles écartées',
    what: ({ found }) =>
      `colonnes personnelles écartées : ${found ?? ''}. Elles ne sont ni lues, ni affichées, ni gardées`
  },
  'personal-codes': {
    title: 'noms remplacés par un code',
    what: ({ found }) =>
      `noms de personnes remplacés par un code : ${found ?? ''}. Les noms ne sont pas gardés`,
    fix: 'Numérotez les postes et les dossiers dans vos listes.'
  },
  'children-list': {
    title: 'liste d’enfants',
    what: () =>
      'ce fichier est une liste d’enfants : plusieurs lignes pour une même école, ou des colonnes personnelles. Il ne peut pas tenir lieu de liste d’écoles',
    fix: 'Déposez-le comme fichier des parcours, ou déposez une liste d’une ligne par école.'
  }
};
