// What each page will show of a territory, from its files: complete, incomplete (and what it lacks), or hidden.
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import { FEWEST_YEARS as FORECAST_YEARS } from '$lib/engines/demand/index.ts';
import { integer } from '$lib/i18n/numbers';
import { navigationGroups, navigationLabel, type GroupPage } from '$lib/i18n/page-names';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';

export interface PageReadiness {
  path: GroupPage;
  label: string;
  state: 'complete' | 'partial' | 'empty';
  /** What it shows, or what it lacks. */
  text: string;
}

export interface ReadinessGroup {
  label: string;
  pages: PageReadiness[];
}

type Told = Pick<PageReadiness, 'state' | 'text'>;

function jsonOf<Content>(files: TerritoryFiles, path: string): Content | null {
  const bytes = files.get(path);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Content | null) : null;
}

const told = (state: Told['state'], text: string): Told => ({ state, text });

/** Every page of the menu, by its groups. */
export function pageReadiness(files: TerritoryFiles): ReadinessGroup[] {
  const dashboard = parseDashboard(new TextDecoder().decode(files.get('tables/dashboard.json')));
  const team = jsonOf<{ posts: unknown[]; times: { car?: string } }>(files, 'graph/team.json');
  const { communes, qpvs, schools, pathways, teams, actions, posts } = dashboard;
  const count = (status: string) => schools.filter((school) => school.status === status).length;
  const [followed, waiting] = [count('followed'), count('waiting')];
  const known = followed + waiting > 0;
  const colleges = schools.filter(({ kind }) => kind === 'college').length;
  const all = { followed: integer(followed), all: integer(schools.length - colleges) };
  const counted = Object.keys(pathways).length;
  const served = communes.filter(({ intervention }) => intervention).length;
  const members = jsonOf<{ members: unknown[] }>(files, 'graph/meetings.json')?.members.length ?? 0;
  const programme = actions.length > 0 || teams.length > 0;
  const bases = team?.posts.length ?? 0;
  const straight = (team?.times.car ?? 'straight') === 'straight';
  const road: Told =
    bases === 0
      ? told('empty', m.folder_page_no_posts())
      : straight
        ? told('partial', m.folder_page_straight())
        : told('complete', m.folder_page_posts({ posts: integer(bases) }));
  const coverage: Told = !known
    ? told('partial', m.folder_page_no_followed({ schools: integer(schools.length) }))
    : counted === 0
      ? told('partial', m.folder_page_no_counts(all))
      : told('complete', m.folder_page_coverage(all));
  const state: Record<GroupPage, Told> = {
    '/': coverage,
    '/ecoles': known
      ? told('complete', m.folder_page_waiting({ count: waiting, shown: integer(waiting) }))
      : told('empty', m.folder_page_no_followed_list()),
    '/evolution':
      counted >= 2
        ? told('complete', m.folder_page_years({ years: integer(counted) }))
        : told('empty', m.folder_page_one_year()),
    '/territoires': told(
      'complete',
      m.folder_page_places({ communes: integer(served), qpvs: integer(qpvs.length) })
    ),
    '/programme': programme
      ? told(
          actions.length > 0 && teams.length > 0 ? 'complete' : 'partial',
          m.folder_page_programme({ actions: integer(actions.length), teams: integer(teams.length) })
        )
      : told('empty', m.folder_page_no_programme()),
    '/secteurs':
      posts.referents > 0 && bases > 0
        ? told(
            'complete',
            m.folder_page_team({
              referents: integer(posts.referents),
              count: posts.coordinators,
              shown: integer(posts.coordinators)
            })
          )
        : told('empty', m.folder_page_no_posts()),
    '/deplacements': road,
    '/reunions':
      members > 0 && teams.length > 0
        ? told(
            'complete',
            m.folder_page_meetings({ teams: integer(teams.length), members: integer(members) })
          )
        : told('empty', m.folder_page_no_meetings()),
    '/avenir':
      counted < FORECAST_YEARS
        ? told('empty', m.folder_page_few_years({ years: integer(FORECAST_YEARS) }))
        : known && posts.referents > 0
          ? told('complete', m.folder_page_forecast({ years: integer(counted) }))
          : told('partial', known ? m.folder_page_no_posts() : m.folder_page_no_followed_list()),
    '/seance': known
      ? told('complete', m.folder_page_ready())
      : told('partial', m.folder_page_no_followed_list()),
    '/territoires/atlas': told(
      'complete',
      m.folder_page_portraits({ portraits: integer(communes.length + qpvs.length) })
    )
  };
  return navigationGroups().map(({ label, pages }) => ({
    label,
    pages: pages.map((path) => ({ path, label: navigationLabel(path), ...state[path] }))
  }));
}
