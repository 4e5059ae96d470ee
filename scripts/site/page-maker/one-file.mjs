// The template of the public site as one file: every script and style of the built site in one page. A publication adds its territory's files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** What stands around the site's scripts. */
const AROUND = join(import.meta.dirname, 'one-file-page.js');
const ENTRY = '\0one-file';
const TARGET = '__maillage';
const BUNDLED = '_app/immutable';
/** Of no site: see the entry. */
const ORIGIN = 'https://maillage.invalid';
/** The live map: its page draws instead. */
const LIVE_MAP = /\bGeolocateControl\b/;
/** What a page would fetch before a script that it needs: all is there. */
const FETCHED_BEFORE = /const __vite__mapDeps=.*?\(?i\)?=>d\[i\]\)\)?;?/s;
/** The first line, in the language of the page. */
const LINE =
  '.one-file-line{margin:0;padding:var(--s-1) var(--s-6)}@media (max-width:78rem){.one-file-line{padding-inline:var(--s-4)}}@media print{.one-file-line{padding:0;font-size:6pt;line-height:1}}:root:not([lang=en]) .one-file-line>[lang=en],:root[lang=en] .one-file-line>[lang=fr]{display:none}';
/** Styles of all pages are there at once: none of another page shows on a screen what is for paper. */
const PAPER =
  '@media screen{.print-only{display:none!important}}@media print{.screen-only{display:none!important}}';
/** The last is read first. */
const FIRST_STYLES = ['shared', 'first', 'words', 'frame'];
/** Those that a page asks without being told to: times of travel, the calendar. */
const WORKERS = /^(?:travel|meetings)\.worker-/;
/** Where SvelteKit looks for the base of its addresses. */
const KIT = /\b__sveltekit_\w+/g;
/** Nothing is asked of any address: the browser refuses it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'"
].join('; ');

/**
 * @param {string} client folder of the scripts of the built site
 * @returns {import('rolldown').Plugin}
 */
const builtClient = (client) => ({
  name: 'built-client',
  resolveId: (id) => (id === ENTRY ? id : null),
  load(id) {
    if (id !== ENTRY) return null;
    const [app, start] = ['app.', 'start.'].map((name) =>
      readdirSync(join(client, 'entry')).find((file) => file.startsWith(name))
    );
    return `import { start } from '${client}/entry/${start}';
import * as app from '${client}/entry/${app}';
start(app, document.getElementById('${TARGET}'));`;
  },
  transform(code, id) {
    if (!id.startsWith(client)) return null;
    if (LIVE_MAP.test(code)) return 'throw new Error("left out");';
    return code.replace(FETCHED_BEFORE, 'const __vite__mapDeps=()=>[];').replaceAll(KIT, TARGET);
  }
});

/**
 * One script of many.
 * @param {string} client folder of the scripts of the built site
 * @param {string} input
 */
async function bundled(client, input) {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    shimMissingExports: true,
    transform: { define: { 'import.meta.url': JSON.stringify(`${ORIGIN}/${BUNDLED}/chunks/one.js`) } },
    plugins: [builtClient(client)],
    logLevel: 'silent'
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

/** Nothing in a script ends it, in the page, before its end. @param {string} code */
const embedded = (code) => code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');

/** Scripts that the page runs beside itself. @param {string} client */
async function workersOf(client) {
  const names = readdirSync(join(client, 'workers')).filter((name) => WORKERS.test(name));
  const scripts = [];
  for (const name of names.sort()) {
    const code = embedded(await bundled(client, join(client, 'workers', name)));
    scripts.push(`<script type="text/plain" data-worker="${name}">${code}</script>`);
  }
  return scripts.join('\n');
}

/** @param {string} assets folder of the styles of the built site */
function styleOf(assets) {
  // As a page has them: what every page shares is before what one has.
  const rank = (file) => FIRST_STYLES.findIndex((start) => file.startsWith(start));
  const files = readdirSync(assets, { recursive: true, encoding: 'utf8' })
    .sort()
    .sort((a, b) => rank(b) - rank(a));
  const inline = (text) =>
    text.replaceAll(/url\(["']?[^"')]*?([^/"')]+\.woff2)["']?\)/g, (_, name) => {
      const font = readFileSync(join(assets, name)).toString('base64');
      return `url(data:font/woff2;base64,${font})`;
    });
  return files
    .filter((file) => file.endsWith('.css'))
    .map((file) => inline(readFileSync(join(assets, file), 'utf8')))
    .join('\n');
}

/**
 * Writes the template, compressed.
 * @param {string} site folder of the built site
 * @param {string} to
 */
export async function writeOneFile(site, to) {
  const client = resolve(site, BUNDLED);
  const script = embedded(`{${readFileSync(AROUND, 'utf8')}\n${await bundled(client, ENTRY)}}`);
  const page = `<!doctype html>
<html lang="fr" data-one-file>
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Maillage</title>
    <style>${LINE}${styleOf(join(client, 'assets'))}${PAPER}</style>
  </head>
  <body>
    <p class="micro one-file-line"><!--line--></p>
    <div id="${TARGET}" style="display: contents"></div>
    ${await workersOf(client)}
    <!--files-->
    <script>${script}</script>
  </body>
</html>
`;
  writeFileSync(to, gzipSync(page, { level: 9 }));
}
