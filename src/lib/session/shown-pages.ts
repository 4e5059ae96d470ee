// The pages of the menu: those of a public site that have nothing to say of its territory are left out.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Need, PageRecord } from '$lib/pages/record.ts';
import { PAGES } from '$lib/pages/register.ts';

type Told = Pick<Dashboard, 'schools' | 'pathways' | 'actions' | 'teams' | 'territory' | 'posts'>;

/** Years of counts below which nothing is foreseen (engines/demand, FEWEST_YEARS). */
export const FORECAST_YEARS = 3;

const years = ({ pathways }: Told): number => Object.keys(pathways).length;
const asked = ({ schools }: Told): boolean =>
  schools.some(({ status }) => status === 'followed' || status === 'waiting');
/** A public site holds no post and no member of a meeting. */
const never = (): boolean => false;

const MET: Record<Need, (told: Told) => boolean> = {
  'schools-followed': asked,
  'schools-waiting': asked,
  children: (told) => years(told) > 0,
  'two-years': (told) => years(told) >= 2,
  'forecast-years': (told) => years(told) >= FORECAST_YEARS,
  places: () => true,
  portraits: () => true,
  programme: ({ actions, teams }) => actions.length + teams.length > 0,
  'actions-and-teams': ({ actions, teams }) => actions.length > 0 && teams.length > 0,
  posts: never,
  bases: never,
  'road-times': never,
  'meeting-members': never
};

/** Whether pages may show who follows which school: never in a public site. */
export const showsPosts = ({ territory }: Pick<Dashboard, 'territory'>, isOwn: boolean): boolean =>
  isOwn || territory.internal === true || territory.demonstration === true;

/**
 * @param told of the territory
 * @param isOwn whether the reader opened it: all pages are theirs to fill
 */
export function shownPages(told: Told, isOwn: boolean): readonly PageRecord[] {
  // One referent follows every school: there is nothing to split.
  const isAlone = told.posts.referents === 1;
  const all: readonly PageRecord[] = PAGES;
  const pages = all.filter(({ shape = [] }) => !(isAlone && shape.includes('several-posts')));
  if (showsPosts(told, isOwn)) return pages;
  return pages.filter(({ needs = [] }) => needs.every((need) => MET[need](told)));
}
