// The site map: the question that each page answers, whole. It is apart from the register, which every page reads.
import { m } from '../i18n/paraglide/messages.js';
import { besidePages, namedDoors, USER_DOORS } from './menu.ts';
import type { Door, PageRecord, Words } from './record.ts';
import { PAGES } from './register.ts';

/** By path. */
export const WHOLE_QUESTIONS: Readonly<Partial<Record<string, Words>>> = {
  '/': m.plan_answer_coverage,
  '/territoires': m.plan_answer_places,
  '/territoires/atlas': m.plan_answer_atlas,
  '/programme': m.plan_answer_programme,
  '/seance': m.plan_answer_council,
  '/aujourdhui': m.plan_answer_today,
  '/ecoles': m.plan_answer_waiting,
  '/secteurs': m.plan_answer_sectors,
  '/bilan': m.plan_answer_report,
  '/semaine': m.plan_answer_week,
  '/actions': m.plan_answer_actions,
  '/reunions': m.plan_answer_meetings,
  '/deplacements': m.plan_answer_travel,
  '/territoire': m.plan_answer_territory,
  '/donnees': m.plan_answer_data,
  '/methode': m.plan_answer_method,
  '/confidentialite': m.plan_answer_privacy,
  '/accessibilite': m.plan_answer_access
};
/** Where the territory is one commune, whose places are its neighbourhoods. */
const OF_ONE_COMMUNE: Readonly<Partial<Record<string, Words>>> = {
  '/territoires': m.plan_answer_places_one,
  '/deplacements': m.plan_answer_travel_one
};

/** A line of the site map. */
export interface SiteMapLine {
  /** Under the site's base: « /ecoles ». */
  path: string;
  label: string;
  text: string;
}

/** The site map by door, each page with those that it leads to. @param isOneCommune the territory is one */
export function siteMap(
  pages: readonly PageRecord[] = PAGES,
  isOneCommune = false
): { key: Door; label: string; lines: SiteMapLine[] }[] {
  const line = ({ path, label }: PageRecord): SiteMapLine[] => {
    const question = (isOneCommune ? OF_ONE_COMMUNE[path] : undefined) ?? WHOLE_QUESTIONS[path];
    return question ? [{ path, label: label(), text: question() }] : [];
  };
  return namedDoors([...USER_DOORS, 'beside'], pages).map(({ key, label, pages: own }) => ({
    key,
    label,
    lines: own.flatMap((page) => besidePages(page, pages).flatMap(line))
  }));
}
