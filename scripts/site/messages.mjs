// npm run messages: compiles the messages of messages/ into src/lib/i18n/paraglide, when they, their settings or what was compiled has changed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, fingerprint } from '../setup.mjs';

const INPUTS = ['messages', 'project.inlang/settings.json', 'package-lock.json'];
const COMPILED = 'src/lib/i18n/paraglide';
const STAMP = '.cache/messages';
/** How a page knows its language: from a variable that its own script sets, else French. */
export const COMPILER = {
  project: './project.inlang',
  outdir: `./${COMPILED}`,
  strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale'])
};

/**
 * Makes the compiled messages those of `messages/` as they are now; leaves them alone when they are already.
 *
 * @param {string} [root] the repository
 * @returns {boolean} whether they were compiled anew
 */
export function compileMessages(root = ROOT) {
  const stamp = join(root, STAMP);
  const state = () => `${fingerprint(INPUTS, root)} ${fingerprint([COMPILED], root)}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return false;
  const { project, outdir, strategy } = COMPILER;
  const options = ['--project', project, '--outdir', outdir, '--strategy', ...strategy, '--silent'];
  const compiler = join(root, 'node_modules/.bin/paraglide-js');
  const { status } = spawnSync(compiler, ['compile', ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The messages could not be compiled (code ${status}).`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state());
  return true;
}

if (process.argv[1] === import.meta.filename) compileMessages();
