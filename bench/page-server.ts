// A page of the bench, built as the site is and served beside some files: what it measures runs where users run it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { useStrippedEngine } from '../scripts/site/strip-wasm-exports.mjs';
import { serve } from '../scripts/site/serve.mjs';
import { ROOT } from '../scripts/setup.mjs';

export interface PageSite {
  address: string;
  /** Removes the page's files; its server ends with the process. */
  forget(): void;
}

/** @param folder beside this file @param files bytes, or a path to copy, by name @param alias modules found elsewhere */
export async function servePage(
  folder: string,
  files: Record<string, string | Uint8Array>,
  alias: Record<string, string> = {}
): Promise<PageSite> {
  const outDir = mkdtempSync(join(tmpdir(), `${basename(folder)}-`));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL(`./${folder}`, import.meta.url)),
    base: './',
    resolve: { alias: { $lib: join(ROOT, 'src/lib'), ...alias } },
    plugins: [useStrippedEngine(), svelte({ configFile: false, compilerOptions: { runes: true } })],
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', reportCompressedSize: false }
  });
  for (const [name, file] of Object.entries(files)) {
    if (typeof file === 'string') cpSync(file, join(outDir, name));
    else writeFileSync(join(outDir, name), file);
  }
  return {
    address: await serve({ port: 0, directory: outDir }),
    forget: () => rmSync(outDir, { recursive: true, force: true })
  };
}
