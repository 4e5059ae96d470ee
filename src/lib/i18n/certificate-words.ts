// Why a certificate is refused, or cannot be made. Plain words, read by the scripts and by the pages.

interface Words {
  fr: string;
  en: string;
}

/** By the checker's reason, or that of the maker. */
const CERTIFICATE_REASONS: Readonly<Record<string, Words>> = {
  'unreadable-problem': {
    fr: 'le fichier du problème ne peut pas être lu.',
    en: 'the problem file cannot be read.'
  },
  'unreadable-certificate': {
    fr: 'ce fichier n’est pas un certificat, ou il est coupé.',
    en: 'this file is not a certificate, or it is cut short.'
  },
  'other-version': {
    fr: 'le certificat est d’une autre version ; ce vérificateur lit la version 1.',
    en: 'the certificate has another version; this checker reads version 1.'
  },
  'other-problem': {
    fr: 'ce certificat est celui d’un autre problème (empreinte SHA-256 différente).',
    en: 'this certificate is that of another problem (its SHA-256 differs).'
  },
  'altered-certificate': {
    fr: 'le certificat a été modifié depuis qu’il a été fait.',
    en: 'the certificate was changed after it was made.'
  },
  'beyond-2^53': {
    fr: 'un nombre dépasse 2^53 ; le calcul ne serait plus exact.',
    en: 'a number is beyond 2^53; the computation would no longer be exact.'
  },
  'number-not-decimal': {
    fr: 'un nombre du problème est négatif, ou a plus de neuf décimales.',
    en: 'a number of the problem is negative, or has more than nine decimals.'
  },
  'soft-problem': {
    fr: 'les dépassements de charge sont permis ; ce cas n’a pas de certificat.',
    en: 'excess loads are allowed; there is no certificate for this case.'
  },
  'loads-too-fine': {
    fr: 'les charges sont trop fines, ou trop nombreuses, pour être comptées une à une.',
    en: 'loads are too fine, or too many, to be counted one by one.'
  },
  'not-a-separator': {
    fr: 'il s’appuie sur des unités qui n’en séparent pas deux autres.',
    en: 'it rests on units that do not separate two others.'
  },
  'unreadable-cube': {
    fr: 'le fichier du cube ne peut pas être lu.',
    en: 'the file of the cube cannot be read.'
  },
  'other-cube': {
    fr: 'ce certificat est celui d’un autre cube (empreinte SHA-256 différente).',
    en: 'this certificate is that of another cube (its SHA-256 differs).'
  },
  'other-threshold': {
    fr: 'le certificat a un autre seuil que le cube.',
    en: 'the certificate has another threshold than the cube.'
  },
  'rounded-cube': {
    fr: 'les effectifs du cube sont arrondis, aucun n’est caché.',
    en: 'the counts of the cube are rounded, none is hidden.'
  },
  'low-threshold': {
    fr: 'le seuil du cube n’est pas un entier d’au moins 2.',
    en: 'the threshold of the cube is not a whole number of at least 2.'
  },
  'hollow-cube': {
    fr: 'le cube n’a aucune dimension ou aucun effectif : il n’y a rien à vérifier.',
    en: 'the cube has no dimension or no count: there is nothing to check.'
  },
  'malformed-cube': {
    fr: 'une hiérarchie, un effectif ou un motif du cube est mal écrit (nom inconnu ou répété, effectif ni publié ni caché).',
    en: 'a hierarchy, a count or a pattern of the cube is badly written (a name unknown or repeated, a count neither shown nor hidden).'
  },
  'trees-differ': {
    fr: 'deux hiérarchies d’une même dimension n’ont pas les mêmes feuilles.',
    en: 'two hierarchies of one dimension do not have the same leaves.'
  },
  'small-count-shown': {
    fr: 'le cube montre un effectif plus petit que son seuil.',
    en: 'the cube shows a count below its threshold.'
  },
  'small-count-given': {
    fr: 'les sommes du cube donnent un effectif plus petit que son seuil.',
    en: 'the sums of the cube give a count below its threshold.'
  },
  'figure-beside-hidden': {
    fr: 'des familles ou des visites sont données à côté d’un effectif caché.',
    en: 'families or visits are given beside a hidden count.'
  },
  'few-families-shown': {
    fr: 'le cube montre un effectif de moins de trois familles.',
    en: 'the cube shows a count of fewer than three families.'
  },
  'totals-do-not-add-up': {
    fr: 'les totaux du cube ne s’additionnent pas.',
    en: 'the totals of the cube do not add up.'
  },
  'impossible-child': {
    fr: 'une table compte un enfant là où il ne peut y en avoir.',
    en: 'a table counts a child where there can be none.'
  },
  'table-differs': {
    fr: 'une table diffère de ce qui est publié.',
    en: 'a table differs from what is published.'
  },
  'hidden-count-left-out': {
    fr: 'un effectif protégé n’est pas couvert.',
    en: 'a hidden count is left out.'
  },
  'stays-small': {
    fr: 'rien ne montre qu’un effectif protégé puisse atteindre le seuil.',
    en: 'nothing shows that a hidden count may reach the threshold.'
  },
  'small-difference': {
    fr: 'rien ne montre que la différence de deux effectifs, dont l’un contient l’autre, puisse atteindre le seuil.',
    en: 'nothing shows that the difference of two counts, one within the other, may reach the threshold.'
  },
  'unknown-row': {
    fr: 'il s’appuie sur une règle que le problème n’a pas.',
    en: 'it rests on a rule that the problem does not have.'
  },
  'wrong-prices': {
    fr: 'il ne donne pas un prix par unité.',
    en: 'it does not give one price for each unit.'
  },
  'open-leaf': {
    fr: 'la preuve est incomplète ; des plans moins chers restent possibles.',
    en: 'the proof is incomplete; cheaper plans remain possible.'
  },
  'no-plan': { fr: 'aucun plan n’a été trouvé.', en: 'no plan was found.' },
  unfinished: { fr: 'le temps donné n’a pas suffi.', en: 'the time given was too short.' },
  'hours-balance': {
    fr: 'l’équilibre en heures, trajets compris, ne s’écrit pas dans un certificat.',
    en: 'a balance of hours, travel included, cannot be written in a certificate.'
  },
  'teams-balance': {
    fr: 'l’équilibre des coordinations ne s’écrit pas dans un certificat.',
    en: 'the balance of coordinators cannot be written in a certificate.'
  }
};

/** « ce certificat est celui d’un autre problème… », the reason itself when it is unknown. */
export const certificateReason = (reason: string | null, language: keyof Words = 'fr'): string =>
  CERTIFICATE_REASONS[reason ?? '']?.[language] ?? String(reason);
