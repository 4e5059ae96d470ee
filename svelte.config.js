import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withPageMaker } from './scripts/site/page-maker/adapter.mjs';
import { PAGE_POLICY } from './scripts/site/policy.mjs';
import { siteVersion } from './scripts/site/version.mjs';

/** Where the site goes, and the files that it takes as they are. */
const SITE = 'build';
const ASSETS = 'static';

/** What a territory without counts of children, or published posts does not have. */
const OPTIONAL =
  /\/(?:tables\/(?:protection|portraits|programme)|graph\/(?:team|split|sessions)|map\/sectors)\.(?:geo)?json$/;

/**
 * Fails the build, unless the file is one that a territory may lack.
 * @type {import('@sveltejs/kit').PrerenderHttpErrorHandler}
 */
function handleHttpError({ path, message }) {
  if (!OPTIONAL.test(path)) throw new Error(message);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: withPageMaker(adapter({ pages: SITE, assets: SITE, fallback: '404.html', strict: true }), SITE),
    // In the page's own HTML, every one: on a line with few connections, the first paint and the scripts would wait for the last sheet.
    inlineStyleThreshold: Infinity,
    files: { assets: ASSETS },
    alias: { $lib: 'src/lib' },
    csp: { mode: 'hash', directives: PAGE_POLICY },
    // Pages find their files wherever they stand; 404.html alone, shown at any depth, must be told the site's path.
    paths: { relative: true, base: process.env.BASE_PATH ?? '' },
    prerender: { handleHttpError, handleMissingId: 'fail' },
    serviceWorker: { register: false },
    version: { name: siteVersion(ASSETS) }
  }
};
