// Which files the scripts and styles of the site are gathered in. A first visit is held up less by a few files than by fifty:
// what every page needs is one, what the first page needs and shares is another.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FRAME = ['src/routes/+layout.svelte', 'src/routes/+layout.ts', 'src/routes/+error.svelte'];
const FIRST_PAGE = ['src/routes/+page.svelte', 'src/routes/+page.ts'];
const ROUTES = new URL('../../src/routes/', import.meta.url);
/** The feature whose pages are words. */
const WORDS = 'info';
/** Its pages. */
export const TEXT_PAGES = readdirSync(ROUTES).filter((name) => {
  const page = new URL(`${name}/+page.svelte`, ROUTES);
  return existsSync(page) && readFileSync(page, 'utf8').includes(`features/${WORDS}/`);
});

/** What they are made of, fetched when it is used: what they share with the first page is a file, so that none waits for the whole of the first page's. */
const TEXTS = readdirSync(new URL(`../../src/lib/features/${WORDS}/`, import.meta.url))
  .filter((name) => name.endsWith('Page.svelte'))
  .map((name) => `src/lib/features/${WORDS}/${name}`);

const MESSAGES = 'src/lib/i18n/paraglide/messages';
/** The list of all messages: a module takes from it only those that it names. */
const ALL_MESSAGES = /\/paraglide\/messages(\/_index)?\.js$/;
/** The public interface of an engine: here too, a module takes only what it names. */
const FRONT_DOOR = /\/engines\/([\w-]+)\/index\.ts$/;

/** @param {string} list `a, b as c` */
const namesOf = (list) => list.match(/\w+/g) ?? [];

/**
 * The modules behind a front door that a module takes names from.
 * @param {string} door
 * @param {string} code of the module that imports it
 * @param {(id: string) => { code: string | null } | null} infoOf
 */
function behind(door, code, infoOf) {
  const [, engine] = FRONT_DOOR.exec(door) ?? [];
  const named = new Set(
    [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["'][^"']*\/engines\/([\w-]+)(?:\/index\.ts)?["']/g)]
      .filter(([, , name]) => name === engine)
      .flatMap(([, list = '']) => namesOf(list))
  );
  return [...(infoOf(door)?.code ?? '').matchAll(/export\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g)]
    .filter(([, list = '']) => namesOf(list).some((name) => named.has(name)))
    .map(([, , path = '']) => new URL(path, `file://${door}`).pathname);
}

/**
 * The modules that some files import, at whatever depth, without what they fetch only when it is asked for.
 * @param {string} root folder of the project
 * @param {readonly string[]} paths in that folder
 * @param {(id: string) => { importedIds: string[], code: string | null } | null} infoOf
 */
function closure(root, paths, infoOf) {
  const reached = new Set();
  const next = paths.map((path) => `${root}/${path}`);
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id) || ALL_MESSAGES.test(id)) continue;
    reached.add(id);
    const info = infoOf(id);
    if (!info) continue;
    for (const imported of info.importedIds)
      next.push(...(FRONT_DOOR.test(imported) ? behind(imported, info.code ?? '', infoOf) : [imported]));
    for (const [, name] of info.code?.matchAll(/\bm\.(\w+)/g) ?? [])
      next.push(`${root}/${MESSAGES}/${name}.js`);
  }
  return reached;
}

/**
 * Whether a module is one of those that `roots` import.
 * @param {readonly string[]} roots
 * @param {string} root folder of the project
 */
function reachedFrom(roots, root) {
  /** @type {Set<string> | undefined} */
  let reached;
  return (/** @type {string} */ id, /** @type {{ getModuleInfo: (id: string) => any }} */ context) => {
    reached ??= closure(root, roots, (one) => context.getModuleInfo(one));
    return reached.has(id);
  };
}

/**
 * Groups for `build.rolldownOptions.output.codeSplitting`.
 * @param {string} root folder of the project
 * @returns {{ name: string | ((id: string, context: any) => string | null), debugName?: string, test?: RegExp, minShareCount?: number, entriesAware?: boolean }[]}
 */
export const chunkGroups = (root) => {
  const routes = TEXT_PAGES.flatMap((page) =>
    ['svelte', 'ts'].map((kind) => `src/routes/${page}/+page.${kind}`)
  );
  const [inFrame, inFirst, inRoute, inText] = [FRAME, FIRST_PAGE, routes, TEXTS].map((roots) =>
    reachedFrom(roots, root)
  );
  /** @type {(name: string, is: (id: string, context: any) => boolean) => { name: (id: string, context: any) => string | null, debugName: string }} */
  const group = (name, is) => ({ name: (id, context) => (is(id, context) ? name : null), debugName: name });
  return [
    { name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx|@sveltejs\/kit)\// },
    group('frame', (id, context) => inFrame(id, context) || (inFirst(id, context) && inRoute(id, context))),
    group('words', (id, context) => inFirst(id, context) && inText(id, context)),
    { ...group('first', inFirst), minShareCount: 2 },
    // By the pages that share them, so that no file waits for one that waits for it: merging the small ones would bring such circles.
    { name: 'shared', test: /\/src\//, minShareCount: 2, entriesAware: true }
  ];
};
