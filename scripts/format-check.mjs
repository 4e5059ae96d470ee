// `npm run format:check`: every file is as Prettier writes it. Modules are looked at first by oxfmt, which writes as Prettier does in a fiftieth of
// the time; Prettier says the last word on those that oxfmt would write otherwise, and on all other files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const MODULES = '**/*.{ts,js,mjs}';
const SETTINGS = join(ROOT, '.cache/oxfmt.json');

/** Runs a command of the packages, its output kept where `shown` is false. */
function run(command, args, shown = true) {
  const stdio = ['ignore', shown ? 'inherit' : 'pipe', 'inherit'];
  return spawnSync(join(ROOT, 'node_modules/.bin', command), args, { cwd: ROOT, stdio, encoding: 'utf8' });
}

const { singleQuote, trailingComma, printWidth } = JSON.parse(
  readFileSync(join(ROOT, '.prettierrc'), 'utf8')
);
mkdirSync(join(ROOT, '.cache'), { recursive: true });
writeFileSync(SETTINGS, JSON.stringify({ singleQuote, trailingComma, printWidth }));

const { stdout, status } = run('oxfmt', ['--config', SETTINGS, '--list-different', MODULES], false);
const disputed = stdout.split('\n').filter((path) => path !== '');
if (status !== 0 && disputed.length === 0) process.exit(status ?? 1);
const checks = [['.', `!${MODULES}`], ...(disputed.length > 0 ? [disputed] : [])];
const passed = checks.map(
  (paths) => run('prettier', ['--check', '--log-level', 'warn', ...paths]).status === 0
);
process.exit(passed.every(Boolean) ? 0 : 1);
