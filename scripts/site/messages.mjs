// npm run messages: compiles the messages of messages/ into src/lib/i18n, when they, their settings or what was compiled has changed. A page names its
// messages one by one: each is a module. A finding names its own by its code, a column by its name: these are one record.
import { spawnSync } from 'node:child_process';
import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, fingerprint } from '../setup.mjs';

const INPUTS = [
  'messages',
  'project.inlang/settings.json',
  'findings.inlang/settings.json',
  'columns.inlang/settings.json',
  'package-lock.json'
];
const COMPILED = [
  'src/lib/i18n/paraglide',
  'src/lib/i18n/findings/paraglide',
  'src/lib/i18n/columns/paraglide'
];
const STAMP = '.cache/messages';
/** How a page knows its language: from a variable that its own script sets, else French. */
const strategy = /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale']);
const outputStructure = /** @type {'locale-modules'} */ ('locale-modules');
export const COMPILERS = [
  { project: './project.inlang', outdir: `./${COMPILED[0]}`, strategy },
  { project: './findings.inlang', outdir: `./${COMPILED[1]}`, strategy, outputStructure },
  { project: './columns.inlang', outdir: `./${COMPILED[2]}`, strategy, outputStructure }
];

/**
 * One record of the messages of a set, each in French and in English, and nothing else: as exports one by one, all of them named at once, they would
 * weigh a third more.
 * @param {string} outdir
 */
function recordIn(outdir) {
  const [french, english] = ['fr', 'en'].map((locale) => {
    const code = readFileSync(join(outdir, 'messages', `${locale}.js`), 'utf8').replace(
      /\/\*\* @type .*?\*\/ /g,
      ''
    );
    return new Map([...code.matchAll(/^export const (\w+) = ([^]*?^})/gm)].map(([, key, say]) => [key, say]));
  });
  const pairs = [...french].map(([key, say]) => `${key}: [${say}, ${english.get(key)}]`);
  rmSync(join(outdir, 'messages'), { recursive: true });
  writeFileSync(
    join(outdir, 'record.js'),
    `/** @type {Record<string, readonly ((i: Record<string, string>) => string)[]>} */\nexport const messages = {\n${pairs.join(',\n').replaceAll('i?.', 'i.')}\n};\n`
  );
}

/**
 * Makes the compiled messages those of `messages/` as they are now; leaves them alone when they are already.
 *
 * @param {string} [root] the repository
 * @returns {boolean} whether they were compiled anew
 */
export function compileMessages(root = ROOT) {
  const stamp = join(root, STAMP);
  const state = () => `${fingerprint(INPUTS, root)} ${fingerprint(COMPILED, root)}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return false;
  for (const { project, outdir, outputStructure = 'message-modules' } of COMPILERS) {
    const options = ['--project', project, '--outdir', outdir, '--strategy', ...strategy, '--silent'];
    const structure = ['--output-structure', outputStructure];
    const compiler = join(root, 'node_modules/.bin/paraglide-js');
    const { status } = spawnSync(compiler, ['compile', ...options, ...structure], {
      cwd: root,
      stdio: 'inherit'
    });
    if (status !== 0) throw new Error(`The messages could not be compiled (code ${status}).`);
    if (outputStructure === 'locale-modules') recordIn(join(root, outdir));
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state());
  return true;
}

if (process.argv[1] === import.meta.filename) compileMessages();
