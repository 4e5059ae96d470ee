// What a fresh machine needs before anything else runs: dependencies, a built site, a browser for the tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMPS = join(ROOT, '.cache');
const SITE_INPUTS = [
  'src',
  'scripts',
  'data',
  'geo',
  'messages',
  'static',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'project.inlang/settings.json',
  'findings.inlang/settings.json',
  'columns.inlang/settings.json'
];
/** Made from the rest: their own inputs tell when they are stale. */
const GENERATED = [
  'src/lib/i18n/paraglide',
  'src/lib/i18n/findings/paraglide',
  'src/lib/i18n/columns/paraglide',
  'static/tables',
  'static/downloads',
  'static/map',
  'static/graph',
  'static/packs'
];

/** Runs a command with its output shown; returns its exit code. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options }).status ?? 1;
}

/** Files under a folder, those made from the rest left out. @returns {Generator<string>} */
export function* sourceFiles(path, root = ROOT) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  const generated = GENERATED.map((name) => join(root, name));
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (!generated.includes(inside)) yield* sourceFiles(inside, root);
  }
}

/** What these files and folders hold, their names included. @param {readonly string[]} paths @returns {string} */
export function fingerprint(paths, root = ROOT) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of [...sourceFiles(join(root, path), root)].sort()) {
      hash.update(file.slice(root.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Does `work` unless it was done for the same state of its inputs and `product` is there. */
function once(name, wanted, product, work) {
  const stamp = join(STAMPS, name);
  const done = existsSync(join(ROOT, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (done) return;
  const code = work();
  if (code !== 0) {
    console.error(`${name}: échec (code ${code}).`);
    process.exit(2);
  }
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, wanted);
}

export function installDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Maillage demande Node 20.19 ou plus récent ; version présente : ${process.versions.node}.`
    );
    process.exit(2);
  }
  once('dependencies', fingerprint(['package-lock.json']), 'node_modules/vite', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  );
}

/** All that the built site depends on. @returns {string} */
export function siteState(root = ROOT) {
  const { BASE_PATH = '', MAILLAGE_PACKS = '' } = process.env;
  return JSON.stringify([fingerprint(SITE_INPUTS, root), BASE_PATH, MAILLAGE_PACKS]);
}

export function buildSite(options = {}) {
  once('site', siteState(), 'build/index.html', () => run('npm', ['run', '--silent', 'build'], options));
}

const CHROMIUMS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome'
];

/**
 * Path of the installed Firefox, which is never installed for the tests: undefined when there is none.
 * @returns {string | undefined}
 */
export function firefoxPath() {
  const known = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  return known.find((path) => path && existsSync(path));
}

/** The driver of the tests was seen to work from this version; ESR 140 knows too few of its commands. */
const FIREFOX_DRIVEN_FROM = 153;

/**
 * The Firefox that the tests can drive, or why there is none.
 * @param {string | undefined} path
 * @returns {{ path: string } | { path?: undefined, why: string }}
 */
export function firefoxToTest(path = firefoxPath()) {
  if (!path) return { why: 'Firefox is not installed (firefox-esr, or its path in FIREFOX_PATH)' };
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1]);
  if (version >= FIREFOX_DRIVEN_FROM) return { path };
  return {
    why: `the tests drive Firefox ${FIREFOX_DRIVEN_FROM} or later, ${path} is ${version || 'unknown'}`
  };
}

/**
 * Path of a Chromium, installed by the system's packages when there is none.
 * @returns {string}
 */
export function chromium() {
  const found = () => CHROMIUMS.find((path) => path && existsSync(path));
  const there = found();
  if (there) return there;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  console.error('Installation de Chromium pour les essais...');
  for (let attempt = 0; attempt < 2 && !found(); attempt += 1) {
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
  }
  const installed = found();
  if (!installed) {
    console.error('Chromium introuvable : installez-le, ou donnez son chemin dans CHROMIUM_PATH.');
    process.exit(2);
  }
  return installed;
}
