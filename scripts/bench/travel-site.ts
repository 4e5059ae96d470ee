// A page whose worker computes the matrix of a graph file, built as the site is and served beside that file.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../serve.mjs';

export interface TravelSite {
  address: string;
  /** Removes the page's files; its server ends with the process. */
  forget(): void;
}

/** Serves the page with `graphs` in its folder, by name. */
export async function serveTravelSite(graphs: Record<string, string | Uint8Array>): Promise<TravelSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'travel-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./travel-page', import.meta.url)),
    base: './',
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', reportCompressedSize: false }
  });
  for (const [name, graph] of Object.entries(graphs)) {
    if (typeof graph === 'string') cpSync(graph, join(outDir, name));
    else writeFileSync(join(outDir, name), graph);
  }
  return {
    address: await serve({ port: 0, directory: outDir }),
    forget: () => rmSync(outDir, { recursive: true, force: true })
  };
}
