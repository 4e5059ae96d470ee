// The page maker: SvelteKit's own server, as this site's build left it, in a module that runs in a web worker or in Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const ENTRY = join(import.meta.dirname, 'entry.ts');
const SERVER = /^site-server\//;
/** Left out: modules of Node, which only the list of pages to prerender and Node itself use. */
const NODE = /^(node:|fs$|path$)/;
const NOTHING = '\0nothing';
/** Fetched only by scripts of the page, never while it is made; nodes and hooks are the server's own, and the load of a page takes parts that are written with it. */
const ON_DEMAND = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
const OWN = /(^|\/)(nodes|entries)\//;
const LOAD = /_(page|layout)\.ts\.js$/;

/**
 * @param {string} server folder of SvelteKit's server build
 * @returns {import('rolldown').Plugin}
 */
const builtServer = (server) => ({
  name: 'built-server',
  resolveId(id) {
    if (SERVER.test(id)) return join(server, id.replace(SERVER, ''));
    return NODE.test(id) ? NOTHING : null;
  },
  load: (id) => (id === NOTHING ? 'export const readFileSync = null, resolve = null;' : null),
  transform: (code, id) =>
    id.startsWith(server) && !LOAD.test(id)
      ? code.replace(ON_DEMAND, (all, path) =>
          OWN.test(path) ? all : 'Promise.reject(new Error("left out"))'
        )
      : null
});

/**
 * Writes the page maker as modules in `to`; `pages.js` is the one to import.
 * @param {string} server folder of SvelteKit's server build
 * @param {string} base path of the site without a final slash
 * @param {string} to
 */
export async function bundlePageMaker(server, base, to) {
  rmSync(to, { recursive: true, force: true });
  const bundle = await rolldown({
    input: { pages: ENTRY },
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], conditionNames: ['svelte', 'import', 'default'] },
    transform: { define: { 'process.env': '{}', SITE_BASE: JSON.stringify(base) } },
    plugins: [builtServer(server)],
    logLevel: 'warn'
  });
  await bundle.write({
    dir: to,
    format: 'es',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[hash].js'
  });
  await bundle.close();
}
