// What a first visit asks for before anything is touched: scripts of each page, as its HTML names them. A few lines of import can bring a library there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from './published-files.ts';

const BUILD = join(ROOT, 'build');
/** Words that stay in the minified code of the library of charts. */
const CHARTS = /plot-marker/;
/** Page -> kB of its scripts, compressed. To be lowered. */
const BUDGETS: Readonly<Record<string, number>> = {
  '': 170,
  methode: 128,
  accessibilite: 120,
  confidentialite: 125,
  plan: 118,
  aujourdhui: 180,
  programme: 185,
  ecoles: 195,
  semaine: 205
};

function scriptsOf(page: string): { name: string; text: string; bytes: number }[] {
  const path = join(BUILD, page, 'index.html');
  const names = [...readFileSync(path, 'utf8').matchAll(/href="([^"]+\.js)" rel="modulepreload"/g)];
  return names.map(([, name = '']) => {
    const content = readFileSync(join(dirname(path), name));
    return { name, text: content.toString(), bytes: brotliCompressSync(content).length };
  });
}

describe.skipIf(!existsSync(join(BUILD, 'index.html'))).each(Object.entries(BUDGETS))(
  'the scripts of /%s',
  (page, most) => {
    it(`weigh ${most} kB at most, compressed`, () => {
      const scripts = scriptsOf(page);
      expect(scripts.length).toBeGreaterThan(4);
      expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toBeLessThanOrEqual(most);
    });

    it('draw no chart: its library comes with the first one that is seen', () => {
      expect(scriptsOf(page).flatMap(({ name, text }) => (CHARTS.test(text) ? [name] : []))).toEqual([]);
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
