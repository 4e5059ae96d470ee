// The pages of the site, each said once, in the order of the menu. Menu, site map, readiness of a territory, pages of stories and frames,
// routes of the tests and the table of the README are derived from this list.
import { m } from '../i18n/paraglide/messages.js';
import type { PageRecord } from './record.ts';

export const PAGES = [
  {
    path: '/',
    children: true,
    group: 'understand',
    audience: ['elected'],
    label: m.shell_nav_coverage,
    answers: m.plan_answer_coverage,
    wants: ['schools-followed', 'children'],
    view: 'dashboard',
    story: 1,
    plainActions: true,
    map: true,
    feature: 'coverage'
  },
  {
    path: '/ecoles',
    group: 'understand',
    audience: ['head'],
    label: m.shell_nav_waiting,
    viewLabel: m.council_view_waiting,
    answers: m.plan_answer_waiting,
    needs: ['schools-waiting'],
    badge: 'schools-waiting',
    view: 'dashboard',
    story: 3,
    plainActions: true,
    map: true,
    feature: 'waiting'
  },
  {
    path: '/evolution',
    children: true,
    group: 'understand',
    audience: ['elected'],
    label: m.change_nav,
    answers: m.plan_answer_change,
    needs: ['two-years'],
    shape: ['several-years'],
    view: 'dashboard',
    story: 2,
    plainActions: true,
    map: true,
    feature: 'changes'
  },
  {
    path: '/territoires',
    children: true,
    group: 'understand',
    audience: ['elected'],
    label: m.shell_nav_places,
    answers: m.plan_answer_places,
    needs: ['places'],
    feature: 'portraits'
  },
  {
    path: '/territoires/[code]',
    children: true,
    group: null,
    under: '/territoires',
    audience: ['elected'],
    label: m.shell_nav_places,
    feature: 'portraits'
  },
  {
    path: '/programme',
    children: true,
    group: 'understand',
    audience: ['head', 'elected'],
    label: m.shell_nav_programme,
    answers: m.plan_answer_programme,
    needs: ['programme'],
    wants: ['actions-and-teams'],
    view: 'dashboard',
    story: 7,
    plainActions: true,
    map: true,
    feature: 'programme'
  },
  {
    path: '/secteurs',
    group: 'organise',
    audience: ['head'],
    label: m.shell_nav_sectors,
    answers: m.plan_answer_sectors,
    needs: ['posts'],
    shape: ['several-posts'],
    view: 'assignment',
    story: 4,
    planInFragment: true,
    feature: 'sectors'
  },
  {
    path: '/deplacements',
    group: 'organise',
    audience: ['coordinator'],
    label: m.shell_nav_travel,
    answers: m.plan_answer_travel,
    needs: ['bases'],
    wants: ['road-times'],
    view: 'computed',
    story: 5,
    plainActions: true,
    feature: 'travel'
  },
  {
    path: '/reunions',
    group: 'organise',
    audience: ['coordinator'],
    label: m.meetings_title,
    answers: m.plan_answer_meetings,
    needs: ['meeting-members'],
    feature: 'meetings'
  },
  {
    path: '/avenir',
    children: true,
    group: 'organise',
    audience: ['head'],
    label: m.demand_nav,
    answers: m.plan_answer_demand,
    needs: ['forecast-years'],
    wants: ['schools-waiting', 'posts'],
    shape: ['several-years'],
    view: 'assignment',
    story: 6,
    plainActions: true,
    feature: 'demand'
  },
  {
    path: '/seance',
    children: true,
    group: 'present',
    audience: ['head', 'elected'],
    label: m.council_title,
    answers: m.plan_answer_council,
    wants: ['schools-followed'],
    feature: 'council'
  },
  {
    path: '/seance/vote',
    children: true,
    group: null,
    under: '/seance',
    audience: ['elected'],
    label: m.vote_title,
    answers: m.plan_answer_vote,
    feature: 'council'
  },
  {
    path: '/territoires/atlas',
    children: true,
    group: 'present',
    audience: ['elected'],
    label: m.atlas_title,
    answers: m.plan_answer_atlas,
    needs: ['portraits'],
    feature: 'portraits'
  },
  {
    path: '/territoire',
    group: 'reference',
    audience: ['head'],
    label: m.folder_title,
    answers: m.plan_answer_territory,
    feature: 'territory'
  },
  {
    path: '/donnees',
    group: 'reference',
    audience: ['head', 'elected', 'coordinator'],
    label: m.shell_nav_data,
    answers: m.plan_answer_data,
    feature: 'data'
  },
  {
    path: '/methode',
    group: 'reference',
    audience: ['head', 'elected', 'coordinator'],
    label: m.shell_nav_method,
    answers: m.plan_answer_method,
    feature: 'info'
  },
  {
    path: '/accessibilite',
    group: 'text',
    audience: ['head', 'elected', 'coordinator'],
    label: m.access_title,
    answers: m.plan_answer_access,
    feature: 'info'
  },
  {
    path: '/confidentialite',
    group: 'text',
    audience: ['head', 'elected', 'coordinator'],
    label: m.privacy_title,
    answers: m.plan_answer_privacy,
    feature: 'info'
  },
  {
    path: '/plan',
    group: null,
    audience: ['head', 'elected', 'coordinator'],
    label: m.plan_title,
    feature: 'info'
  },
  { path: '/carte', group: null, audience: ['elected'], label: m.share_title, feature: 'share' }
] as const satisfies readonly PageRecord[];

export type PagePath = (typeof PAGES)[number]['path'];
/** The page of a route; undefined for a route of no page. */
export const pageAt = (route: string | null): PageRecord | undefined =>
  (PAGES as readonly PageRecord[]).find(({ path }) => path === route);
