// The pages of the site and their names: in the menu, and in a story for a council.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { StoryPage } from '$lib/model/story';

const NAMES: Record<StoryPage, () => string> = {
  '/': m.council_view_coverage,
  '/ecoles': m.council_view_waiting,
  '/evolution': m.council_view_change,
  '/programme': m.council_view_programme,
  '/secteurs': m.council_view_sectors,
  '/deplacements': m.council_view_travel,
  '/avenir': m.demand_nav
};

export const storyPageName = (page: StoryPage): string => NAMES[page]();

/** The three groups of the menu, by what one comes to do, and their pages in order. */
const GROUP_PAGES = {
  understand: ['/', '/ecoles', '/evolution', '/territoires', '/programme'],
  organise: ['/secteurs', '/deplacements', '/reunions', '/avenir'],
  present: ['/seance', '/territoires/atlas']
} as const;
/** Pages to consult, beside the groups. */
export const REFERENCE_PAGES = ['/territoire', '/donnees', '/methode'] as const;

type Group = keyof typeof GROUP_PAGES;
export type GroupPage = (typeof GROUP_PAGES)[Group][number];
export type ReferencePage = (typeof REFERENCE_PAGES)[number];
export type NavigationPath = GroupPage | ReferencePage;

const GROUP_LABELS: Record<Group, () => string> = {
  understand: m.shell_group_understand,
  organise: m.shell_group_organise,
  present: m.shell_group_present
};

const LABELS: Record<NavigationPath, () => string> = {
  '/': m.shell_nav_coverage,
  '/ecoles': m.shell_nav_waiting,
  '/evolution': m.change_nav,
  '/territoires': m.shell_nav_places,
  '/programme': m.shell_nav_programme,
  '/secteurs': m.shell_nav_sectors,
  '/deplacements': m.shell_nav_travel,
  '/reunions': m.meetings_title,
  '/avenir': m.demand_nav,
  '/seance': m.council_title,
  '/territoires/atlas': m.atlas_title,
  '/territoire': m.folder_title,
  '/donnees': m.shell_nav_data,
  '/methode': m.shell_nav_method
};

export const navigationLabel = (path: NavigationPath): string => LABELS[path]();

export interface NavigationGroup {
  key: Group;
  label: string;
  pages: readonly GroupPage[];
}

/** Header and site map read this list. */
export const navigationGroups = (): NavigationGroup[] =>
  (['understand', 'organise', 'present'] as const).map((key) => ({
    key,
    label: GROUP_LABELS[key](),
    pages: GROUP_PAGES[key]
  }));

/** The page of the menu that a route belongs to: a portrait is under Territoires, a vote under Séance; null for a page that is not in the menu. */
export function navigationPath(route: string | null): NavigationPath | null {
  if (route === '/territoires/[code]') return '/territoires';
  if (route === '/seance/vote') return '/seance';
  return (Object.keys(LABELS) as NavigationPath[]).find((path) => path === route) ?? null;
}
