// A service of another shape for the browser tests: made by the commands that a service would run.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '../../scripts/safe.ts';
import { territory } from '../../scripts/territory.ts';
import { follow, mapSettled } from './page.ts';
import { madeOnce } from './made-once.ts';
import { expect, type Page } from './test.ts';
import type { Command } from '../../scripts/shell.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { runIn } from '../fixtures/command.ts';
import { bareConfig, SHAPES, shapeFiles, type ShapeName } from '../fixtures/territory/shapes.ts';

async function run(command: Command, ...args: string[]): Promise<void> {
  const { status, stderr } = await runIn(command, ...args);
  if (status !== 0) throw new Error(stderr);
}

async function make(name: ShapeName, folder: string): Promise<void> {
  const shape = SHAPES[name];
  const at = (file: string) => join(folder, file);
  writeFileSync(at('bare.json'), JSON.stringify(bareConfig(shape)));
  await run(territory, at('bare.json'), '--out', at('bare'));
  const { communes, schools } = parseDashboard(readFileSync(at('bare/tables/dashboard.json'), 'utf8'));
  const { config, files, cases } = shapeFiles(shape, {
    commune: { ...communes[0]!, area_ha: communes[0]!.area_ha ?? 1000 },
    schools
  });
  for (const { name: file, bytes } of [...files, cases]) writeFileSync(at(file), bytes);
  await run(safe, '--in', at('parcours.csv'), '--out', at('parcours'), '--schools', at('bare/downloads/schools.csv'), '--method', 'gauss', '--k', '5'); // prettier-ignore
  writeFileSync(at('config.json'), JSON.stringify(config));
  await run(territory, at('config.json'), '--out', at('out'), '--save', at(`${name}.maillage`));
}

/** @returns path of its `.maillage` file */
export async function shapeTerritory(name: ShapeName): Promise<{ path: string }> {
  const folder = await madeOnce(`shape-${name}`, (work) => make(name, work));
  return { path: join(folder, `${name}.maillage`) };
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
  if ((await page.locator('[data-map-state]').count()) > 0) await mapSettled(page);
}
