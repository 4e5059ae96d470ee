// The words of findings-publish.ts in English.
import type { FindingLexicon } from '../finding-words.ts';

export const PUBLISH_FINDINGS_EN: FindingLexicon = {
  'publish-other-profile': {
    title: 'files made for other readers',
    what: () => 'these files were not built for the chosen readers (public or internal site)',
    fix: 'Build the territory for these readers, then publish it.'
  },
  'publish-posts': {
    title: 'posts in a public site',
    what: () => 'these files hold the posts of the service, which a public site does not show',
    fix: 'Publish an internal site, or build the territory again for a public one.'
  },
  'publish-shell-only': {
    title: 'pages not written beforehand',
    what: ({ found }) =>
      `the pages could not be written beforehand${found ? ` (${found})` : ': this computer has too little memory'}`,
    fix: 'The site is complete and each browser makes the pages. For a faster site, publish from another computer.'
  },
  'publish-broken-link': {
    title: 'link to nowhere',
    what: ({ found }) => `a link leads to no page of the site${found ? ` (${found})` : ''}`,
    fix: 'The site can be put online. Tell the Maillage team about this link.'
  }
};
