// A second territory for the browser tests: made as `npm run territory` makes one, saved as one file, opened as a reader does.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { territory } from '../../scripts/territory.ts';
import { m } from './messages.ts';
import { TERRITORY_FOLDERS, type TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { runIn } from '../fixtures/command.ts';
import { SECOND_NAME, secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { madeOnce } from './made-once.ts';
import { expect, type Page } from './test.ts';

/** Files of a territory's folder, the sites' own `static` too. */
export function filesIn(folder: string): TerritoryFiles {
  const paths = TERRITORY_FOLDERS.flatMap((name) => {
    try {
      return readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
    } catch {
      // A territory without a logo has no such folder.
      return [];
    }
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

async function make(folder: string): Promise<void> {
  const at = (name: string) => join(folder, name);
  for (const { name, bytes } of secondFiles) writeFileSync(at(name), bytes);
  writeFileSync(at('config.json'), JSON.stringify(secondConfig));
  const args = [at('config.json'), '--out', at('out'), '--save', at('second.maillage')];
  const { status, stderr } = await runIn(territory, ...args);
  if (status !== 0) throw new Error(stderr);
}

/** Path of the saved file, and what it holds. */
export async function secondTerritory(): Promise<{ path: string; files: TerritoryFiles }> {
  const folder = await madeOnce('second', make);
  return { path: join(folder, 'second.maillage'), files: filesIn(join(folder, 'out')) };
}

/** Opens it on « Mon territoire », where the page is already. */
export async function openSecond(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(path);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
}

/** Goes back to the site's own territory, from « Mon territoire ». */
export async function closeSecond(page: Page): Promise<void> {
  await page.getByRole('button', { name: m.folder_back() }).click();
  await expect(page.locator('header').first()).not.toContainText(SECOND_NAME);
}
