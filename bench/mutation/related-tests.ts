// Which tests reach a source by their imports.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../scripts/setup.mjs';

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));

export const sourcesOf = (engine: string): string[] =>
  filesOf(`src/lib/engines/${engine}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts'))
    .sort();

const imports = new Map<string, string[]>();

/** Sources of this repository that a file imports. */
function importsOf(path: string): string[] {
  const known = imports.get(path);
  if (known) return known;
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    const to = fileName.startsWith('$lib/')
      ? join('src/lib', fileName.slice(5))
      : fileName.startsWith('.')
        ? join(dirname(path), fileName)
        : null;
    return to !== null && /\.ts$/.test(to) && existsSync(join(ROOT, to)) ? [to] : [];
  });
  imports.set(path, found);
  return found;
}

/** Every source that a file reaches. */
function reached(from: string): Set<string> {
  const seen = new Set([from]);
  for (const path of seen) for (const next of importsOf(path)) seen.add(next);
  return seen;
}

export interface TestFile {
  path: string;
  reaches: Set<string>;
}

/** Tests of an engine, and those elsewhere that import one of its sources itself. A test that starts a command reads no mutant. */
export function testsOf(engine: string): TestFile[] {
  const own = `tests/unit/engines/${engine}/`;
  const within = `src/lib/engines/${engine}/`;
  return ['tests/unit', 'tests/published']
    .flatMap(filesOf)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => !readFileSync(join(ROOT, path), 'utf8').includes('child_process'))
    .filter(
      (path) =>
        path.startsWith(own) ||
        importsOf(path).some((one) => one.startsWith(within) && !one.endsWith('index.ts'))
    )
    .map((path) => ({ path, reaches: reached(path) }));
}
