// Links of the pages made: each must lead to a page, a file or a place of a page of the same site.

export interface LinkCheck {
  /**
   * @param page its path from the site's root, empty for the first
   * @param html of the whole page
   */
  add(page: string, html: string): void;
  /** Links that lead nowhere, with their page; once all pages were added. */
  broken(): string[];
}

const SCRIPTS = /<script\b[^]*?<\/script>/g;
const LINKS = /\s(?:href|src)="([^"]*)"/g;
const IDS = /\sid="([^"]*)"/g;
/** Of no site: only to resolve paths. */
const ORIGIN = 'http://site.invalid';

interface Link {
  from: string;
  href: string;
  to: string;
  place: string;
}

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** @param files paths of the site's files that are not pages */
export function brokenLinks(files: ReadonlySet<string>): LinkCheck {
  const pages = new Map<string, ReadonlySet<string>>();
  const links: Link[] = [];
  const isBroken = ({ to, place }: Link): boolean => {
    const ids = pages.get(to);
    return ids ? place !== '' && !ids.has(place) : !files.has(to);
  };
  return {
    add(page, html) {
      const body = html.replace(SCRIPTS, '');
      pages.set(page, new Set([...body.matchAll(IDS)].map(([, id = '']) => unescaped(id))));
      const seen = new Set([...body.matchAll(LINKS)].map(([, href = '']) => unescaped(href)));
      for (const href of seen) {
        const { origin, pathname, hash } = new URL(href, `${ORIGIN}/${page}`);
        if (origin !== ORIGIN) continue;
        // What a link holds for the page's own scripts (`#plan=…`) is no place of the page.
        const place = hash.includes('=') ? '' : decodeURIComponent(hash.slice(1));
        links.push({ from: page, href, to: decodeURIComponent(pathname.slice(1)), place });
      }
    },
    broken: () => links.filter(isBroken).map(({ from, href }) => `/${from} : ${href}`)
  };
}
