// Pages of the site map: name and description.
import { m } from '$lib/i18n/paraglide/messages.js';
import {
  REFERENCE_PAGES,
  navigationGroups,
  navigationLabel,
  type NavigationPath
} from '$lib/i18n/page-names';

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
  '/reunions': m.plan_answer_meetings,
  '/avenir': m.plan_answer_demand,
  '/programme': m.plan_answer_programme,
  '/seance': m.plan_answer_council,
  '/territoires/atlas': m.plan_answer_atlas,
  '/territoire': m.plan_answer_territory,
  '/donnees': m.plan_answer_data,
  '/methode': m.plan_answer_method
};

const line = (path: NavigationPath): SiteMapLine => ({
  path,
  label: navigationLabel(path),
  text: ANSWERS[path]()
});

/** Reached from Séance, without an entry of its own in the menu. */
const vote = (): SiteMapLine => ({
  path: '/seance/vote',
  label: m.vote_title(),
  text: m.plan_answer_vote()
});

/** Pages of the menu's groups, each with those that it leads to. */
export const siteMapPages = (): SiteMapLine[] =>
  navigationGroups()
    .flatMap(({ pages }) => pages.map(line))
    .flatMap((page) => (page.path === '/seance' ? [page, vote()] : [page]));

/** Method and legal texts. */
export const siteMapTexts = (): SiteMapLine[] => [
  ...REFERENCE_PAGES.map(line),
  { path: '/accessibilite', label: m.access_title(), text: m.plan_answer_access() },
  { path: '/confidentialite', label: m.privacy_title(), text: m.plan_answer_privacy() }
];
