// The site of a territory, in a folder of its own, made as a browser makes it: from the shell of the repository's site, by the same page maker.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  oneFile,
  ONE_FILE_TEMPLATE,
  PUBLISH_FOLDER,
  publishedSite,
  readShell,
  type PageMakerModule,
  type PublishProgress
} from '../../src/lib/engines/publish/index.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import { oneFileLine } from '../../src/lib/i18n/one-file-line.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { ROOT } from '../setup.mjs';

export class SiteFailure extends Error {}

const BUILD = join(ROOT, 'build');

interface SiteOptions {
  /** Folder of a built site. */
  shell?: string;
  /** Whether it ships the packs of every département. */
  packs?: boolean;
  /** Addresses of the pages made, whose links are then not followed; every page without it. */
  only?: readonly string[];
  onProgress?: (progress: PublishProgress) => void;
}

/**
 * Writes the site in `site`, in place of what is there.
 * @param files of the territory
 * @param site its folder
 * @returns bytes written
 * @throws SiteFailure when a page cannot be made, or links to nowhere
 */
export async function writeTerritorySite(
  files: TerritoryFiles,
  site: string,
  { shell = BUILD, packs = false, only, onProgress }: SiteOptions = {}
): Promise<number> {
  const list = join(shell, PUBLISH_FOLDER, 'shell.json');
  if (!existsSync(list)) throw new SiteFailure(`${list} manque : lancez npm run build.`);
  const script = pathToFileURL(join(shell, PUBLISH_FOLDER, 'pages.js')).href;
  const { openPageMaker } = (await import(script)) as PageMakerModule;
  const maker = await openPageMaker(files);
  rmSync(site, { recursive: true, force: true });
  const made = publishedSite({
    files,
    shell: readShell(readFileSync(list, 'utf8')),
    read: async (path) => readFileSync(join(shell, path)),
    maker: only ? { ...maker, pages: only } : maker,
    packs,
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    ...(onProgress && { onProgress })
  });
  let bytes = 0;
  for (;;) {
    const { done, value } = await made.next().catch((cause: unknown) => {
      throw new SiteFailure(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    if (!done) {
      mkdirSync(dirname(join(site, value.path)), { recursive: true });
      writeFileSync(join(site, value.path), value.bytes);
      bytes += value.bytes.length;
      continue;
    }
    if (!only && value.broken.length > 0)
      throw new SiteFailure(`Liens sans cible :\n${value.broken.join('\n')}`);
    return bytes;
  }
}

/**
 * The public site of a territory as one page.
 * @param files of the territory, made for the public
 * @param address of the site that is up to date; empty where nobody said it
 * @param shell folder of a built site
 */
export function territoryPage(files: TerritoryFiles, address = '', shell = BUILD): string {
  const template = gunzipSync(readFileSync(join(shell, ONE_FILE_TEMPLATE))).toString();
  const dashboard = parseDashboard(new TextDecoder().decode(files.get('tables/dashboard.json')));
  return oneFile(files, template, oneFileLine(dashboard, address));
}
