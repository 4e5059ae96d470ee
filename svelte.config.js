import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { pagePolicy, serviceOrigin } from './scripts/site-policy.mjs';
import { siteVersion } from './scripts/site-version.mjs';

/** What a territory without counts of children, lists of its own or a service of travel times does not have. */
const OPTIONAL = ['/tables/protection.json', '/tables/portraits.json', '/graph/service.json'];

/**
 * Fails the build, unless the file is one that a territory may not have.
 * @type {import('@sveltejs/kit').PrerenderHttpErrorHandler}
 */
function handleHttpError({ path, message }) {
  if (!OPTIONAL.some((end) => path.endsWith(end))) throw new Error(message);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '404.html', strict: true }),
    alias: { $lib: 'src/lib' },
    csp: { mode: 'hash', directives: pagePolicy(serviceOrigin('static/graph/service.json')) },
    // Pages find their files wherever they stand; 404.html alone, shown at any depth, must be told the site's path.
    paths: { relative: true, base: process.env.BASE_PATH ?? '' },
    prerender: { handleHttpError, handleMissingId: 'fail' },
    serviceWorker: { register: false },
    version: { name: siteVersion() }
  }
};
