// The pages of the menu, in its order: the header and the site map read this one list.
import { m } from '$lib/i18n/paraglide/messages.js';

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
