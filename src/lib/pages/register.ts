// The pages of the site, each said once, in the order of the menu. Menu, site map, readiness of a territory, pages of stories and frames,
// routes of the tests and the table of the README are derived from this list.
import { m } from '../i18n/paraglide/messages.js';
import type { PageRecord } from './record.ts';

export const PAGES = [
  {
    path: '/',
    children: true,
    door: 'elected',
    audience: ['elected'],
    label: m.shell_nav_coverage,
    question: m.shell_question_coverage,
    wants: ['schools-followed', 'children'],
    view: 'dashboard',
    second: { query: { moment: 'evolution' }, label: m.coverage_moment_change, needs: ['two-years'] },
    story: 1,
    map: true,
    feature: 'coverage'
  },
  {
    path: '/territoires',
    children: true,
    door: 'elected',
    audience: ['elected'],
    label: m.shell_nav_places,
    question: m.shell_question_places,
    ofOneCommune: {
      label: m.shell_nav_places_one,
      question: m.shell_question_places_one
    },
    needs: ['places'],
    wants: ['schools-followed', 'perimeters'],
    feature: 'portraits'
  },
  {
    path: '/territoires/[code]',
    children: true,
    door: null,
    under: '/territoires',
    audience: ['elected'],
    label: m.shell_nav_places,
    ofOneCommune: { label: m.shell_nav_places_one },
    feature: 'portraits'
  },
  {
    path: '/territoires/atlas',
    children: true,
    door: null,
    under: '/territoires',
    audience: ['elected'],
    label: m.atlas_title,
    needs: ['portraits'],
    wants: ['schools-followed', 'perimeters'],
    feature: 'portraits'
  },
  {
    path: '/programme',
    children: true,
    door: 'elected',
    audience: ['head', 'elected'],
    label: m.shell_nav_programme,
    question: m.shell_question_programme,
    needs: ['programme'],
    wants: ['actions-and-teams'],
    view: 'dashboard',
    story: 7,
    map: true,
    feature: 'programme'
  },
  {
    path: '/seance',
    children: true,
    door: 'elected',
    audience: ['head', 'elected'],
    label: m.council_title,
    question: m.shell_question_council,
    wants: ['schools-followed'],
    feature: 'council'
  },
  {
    path: '/aujourdhui',
    door: 'head',
    audience: ['head'],
    label: m.today_title,
    question: m.today_question,
    needs: ['posts'],
    wants: ['who-follows', 'schools-waiting', 'programme'],
    feature: 'today'
  },
  {
    path: '/ecoles',
    door: 'head',
    audience: ['head'],
    label: m.shell_nav_waiting,
    question: m.shell_question_waiting,
    viewLabel: m.council_view_waiting,
    children: true,
    needs: ['means'],
    wants: ['posts', 'who-follows', 'forecast-years', 'schools-waiting'],
    view: 'assignment',
    story: 3,
    feature: 'demand'
  },
  {
    path: '/secteurs',
    door: 'head',
    audience: ['head'],
    label: m.shell_nav_sectors,
    question: m.shell_question_sectors,
    needs: ['posts', 'who-follows'],
    shape: ['several-posts'],
    view: 'assignment',
    story: 4,
    planInFragment: true,
    feature: 'sectors'
  },
  {
    path: '/bilan',
    children: true,
    door: 'head',
    audience: ['head'],
    label: m.report_title,
    question: m.report_question,
    needs: ['posts'],
    wants: ['programme', 'children'],
    feature: 'report'
  },
  {
    path: '/semaine',
    door: 'coordination',
    audience: ['coordinator'],
    label: m.week_title,
    question: m.week_question,
    needs: ['meeting-members'],
    wants: ['who-follows', 'posts'],
    feature: 'week'
  },
  {
    path: '/actions',
    door: 'coordination',
    audience: ['coordinator'],
    label: m.actions_title,
    question: m.actions_question,
    needs: ['sessions'],
    feature: 'actions'
  },
  {
    path: '/reunions',
    door: 'coordination',
    audience: ['coordinator'],
    label: m.meetings_title,
    question: m.shell_question_meetings,
    needs: ['meeting-members'],
    feature: 'meetings'
  },
  {
    path: '/deplacements',
    door: 'coordination',
    audience: ['coordinator'],
    label: m.shell_nav_travel,
    question: m.shell_question_travel,
    needs: ['bases', 'who-follows'],
    wants: ['road-times'],
    view: 'computed',
    story: 5,
    feature: 'travel'
  },
  {
    path: '/territoire',
    door: 'beside',
    audience: ['head'],
    label: m.folder_title,
    question: m.shell_question_territory,
    feature: 'territory'
  },
  {
    path: '/donnees',
    door: 'beside',
    audience: ['head', 'elected', 'coordinator'],
    label: m.shell_nav_data,
    entry: m.shell_nav_data_and_method,
    question: m.shell_question_data,
    feature: 'data'
  },
  {
    path: '/methode',
    door: null,
    under: '/donnees',
    audience: ['head', 'elected', 'coordinator'],
    label: m.shell_nav_method,
    question: m.shell_question_method,
    feature: 'info'
  },
  {
    path: '/confidentialite',
    door: null,
    under: '/donnees',
    audience: ['head', 'elected', 'coordinator'],
    label: m.privacy_title,
    question: m.shell_question_privacy,
    feature: 'info'
  },
  {
    path: '/accessibilite',
    door: null,
    under: '/donnees',
    audience: ['head', 'elected', 'coordinator'],
    label: m.access_title,
    question: m.shell_question_access,
    feature: 'info'
  },
  {
    path: '/plan',
    door: null,
    under: '/donnees',
    audience: ['head', 'elected', 'coordinator'],
    label: m.plan_title,
    question: m.shell_question_map,
    feature: 'info'
  },
  { path: '/carte', door: null, audience: ['elected'], label: m.share_title, feature: 'share' }
] as const satisfies readonly PageRecord[];

/** An address of a former version: the page where its content is now, what opens it there, and parameters that have another name there. */
export interface FormerAddress {
  to: PagePath;
  /** Where its link does not say it. */
  adds?: Readonly<Record<string, string>>;
  renames?: Readonly<Record<string, string>>;
}
/** Each is a route that goes on with the parameters of its link. */
export const FORMER_ADDRESSES: Readonly<Record<string, FormerAddress>> = {
  '/seance/vote': { to: '/secteurs' },
  '/avenir': { to: '/ecoles', adds: { montre: 'annees' } },
  '/evolution': { to: '/', adds: { moment: 'evolution' }, renames: { a: 'annee' } }
};

/** The query that says at its new address what that of a former address said. */
export function queryNow(
  query: URLSearchParams,
  { adds = {}, renames = {} }: FormerAddress
): URLSearchParams {
  const now = new URLSearchParams([...query].map(([name, value]) => [renames[name] ?? name, value]));
  for (const [name, value] of Object.entries(adds)) if (!now.has(name)) now.set(name, value);
  return now;
}

export type PagePath = (typeof PAGES)[number]['path'];
export type PageFeature = (typeof PAGES)[number]['feature'];
/** Portrait of a place; the list of them all without a code. */
export const portraitPath = (code = ''): string => `/territoires/${code === '' ? '' : `${code}/`}`;

/** Séance with one view alone, on the whole screen. @param view as a story writes it */
export const projectedPath = (view: string): string => `/seance/?vue=${encodeURIComponent(view)}`;

/** The page of a route; undefined for a route of no page. */
export const pageAt = (route: string | null): PageRecord | undefined =>
  (PAGES as readonly PageRecord[]).find(({ path }) => path === route);

/** The second view of a page, told as a page is; none where it has one view. */
export const secondView = (page: PageRecord): PageRecord[] =>
  page.second
    ? [{ ...page, ...page.second, path: `${page.path}?${new URLSearchParams(page.second.query)}`, wants: [] }]
    : [];

/** The first page of a feature: what a page that leads to the others asks for. */
export const pageOf = (feature: PageFeature): PageRecord =>
  (PAGES as readonly PageRecord[]).find((page) => page.feature === feature)!;
