// A service of another shape for the browser tests: made by the commands that a service would run.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { follow, mapSettled } from './page.ts';
import { expect, type Page } from './test.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { bareConfig, SHAPES, shapeFiles, type ShapeName } from '../fixtures/territory/shapes.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = (...args: string[]) => promisify(execFile)('npx', ['tsx', ...args], { cwd: ROOT });

/** Builds it and saves it. @returns path of its `.maillage` file, folder of its files */
export async function shapeTerritory(
  name: ShapeName,
  folder = mkdtempSync(join(tmpdir(), `shape-${name}-`))
): Promise<{ path: string; out: string }> {
  const shape = SHAPES[name];
  mkdirSync(folder, { recursive: true });
  const at = (file: string) => join(folder, file);
  writeFileSync(at('bare.json'), JSON.stringify(bareConfig(shape)));
  await run('scripts/territory.ts', at('bare.json'), '--out', at('bare'));
  const { communes, schools } = parseDashboard(readFileSync(at('bare/tables/dashboard.json'), 'utf8'));
  const { config, files, cases } = shapeFiles(shape, {
    commune: { ...communes[0]!, area_ha: communes[0]!.area_ha ?? 1000 },
    schools
  });
  for (const { name: file, bytes } of [...files, cases]) writeFileSync(at(file), bytes);
  await run('scripts/safe.ts', '--in', at('parcours.csv'), '--out', at('parcours'), '--schools', at('bare/downloads/schools.csv'), '--method', 'gauss', '--k', '5'); // prettier-ignore
  writeFileSync(at('config.json'), JSON.stringify(config));
  const path = at(`${name}.maillage`);
  await run('scripts/territory.ts', at('config.json'), '--out', at('out'), '--save', path);
  return { path, out: at('out') };
}

/** Opens it on « Mon territoire », where the page is already. */
export async function openShape(page: Page, path: string, name: string): Promise<void> {
  await page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(path);
  await expect(page.locator('header').first()).toContainText(name);
}

/** Follows a link to a page of the territory and waits until it stands. */
export async function visit(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname === pageAddress(address));
  await expect(page.locator('h1').first()).toBeVisible();
  await page.waitForTimeout(300);
  if ((await page.locator('[data-map-state]').count()) > 0) await mapSettled(page);
}
