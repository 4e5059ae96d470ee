import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: undefined, strict: true }),
    alias: { $lib: 'src/lib' },
    paths: { relative: true },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    serviceWorker: { register: false }
  }
};
