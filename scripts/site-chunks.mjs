// Which files the scripts and styles of the site are gathered in. A first visit is held up less by a few files than by fifty:
// what every page needs is one, what the first page needs and shares is another.
const FRAME = ['src/routes/+layout.svelte', 'src/routes/+layout.ts', 'src/routes/+error.svelte'];
const FIRST_PAGE = ['src/routes/+page.svelte', 'src/routes/+page.ts'];

const MESSAGES = 'src/lib/i18n/paraglide/messages';
/** The list of all messages: a module takes from it only those that it names. */
const ALL_MESSAGES = /\/paraglide\/messages(\/_index)?\.js$/;

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
    next.push(...info.importedIds);
    for (const [, name] of info.code?.matchAll(/\bm\.(\w+)/g) ?? [])
      next.push(`${root}/${MESSAGES}/${name}.js`);
  }
  return reached;
}

/**
 * Names the file of the modules that `roots` import.
 * @param {string} name
 * @param {readonly string[]} roots
 * @param {string} root folder of the project
 */
function importedBy(name, roots, root) {
  /** @type {Set<string> | undefined} */
  let reached;
  return (/** @type {string} */ id, /** @type {{ getModuleInfo: (id: string) => any }} */ context) => {
    reached ??= closure(root, roots, (one) => context.getModuleInfo(one));
    return reached.has(id) ? name : null;
  };
}

/**
 * Groups for `build.rolldownOptions.output.codeSplitting`.
 * @param {string} root folder of the project
 */
export const chunkGroups = (root) => [
  { name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx|@sveltejs\/kit)\// },
  { name: importedBy('frame', FRAME, root), debugName: 'frame' },
  { name: importedBy('first', FIRST_PAGE, root), debugName: 'first', minShareCount: 2 },
  // By the pages that share them, so that no file waits for one that waits for it: merging the small ones would bring such circles.
  { name: 'shared', test: /\/src\//, minShareCount: 2, entriesAware: true }
];
