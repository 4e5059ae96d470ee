// The files of the repository as the tests of the house read them: their text, and what each imports.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const GENERATED = '/paraglide/';
const CODE = /\.(?:ts|svelte|js|mjs)$/;

/** Paths of a folder's code, at whatever depth, without what is generated. */
const codeIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(GENERATED));

/** Path -> text, for these folders. */
export const textsOf = (...folders: readonly string[]): Map<string, string> =>
  new Map(folders.flatMap(codeIn).map((path) => [path, readFileSync(path, 'utf8')]));

const EXTENSIONS = ['', '.ts', '.svelte', '.svelte.ts', '.js', '.mjs', '/index.ts'];
const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** The file that an import means; null for a library. */
function fileOf(source: string, importer: string): string | null {
  const path = source.startsWith('$lib/')
    ? join('src/lib', source.slice(5))
    : source.startsWith('.')
      ? join(dirname(importer), source)
      : null;
  return path === null ? null : (EXTENSIONS.map((extension) => path + extension).find(isFile) ?? null);
}

const STATEMENT = /^[ \t]*(?:import|export)\s+([^'"`;()]*?from\s+)?'([^']+)'/gm;
/** What is imported for its types alone is erased. */
const TYPES_ALONE = /^(?:type\b|\{(?:\s*type\s[^,}]+,?)+\s*\}\s*from\s+$)/;
const DYNAMIC = /\b(?:import|new URL)\(\s*'([^']+)'/g;
const GLOB = /import\.meta\.glob(?:<[^>]*>)?\(\s*'([^']+)'/g;

/**
 * Files that a file imports: for their values or their types, when it is read or later, as a worker, or by a pattern of names.
 *
 * @param among paths that a pattern may mean
 * @param types whether what is imported for its types alone counts
 */
export function importsOf(
  path: string,
  text: string,
  { among = [], types = true }: { among?: Iterable<string>; types?: boolean } = {}
): string[] {
  const sources = [
    ...[...text.matchAll(STATEMENT)]
      .filter(([, names]) => types || !TYPES_ALONE.test(names ?? ''))
      .map(([, , source]) => source!),
    ...[...text.matchAll(DYNAMIC)].map(([, source]) => source!)
  ];
  const patterns = [...text.matchAll(GLOB)].map(
    ([, glob]) =>
      new RegExp(
        `^${join(dirname(path), glob!)
          .replace(/[.+()[\]]/g, '\\$&')
          .replace(/\*/g, '[^/]+')}$`
      )
  );
  const found = patterns.flatMap((pattern) => [...among].filter((other) => pattern.test(other)));
  return [...new Set([...sources.flatMap((source) => fileOf(source, path) ?? []), ...found])];
}

/** Groups of files that each reach all the others of their group: strongly connected components of two files and more. */
export function circlesOf(imported: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  function visit(file: string): number {
    numbers.set(file, numbers.size);
    lowest.set(file, numbers.get(file)!);
    path.push(file);
    for (const other of imported.get(file) ?? []) {
      if (!imported.has(other)) continue;
      const low = numbers.has(other) ? (path.includes(other) ? numbers.get(other)! : Infinity) : visit(other);
      lowest.set(file, Math.min(lowest.get(file)!, low));
    }
    if (lowest.get(file) === numbers.get(file)) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return lowest.get(file)!;
  }
  for (const file of imported.keys()) if (!numbers.has(file)) visit(file);
  return circles;
}
