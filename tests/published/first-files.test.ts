// What a first visit asks for before anything is touched: scripts of each page, as its HTML names them. A few lines of import can bring a library there.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../src/lib/pages/register.ts';
import { ROOT } from './published-files.ts';

const BUILD = join(ROOT, 'build');
/** Words that stay in the minified code of the library of charts, and of the live map. */
const CHARTS = /plot-marker/;
const LIVE_MAP = /maplibregl-canvas/;
/** kB of all that the first page asks for until its map answers: itself, scripts, typeface, outlines. */
const FIRST_PAGE = 199;
/** kB of all that a page of words asks for: itself with its styles, scripts, typeface. */
const TEXT_PAGE = 115;
/** Feature -> kB of the scripts of its pages, compressed. To be lowered. */
const BUDGETS: Readonly<Partial<Record<string, number>>> = {
  coverage: 137,
  // With what takes a file dropped on any page. The names of files alone, which change with any of them, move it by 0.2.
  info: 81.2,
  territory: 330,
  today: 190,
  programme: 185,
  waiting: 195,
  week: 205
};
/** Of the others. */
const OTHERS = 310;
const pages = PAGES.filter(({ path }) => !path.includes('[')).map(({ path, feature }) => ({
  path,
  most: BUDGETS[feature] ?? OTHERS
}));

interface Script {
  name: string;
  text: string;
  bytes: number;
}

/** Most pages ask for the same scripts: each is compressed once. */
const compressed = new Map<string, Script>();

function scriptAt(path: string, name: string): Script {
  const content = readFileSync(path);
  return { name, text: content.toString(), bytes: brotliCompressSync(content).length };
}

function scriptsOf(page: string): Script[] {
  const path = join(BUILD, page, 'index.html');
  const names = [...readFileSync(path, 'utf8').matchAll(/href="([^"]+\.js)" rel="modulepreload"/g)];
  return names.map(([, name = '']) => {
    const at = join(dirname(path), name);
    if (!compressed.has(at)) compressed.set(at, scriptAt(at, name));
    return compressed.get(at)!;
  });
}

describe.skipIf(!existsSync(join(BUILD, 'index.html'))).each(pages)(
  'the scripts of $path',
  ({ path, most }) => {
    it(`weigh ${most} kB at most, compressed`, () => {
      const scripts = scriptsOf(path);
      expect(scripts.length).toBeGreaterThan(4);
      expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toBeLessThanOrEqual(most);
    });

    it('draw no chart and no live map: their libraries come with the first chart that is seen, and the first map that is moved', () => {
      for (const library of [CHARTS, LIVE_MAP])
        expect(scriptsOf(path).flatMap(({ name, text }) => (library.test(text) ? [name] : []))).toEqual([]);
    });
  }
);

it('what the office of IT reads on eco-design says these ceilings, and no other', () => {
  const [, words = ''] =
    /### Écoconception\n([^]*?)Fait/.exec(readFileSync(join(ROOT, 'docs/si.md'), 'utf8')) ?? [];
  const { waiting, week, territory } = BUDGETS;
  expect([...words.matchAll(/\d+/g)].map(Number)).toEqual([
    FIRST_PAGE,
    TEXT_PAGE,
    waiting,
    week,
    territory,
    OTHERS
  ]);
});

/** Sheets that hold the first paint up: all that the browser is not told to leave. */
const heldUp = (html: string): string[] =>
  [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)]
    .map(([link]) => link)
    .filter((link) => !/\bdisabled\b/.test(link));

describe.skipIf(!existsSync(join(BUILD, 'index.html')))('the first paint of every page', () => {
  const written = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html')
  );

  it('waits for no sheet: styles are in the HTML, as its policy allows', () => {
    expect(written.length).toBeGreaterThan(pages.length);
    for (const name of written) {
      const html = readFileSync(join(BUILD, name), 'utf8');
      expect(heldUp(html), name).toEqual([]);
      const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
      expect(style.length, name).toBeGreaterThan(10_000);
      const hash = createHash('sha256').update(style).digest('base64');
      expect(html, name).toContain(`'sha256-${hash}'`);
    }
  });

  it('has the styles of every part that is in the HTML, of those whose code comes later too', () => {
    const names = (text: string) => new Set(text.match(/\bsvelte-[a-z0-9]+/g));
    const sheets = join(BUILD, '_app/immutable/assets');
    const known = readdirSync(sheets).filter((name) => name.endsWith('.css'));
    const styled = names(known.map((name) => readFileSync(join(sheets, name), 'utf8')).join(' '));
    expect(styled.size).toBeGreaterThan(100);
    for (const name of written) {
      const [head = '', body = ''] = readFileSync(join(BUILD, name), 'utf8').split('<body');
      const inHead = names(head);
      expect(
        [...names(body)].filter((part) => styled.has(part) && !inHead.has(part)),
        name
      ).toEqual([]);
    }
  });

  it('would be found waiting', () => {
    expect(heldUp('<link href="./frame.css" rel="stylesheet">')).toHaveLength(1);
    expect(heldUp('<link href="./2.css" rel="stylesheet" disabled media="(max-width: 0)">')).toEqual([]);
  });
});

it.skipIf(!existsSync(BUILD))(
  'the libraries of charts and of the live map would be found: some script of the site holds each',
  () => {
    const chunks = join(BUILD, '_app/immutable/chunks');
    const texts = readdirSync(chunks)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(chunks, name), 'utf8'));
    for (const library of [CHARTS, LIVE_MAP]) expect(texts.some((text) => library.test(text))).toBe(true);
  }
);

/** Bytes of what a page asks for at once, compressed: itself with its styles, its scripts, its typeface. */
function bytesOf(page: string): number {
  const path = join(BUILD, page, 'index.html');
  const html = readFileSync(path);
  const typefaces = new Set(
    [...html.toString().matchAll(/href="([^"]+\.woff2)"/g)].map(([, name = '']) => name)
  );
  expect(typefaces.size).toBeGreaterThan(0);
  return [
    brotliCompressSync(html).length,
    ...scriptsOf(page).map(({ bytes }) => bytes),
    ...[...typefaces].map((name) => readFileSync(join(dirname(path), name)).length)
  ].reduce((sum, one) => sum + one, 0);
}

it.skipIf(!existsSync(BUILD))(`the first page weighs ${FIRST_PAGE} kB until its map answers`, () => {
  const outlines = ['map/communes.geojson', 'map/qpvs.geojson'].map(
    (path) => brotliCompressSync(readFileSync(join(BUILD, path))).length
  );
  expect(outlines.reduce((sum, one) => sum + one, bytesOf('')) / 1000).toBeLessThanOrEqual(FIRST_PAGE);
});

const texts = PAGES.filter(({ feature }) => feature === 'info').map(({ path }) => path);
it.skipIf(!existsSync(BUILD)).each(texts)(`%s, a page of words, weighs ${TEXT_PAGE} kB`, (path) => {
  expect(bytesOf(path) / 1000).toBeLessThanOrEqual(TEXT_PAGE);
});
