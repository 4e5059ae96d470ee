// Messages are compiled a file each, so that a page takes those that it says. Thousands of files are slow to read where all are wanted: the tests
// read them put into one.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, fingerprint } from '../setup.mjs';

const COMPILED = 'src/lib/i18n/paraglide';
/** What imports of the compiled messages end with. */
export const IMPORTED = /\/paraglide\/(messages|runtime)\.js$/;

/**
 * Puts them into one file, unless that was done for what is compiled now.
 *
 * @returns {Promise<string>} folder of `messages.js` and `runtime.js`, among the dependencies: read as it is
 */
export function messagesInOne() {
  return (made ??= make());
}
/** @type {Promise<string> | undefined} */
let made;

async function make() {
  const state = fingerprint([COMPILED]).slice(0, 12);
  const folder = join(ROOT, 'node_modules/.cache/maillage', `messages-${state}`);
  if (existsSync(folder)) return folder;
  const { build } = await import('rolldown');
  const input = {
    runtime: join(ROOT, COMPILED, 'runtime.js'),
    messages: join(ROOT, COMPILED, 'messages.js')
  };
  const work = `${folder}-${process.pid}`;
  await build({ input, output: { dir: work } });
  // Whole or not at all; another process may have made it meanwhile.
  if (existsSync(folder)) rmSync(work, { recursive: true });
  else renameSync(work, folder);
  return folder;
}

/** In tests, for Vite: those in one file wherever a module imports the compiled ones. @returns {import('vite').Plugin} */
export const readMessagesInOne = () => ({
  name: 'messages-in-one',
  enforce: 'pre',
  async resolveId(source) {
    const [, name] = IMPORTED.exec(source) ?? [];
    return name ? join(await messagesInOne(), `${name}.js`) : null;
  }
});
