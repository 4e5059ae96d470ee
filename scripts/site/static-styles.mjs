// A page's HTML names the scripts and styles that the page imports. SvelteKit looks for them in the bundle's manifest, and takes a file that it meets
// first behind a dynamic import for one that the page can do without, even where the page imports it as well: the page would be painted
// without its styles. No page of this site is made of what it imports on demand: those imports leave the manifest.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = '.vite/manifest.json';
const BUNDLED = '_app/immutable';

/** @returns {import('vite').Plugin} */
export function staticStyles() {
  return {
    name: 'static-styles',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        const path = join(dir ?? '', MANIFEST);
        if (!existsSync(path) || !existsSync(join(dir, BUNDLED))) return;
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        for (const chunk of Object.values(manifest)) delete chunk.dynamicImports;
        writeFileSync(path, JSON.stringify(manifest, null, 2));
      }
    }
  };
}
