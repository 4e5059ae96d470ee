// A page's HTML names the scripts and styles that the page imports. SvelteKit looks for them in the bundle's manifest, and takes a file that it meets
// first behind a dynamic import for one that the page can do without, even where the page imports it as well: the page would be painted
// without its styles. Pages of this site are made of what they import, and of what their `load` does: other imports on demand leave the manifest.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const MANIFEST = '.vite/manifest.json';
const BUNDLED = '_app/immutable';
const LOAD = /\/src\/routes\/(.*\/)?\+page\.ts$/;

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
        const loads = [...this.getModuleIds()].filter((id) => LOAD.test(id));
        const parts = new Set(
          loads
            .flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
            .map((id) => relative('.', id))
        );
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        for (const chunk of Object.values(manifest))
          chunk.dynamicImports = chunk.dynamicImports?.filter((part) => parts.has(part));
        writeFileSync(path, JSON.stringify(manifest, null, 2));
      }
    }
  };
}
