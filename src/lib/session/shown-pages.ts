// The pages of the menu: those that have nothing to say of the territory are left out; Mon territoire says which list opens them.
import { isOneCommune, type Dashboard } from '$lib/cube/dashboard.ts';
import type { Need, PageRecord } from '$lib/pages/record.ts';
import { PAGES } from '$lib/pages/register.ts';

type TerritoryFacts = Pick<
  Dashboard,
  'communes' | 'schools' | 'pathways' | 'actions' | 'teams' | 'territory' | 'posts' | 'members' | 'sessions'
>;

/** Years of counts below which nothing is foreseen (engines/demand, FEWEST_YEARS). */
export const FORECAST_YEARS = 3;

const years = ({ pathways }: TerritoryFacts): number => Object.keys(pathways).length;
const asked = ({ schools }: TerritoryFacts): boolean =>
  schools.some(({ status }) => status === 'followed' || status === 'waiting');
/** A public site holds no post and no member of a meeting. */
const isOfService = ({ territory }: Pick<TerritoryFacts, 'territory'>): boolean =>
  territory.internal === true || territory.demonstration;
const hasPosts = (territory: TerritoryFacts): boolean =>
  isOfService(territory) && territory.posts.referents > 0;

const MET: Record<Need, (territory: TerritoryFacts) => boolean> = {
  'schools-followed': asked,
  'schools-waiting': asked,
  children: (territory) => years(territory) > 0,
  'two-years': (territory) => years(territory) >= 2,
  'forecast-years': (territory) => years(territory) >= FORECAST_YEARS,
  // Schools that wait and posts say what to ask for before enough years are known.
  means: (territory) => asked(territory) || years(territory) >= FORECAST_YEARS || hasPosts(territory),
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
  'meeting-members': (territory) =>
    isOfService(territory) && territory.members !== 0 && territory.teams.length > 0,
  sessions: (territory) => isOfService(territory) && (territory.sessions ?? 0) > 0
};

/** Whether pages may show who follows which school: never in a public site. */
export const showsPosts = ({ territory }: Pick<Dashboard, 'territory'>, isOwn: boolean): boolean =>
  isOwn || isOfService({ territory });

export function shownPages(territory: TerritoryFacts): readonly PageRecord[] {
  // One referent follows every school: there is nothing to split.
  const isAlone = territory.posts.referents === 1;
  return (PAGES as readonly PageRecord[])
    .filter(
      ({ shape = [], needs = [] }) =>
        !(isAlone && shape.includes('several-posts')) && needs.every((need) => MET[need](territory))
    )
    .map((page) => pageIn(territory, page));
}

/** A page in the words of the territory. */
export const pageIn = (territory: Pick<Dashboard, 'communes'>, page: PageRecord): PageRecord =>
  page.ofOneCommune && isOneCommune(territory) ? { ...page, ...page.ofOneCommune } : page;
