// Entry of the page maker (bundle.mjs): the pages of a territory, made from its files as the site's own are.
import { set_building, set_prerendering } from 'site-server/internal.js';
import { set_env } from 'site-server/env.js';
import { Server } from 'site-server/index.js';
import { manifest } from 'site-server/manifest-full.js';
import { parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import type { PageMaker } from '../../../src/lib/engines/publish/index.ts';
import type { TerritoryFiles } from '../../../src/lib/model/territory-files.ts';

const ORIGIN = 'http://sveltekit-prerender';
const FALLBACK = '/[fallback]';
/** The one route with a parameter: a page a place. */
const PORTRAIT = '/territoires/[code]';
const DASHBOARD = 'tables/dashboard.json';

const folderOf = (page: string): string => (page === '/' ? page : `${page}/`);
const fileOf = (page: string): string => `${folderOf(page).slice(1)}index.html`;

/** Every page of the site, a portrait a place. */
function pagesOf(dashboard: string): string[] {
  const places = portraitPlaces(parseDashboard(dashboard)).map(({ code }) => code);
  return manifest._.routes.flatMap(({ id }) => {
    if (id === PORTRAIT) return places.map((code) => id.replace('[code]', code));
    if (id.includes('[')) throw new Error(`the pages of ${id} are not known`);
    return id;
  });
}

/**
 * Opens the page maker on the files of a territory, as a static host would serve them. One at a time: the server has one list of files.
 *
 * @throws Error when the territory has no readable dashboard
 */
export async function openPageMaker(files: TerritoryFiles): Promise<PageMaker> {
  const text = (path: string) => {
    const bytes = files.get(path);
    return bytes ? new TextDecoder().decode(bytes) : null;
  };
  const pages = pagesOf(text(DASHBOARD) ?? '');

  set_building();
  set_prerendering();
  set_env({});
  manifest.assets = new Set(files.keys());
  const server = new Server(manifest);
  await server.init({ env: {} });

  async function html(page: string, prerendering = {}): Promise<string> {
    const response = await server.respond(new Request(ORIGIN + SITE_BASE + page), {
      getClientAddress() {
        throw new Error('no client');
      },
      prerendering: { dependencies: new Map(), remote_responses: new Map(), ...prerendering },
      read: (path: string) => files.get(path)
    });
    if (!response.ok) throw new Error(`${page}: ${response.status}`);
    return response.text();
  }
  return {
    pages,
    make: async (page) => ({ file: fileOf(page), html: await html(folderOf(page)) }),
    fallback: async () => ({ file: '404.html', html: await html(FALLBACK, { fallback: true }) })
  };
}
