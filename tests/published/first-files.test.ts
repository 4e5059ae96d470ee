// What a first visit asks for before anything is touched: scripts of each page, as its HTML names them. A few lines of import can bring a library there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../src/lib/pages/register.ts';
import { ROOT } from './published-files.ts';

const BUILD = join(ROOT, 'build');
/** Words that stay in the minified code of the library of charts. */
const CHARTS = /plot-marker/;
/** Feature -> kB of the scripts of its pages, compressed. To be lowered. */
const BUDGETS: Readonly<Partial<Record<string, number>>> = {
  coverage: 175,
  info: 128,
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

function scriptsOf(page: string): { name: string; text: string; bytes: number }[] {
  const path = join(BUILD, page, 'index.html');
  const names = [...readFileSync(path, 'utf8').matchAll(/href="([^"]+\.js)" rel="modulepreload"/g)];
  return names.map(([, name = '']) => {
    const content = readFileSync(join(dirname(path), name));
    return { name, text: content.toString(), bytes: brotliCompressSync(content).length };
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

    it('draw no chart: its library comes with the first one that is seen', () => {
      expect(scriptsOf(path).flatMap(({ name, text }) => (CHARTS.test(text) ? [name] : []))).toEqual([]);
    });
  }
);

it.skipIf(!existsSync(BUILD))(
  'the library of charts would be found: some script of the site holds it',
  () => {
    const chunks = join(BUILD, '_app/immutable/chunks');
    const holds = (name: string) =>
      name.endsWith('.js') && CHARTS.test(readFileSync(join(chunks, name), 'utf8'));
    expect(readdirSync(chunks).some(holds)).toBe(true);
  }
);
