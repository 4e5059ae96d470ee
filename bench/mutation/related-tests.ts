// Which tests reach a source by their imports.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../scripts/setup.mjs';

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));

const ENGINES = 'engines';
/** Parts that have a score of their own: what leaves as a figure, what is personal in a file, the report with its answers. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  exit: [`${ENGINES}/disclosure/exit`],
  personal: [`${ENGINES}/import/personal`, `${ENGINES}/import/persons`],
  report: [`${ENGINES}/report`, 'model/report']
};

/** The engines and the parts apart, by name. */
export const partNames = (): string[] =>
  [...new Set([...readdirSync(join(ROOT, 'src/lib', ENGINES)), ...Object.keys(PARTS)])].sort();

const foldersOf = (part: string): readonly string[] => PARTS[part] ?? [`${ENGINES}/${part}`];
const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);

/** The sources of an engine without its parts apart, or of such a part. */
export function sourcesOf(part: string): string[] {
  const apart = Object.entries(PARTS).flatMap(([name, folders]) => (name === part ? [] : folders));
  return foldersOf(part)
    .flatMap((folder) => filesOf(`src/lib/${folder}`))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts'))
    .filter((path) => !apart.some((folder) => isIn(path, `src/lib/${folder}`)))
    .sort();
}

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

/** Tests of an engine or part, and those elsewhere that import one of its sources itself. A test that starts a command reads no mutant. */
export function testsOf(part: string): TestFile[] {
  const folders = foldersOf(part);
  return ['tests/unit', 'tests/published']
    .flatMap(filesOf)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => !readFileSync(join(ROOT, path), 'utf8').includes('child_process'))
    .filter(
      (path) =>
        folders.some((folder) => isIn(path, `tests/unit/${folder}`)) ||
        importsOf(path).some(
          (one) => folders.some((folder) => isIn(one, `src/lib/${folder}`)) && !one.endsWith('index.ts')
        )
    )
    .map((path) => ({ path, reaches: reached(path) }));
}
