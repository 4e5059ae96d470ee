// Pages of the site map: name and description.
import { m } from '$lib/i18n/paraglide/messages.js';
import { NAVIGATION, navigationLabel, type NavigationPath } from '$lib/i18n/page-names';

interface SiteMapLine {
  /** Under the site's base: « /ecoles ». */
  path: string;
  label: string;
  text: string;
}

const ANSWERS: Record<NavigationPath, () => string> = {
  '/': m.plan_answer_coverage,
  '/ecoles': m.plan_answer_waiting,
  '/evolution': m.plan_answer_change,
  '/territoires': m.plan_answer_places,
  '/secteurs': m.plan_answer_sectors,
  '/deplacements': m.plan_answer_travel,
  '/programme': m.plan_answer_programme,
  '/donnees': m.plan_answer_data,
  '/methode': m.plan_answer_method
};

/** Text pages of the menu, listed with the other texts. */
const TEXTS: readonly NavigationPath[] = ['/methode', '/donnees'];

const line = (path: NavigationPath): SiteMapLine => ({
  path,
  label: navigationLabel(path),
  text: ANSWERS[path]()
});

/** Pages of the menu without its texts, then the two pages that are not in the menu. */
export const siteMapPages = (): SiteMapLine[] => [
  ...NAVIGATION.filter((path) => !TEXTS.includes(path)).map(line),
  { path: '/seance', label: m.council_title(), text: m.plan_answer_council() },
  { path: '/territoires/atlas', label: m.atlas_title(), text: m.plan_answer_atlas() }
];

/** Method and legal texts. */
export const siteMapTexts = (): SiteMapLine[] => [
  ...TEXTS.map(line),
  { path: '/accessibilite', label: m.access_title(), text: m.plan_answer_access() },
  { path: '/confidentialite', label: m.privacy_title(), text: m.plan_answer_privacy() }
];
