// Where territories that a reader opens are visited.
import { VIEWS as COVERAGE_VIEWS } from '../../../src/lib/features/coverage/coverage-address.ts';
import { menuDoors } from '../../../src/lib/pages/menu.ts';
import type { PageRecord } from '../../../src/lib/pages/record.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';
import { STORY_VIEWS } from '../../../src/lib/pages/views.ts';

export const pathOf = (feature: string): string => PAGES.find((page) => page.feature === feature)!.path;
export const TERRITORY = pathOf('territory');
export const portraitOf = (code: string): string => `${pathOf('portraits')}/${code}`;

/** The first page of each door, as the tests' routes write it. */
export const ONE_OF_EACH_DOOR: readonly string[] = menuDoors().map(({ pages }) => pages[0]!.path.slice(1));

/** A place of the demonstration alone, and one of the other territory. */
export const [HOME_PLACE, OTHER_PLACE] = ['59606', '59350'];

/** A frame of each kind. */
const FRAMES = new Map(PAGES.flatMap((page: PageRecord) => (page.view ? [[page.view, page.path]] : [])));
const PAGES_ALONE: readonly string[] = [
  ...PAGES.map(({ path }) => path).filter((path) => !path.includes('[')),
  ...STORY_VIEWS.filter((address) => address.includes('?'))
];
/** Every page, with each view of Couverture and the frames. */
export const IN_SECOND = [
  ...PAGES_ALONE,
  ...COVERAGE_VIEWS.slice(1).map((view) => `/?vue=${view}`),
  ...[...FRAMES.values()].map((path) => `/carte?page=${path.slice(1)}`),
  portraitOf(OTHER_PLACE),
  portraitOf(HOME_PLACE)
];
/**
 * Every page, but where a search betters its plan as long as it may: what it has reached is another each time. The page that plans meetings for
 * the others comes first.
 */
export const HOME_AND_BACK = [
  pathOf('week'),
  ...PAGES_ALONE.filter((path) => ![pathOf('meetings'), pathOf('week')].includes(path)),
  portraitOf(HOME_PLACE)
];

/** Posts decided, in turn, « none » where those that the site proposes are shown; and the pages that say what they open. */
export const DECIDED_POSTS = ['none', '0', '0.5', '1', '1.5'] as const;
export const OF_POSTS = [
  ...['today', 'demand', 'sectors', 'report', 'week', 'council'].map(pathOf),
  portraitOf('59544')
];
