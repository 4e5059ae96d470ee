// Is a build still good? What it was made from and what it left, by content, never by date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Stamp {
  inputs: string;
  /** Path under the output folder -> sha256. */
  outputs: Record<string, string>;
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** One hash over the files of `folders`, their names included; a folder that is absent counts for nothing. */
export function hashOfFolders(root: string, folders: readonly string[]): string {
  const files = folders.flatMap((folder) => filesUnder(join(root, folder)));
  return sha256(files.map((path) => `${relative(root, path)} ${sha256(readFileSync(path))}`).join('\n'));
}

/** True when the stamp speaks of these inputs and every output still has the content that it had. */
export function isFresh(stampPath: string, inputs: string, out: string): boolean {
  if (!existsSync(stampPath)) return false;
  const stamp = JSON.parse(readFileSync(stampPath, 'utf8')) as Stamp;
  return (
    stamp.inputs === inputs &&
    Object.entries(stamp.outputs).every(([name, hash]) => {
      const path = join(out, name);
      return existsSync(path) && sha256(readFileSync(path)) === hash;
    })
  );
}

/** Records what was made; `written` are paths under `out`. */
export function stampBuild(stampPath: string, inputs: string, out: string, written: readonly string[]): void {
  const outputs = written.map((path) => [relative(out, path), sha256(readFileSync(path))]);
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, JSON.stringify({ inputs, outputs: Object.fromEntries(outputs) } satisfies Stamp));
}
