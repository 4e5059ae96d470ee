// Lists in the bundle's manifest the files that Vite leaves out of it: what workers load. The service worker keeps what is listed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BUNDLED = '_app/immutable';
const MANIFEST = '.vite/manifest.json';

/** @returns {import('vite').Plugin} */
export function listWorkerFiles() {
  return {
    name: 'list-worker-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        const path = join(dir ?? '', MANIFEST);
        if (!existsSync(path) || !existsSync(join(dir, BUNDLED))) return;
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        const listed = new Set(
          Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
        );
        for (const entry of readdirSync(join(dir, BUNDLED), { recursive: true, withFileTypes: true })) {
          const file = join(entry.parentPath, entry.name)
            .slice(dir.length + 1)
            .replaceAll('\\', '/');
          if (entry.isFile() && !listed.has(file)) manifest[file] = { file, src: file };
        }
        writeFileSync(path, JSON.stringify(manifest, null, 2));
      }
    }
  };
}
