import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { PAGE_POLICY } from './scripts/site-policy.mjs';

/**
 * Fails the build, unless the file is one that a territory without counts of children does not have.
 * @type {import('@sveltejs/kit').PrerenderHttpErrorHandler}
 */
function handleHttpError({ path, message }) {
  if (!/\/tables\/(protection|portraits)\.json$/.test(path)) throw new Error(message);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '404.html', strict: true }),
    alias: { $lib: 'src/lib' },
    csp: { mode: 'hash', directives: PAGE_POLICY },
    // Pages find their files wherever they stand; 404.html alone, shown at any depth, must be told the site's path.
    paths: { relative: true, base: process.env.BASE_PATH ?? '' },
    prerender: { handleHttpError, handleMissingId: 'fail' },
    serviceWorker: { register: false }
  }
};
