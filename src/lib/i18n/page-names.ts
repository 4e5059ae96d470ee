// The pages of the site and their names: in the menu, and in a story for a council.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { StoryPage } from '$lib/model/story';

const NAMES: Record<StoryPage, () => string> = {
  '/': m.council_view_coverage,
  '/ecoles': m.council_view_waiting,
  '/evolution': m.council_view_change,
  '/programme': m.council_view_programme,
  '/secteurs': m.council_view_sectors,
  '/deplacements': m.council_view_travel
};

export const storyPageName = (page: StoryPage): string => NAMES[page]();

/** The pages of the menu, in its order; the header and the site map read this list. */
export const NAVIGATION = [
  '/',
  '/ecoles',
  '/evolution',
  '/territoires',
  '/secteurs',
  '/deplacements',
  '/programme',
  '/donnees',
  '/methode'
] as const;
export type NavigationPath = (typeof NAVIGATION)[number];

const LABELS: Record<NavigationPath, () => string> = {
  '/': m.shell_nav_coverage,
  '/ecoles': m.shell_nav_waiting,
  '/evolution': m.change_nav,
  '/territoires': m.shell_nav_places,
  '/secteurs': m.shell_nav_sectors,
  '/deplacements': m.shell_nav_travel,
  '/programme': m.shell_nav_programme,
  '/donnees': m.shell_nav_data,
  '/methode': m.shell_nav_method
};

export const navigationLabel = (path: NavigationPath): string => LABELS[path]();
