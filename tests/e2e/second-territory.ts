// A second territory for the browser tests: made as `npm run territory` makes one, saved as one file, opened as a reader does.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { TERRITORY_FOLDERS, type TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { SECOND_NAME, secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { expect, type Page } from './test.ts';

const ROOT = join(import.meta.dirname, '../..');

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

/** Builds it and saves it. Path of the file, and what it holds. */
export async function secondTerritory(): Promise<{ path: string; files: TerritoryFiles }> {
  const folder = mkdtempSync(join(tmpdir(), 'second-'));
  for (const { name, bytes } of secondFiles) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'config.json'), JSON.stringify(secondConfig));
  await promisify(execFile)(
    'npx',
    ['tsx', 'scripts/territory.ts', join(folder, 'config.json'), '--out', join(folder, 'out')],
    { cwd: ROOT }
  );
  const files = filesIn(join(folder, 'out'));
  const now = new Date().toISOString();
  const content = { config: secondConfig, files, sources: [], kept: {}, created: now, saved: now };
  const path = join(folder, 'second.maillage');
  writeFileSync(path, await writeMaillage(content));
  return { path, files };
}

/** Opens it on « Mon territoire », where the page is already. */
export async function openSecond(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(path);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
}

/** Goes back to the site's own territory, from « Mon territoire ». */
export async function closeSecond(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Revenir au territoire fictif' }).click();
  await expect(page.locator('header').first()).not.toContainText(SECOND_NAME);
}
