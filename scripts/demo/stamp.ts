// Is a build still good? What it was made from and what it left, by content, never by date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The files and folders that make the demonstration's tables: all that `scripts/build-data.ts` reads or imports. */
export const DATA_INPUTS = [
  'data',
  'geo',
  'package-lock.json',
  ...['build-data.ts', 'shell.ts', 'setup.mjs', 'territory/write-files.ts'].map((name) => `scripts/${name}`),
  ...['demo', 'geo', 'graph', 'packs', 'safe'].map((folder) => `scripts/${folder}`),
  ...['algorithms', 'model', 'catalogue', 'cube', 'engines', 'export', 'solver'].map(
    (folder) => `src/lib/${folder}`
  ),
  ...['findings', 'format-names.ts', 'template.ts'].map((name) => `src/lib/i18n/${name}`)
];

interface Stamp {
  inputs: string;
  /** Path under the output folder -> sha256. */
  outputs: Record<string, string>;
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** One hash over these files and those of these folders, their names included; what is absent counts for nothing. */
export function hashOfFolders(root: string, paths: readonly string[]): string {
  const files = paths.flatMap((path) => filesUnder(join(root, path)));
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

/** Records what was made; `written` are paths under `out`. What the former build wrote, and this one did not, is taken away. */
export function stampBuild(stampPath: string, inputs: string, out: string, written: readonly string[]): void {
  const outputs = written.map((path) => [relative(out, path), sha256(readFileSync(path))] as const);
  if (existsSync(stampPath)) {
    const kept = new Set(outputs.map(([name]) => name));
    const former = JSON.parse(readFileSync(stampPath, 'utf8')) as Stamp;
    for (const name of Object.keys(former.outputs))
      if (!kept.has(name)) rmSync(join(out, name), { force: true });
  }
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, JSON.stringify({ inputs, outputs: Object.fromEntries(outputs) } satisfies Stamp));
}
