// The pages of the menu: those that have nothing to say of the territory are left out; Mon territoire says which list opens them.
import { isOneCommune, type Dashboard } from '$lib/cube/dashboard.ts';
import type { Need, PageRecord } from '$lib/pages/record.ts';
import { PAGES } from '$lib/pages/register.ts';

type Told = Pick<
  Dashboard,
  'communes' | 'schools' | 'pathways' | 'actions' | 'teams' | 'territory' | 'posts' | 'members'
>;

/** Years of counts below which nothing is foreseen (engines/demand, FEWEST_YEARS). */
export const FORECAST_YEARS = 3;

const years = ({ pathways }: Told): number => Object.keys(pathways).length;
const asked = ({ schools }: Told): boolean =>
  schools.some(({ status }) => status === 'followed' || status === 'waiting');
/** A public site holds no post and no member of a meeting. */
const isOfService = ({ territory }: Pick<Told, 'territory'>): boolean =>
  territory.internal === true || territory.demonstration;
const hasPosts = (told: Told): boolean => isOfService(told) && told.posts.referents > 0;

const MET: Record<Need, (told: Told) => boolean> = {
  'schools-followed': asked,
  'schools-waiting': asked,
  children: (told) => years(told) > 0,
  'two-years': (told) => years(told) >= 2,
  'forecast-years': (told) => years(told) >= FORECAST_YEARS,
  // Schools that wait and posts say what to ask for before enough years are known.
  means: (told) => asked(told) || years(told) >= FORECAST_YEARS || hasPosts(told),
  places: () => true,
  portraits: () => true,
  perimeters: () => true,
  programme: ({ actions, teams }) => actions.length + teams.length > 0,
  'actions-and-teams': ({ actions, teams }) => actions.length > 0 && teams.length > 0,
  posts: hasPosts,
  // The page says which list opens it.
  'who-follows': hasPosts,
  bases: hasPosts,
  'road-times': hasPosts,
  'meeting-members': (told) => isOfService(told) && told.members !== 0 && told.teams.length > 0
};

/** Whether pages may show who follows which school: never in a public site. */
export const showsPosts = ({ territory }: Pick<Dashboard, 'territory'>, isOwn: boolean): boolean =>
  isOwn || isOfService({ territory });

export function shownPages(told: Told): readonly PageRecord[] {
  // One referent follows every school: there is nothing to split.
  const isAlone = told.posts.referents === 1;
  return (PAGES as readonly PageRecord[])
    .filter(
      ({ shape = [], needs = [] }) =>
        !(isAlone && shape.includes('several-posts')) && needs.every((need) => MET[need](told))
    )
    .map((page) => pageIn(told, page));
}

/** A page in the words of the territory. */
export const pageIn = (told: Pick<Dashboard, 'communes'>, page: PageRecord): PageRecord =>
  page.ofOneCommune && isOneCommune(told) ? { ...page, ...page.ofOneCommune } : page;
