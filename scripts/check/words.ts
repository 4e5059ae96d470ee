// Why a certificate is refused, or cannot be made, in French.

const REASONS: Readonly<Record<string, string>> = {
  'unreadable-problem': 'le fichier du problème ne peut pas être lu.',
  'unreadable-certificate': 'ce fichier n’est pas un certificat, ou il est coupé.',
  'other-version': 'certificat d’une autre version : ce vérificateur lit la version 1.',
  'other-problem': 'ce certificat est celui d’un autre fichier (empreinte SHA-256 différente).',
  'altered-certificate': 'le certificat a été modifié depuis qu’il a été fait.',
  'beyond-2^53': 'un nombre dépasse 2^53 : le calcul ne serait plus exact.',
  'number-not-decimal': 'un nombre du problème est négatif, ou a plus de neuf décimales.',
  'soft-problem': 'les dépassements de charge y sont permis (« soft ») : ce cas n’a pas de certificat.',
  'loads-too-fine': 'les charges sont trop fines, ou trop nombreuses, pour être comptées une à une.',
  'not-a-separator': 'il s’appuie sur des unités qui n’en séparent pas deux autres.',
  'unknown-row': 'il s’appuie sur une règle que le problème n’a pas.',
  'wrong-prices': 'il ne donne pas un prix par unité.',
  'open-leaf': 'la preuve est incomplète : à une fin de l’arbre, des plans moins chers restent possibles.',
  'no-plan': 'aucun plan n’a été trouvé.',
  unfinished: 'le temps donné n’a pas suffi. Augmentez --seconds.'
};

export const reasonWords = (reason: string | null): string =>
  REASONS[reason ?? ''] ?? `raison inconnue (${reason}).`;
