// What each page will show of a territory, from its files: complete, incomplete (and what it lacks), or empty.
import { portraitPlaces } from '$lib/cube/portrait-places.ts';
import { hasPerimeter } from '$lib/model/place.ts';
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import { FEWEST_YEARS as FORECAST_YEARS } from '$lib/engines/demand/index.ts';
import { integer } from '$lib/i18n/numbers';
import { SESSIONS_PATH } from '$lib/model/actions/session-rows.ts';
import { tellsWhoFollows, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
import { menuDoors, pagesUnder } from '$lib/pages/menu';
import type { Need, PageRecord } from '$lib/pages/record';
import { secondView } from '$lib/pages/register';
import { pageIn } from '$lib/session/shown-pages.ts';
import { uncountedIn } from '$lib/session/uncounted.ts';

export interface PageReadiness {
  path: string;
  label: string;
  state: 'complete' | 'partial' | 'empty';
  /** What it shows, or what it lacks. */
  text: string;
  /** It counts children: for the screen of the service, never for paper. */
  ofChildren?: true;
}

export interface ReadinessGroup {
  label: string;
  pages: PageReadiness[];
}

export function fileJson<Content>(files: TerritoryFiles, path: string): Content | null {
  const bytes = files.get(path);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Content | null) : null;
}

function contentsOf(files: TerritoryFiles, underway: boolean) {
  const dashboard = parseDashboard(new TextDecoder().decode(files.get('tables/dashboard.json')));
  const team = fileJson<{ posts: unknown[]; times: { car?: string } }>(files, 'graph/team.json');
  const split = fileJson<AssignmentFile>(files, 'graph/split.json');
  const { schools, pathways } = dashboard;
  const count = (status: string) => schools.filter((school) => school.status === status).length;
  return {
    ...dashboard,
    underway,
    followed: count('followed'),
    waiting: count('waiting'),
    firstDegree: schools.filter(({ kind }) => kind !== 'college').length,
    years: Object.keys(pathways).length,
    served: dashboard.communes.filter(({ intervention }) => intervention).length,
    members: fileJson<{ members: unknown[] }>(files, 'graph/meetings.json')?.members.length ?? 0,
    sessions: fileJson<{ sessions: unknown[] }>(files, SESSIONS_PATH)?.sessions.length ?? 0,
    bases: team?.posts.length ?? 0,
    hasAssignment: split !== null && tellsWhoFollows(split),
    roads: (team?.times.car ?? 'straight') !== 'straight'
  };
}
type Contents = ReturnType<typeof contentsOf>;

interface NeedRule {
  met: (contents: Contents) => boolean;
  missing: (contents: Contents) => string;
  /** What there is to show. */
  there: (contents: Contents) => string;
}

const followedOf = ({ followed, firstDegree }: Contents) => ({
  followed: integer(followed),
  all: integer(firstDegree)
});
const known = ({ followed, waiting }: Contents) => followed + waiting > 0;

/** A public site counts the posts that it is given, and shows none. */
const missingPosts = ({ posts, territory }: Contents) =>
  posts.referents > 0 && !territory.internal ? m.folder_page_posts_public() : m.folder_page_no_posts();

/** A list without a row is one that was not given. */
const countOrList = (rows: number): string => (rows > 0 ? integer(rows) : m.folder_page_list_missing());

const NEEDS: Record<Need, NeedRule> = {
  'schools-followed': {
    met: known,
    missing: ({ schools }) => m.folder_page_no_followed({ schools: integer(schools.length) }),
    there: m.folder_page_ready
  },
  'schools-waiting': {
    met: known,
    missing: m.folder_page_no_followed_list,
    there: ({ waiting }) => m.folder_page_waiting({ count: waiting, shown: integer(waiting) })
  },
  children: {
    met: ({ years }) => years > 0,
    missing: (contents) =>
      contents.underway
        ? m.folder_page_counts_underway(followedOf(contents))
        : m.folder_page_no_counts(followedOf(contents)),
    there: (contents) => m.folder_page_coverage(followedOf(contents))
  },
  'two-years': {
    met: ({ years }) => years >= 2,
    missing: ({ underway }) => (underway ? m.folder_page_years_underway() : m.folder_page_one_year()),
    there: ({ years }) => m.folder_page_years({ years: integer(years) })
  },
  'forecast-years': {
    met: ({ years }) => years >= FORECAST_YEARS,
    missing: ({ underway }) =>
      underway ? m.folder_page_years_underway() : m.folder_page_few_years({ years: integer(FORECAST_YEARS) }),
    there: ({ years }) => m.folder_page_forecast({ years: integer(years) })
  },
  means: {
    met: (contents) => known(contents) || NEEDS['forecast-years'].met(contents) || NEEDS.posts.met(contents),
    missing: m.folder_page_no_followed_list,
    there: (contents) => NEEDS['schools-waiting'].there(contents)
  },
  places: {
    met: () => true,
    missing: () => '',
    there: ({ served, qpvs }) =>
      m.folder_page_places({
        communes: m.folder_count_communes({ count: served, shown: integer(served) }),
        qpvs: m.folder_base_qpvs({ count: qpvs.length, shown: integer(qpvs.length) })
      })
  },
  portraits: {
    met: () => true,
    missing: () => '',
    there: (contents) => m.folder_page_portraits({ portraits: integer(portraitPlaces(contents).length) })
  },
  perimeters: {
    met: ({ qpvs }) => qpvs.every(hasPerimeter),
    missing: m.folder_page_no_perimeter,
    there: (contents) => NEEDS.places.there(contents)
  },
  programme: {
    met: ({ actions, teams }) => actions.length + teams.length > 0,
    missing: m.folder_page_no_programme,
    there: ({ actions, teams }) =>
      m.folder_page_programme({ actions: countOrList(actions.length), teams: countOrList(teams.length) })
  },
  'actions-and-teams': {
    met: ({ actions, teams }) => actions.length > 0 && teams.length > 0,
    missing: (contents) => NEEDS.programme.there(contents),
    there: (contents) => NEEDS.programme.there(contents)
  },
  posts: {
    met: ({ posts, bases }) => posts.referents > 0 && bases > 0,
    missing: missingPosts,
    there: ({ posts }) =>
      m.folder_page_team({
        referents: integer(posts.referents),
        count: posts.coordinators,
        shown: integer(posts.coordinators)
      })
  },
  'who-follows': {
    met: (contents) => contents.hasAssignment,
    missing: (contents) =>
      NEEDS.posts.met(contents) ? m.folder_page_no_assignment() : missingPosts(contents),
    there: (contents) => NEEDS.posts.there(contents)
  },
  bases: {
    met: ({ bases }) => bases > 0,
    missing: missingPosts,
    there: ({ bases }) => m.folder_page_posts({ posts: integer(bases) })
  },
  'road-times': {
    met: ({ roads }) => roads,
    missing: m.folder_page_straight,
    there: ({ bases }) => m.folder_page_posts({ posts: integer(bases) })
  },
  'meeting-members': {
    met: ({ members, teams }) => members > 0 && teams.length > 0,
    missing: m.folder_page_no_meetings,
    there: ({ teams, members }) =>
      m.folder_page_meetings({ teams: integer(teams.length), members: integer(members) })
  },
  sessions: {
    met: ({ sessions }) => sessions > 0,
    missing: m.folder_page_no_sessions,
    there: ({ sessions }) => m.folder_page_sessions({ sessions: integer(sessions) })
  }
};

function readinessOf(
  { path, label, needs = [], wants = [], children = false }: PageRecord,
  contents: Contents
): PageReadiness {
  const lacking = (list: readonly Need[]) => list.find((need) => !NEEDS[need].met(contents));
  const [required, wanted] = [lacking(needs), lacking(wants)];
  const lack = required ?? wanted;
  const shown = needs[0] ?? wants.at(-1);
  const text = lack
    ? NEEDS[lack].missing(contents)
    : shown
      ? NEEDS[shown].there(contents)
      : m.folder_page_ready();
  const page = { path, label: label() };
  // Counts that leave children out are no complete page.
  const lost = children && !lack && contents.years > 0 ? uncountedIn(contents) : null;
  if (lost) {
    const words = m.folder_page_uncounted({ text, count: lost.children, shown: integer(lost.children) });
    return { ...page, state: 'partial', text: words, ofChildren: true };
  }
  return { ...page, state: required ? 'empty' : wanted ? 'partial' : 'complete', text };
}

/**
 * Every page of the menu by its door, with those under it that need something of their own.
 * @param underway whether counts of children are being protected
 */
export function pageReadiness(files: TerritoryFiles, underway = false): ReadinessGroup[] {
  const contents = contentsOf(files, underway);
  return menuDoors().map(({ label, pages }) => ({
    label,
    pages: pages
      .flatMap((page) => [page, ...secondView(page), ...pagesUnder(page).filter(({ needs }) => needs)])
      .map((page) => readinessOf(pageIn(contents, page), contents))
  }));
}
