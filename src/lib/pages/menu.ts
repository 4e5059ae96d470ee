// Menu and site map, from the register.
import { m } from '../i18n/paraglide/messages.js';
import { PAGES, pageAt } from './register.ts';
import type { PageGroup, PageRecord } from './record.ts';

type MenuGroup = Extract<PageGroup, 'understand' | 'organise' | 'present'>;

const GROUPS: Record<MenuGroup, () => string> = {
  understand: m.shell_group_understand,
  organise: m.shell_group_organise,
  present: m.shell_group_present
};

export interface NavigationGroup {
  key: MenuGroup;
  label: string;
  pages: readonly PageRecord[];
}

export const pagesOf = (group: PageGroup, pages: readonly PageRecord[] = PAGES): PageRecord[] =>
  pages.filter((page) => page.group === group);

/** Groups of the menu, each with its pages in order; one without any is left out. */
export const navigationGroups = (pages: readonly PageRecord[] = PAGES): NavigationGroup[] =>
  (Object.keys(GROUPS) as MenuGroup[])
    .map((key) => ({ key, label: GROUPS[key](), pages: pagesOf(key, pages) }))
    .filter((group) => group.pages.length > 0);

/** The page of the menu that a route belongs to: a portrait is under Territoires; null for a page that is not in the menu. */
export function navigationPage(route: string | null): PageRecord | null {
  const page = pageAt(route);
  const shown = page?.under === undefined ? page : pageAt(page.under);
  return shown && shown.group !== null && shown.group !== 'text' ? shown : null;
}

/** A line of the site map. */
export interface SiteMapLine {
  /** Under the site's base: « /ecoles ». */
  path: string;
  label: string;
  text: string;
}

const line = ({ path, label, answers }: PageRecord): SiteMapLine[] =>
  answers ? [{ path, label: label(), text: answers() }] : [];

/** Pages of the menu's groups, each with those that it leads to. */
export const siteMapPages = (pages: readonly PageRecord[] = PAGES): SiteMapLine[] =>
  navigationGroups(pages).flatMap((group) =>
    group.pages.flatMap((page) => [page, ...pages.filter(({ under }) => under === page.path)].flatMap(line))
  );

/** Pages to consult and legal texts. */
export const siteMapTexts = (pages: readonly PageRecord[] = PAGES): SiteMapLine[] =>
  [...pagesOf('reference', pages), ...pagesOf('text', pages)].flatMap(line);
