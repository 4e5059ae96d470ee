// A territory built in the page's worker is the shell's, byte for byte; a build under way is stopped; a refusal comes with its reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  builtHere,
  hashesOf,
  namedFiles,
  serveBuildPage,
  type PageBuild
} from '../../bench/building/build-page.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { REAL } from '../fixtures/real-files.ts';
import { SMALL_CONFIG, smallSources } from '../fixtures/territory/small.ts';
import { expect, test, type Page } from './test.ts';

test.describe.configure({ timeout: 300_000 });

async function buildOn(page: Page, address: string, request: PageBuild) {
  await page.goto(address);
  await page.waitForFunction(() => 'buildInWorker' in window);
  return page.evaluate((asked) => window.buildInWorker(asked), request);
}

test.describe('a territory with one of everything', () => {
  test('is the same in Node and in Chromium, counts of children audited in both', async ({ page }) => {
    const sources = smallSources(await bootHighs());
    const site = await serveBuildPage(SMALL_CONFIG, sources);
    const inPage = await buildOn(page, site.address, site.request);
    const here = await builtHere(SMALL_CONFIG, async (name) => ({ name, bytes: sources.get(name)! }));
    expect(inPage.refusal).toBeNull();
    expect(inPage.stages).toEqual(['read', 'join', 'protect', 'times', 'write']);
    expect(inPage.figures).toEqual(here.figures);
    expect(inPage.sha256).toEqual(hashesOf(here));

    const stopped = await buildOn(page, site.address, { ...site.request, stopAt: 'join' });
    expect(stopped).toMatchObject({ refusal: 'Stopped', sha256: {} });
    await expect.poll(() => page.workers().length).toBe(0);

    const { 'ips.csv': _, ...others } = site.request.sources;
    const incomplete = await buildOn(page, site.address, { ...site.request, sources: others });
    expect(incomplete.refusal).toContain('ips.csv: missing-file');
    site.forget();
  });
});

test('the Métropole européenne de Lille, from official files, is the same in Node and in Chromium @long', async ({
  page
}) => {
  test.skip(!existsSync(REAL), 'official files are not here');
  const config: unknown = JSON.parse(readFileSync('docs/examples/mel.json', 'utf8'));
  const site = await serveBuildPage(
    config,
    new Map(namedFiles(config).map((name) => [name, join(REAL, name)]))
  );
  const inPage = await buildOn(page, site.address, site.request);
  const open = async (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(REAL, name))) });
  const here = await builtHere(config, open);
  expect(inPage.refusal).toBeNull();
  expect(inPage.figures).toMatchObject({ communes: 95, qpvs: 26, schools: 440, colleges: 83 });
  expect(inPage.sha256).toEqual(hashesOf(here));
  site.forget();
});

test('an agglomeration out of its pack alone is the same in Node and in Chromium', async ({ page }) => {
  const config = { siren: '200043396', base: { departements: ['59'] } };
  const site = await serveBuildPage(config, new Map(), config.base.departements);
  const inPage = await buildOn(page, site.address, site.request);
  const here = await builtHere(config, (name) => Promise.reject(new Error(name)));
  expect(inPage.refusal).toBeNull();
  expect(here.figures.communes).toBeGreaterThan(40);
  expect(inPage.sha256).toEqual(hashesOf(here));
  site.forget();
});
