// What nobody uses goes: keys of the messages, exported values, components, dependencies.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const CODE = /\.(?:ts|svelte|js|mjs|html|css)$/;
const texts = new Map(
  [
    ...['src', 'scripts', 'bench', 'tests'].flatMap(filesOf),
    ...readdirSync('.', { encoding: 'utf8' }).filter((name) => /^[\w.]+\.(?:js|ts)$/.test(name))
  ]
    .filter((path) => CODE.test(path) && !path.includes('/paraglide/'))
    .map((path) => [path, readFileSync(path, 'utf8')])
);
/** Identifier -> number of files where it stands. */
const uses = new Map<string, number>();
for (const text of texts.values())
  for (const name of new Set(text.match(/[A-Za-z_$][\w$]*/g))) uses.set(name, (uses.get(name) ?? 0) + 1);

it('every key of the messages is used', () => {
  // Named by codes of findings (engines/import/finding-words.test.ts) and by columns (i18n/table-columns.test.ts).
  const folders = readdirSync('messages').filter((folder) => folder !== 'findings' && folder !== 'columns');
  const unused = folders.flatMap((folder) =>
    Object.keys(JSON.parse(readFileSync(`messages/${folder}/fr.json`, 'utf8')) as object).filter(
      (key) => key !== '$schema' && !uses.has(key)
    )
  );
  expect(unused).toEqual([]);
});

it('every value that a file of src/lib exports is used by another file', () => {
  const EXPORTED = /export (?:async )?(?:const|let|function\*?|class|enum) ([A-Za-z_$][\w$]*)/g;
  const unused = [...texts]
    .filter(([path]) => path.startsWith('src/lib/'))
    .flatMap(([path, text]) =>
      [...text.matchAll(EXPORTED)]
        .filter(([, name]) => uses.get(name!) === 1)
        .map(([, name]) => `${path}: ${name}`)
    );
  expect(unused).toEqual([]);
});

it('every component is used', () => {
  const all = [...texts.values()].join('\n');
  const unused = [...texts.keys()].filter(
    (path) =>
      path.startsWith('src/lib/') &&
      path.endsWith('.svelte') &&
      !all.includes(`/${basename(path)}'`) &&
      !all.includes(`/${basename(path)}"`)
  );
  expect(unused).toEqual([]);
});

it('every dependency is imported, or named by a command or a configuration', () => {
  const { dependencies, devDependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    scripts: Record<string, string>;
  };
  const commands = Object.values(scripts).join('\n');
  const settings = ['.prettierrc', 'tsconfig.json', 'project.inlang/settings.json']
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const all = [...texts.values(), settings].join('\n');
  /** Run by a name of their own, or read by another dependency. */
  const NAMED: Record<string, string> = {
    eslint: 'eslint',
    oxfmt: 'format-check',
    oxlint: 'oxlint',
    typescript: 'tsc',
    '@typescript/native': '@typescript/native',
    prettier: 'prettier',
    'svelte-check': 'svelte-check',
    tsx: 'tsx',
    vite: 'vite'
  };
  const unused = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) =>
      !all.includes(`'${name}'`) &&
      !all.includes(`'${name}/`) &&
      !all.includes(`"${name}"`) &&
      !all.includes(`node_modules/${name}`) &&
      !name.startsWith('@types/') &&
      !(NAMED[name] && commands.includes(NAMED[name]))
  );
  expect(unused).toEqual([]);
});
