// After the build: the page maker and the lists of the site's files, which let a browser publish another territory's site from this one.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlePageMaker } from './bundle.mjs';
import { writeOneFile } from './one-file.mjs';

/** Folders of a territory: a site that is published from this one has its own. */
const LEFT_OUT = /^(tables|map|graph|downloads|territory)\//;
const PAGE = /\.html$/;
const BUNDLED = /^_app\/immutable\//;
/** Where the page maker is, beside the site's own scripts. */
const FOLDER = '_app/publish';
/** Read by hosts, or never kept offline: whoever publishes finds them in the list itself. */
const INLINE =
  /^(_headers|\.htaccess|\.nojekyll|web\.config|LISEZMOI\.txt|service-worker\.js|_app\/version\.json|packs\/packs\.json)$/;
const NOT_SERVED = /^(_app\/version\.json|service-worker\.js)$/;

/** @param {string} site */
const filesOf = (site) =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();

/** @param {string} file */
const pageOf = (file) => file.replace(/index\.html$/, '');

/**
 * What the service worker keeps.
 * @param {string} version
 * @param {readonly string[]} paths of all files of the site
 */
const keptList = (version, paths) => ({
  version,
  build: paths.filter((path) => BUNDLED.test(path)),
  files: paths.filter((path) => !BUNDLED.test(path) && !PAGE.test(path) && !NOT_SERVED.test(path)),
  pages: paths
    .filter((path) => PAGE.test(path) && path !== '404.html')
    .map(pageOf)
    .sort()
});

/**
 * What a site has whatever its territory: paths and bytes; the text of the files that the site itself does not serve to everybody.
 * @param {string} site
 * @param {string} version
 * @param {readonly string[]} paths
 */
const shellList = (site, version, paths) => ({
  version,
  files: paths
    .filter((path) => !LEFT_OUT.test(path) && !PAGE.test(path))
    .map((path) => ({
      path,
      bytes: statSync(join(site, path)).size,
      ...(INLINE.test(path) && { text: readFileSync(join(site, path), 'utf8') })
    }))
});

/**
 * @param {import('@sveltejs/kit').Adapter} adapter that writes the site
 * @param {string} site folder that it writes
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPageMaker(adapter, site) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const { paths, version } = builder.config.kit;
      await bundlePageMaker(builder.getServerDirectory(), paths.base, join(site, FOLDER));
      await writeOneFile(site, join(site, FOLDER, 'one-file.html.gz'));
      const all = filesOf(site);
      const write = (name, list) => writeFileSync(join(site, name), JSON.stringify(list));
      write(`${FOLDER}/shell.json`, shellList(site, version.name, all));
      write('kept.json', keptList(version.name, [...all, `${FOLDER}/shell.json`].sort()));
    }
  };
}
