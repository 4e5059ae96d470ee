// Words for what keeps a territory's site from being published as asked.
import type { FindingLexicon } from '../finding-words.ts';

export const PUBLISH_FINDINGS: FindingLexicon = {
  'publish-other-profile': {
    title: 'fichiers préparés pour d’autres lecteurs',
    what: () =>
      'ces fichiers n’ont pas été construits pour les lecteurs choisis (site public ou site interne)',
    fix: 'Construisez le territoire pour ces lecteurs, puis publiez-le.'
  },
  'publish-posts': {
    title: 'postes dans un site public',
    what: () => 'ces fichiers contiennent les postes du service, qu’un site public ne montre pas',
    fix: 'Publiez un site interne, ou construisez de nouveau le territoire pour un site public.'
  },
  'publish-shell-only': {
    title: 'pages non écrites d’avance',
    what: ({ found }) =>
      `les pages n’ont pas pu être écrites d’avance${found ? ` (${found})` : ' : la mémoire de cet ordinateur ne suffit pas'}`,
    fix: 'Le site est complet et chaque navigateur compose les pages. Pour un site plus rapide, publiez depuis un autre ordinateur.'
  },
  'publish-broken-link': {
    title: 'lien sans cible',
    what: ({ found }) => `un lien ne mène à aucune page du site${found ? ` (${found})` : ''}`,
    fix: 'Le site peut être mis en ligne. Signalez ce lien à l’équipe de Maillage.'
  }
};
