// The built site as its files say it: what hosts refuse, which engine is shipped, what a page says before any script, and that the shell writes the same.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../scripts/territory/write-files.ts';
import { territoryPage, writeTerritorySite } from '../../scripts/territory/site.ts';
import { ONE_FILE_TEMPLATE } from '../../src/lib/engines/publish/index.ts';
import { differences } from '../e2e/publish-site.ts';
import { PATIENCE, ROOT, filesUnder } from './published-files.ts';

const BUILD = join(ROOT, 'build');
const MOST_BYTES = 25 * 2 ** 20;
/** What names the version: by the files of the territory where it is published, by the sources where it is built. */
const VERSIONED = ['kept.json', 'service-worker.js'];

describe.skipIf(!existsSync(join(BUILD, 'index.html')))('the built site', () => {
  const files = existsSync(BUILD) ? filesUnder(BUILD) : [];

  it('has no file that a common host refuses: 25 MiB at most', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => statSync(join(BUILD, path)).size > MOST_BYTES)).toEqual([]);
  });

  it('ships one engine of DuckDB of the three', () => {
    expect(files.filter((path) => path.includes('duckdb') && /\.(wasm|bin)$/.test(path))).toEqual([
      expect.stringMatching(/duckdb-eh\.[\w-]+\.bin$/)
    ]);
    expect(files.filter((path) => /duckdb.*(mvp|coi)/.test(path))).toEqual([]);
  });

  it('has the programme whole in its HTML, before any script', () => {
    const html = readFileSync(join(BUILD, 'programme/index.html'), 'utf8').replaceAll(
      /[\u2009\u202f\u00a0]/g,
      ' '
    );
    for (const words of [
      '692 734 €',
      'FA-30',
      'Valenciennes, collèges',
      'Parentalité',
      'Cités éducatives',
      'Données fictives',
      'à nommer'
    ])
      expect(html).toContain(words);
    expect(html.match(/<path [^>]*stroke-width/g)?.length).toBeGreaterThan(15);
  });

  it('is held by its one file byte for byte: what is safe in the site is safe there', () => {
    const page = territoryPage(readFiles(BUILD), 'https://exemple.fr/pre/');
    const held = [
      ...page.matchAll(/<script type="text\/plain" data-file="([^"]+)"( data-base64)?>([^<]*)</g)
    ];
    expect(held.length).toBeGreaterThan(20);
    for (const [, path = '', base64, content = ''] of held)
      expect(
        Buffer.from(content, base64 ? 'base64' : 'utf8').equals(readFileSync(join(BUILD, path))),
        path
      ).toBe(true);
    // The rest is the template, which knows no territory, and its first line.
    const rest = held.reduce((left, [element]) => left.replace(element, ''), page);
    const template = gunzipSync(readFileSync(join(BUILD, ONE_FILE_TEMPLATE))).length;
    expect(Math.abs(Buffer.byteLength(rest) - template)).toBeLessThan(2000);
    expect(rest).not.toMatch(/\b0590\d{3}[A-Z]\b|CANARI/);
  });

  it(
    'is what the shell writes from its files, but for its version',
    async () => {
      const site = mkdtempSync(join(tmpdir(), 'maillage-site-'));
      await writeTerritorySite(readFiles(BUILD), site, { packs: true });
      expect(differences(BUILD, site)).toEqual(VERSIONED);
      rmSync(site, { recursive: true });
    },
    PATIENCE
  );
});
